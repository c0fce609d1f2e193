"""What the tests share: the toy dataset, the real one, and an option to accept changed expectations."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
TOY = ROOT / "tests" / "toy"

settings.register_profile("steady", deadline=None)
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
