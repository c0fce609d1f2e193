"""What the tests share: the toy dataset, the real one, a git repository of its own, and two options."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "toy"

SECONDS, MEMORY = 60, 2**30
"""What a guarded check may take."""
GUARDED = f"""
import os, resource, sys
from dprk_industry.curate.cli import main

def leads_to(event, given):
    above, name = os.path.split(str(given[0]))
    if event == "open" and given[2] & os.O_NOFOLLOW:
        return os.path.join(os.path.realpath(above), name)
    return os.path.realpath(str(given[0]))

def watch(event, given):
    if event in {{"open", "os.listdir", "os.scandir"}} and "/outside" in leads_to(event, given):
        os.write(2, f"OUTSIDE {{event}} {{given[0]}}\\n".encode())
    if event.startswith(("subprocess", "os.exec", "os.system", "socket", "ctypes")):
        os.write(2, f"RAN {{event}}\\n".encode())

resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
sys.addaudithook(watch)
sys.exit(main())
"""

settings.register_profile("steady", deadline=None)
settings.register_profile("long", deadline=None, max_examples=5000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write the findings of the cases into expected.txt")
    parser.addoption("--install", action="store_true", help="run also the tests that install packages from the index")


@pytest.fixture
def installs(request: pytest.FixtureRequest) -> None:
    """Skip a test that installs packages unless that is asked for."""
    if not request.config.getoption("--install"):
        pytest.skip("it installs packages from the index; ask for it with --install")


@pytest.fixture(scope="session")
def real_root() -> Path:
    """Root of the checkout with the real dataset."""
    return ROOT


@pytest.fixture
def toy_root(tmp_path: Path) -> Path:
    """Root of a fresh copy of the toy dataset, with the real vocabularies."""
    root = tmp_path / "toy"
    shutil.copytree(TOY, root)
    shutil.copytree(ROOT / "dataset" / "vocabularies", root / "dataset" / "vocabularies")
    return root


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Runs git in a repository of its own, `checkout` beside it, and gives what it prints."""
    identity = ("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false")

    def run(*arguments: str) -> str:
        call = ["git", "-C", str(tmp_path / "checkout"), *identity, *arguments]
        return subprocess.run(call, check=True, capture_output=True, text=True).stdout

    return run


@pytest.fixture
def checkout(tmp_path: Path, git: Callable[..., str]) -> Path:
    """Root of a git repository with one commit: the files of this one as they stand, without the tests."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ".", ":!tests"]
    if not (shutil.which("git") and (ROOT / ".git").exists()):
        pytest.skip("this is no git checkout, or git is not installed")
    listed = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True)
    root = tmp_path / "checkout"
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "base")
    return root


@pytest.fixture
def command(tmp_path: Path) -> Path:
    """The command `dprk-industry`, in a folder of its own, as it is run by the Python of the tests."""
    path = tmp_path / "bin" / "dprk-industry"
    path.parent.mkdir()
    lines = (
        f"#!{sys.executable}",
        "import sys",
        f"sys.path.insert(0, {str(ROOT / 'src')!r})",
        "from dprk_industry.curate.cli import main",
        "sys.exit(main())",
    )
    path.write_text("\n".join(lines) + "\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(scope="session")
def guarded_check() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Checks a root by the command, in a process with limits on time and memory and a watch on what it opens."""
    pytest.importorskip("resource")
    return _guarded


def _guarded(root: Path, command: str = GUARDED, form: str = "text") -> subprocess.CompletedProcess[str]:
    """The command's run on a dataset; fails where it takes too long, too much memory, or looks elsewhere."""
    done = subprocess.run(
        [sys.executable, "-c", command, "--root", str(root), "check", "--format", form],
        check=False,
        capture_output=True,
        timeout=SECONDS,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr
    assert "OUTSIDE" not in done.stderr
    assert "RAN" not in done.stderr
    assert "this rule failed" not in done.stdout
    return done
