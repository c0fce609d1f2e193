"""Hostile files: each is one clear finding, and no check waits for one, crashes on it or leaves the root for it.

The cases lie side by side in one dataset, which the command checks once: as a process of its own, with a time limit, a
limit on memory, and a watch on all that it opens.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from dprk_industry.curate.check import check
from dprk_industry.curate.findings import Finding

Guarded = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path("dataset/annotations/tidings")
NAME = "tidings-toy-order.yaml"
HOME = f"{FOLDER.as_posix()}/{NAME}"


def outside(path: Path) -> Path:
    """A folder beside the dataset that holds a sound annotation, which no check may see."""
    folder = next(parent for parent in path.parents if parent.name == "toy").with_name("outside")
    folder.mkdir(exist_ok=True)
    (folder / "secret.yaml").write_bytes((path.parent / NAME).read_bytes() if (path.parent / NAME).exists() else b"")
    return folder


def special(path: Path) -> None:
    if os.geteuid():
        pytest.skip("only root can make a device")
    os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))


def bound(path: Path) -> None:
    """A socket; its path is given relatively, for it may not be long."""
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


def sparse(path: Path, size: int = 2**30) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


def nested(path: Path) -> None:
    """Hundreds of folders inside each other."""
    with chdir(path.parent):
        for name in [path.name] * 400:
            Path(name).mkdir()
            os.chdir(name)


UNREAD = "R01 the file cannot be read: it is "
LINKED = "R01 the folder is a link, and links to folders are not followed; put the folder itself here"
MADE: dict[str, tuple[Callable[[Path], None], str]] = {
    "pipe.yaml": (os.mkfifo, f"{UNREAD}no ordinary file"),
    "socket.yaml": (bound, f"{UNREAD}no ordinary file"),
    "device.yaml": (special, f"{UNREAD}no ordinary file"),
    "out.yaml": (
        lambda path: path.symlink_to(outside(path) / "secret.yaml"),
        f"{UNREAD}a link that leads out of the dataset",
    ),
    "etc.yaml": (lambda path: path.symlink_to("/etc/passwd"), f"{UNREAD}a link that leads out of the dataset"),
    "climbs.yaml": (
        lambda path: path.symlink_to("../../../../outside/secret.yaml"),
        f"{UNREAD}a link that leads out of the dataset",
    ),
    "nowhere.yaml": (lambda path: path.symlink_to("not-there.yaml"), f"{UNREAD}a link that leads nowhere"),
    "itself.yaml": (lambda path: path.symlink_to(path.name), f"{UNREAD}a link that leads to itself"),
    "folder.yaml": (Path.mkdir, "R01 a folder stands here under the name of a record file; rename or delete it"),
    "linked-folder": (lambda path: path.symlink_to(outside(path), target_is_directory=True), LINKED),
    "circle": (lambda path: path.symlink_to("..", target_is_directory=True), LINKED),
    "endless": (nested, "R01 more than 5 folders lie inside each other, more than any record file needs"),
    "gigabyte.yaml": (sparse, "R01 the file cannot be read: it has more than 250,000 bytes"),
    "note.txt": (Path.touch, "R01 not a record file; records end in .yaml"),
    "a\nb.txt": (Path.touch, "R01 not a record file; records end in .yaml"),
    "\x1b[31m\u202e.txt": (Path.touch, "R01 not a record file; records end in .yaml"),
    "\udcff.txt": (Path.touch, "R01 not a record file; records end in .yaml"),
}
PLACES = {
    "endless": f"{FOLDER.as_posix()}/endless/endless/endless/endless",
    "a\nb.txt": f"{FOLDER.as_posix()}/a\\nb.txt",
    "\x1b[31m\u202e.txt": f"{FOLDER.as_posix()}/\\x1b[31m\\u202e.txt",
    "\udcff.txt": f"{FOLDER.as_posix()}/\\udcff.txt",
}
"""Where a finding is placed, if not at the file itself as it is called."""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory, guarded_check: Guarded) -> list[str]:
    """Lines of one check of a dataset that holds a file of every case."""
    root = tmp_path_factory.mktemp("zoo") / "toy"
    shutil.copytree(ROOT / "tests" / "toy", root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    for name, (make, _) in MADE.items():
        if not (name == "device.yaml" and os.geteuid()):
            make(root / FOLDER / name)
    done = guarded_check(root)
    assert done.returncode == 1
    return done.stdout.splitlines()


@pytest.mark.parametrize("name", MADE, ids=ascii)
def test_each_is_one_clear_finding(name: str, zoo: list[str]) -> None:
    if name == "device.yaml" and os.geteuid():
        pytest.skip("only root can make a device")
    place = PLACES.get(name, f"{FOLDER.as_posix()}/{name}")
    assert [line for line in zoo if line.startswith(place)] == [f"{place}:1:1: {MADE[name][1]}"]


def test_nothing_else_is_found(zoo: list[str]) -> None:
    """The sound annotation beside them is read as ever, and no finding follows from another."""
    assert len(zoo) == len(MADE) - bool(os.geteuid())


@pytest.mark.parametrize("folder", ["annotations", "facilities", "registries"])
def test_a_folder_that_is_a_link_to_itself(folder: str, toy_root: Path, guarded_check: Guarded) -> None:
    """It is told, once for each of its files that is asked for, and the same under every Python."""
    path = toy_root / "dataset" / folder
    shutil.rmtree(path)
    path.symlink_to(folder)
    done = guarded_check(toy_root)
    assert (done.returncode, done.stderr.count("Traceback")) == (1, 0)
    wrong = [line for line in done.stdout.splitlines() if "cannot be read" in line]
    assert wrong
    assert all("cannot be read: it is a link that leads to itself" in line for line in wrong)


def test_the_watch_sees_what_lies_outside(toy_root: Path, guarded_check: Guarded) -> None:
    """A dataset that itself lies where no check may look is seen to be read, so that the watch can be trusted."""
    home = toy_root.rename(toy_root.with_name("outside"))
    with pytest.raises(AssertionError, match="OUTSIDE"):
        guarded_check(home)


IDS = {
    "climbs": ("x.yaml", "../x"),
    "climbs-windows": ("..\\x.yaml", "..\\x"),
    "below": ("tidings-a.yaml", "tidings/a"),
    "absolute": ("etc-passwd.yaml", "/etc/passwd"),
    "drive": ("C:x.yaml", "C:x"),
    "device": ("CON.yaml", "CON"),
    "device-small": ("nul.yaml", "nul"),
    "dot-behind": ("tidings-toy-order..yaml", "tidings-toy-order."),
    "space-behind": ("tidings-toy-order .yaml", "tidings-toy-order "),
    "dot": ("tidings-toy.order.yaml", "tidings-toy.order"),
    "hidden": (".tidings-toy-order.yaml", ".tidings-toy-order"),
    "capitals": ("Tidings-Toy-Order.yaml", "Tidings-Toy-Order"),
    "capitals-of-name": ("TIDINGS-TOY-ORDER.yaml", "tidings-toy-order"),
    "longest": (f"tidings-{'x' * 240}.yaml", f"tidings-{'x' * 240}"),
    "cyrillic": ("tidings-t\u043ey.yaml", "tidings-t\u043ey"),
    "full-width": ("tidings-\uff54oy.yaml", "tidings-\uff54oy"),
    "composed": ("tidings-caf\u00e9.yaml", "tidings-caf\u00e9"),
    "decomposed": ("tidings-cafe\u0301.yaml", "tidings-cafe\u0301"),
    "dotless": ("t\u0131dings-toy.yaml", "t\u0131dings-toy"),
    "line-feed": ("tidings-toy\nforged.yaml", "tidings-toy\nforged"),
    "hash": ("tidings-toy#order.yaml", "tidings-toy#order"),
    "other-outlet": ("tidings-toy-x.yaml", "wire-toy-x"),
}
"""A file's name and the id in it, of which at least one is wrong."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """Findings on one dataset with an annotation under each name, which is sound but for the name."""
    root = tmp_path_factory.mktemp("named") / "toy"
    shutil.copytree(ROOT / "tests" / "toy", root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    sound = (root / FOLDER / NAME).read_text("utf-8")
    for case, (name, given) in IDS.items():
        renamed = sound.replace("id: tidings-toy-order", f"id: {json.dumps(given, ensure_ascii=False)}")
        (root / FOLDER / name).write_text(renamed.replace("example/toy-order", f"example/{case}"), "utf-8")
    return check(root)


@pytest.mark.parametrize("case", IDS)
def test_an_id_is_no_path(case: str, named: list[Finding]) -> None:
    """Whatever an id or the name of a file tries, the rule of ids tells it once, in the place of the id."""
    [finding] = [found for found in named if found.location.file == f"{FOLDER.as_posix()}/{IDS[case][0]}"]
    assert (finding.location.line, finding.location.column, finding.code) == (1, 5, "R03")


def test_names_alone_are_wrong(named: list[Finding]) -> None:
    assert len(named) == len(IDS)
