"""A part of the dataset is hostile, unreadable, or changes while it is checked: that alone is told, the rest read."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dprk_industry.curate import corpus, yamlfile
from dprk_industry.curate.check import check, examine
from dprk_industry.curate.check.cache import FOLDER as FOLDER_OF_CACHE
from dprk_industry.curate.models import released

Guarded = Callable[..., subprocess.CompletedProcess[str]]
FOLDER = Path("dataset/annotations/tidings")
HOME = f"{FOLDER.as_posix()}/tidings-toy-order.yaml"
LINKED = "the folder is a link, and links to folders are not followed; put the folder itself here"
LED_OUT = "R01 the folder cannot be read: it is a link that leads out of the dataset"
UNREAD = "R01 the file cannot be read: it is "


def sparse(path: Path) -> None:
    """A gigabyte that takes no room."""
    with path.open("wb") as stream:
        stream.truncate(2**30)


def gone(path: Path) -> None:
    """Take away what stands at a path."""
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def instead(file: str, make: Callable[[Path], None]) -> Callable[[Path], None]:
    """What puts something else in the place of a file or folder of the dataset."""

    def change(root: Path) -> None:
        gone(root / file)
        make(root / file)

    return change


def moved(file: str) -> Callable[[Path], None]:
    """What moves a folder out of the dataset and leaves a link in its place."""

    def change(root: Path) -> None:
        target = root.with_name("outside")
        (root / file).rename(target)
        (root / file).symlink_to(target, target_is_directory=True)

    return change


def holding(content: bytes) -> Callable[[Path], None]:
    """What writes a file."""

    def write(path: Path) -> None:
        path.write_bytes(content)

    return write


RELEASED = "dataset/released.csv"
HEADER = b"id,kind,version\n"
PIPE, OUT = f"{UNREAD}no ordinary file", f"{UNREAD}a link that leads out of the dataset"
LISTED = "; `dprk-industry release` writes this file, so take it from the last release"
KINDS = f"an id, one of {', '.join(released.KINDS)}, and a version"
CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "annotations-out": (moved("dataset/annotations"), [f"dataset/annotations:1:1: {LED_OUT}"]),
    "facilities-out": (moved("dataset/facilities"), [f"dataset/facilities:1:1: {LED_OUT}"]),
    "vocabularies-out": (moved("dataset/vocabularies"), [f"dataset/vocabularies:1:1: {LED_OUT}"]),
    "outlet-out": (
        moved(FOLDER.as_posix()),
        [f"{FOLDER.as_posix()}:1:1: R01 {LINKED}"],
    ),
    "annotations-no-folder": (
        instead("dataset/annotations", Path.touch),
        ["dataset/annotations:1:1: R01 the folder cannot be read: Not a directory"],
    ),
    "registry-pipe": (
        instead("dataset/registries/outlets.yaml", os.mkfifo),
        [f"dataset/registries/outlets.yaml:1:1: {PIPE}"],
    ),
    "registry-gone": (
        lambda root: gone(root / "dataset/registries/annotators.yaml"),
        [f"dataset/registries/annotators.yaml:1:1: {UNREAD}not there"],
    ),
    "registries-out": (
        moved("dataset/registries"),
        [*(f"dataset/registries/{name}.yaml:1:1: {OUT}" for name in sorted(corpus.REGISTRIES)), f"{OUT}: 1 more place"],
    ),
    "facility-pipe": (
        instead("dataset/facilities/example-steel-mill.yaml", os.mkfifo),
        [f"dataset/facilities/example-steel-mill.yaml:1:1: {PIPE}"],
    ),
    "list-pipe": (instead("dataset/bounds.yaml", os.mkfifo), [f"dataset/bounds.yaml:1:1: {PIPE}"]),
    "stray-pipe": (
        instead("dataset/stray.yaml", os.mkfifo),
        ["dataset/stray.yaml:1:1: R01 no file of this name is read here; is it in the right folder?"],
    ),
    "released-pipe": (instead(RELEASED, os.mkfifo), [f"{RELEASED}:1:1: {PIPE}"]),
    "released-out": (
        instead(RELEASED, lambda path: path.symlink_to("/etc/passwd")),
        [f"{RELEASED}:1:1: {OUT}"],
    ),
    "released-nowhere": (
        instead(RELEASED, lambda path: path.symlink_to("not-there")),
        [f"{RELEASED}:1:1: {UNREAD}a link that leads nowhere"],
    ),
    "released-folder": (instead(RELEASED, Path.mkdir), [f"{RELEASED}:1:1: {PIPE}"]),
    "released-gigabyte": (
        instead(RELEASED, sparse),
        [f"{RELEASED}:1:1: R01 the file cannot be read: it has more than 20,000,000 bytes"],
    ),
    "released-long-line": (
        instead(RELEASED, holding(HEADER + b"x" * 200_000)),
        [f"{RELEASED}:2:1: R01 field larger than field limit (131072); expected {KINDS}{LISTED}"],
    ),
    "released-no-text": (
        instead(RELEASED, holding(HEADER + b"\xff")),
        [f"{RELEASED}:2:1: R01 byte 0xff is not UTF-8{LISTED}"],
    ),
    "released-quote-open": (
        instead(RELEASED, holding(HEADER + b'"a\n\x1b[31m')),
        [rf"{RELEASED}:3:1: R01 found `a\n\x1b[31m`; expected {KINDS}{LISTED}"],
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_hostile_part_is_found_alone(change: str, toy_root: Path, guarded_check: Guarded) -> None:
    """What follows from a part that cannot be read is not told besides."""
    make, expected = CHANGES[change]
    make(toy_root)
    done = guarded_check(toy_root)
    assert (done.returncode, done.stdout.splitlines()) == (1, expected)


@pytest.mark.parametrize(
    "name", ["=cmd.yaml", "a\nb.yaml", "Plan.yaml", "pl\u0430n.yaml", "below/plan.yaml"], ids=ascii
)
def test_a_vocabulary_has_a_plain_name(name: str, toy_root: Path) -> None:
    """The name of its file stands in the published tables, and one of a folder below would replace its namesake."""
    vocabularies = toy_root / "dataset" / "vocabularies"
    (vocabularies / "below").mkdir()
    shutil.copy(vocabularies / "plan.yaml", vocabularies / name)
    [finding] = check(toy_root)
    assert finding.location.file == f"dataset/vocabularies/{name}"
    assert "under a name of small letters and underscores" in finding.message


def test_unreadable_files_and_folders_are_found(toy_root: Path, guarded_check: Guarded) -> None:
    """Who may not read a file or a folder is told so; root, who may read all, becomes nobody for it."""
    (toy_root / "dataset/facilities/example-steel-mill.yaml").chmod(0)
    (toy_root / "dataset/bounds.yaml").chmod(0)
    closed = toy_root / "dataset/annotations/closed"
    closed.mkdir(mode=0)
    for folder in (toy_root, *toy_root.parents[:3]):
        if folder.owner() == (toy_root.owner()) and folder.name != "tmp":
            folder.chmod(0o755)
    arguments = ["--root", str(toy_root), "check"]
    command = f"""
import os, sys
from dprk_industry.curate.cli import main
main({arguments})  # imports all that it needs, while it may
sys.stdout.flush()
print("AND NOW")
if not os.geteuid():
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main())
"""
    done = guarded_check(toy_root, command=command)
    try:
        assert done.stdout.partition("AND NOW\n")[2].splitlines() == [
            "dataset/annotations/closed:1:1: R01 the folder cannot be read: Permission denied",
            "dataset/bounds.yaml:1:1: R01 the file cannot be read: Permission denied",
            "dataset/facilities/example-steel-mill.yaml:1:1: R01 the file cannot be read: Permission denied",
        ]
    finally:
        closed.chmod(0o700)


def test_a_file_that_vanishes_is_found(toy_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listed, and gone before it is read."""
    listing = os.walk
    monkeypatch.setattr(os, "walk", lambda top, **given: vanishing(listing(top, **given), toy_root / HOME))
    [finding] = check(toy_root)
    assert (str(finding.location), finding.message) == (f"{HOME}:1:1", "the file cannot be read: it is not there")


def test_a_folder_that_vanishes_is_found(toy_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listed, and gone before it is looked through."""
    listing = os.walk
    monkeypatch.setattr(os, "walk", lambda top, **given: vanishing(listing(top, **given), toy_root / FOLDER))
    [finding] = check(toy_root)
    assert str(finding.location) == f"{FOLDER.as_posix()}:1:1"
    assert "the folder cannot be read: No such file" in finding.message


def vanishing(
    listing: Iterator[tuple[str, list[str], list[str]]], path: Path
) -> Iterator[tuple[str, list[str], list[str]]]:
    """A listing, while which a file or folder goes as soon as its name was told."""
    for here, folders, names in listing:
        if path.name in {*folders, *names} and path.exists():
            gone(path)
        yield here, folders, names


def test_a_file_that_becomes_a_pipe_is_found(toy_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file when it was looked at, a pipe when it is opened: refused, not waited for."""
    instead(HOME, os.mkfifo)(toy_root)
    monkeypatch.setattr(Path, "is_file", Path.exists)
    assert [finding.message for finding in check(toy_root)] == ["the file cannot be read: it is no ordinary file"]


@pytest.mark.parametrize("content", [b"", b"a: 1\n", b"\xff", b"a: *b\n"])
def test_a_file_that_changes_while_it_is_checked(
    content: bytes, toy_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings on what was read are told, though their places are gone."""
    path = toy_root / HOME
    path.write_bytes(path.read_bytes().replace(b"action: produce", b"action: produse", 1))
    reading = yamlfile.parse

    def changing(raw: bytes) -> yamlfile.Document:
        if raw == path.read_bytes():
            path.write_bytes(content)
        return reading(raw)

    monkeypatch.setattr(yamlfile, "parse", changing)
    [finding] = check(toy_root)
    assert (str(finding.location), finding.code) == (f"{HOME}:1:1", "R07")


@pytest.mark.parametrize("kind", ["note.txt", "link", "folder.yaml", "a/b/c/d/e"])
def test_the_cache_hides_no_stray(kind: str, toy_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no record file is found by a second check too, though no record file changed since the first."""
    monkeypatch.setenv(FOLDER_OF_CACHE, str(tmp_path / "cache"))
    assert examine(toy_root, cached=True).findings == []
    path = toy_root / FOLDER / kind
    if kind == "note.txt":
        path.touch()
    elif kind == "link":
        path.symlink_to(toy_root.parent, target_is_directory=True)
    else:
        path.mkdir(parents=True)
    assert len(examine(toy_root).findings) == 1
    assert examine(toy_root, cached=True) == examine(toy_root)
    assert examine(toy_root, cached=True) == examine(toy_root)


def test_references_into_a_folder_that_is_not_read_stay_unjudged(toy_root: Path) -> None:
    """Of the articles of an outlet whose folder is not looked through nothing is known, but of those of others."""
    article = next((toy_root / "dataset/annotations").rglob("*.yaml"))
    links = "".join(
        f"  - {{from: half-done, relation: cites, to: {name}#first}}\n" for name in ("wire-far", "wires-far")
    )
    article.write_text(article.read_text("utf-8") + links, "utf-8")
    assert [finding.code for finding in check(toy_root)] == ["R06", "R06"]
    elsewhere = toy_root.parent / "elsewhere"
    elsewhere.mkdir()
    (toy_root / "dataset/annotations/wire").symlink_to(elsewhere, target_is_directory=True)
    linked, missing = sorted(check(toy_root), key=lambda finding: finding.code)
    assert linked.location.file == "dataset/annotations/wire"
    assert "`wires-far#first`" in missing.message
