"""What the tests share: the toy dataset, the real one, and an option to accept changed expectations."""

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

def watch(event, given):
    if event in {{"open", "os.listdir", "os.scandir"}} and "/outside" in os.path.realpath(str(given[0])):
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
