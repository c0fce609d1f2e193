"""The command `release` on disk: the same bytes wherever it runs, and a whole set or none however it ends."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dprk_industry import __version__
from dprk_industry.curate.cli import main
from dprk_industry.curate.models import released
from dprk_industry.curate.release import write
from dprk_industry.curate.release.builds import read

pytest.importorskip("pyarrow")

CHECKOUT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "LICENSE-DATA", "CHANGELOG.md")
LEDGERS = (released.FILE, "CHANGELOG.md")
MILL = "dataset/facilities/example-steel-mill.yaml"
KILLS = 12
ENOUGH = 50
"""Seconds after which no further run is killed, on a machine that is busy."""
RUN = "import sys; from dprk_industry.curate.cli import main; sys.exit(main(sys.argv[1:]))"
SMALL_FILES = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); {RUN}"


@pytest.fixture
def root(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A checkout of the toy dataset, built."""
    for name in DOCUMENTS:
        shutil.copyfile(CHECKOUT / name, toy_root / name)
    assert main(["--root", str(toy_root), "build"]) == 0
    capsys.readouterr()
    return toy_root


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def release(root: Path, out: Path, *more: str) -> int:
    return main(["--root", str(root), "release", "--out", str(out), *more])


def command(root: Path, out: Path, code: str = RUN) -> list[str]:
    return [sys.executable, "-c", code, "--root", str(root), "release", "--out", str(out)]


def assert_whole(out: Path) -> None:
    """Whatever stands in a folder of releases is whole: every file has its checksum, and no other file is there."""
    for folder in out.iterdir() if out.is_dir() else ():
        if not folder.name.startswith("."):
            lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
            listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
            held = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
            assert held.keys() - {"SHA256SUMS"} == listed.keys()
            assert {name: hashlib.sha256(held[name].read_bytes()).hexdigest() for name in listed} == listed


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Mode and bytes of everything in a folder."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }


def test_a_release_is_whole_and_is_not_made_twice(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second run finds the same set and leaves it; the ledgers are written once."""
    assert release(root, out) == 0
    assert_whole(out)
    assert {"delta.csv", "CHANGES.md", "datapackage.json"} <= snapshot(out / __version__).keys()
    ids, wrong = released.parse((root / released.FILE).read_bytes())
    assert not wrong
    assert ("example-steel-mill", "facility", __version__) in ids
    assert list(ids) == sorted(ids)
    before, ledgers = snapshot(out), [(root / name).read_bytes() for name in LEDGERS]
    stamps = {path: path.stat().st_mtime_ns for path in out.rglob("*")}
    capsys.readouterr()
    assert release(root, out) == 0
    assert "is there already, the same" in capsys.readouterr().err
    assert (snapshot(out), [(root / name).read_bytes() for name in LEDGERS]) == (before, ledgers)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == stamps


def test_a_release_changes_nothing_that_is_built(root: Path, out: Path) -> None:
    """What a release writes into the checkout makes no generated file stale and breaks no rule."""
    assert release(root, out) == 0
    assert main(["--root", str(root), "check"]) == 0
    assert main(["--root", str(root), "build", "--check"]) == 0


def test_the_same_commit_gives_the_same_bytes(root: Path, out: Path, tmp_path: Path) -> None:
    """On another path, in another zone and language, with another umask and another seed of hashing."""
    other = tmp_path / "another place" / "한글"
    shutil.copytree(root, other)
    plain = {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
    strange = {"TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4711", "PYTHONUTF8": "0"}
    first = subprocess.run(command(root, out), env={**os.environ, **plain}, umask=0o022, check=False)
    second = subprocess.run(
        command(other, other / "out"), env={**os.environ, **strange}, umask=0o077, cwd=other, check=False
    )
    assert (first.returncode, second.returncode) == (0, 0)
    assert snapshot(out) == snapshot(other / "out")
    assert [(root / name).read_bytes() for name in LEDGERS] == [(other / name).read_bytes() for name in LEDGERS]
    assert {mode & 0o777 for mode, _ in snapshot(out).values()} == {0o755, 0o644}


def test_killed_at_any_moment_it_leaves_all_or_nothing(root: Path, out: Path) -> None:
    """After each kill only whole sets are there, the ledgers are old or new, and the next run succeeds."""
    dice = random.Random(20261122)
    before = {name: (root / name).read_bytes() if (root / name).exists() else None for name in LEDGERS}
    begun = time.monotonic()
    subprocess.run(command(root, out), check=True, capture_output=True)
    needed = time.monotonic() - begun
    after = {name: (root / name).read_bytes() for name in LEDGERS}
    expected = snapshot(out)
    for turn in range(KILLS):
        if time.monotonic() - begun > ENOUGH:
            break
        shutil.rmtree(out / __version__)
        for name, data in before.items():
            (root / name).unlink()
            if data is not None:
                (root / name).write_bytes(data)
        killed(command(root, out), out, dice.uniform(0.3, 1) * needed if turn % 3 == 0 else None, dice.uniform(0, 0.03))
        assert_whole(out)
        for name in LEDGERS:
            held = (root / name).read_bytes() if (root / name).exists() else None
            assert held in {before[name], after[name]}
        assert release(root, out) == 0
        assert_whole(out)
        assert snapshot(out) == expected
        assert {name: (root / name).read_bytes() for name in LEDGERS} == after


def killed(arguments: list[str], out: Path, wait: float | None, delay: float) -> None:
    """Run a command and kill it after some seconds, or where none are given, soon after it has begun to write."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + (wait or 30)
    while time.monotonic() < until and process.poll() is None:
        if wait is None and out.is_dir() and any(out.glob(f"{write.HIDDEN}*")):
            time.sleep(delay)
            break
        time.sleep(0.0005)
    process.kill()
    process.wait()


def fail(*_: object, **__: object) -> Any:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def half_written(path: Path, data: bytes) -> None:
    """Write half of a file before the disk is full."""
    path.write_bytes(data[: len(data) // 2])
    fail()


FAILURES: dict[str, tuple[Any, str, Any]] = {
    "read-only": (tempfile, "mkdtemp", fail),
    "full at a file": (write, "_file", half_written),
    "full at a folder": (write, "_sync", fail),
    "no rename": (Path, "rename", fail),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failing_disk_leaves_nothing_half(
    case: str, root: Path, out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command says what failed and ends with 2; nothing was written, to the releases or to the checkout."""
    place, name, failing = FAILURES[case]
    before = snapshot(root)
    with monkeypatch.context() as patched:
        patched.setattr(place, name, failing)
        assert release(root, out) == 2
    assert "the release cannot be written: [Errno 28] No space left on device" in capsys.readouterr().err
    assert list(out.iterdir()) == []
    assert snapshot(root) == before
    assert release(root, out) == 0
    assert_whole(out)


def test_a_disk_that_takes_no_large_file(root: Path, out: Path) -> None:
    """The same with a limit of the system instead of a made-up error."""
    pytest.importorskip("resource")
    run = subprocess.run(command(root, out, SMALL_FILES), capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "the release cannot be written: [Errno 27] File too large" in run.stderr
    assert list(out.iterdir()) == []


def test_a_run_stopped_behind_the_set_is_finished_by_the_next(
    root: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The set is whole before the ledgers are written; the next run leaves it and writes them."""
    with monkeypatch.context() as patched:
        patched.setattr(write, "replace", fail)
        assert release(root, out) == 2
    assert_whole(out)
    before = snapshot(out)
    assert not (root / released.FILE).exists()
    assert release(root, out, "--date", "2026-11-22") == 1
    assert release(root, out) == 0
    assert snapshot(out) == before
    assert (root / released.FILE).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out.mkdir(mode=0o555)
    assert release(root, out) == 2
    assert "the release cannot be written" in capsys.readouterr().err
    assert list(out.iterdir()) == []


def test_a_place_that_is_no_folder(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out.write_text("a file")
    assert release(root, out) == 2
    assert "the release cannot be written" in capsys.readouterr().err


def test_two_runs_do_not_meet(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While one run writes, another one is turned away and removes nothing."""
    pytest.importorskip("fcntl")
    out.mkdir()
    (out / f"{write.HIDDEN}other").mkdir()
    with write._alone(out):
        assert release(root, out) == 2
    assert "another release is being written" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == [f"{write.HIDDEN}other"]
    assert release(root, out) == 0
    assert [path.name for path in out.iterdir()] == [__version__]


def test_a_released_version_never_changes(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another content under the same version is refused, and the set stays what it is."""
    assert release(root, out) == 0
    before = snapshot(out)
    (root / released.FILE).unlink()
    edit(root, MILL, "lat: 39.8", "lat: 39.7")
    assert main(["--root", str(root), "build"]) == 0
    capsys.readouterr()
    assert release(root, out) == 1
    assert f"version {__version__} was released already; it differs in" in capsys.readouterr().out
    assert snapshot(out) == before


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), "utf-8")


def test_what_is_not_ready_is_not_released(root: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Findings and stale files are told with what to do; nothing is written."""
    edit(root, MILL, "lat: 39.8", "lat: 39.7")
    assert release(root, out) == 1
    printed = capsys.readouterr()
    stale = "dataset/tables/facilities.csv is stale; run `dprk-industry build` and commit what it writes"
    assert stale in printed.out.splitlines()
    assert "nothing was released" in printed.err
    edit(root, MILL, "place: KP-08-hamju", "place: KP-99")
    assert release(root, out) == 1
    assert re.match(r"the dataset has 1 finding, the first at dataset/facilities/\S+:4:8; ", capsys.readouterr().out)
    assert not out.exists()
    (root / "LICENSE-DATA").unlink()
    edit(root, MILL, "place: KP-99", "place: KP-08-hamju")
    assert main(["--root", str(root), "build"]) == 0
    assert release(root, out) == 2
    assert "LICENSE-DATA: No such file or directory; a release is made in a checkout" in capsys.readouterr().err


@pytest.fixture
def older(root: Path, tmp_path: Path) -> Path:
    """The archive of a version before this one, without the mill's coordinates."""
    described = json.loads((root / "datapackage.json").read_text("utf-8"))
    path = tmp_path / "older.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("datapackage.json", json.dumps({**described, "version": "0.0.9"}))
        for table in sorted((root / "dataset" / "tables").iterdir()):
            text = table.read_text("utf-8").replace("39.8,127.4,county", "39.5,127.4,county")
            archive.writestr(f"dataset/tables/{table.name}", text)
    return path


def test_diff_tells_what_changed_and_why(root: Path, older: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a reason the status is 1 and the place of the reason is named; with one it is 0."""
    lat = "facilities: changed example-steel-mill lat: 39.5 → 39.8"
    assert main(["diff", str(older), str(root)]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{lat} (no reason given)\n"
    assert f"add `{{version: {__version__}, reason: …}}` to `changes` in {MILL}" in printed.err
    edit(
        root, MILL, "\nsources:", f"\nchanges: [{{version: {__version__}, reason: corrected, note: new map}}]\nsources:"
    )
    assert main(["--root", str(root), "build"]) == 0
    capsys.readouterr()
    assert main(["diff", str(older), str(root)]) == 0
    printed = capsys.readouterr()
    assert f"{lat} (corrected: new map)\n" in printed.out
    assert printed.err.splitlines()[-1].startswith(f"0.0.9 → {__version__}: rows: 1 added, 1 changed, 0 retired")
    assert main(["diff", str(older), str(root), "--format", "csv"]) == 0
    key = '"{""facility_id"": ""example-steel-mill""}"'
    row = f"facilities,example-steel-mill,changed,{key},lat,39.5,39.8,corrected,new map,false"
    assert row in capsys.readouterr().out.splitlines()
    assert main(["diff", str(older), str(root), "--format", "markdown"]) == 0
    assert "| `facilities` | 0 | 1 | 0 | corrected 1 |" in capsys.readouterr().out


def test_diff_within_a_version_leaves_its_number_to_the_release(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who adds something is not told to raise the version; the last line says how far the release must."""
    before = tmp_path / "before"
    shutil.copytree(root, before)
    for table in (before / "dataset" / "tables").iterdir():
        head, *rows = table.read_text("utf-8").splitlines(keepends=True)
        table.write_text(head + "".join(row for row in rows if table.stem != "outlets" or "wire" not in row), "utf-8")
    assert main(["diff", str(before), str(root)]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("outlets: added wire ")
    [line] = printed.err.splitlines()
    assert line.startswith(f"{__version__} → {__version__}: rows: 1 added, 0 changed, 0 retired; least step patch; ")
    assert re.search(r"; the release of it is [0-9.]+ at least$", line)


def test_diff_of_what_is_no_build_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(root / "dataset"), str(root)]) == 2
    assert "no build here; expected the file datapackage.json" in capsys.readouterr().err


def test_a_release_follows_the_one_before(
    root: Path, out: Path, older: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The version before is the one named, or the last lower one among the releases; both give the same delta."""
    assert release(root, out, "--previous", str(older)) == 1
    assert "example-steel-mill changed without a reason (facilities.lat: 39.5 → 39.8)" in capsys.readouterr().out
    edit(root, MILL, "\nsources:", f"\nchanges: [{{version: {__version__}, reason: corrected}}]\nsources:")
    assert main(["--root", str(root), "build"]) == 0
    assert release(root, out, "--previous", str(older)) == 0
    changes = (out / __version__ / "CHANGES.md").read_text("utf-8")
    assert changes.startswith(f"# Changes from 0.0.9 to {__version__}\n")
    assert "Data: changes since 0.0.9\n" in (root / "CHANGELOG.md").read_text("utf-8")
    beside = out.with_name("beside")
    for version in ("0.0.8", "0.0.9", "9.9.9", "notes"):
        (beside / version).mkdir(parents=True)
    with zipfile.ZipFile(older) as archive:
        archive.extractall(beside / "0.0.9")
    assert release(root, beside) == 0
    assert (beside / __version__ / "CHANGES.md").read_text("utf-8") == changes
    assert read(beside / __version__).tables == read(root).tables
