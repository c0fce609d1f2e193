"""The generator of the benchmarks: what it makes breaks no rule, so that a checker has all of it to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dprk_industry.curate.canonical import canonical
from dprk_industry.curate.check import check


def generate(checkout: Path, root: Path, *arguments: str) -> dict[str, bytes]:
    """Bytes of the annotations made under a root, by their paths."""
    script = checkout / "benchmarks" / "generate.py"
    subprocess.run([sys.executable, str(script), str(root), *arguments], check=True)
    made = (root / "dataset" / "annotations").rglob("*.yaml")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in made}


@pytest.mark.parametrize("articles", [1, 7, 200])
def test_what_is_made_breaks_no_rule(real_root: Path, tmp_path: Path, articles: int) -> None:
    assert len(generate(real_root, tmp_path, str(articles))) == articles
    assert check(tmp_path) == []


def test_what_is_made_is_canonical_and_follows_from_the_seed(real_root: Path, tmp_path: Path) -> None:
    made, again, other = (
        generate(real_root, tmp_path / name, "60", "--seed", seed)
        for name, seed in (("a", "7"), ("b", "7"), ("c", "8"))
    )
    assert made == again != other
    for file, raw in made.items():
        assert canonical(raw, file, "article").text == raw.decode()


def test_every_nth_file_is_faulty_where_that_is_asked_for(real_root: Path, tmp_path: Path) -> None:
    generate(real_root, tmp_path, "60", "--faulty", "20")
    found = check(tmp_path)
    assert len({finding.location.file for finding in found}) == 3
    assert {finding.code for finding in found} == {"R07"}
