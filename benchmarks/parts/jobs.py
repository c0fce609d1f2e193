"""Two processes against one."""

from __future__ import annotations

from measuring import Aim, Line, rounds
from parts.bench import ALONE, Bench, Part

LINES = (
    Line("`check --no-cache --jobs 1`", "one", "one"),
    Line("`--jobs 1` / `--jobs 2`", "one", "two", Aim(1.7, at_least=True)),
)


def measure(bench: Bench) -> Part:
    """Time the command in one process and in two."""
    check = (bench.command, "--root", bench.corpus(bench.articles), "check")
    cases = {"one": bench.running(*check, *ALONE), "two": bench.running(*check, "--no-cache", "--jobs", 2)}
    part = Part(f"Two processes on {bench.articles:,} files")
    part.lines += [f"Medians of {bench.rounds} rounds; the peak is that of the larger process."]
    part.tell(LINES, rounds(cases, bench.rounds))
    return part
