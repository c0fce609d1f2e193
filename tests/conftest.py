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

settings.register_profile("steady", deadline=None)
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
