"""The command `fix`: what it writes, what it leaves alone, and how it ends."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from dprk_industry.curate.check import check
from dprk_industry.curate.cli import main
from dprk_industry.curate.fix import record_files
from dprk_industry.curate.scaffold import Start, scaffold

ANNOTATION = Path("dataset/annotations/tidings/tidings-toy-order.yaml")
MODELINE = "# yaml-language-server: $schema=../../../schemas/article.schema.json\n"


@pytest.fixture
def root(toy_root: Path) -> Path:
    """The toy dataset in canonical form."""
    assert main(["--root", str(toy_root), "fix"]) == 0
    return toy_root


def fix(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "fix", *arguments])


def states(root: Path) -> dict[Path, tuple[bytes, int]]:
    """Bytes and time of every file."""
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


def spoil(root: Path, before: str = "action: produce", after: str = 'action:   "produce"') -> Path:
    """Write something otherwise than it should be."""
    path = root / ANNOTATION
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return path


def test_fix_writes_the_form_once(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every record file gets its modeline; a second run changes nothing, not even the time of a file."""
    files = list(record_files(toy_root))
    own = [file for file in files if "/vocabularies/" not in file]
    assert fix(toy_root) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == own
    assert printed.err == f"{len(own)} of {len(files)} files changed\n"
    assert (toy_root / ANNOTATION).read_text("utf-8").startswith(f"{MODELINE}id: tidings-toy-order\n")
    before = states(toy_root)
    assert fix(toy_root) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"0 of {len(files)} files changed\n")
    assert states(toy_root) == before
    assert check(toy_root) == []


def test_diff_shows_and_writes_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The diff is one that `git apply` takes, and what it makes of the file is canonical; the status is 1."""
    path = spoil(root)
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    before = states(root)
    capsys.readouterr()
    assert fix(root, "--diff") == 1
    printed = capsys.readouterr()
    assert states(root) == before
    assert '-    action:   "produce"\n+    action: produce\n' in printed.out
    assert "\\ No newline at end of file\n" in printed.out
    assert printed.err.startswith("1 of ")
    subprocess.run(["git", "apply"], input=printed.out.encode("utf-8"), cwd=root, check=True)  # noqa: S607
    assert fix(root, "--diff") == 0
    assert capsys.readouterr().out == ""


def test_the_diff_is_utf_8_whatever_the_system_prints_in(root: Path) -> None:
    spoil(root, "headline: A mill", "headline:  제강소😀")
    path = spoil(root)
    call = [sys.executable, "-c", "from dprk_industry.curate.cli import command; command()", "--root", str(root)]
    env = {**os.environ, "PYTHONIOENCODING": "cp949"}
    shown = subprocess.run([*call, "fix", "--diff"], env=env, stdout=subprocess.PIPE, check=False).stdout
    subprocess.run(["git", "apply"], input=shown, cwd=root, check=True)  # noqa: S607
    assert "\nheadline: 제강소😀 is told" in path.read_text("utf-8")
    assert fix(root, "--diff") == 0


FAULTS = {
    "not closed": ("[{class: steel_mill, place: KP}]", "[{class: steel_mill, place: KP}", "R01 a list is not closed"),
    "key twice": ("issued: 2019-03-01", "action: build", "R01 the key 'action' stands here a second time"),
    "comment": ("action: produce", "action: produce  # more", "R88 a comment stands here"),
    "control": ("action: produce", 'action: "prod\\x07uce"', "R86 the control character U+0007 stands in the value"),
    "tab": ("    action: produce", "\taction: produce", "R01 a tab stands here"),
    "carriage return": ("action: produce\n", "action: produce\r\n", "R86 lines end with a carriage return"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_read_is_left_alone(fault: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A faulty file stays as it is and gives the findings that `check` gives; the others are fixed all the same."""
    before, after, message = FAULTS[fault]
    path = root / ANNOTATION
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode(), 1))
    faulty = path.read_bytes()
    other = root / "dataset" / "bounds.yaml"
    other.write_text(other.read_text("utf-8") + "\n", "utf-8")
    capsys.readouterr()
    assert fix(root) == 1
    printed = capsys.readouterr()
    assert path.read_bytes() == faulty
    assert other.read_text("utf-8").endswith("{}\n")
    changed, line = printed.out.splitlines()
    assert changed == "dataset/bounds.yaml"
    assert line.startswith(f"{ANNOTATION.as_posix()}:")
    assert message in line
    assert printed.err.endswith("; 1 cannot be read without a fault and stay as they are\n")
    assert main(["--root", str(root), "check", str(path)]) == 1
    assert line in capsys.readouterr().out.splitlines()


def test_faults_of_the_record_do_not_matter(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What only the models or the rules find fault with is written as it is meant to be written."""
    path = spoil(root, "action: produce", 'acton:   "produse"')
    assert fix(root) == 0
    assert "    acton: produse\n" in path.read_text("utf-8")
    capsys.readouterr()
    assert main(["--root", str(root), "check"]) == 1
    assert "R02 unknown key `acton`; did you mean `action`?" in capsys.readouterr().out


def test_faulty_vocabularies_keep_no_file_from_being_fixed(root: Path) -> None:
    (root / "dataset" / "vocabularies" / "plan.yaml").write_text("codes: [", "utf-8")
    path = spoil(root)
    assert fix(root) == 1
    assert "    action: produce\n" in path.read_text("utf-8")


def test_only_what_is_named_is_fixed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files and folders can be named; where one is none of the dataset, nothing is written."""
    path, other = spoil(root), root / "dataset" / "bounds.yaml"
    other.write_text(other.read_text("utf-8") + "\n", "utf-8")
    spoilt = states(root)
    stray = root / "dataset" / "outlets.yaml"
    for named, message in (
        (root / "none.yaml", "no file or folder"),
        (root.parent, "outside"),
        (stray, "people write"),
    ):
        stray.write_text("{}\n", "utf-8")
        assert fix(root, str(other), str(named)) == 2
        assert message in capsys.readouterr().err
        stray.unlink()
    assert states(root) == spoilt
    assert fix(root, str(root / "dataset" / "annotations"), str(path)) == 0
    assert capsys.readouterr().out == f"{ANNOTATION.as_posix()}\n"
    assert other.read_text("utf-8").endswith("\n\n")


def test_the_mode_of_a_file_is_kept(root: Path) -> None:
    path = spoil(root)
    path.chmod(0o640)
    assert fix(root) == 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interrupted_write_leaves_the_old_file(
    failure: BaseException, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file stands as it was, nothing lies about, and the reason is said."""
    path = spoil(root)
    before = states(root)
    with patch.object(Path, "replace", side_effect=failure):
        status = fix(root)
    assert states(root) == before
    assert status == (2 if isinstance(failure, OSError) else 130)
    assert "Traceback" not in capsys.readouterr().err
    assert path.is_file()


def test_links_are_not_followed(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A link out of the root is a finding, one inside stays a link, a pipe is not waited for; nothing else changes."""
    outside = tmp_path / "outside.yaml"
    outside.write_text("{a:   b}\n", "utf-8")
    folder = root / "dataset" / "annotations" / "tidings"
    (folder / "tidings-far-away.yaml").symlink_to(outside)
    (folder / "tidings-near-by.yaml").symlink_to(root / "dataset" / "bounds.yaml")
    (folder / "below").symlink_to(tmp_path)
    os.mkfifo(folder / "tidings-pipe.yaml")
    capsys.readouterr()
    assert fix(root) == 1
    assert [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()] == [
        "R01 the file cannot be read: it is a link that leads out of the dataset",
        "R01 the file cannot be read: it is no ordinary file",
    ]
    assert outside.read_text("utf-8") == "{a:   b}\n"
    assert (folder / "tidings-near-by.yaml").is_symlink()
    assert fix(root, str(outside)) == 2


def test_installed_data_are_not_written_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fix(tmp_path) == 2
    assert "there is no checkout" in capsys.readouterr().err


@pytest.mark.parametrize("headline", ["A headline", 'He said: "no", twice', "yes", "#1 mine, # 2 mine", "a " * 90])
def test_a_scaffold_is_canonical(headline: str, toy_root: Path) -> None:
    """What `new` writes, `fix` leaves alone."""
    for text in (None, b"One.\n\nTwo.\n" * 8):
        start = Start("tidings", "https://tidings.example/a", headline.strip(), "", date(2026, 11, 22), text=text)
        path = toy_root / start.file
        path.write_text(scaffold(start), "utf-8")
        assert path.read_text("utf-8").startswith(f"{MODELINE}id: tidings-")
        assert fix(toy_root, str(path), "--diff") == 0
