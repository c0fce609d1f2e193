"""Runs trials of every rule and prints what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from dprk_industry.curate.rules import RULES
from mutations.mutator import Mutator
from mutations.trial import Bench, Trial, Verdict
from mutations.ways import MUTATORS

TITLES = {rule.code: rule.text.title for rule in RULES}


@dataclass(frozen=True)
class Row:
    """What became of the faults of one rule."""

    code: str
    trials: tuple[Trial, ...]
    places: int
    """Places at which its mutators could be tried."""

    def count(self, verdict: Verdict) -> int:
        """How many trials ended so."""
        return sum(trial.verdict is verdict for trial in self.trials)

    @property
    def holds(self) -> bool:
        """Whether there were trials, and every fault was caught on its line."""
        return bool(self.trials) and self.count(Verdict.CAUGHT) == len(self.trials)

    @property
    def beside(self) -> str:
        """Median number of findings beside the right one, and the codes that come along most often."""
        counts = [len(trial.beside) for trial in self.trials if trial.verdict is Verdict.CAUGHT]
        codes = Counter(code for trial in self.trials for code in {finding.code for finding in trial.beside})
        often = ", ".join(f"{code} in {count}" for code, count in codes.most_common(3))
        return f"{median(counts) if counts else 0:g}{f' ({often})' if often else ''}"


def rows(benches: Sequence[Bench], rounds: int, codes: Sequence[str] = ()) -> Iterator[Row]:
    """A row for each rule: so many trials, and at least one of each mutator, on the first bench that has a place."""
    for code in codes or TITLES:
        able = [(mutator, bench) for mutator in MUTATORS if mutator.code == code and (bench := _able(mutator, benches))]
        places = sum(len(bench.places(mutator)) for mutator, bench in able)
        yield Row(code, tuple(_trials(able, rounds)), places)


def _able(mutator: Mutator, benches: Sequence[Bench]) -> Bench | None:
    return next((bench for bench in benches if bench.places(mutator)), None)


def _trials(able: Sequence[tuple[Mutator, Bench]], rounds: int) -> Iterator[Trial]:
    for number in range(max(rounds, len(able)) if able else 0):
        mutator, bench = able[number % len(able)]
        yield bench.tried(mutator, number)


HEAD = ("rule", "tries", "caught", "elsewhere", "missed", "places", "beside", "title")


def line(row: Row) -> str:
    """A row of the table."""
    counts = (row.count(verdict) for verdict in Verdict)
    return _columns(row.code, len(row.trials), *counts, row.places, row.beside, TITLES[row.code])


def head() -> str:
    """The names of the columns."""
    return _columns(*HEAD)


def total(rows: Sequence[Row]) -> str:
    """The line below the table."""
    trials = [trial for row in rows for trial in row.trials]
    caught = sum(row.count(Verdict.CAUGHT) for row in rows)
    untried = [row.code for row in rows if not row.trials]
    told = f"{len(rows)} rules, {len(trials)} faults: {caught} caught on the right line"
    return f"{told}; no place to try {', '.join(untried)}" if untried else told


def _columns(code: object, *cells: object) -> str:
    numbers = "".join(f"{cell!s:>10}" for cell in cells[:-2])
    return f"{code!s:<5}{numbers}  {cells[-2]!s:<32} {cells[-1]}"


def story(trial: Trial) -> str:
    """A trial told in full: the edit, what was expected, and what was found."""
    meant = f"{trial.mutator.code} {trial.mutator.name} #{trial.number}: {trial.verdict}"
    found = [f"  {finding.location}: {finding.code} {finding.message}" for finding in trial.beside]
    place = f"expected at {trial.line.file}:{trial.line.number}"
    return "\n".join([f"{meant}, {place}", trial.difference.rstrip(), *(found or ["  nothing was found beside it"])])
