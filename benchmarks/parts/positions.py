"""What the places of findings cost: a corpus with a fault in every thousandth file, and one with none."""

from __future__ import annotations

from measuring import Line, rounds
from parts.bench import ALONE, Bench, Part

FAULTY = 1000
LINES = (
    Line("no finding", "sound", "sound"),
    Line("a fault in every thousandth file, at least in one / no finding", "faulty", "sound"),
)


def measure(bench: Bench) -> Part:
    """Time the command on both."""

    def check(faulty: int) -> tuple[object, ...]:
        return (bench.command, "--root", bench.corpus(bench.articles, faulty), "check", *ALONE)

    faulty = min(FAULTY, bench.articles)
    cases = {"sound": bench.running(*check(0)), "faulty": bench.running(*check(faulty), statuses=(1,))}
    part = Part(f"Positions, on {bench.articles:,} files")
    part.lines += [f"Medians of {bench.rounds} rounds."]
    part.tell(LINES, rounds(cases, bench.rounds))
    return part
