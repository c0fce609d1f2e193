"""What a later run saves by what an earlier one kept."""

from __future__ import annotations

from pathlib import Path

from measuring import Aim, Line, rounds
from parts.bench import ALONE, Bench, Part, first, later

JOBS = ("--jobs", 1)
REGISTRY = Path("dataset") / "registries" / "annotators.yaml"
LINES = (
    Line("first run, which keeps what it found", "first", "first"),
    Line("`--no-cache` / first run", "uncached", "first"),
    Line("second run, nothing changed / first run", "second", "first", Aim(1 / 8)),
    Line("one article changed / first run", "article", "first"),
    Line("a registry changed / first run", "registry", "first"),
)


def measure(bench: Bench) -> Part:
    """Time runs on copies of the corpus of which nothing was kept yet, and on others that were checked before."""
    root = bench.corpus(bench.articles)
    article = min((root / "dataset" / "annotations").rglob("*.yaml")).relative_to(root)
    cases = {
        "uncached": bench.running(bench.command, "--root", root, "check", *ALONE),
        "first": first(bench, root, *JOBS),
        "second": later(bench, root, *JOBS),
        "article": later(bench, root, *JOBS, changed=article, key="headline"),
        "registry": later(bench, root, *JOBS, changed=REGISTRY, key="role"),
    }
    part = Part(f"A second run, on {bench.articles:,} files")
    part.lines += [f"One process; medians of {bench.rounds} rounds."]
    part.tell(LINES, rounds(cases, bench.rounds))
    return part
