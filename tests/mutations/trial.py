"""Breaks a rule at a place of a copy of a dataset, and holds what the check finds against what it should."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any

from dprk_industry.curate.check import check
from dprk_industry.curate.findings import Finding
from mutations.draft import Draft, Line, Spot
from mutations.mutator import Mutator
from mutations.places import SECTIONS
from mutations.sample import left_out

DRAWS = 20
"""How often another place is drawn, at most."""
CRASHED = "this rule failed here"
"""How the check begins to tell of a rule that crashed."""


class Verdict(StrEnum):
    """What became of a fault."""

    CAUGHT = "caught"
    ELSEWHERE = "elsewhere"
    MISSED = "missed"


@dataclass(frozen=True)
class Trial:
    """One fault and what the check said to it."""

    mutator: Mutator
    number: int
    verdict: Verdict
    line: Line
    """Where the finding has to stand."""
    beside: tuple[Finding, ...]
    """What was found beside the one finding that has to be there."""
    difference: str
    """The edit, as a unified difference."""


class Bench:
    """A copy of a dataset on which faults are tried, one after the other."""

    def __init__(self, root: Path, copy: Path, seed: int, articles: int | None = None) -> None:
        """Copy the dataset under a root, or a sample of so many articles, into a folder that is still empty."""
        shutil.copytree(root / "dataset", copy / "dataset", ignore=shutil.ignore_patterns("tables"))
        if articles is not None:
            for file in left_out(Draft.of(copy), articles, Random(seed)):
                (copy / file).unlink()
        self.root, self.seed = copy, seed
        self.sound = Draft.of(copy)
        self.known = Counter(map(_said, check(copy)))
        exceptions = self.sound.get(Spot("dataset/exceptions.yaml"))
        self.waived = {(waiver["rule"], waiver["record"]) for waiver in exceptions}
        self._places: dict[Mutator, list[Any]] = {}

    def places(self, mutator: Mutator) -> list[Any]:
        """Where a mutator can be tried."""
        if mutator not in self._places:
            self._places[mutator] = list(mutator.places(self.sound))
        return self._places[mutator]

    def tried(self, mutator: Mutator, number: int) -> Trial:
        """The trial of a mutator with a number; the same number gives the same fault."""
        dice = Random(f"{self.seed} {mutator.code} {mutator.name} {number}")
        draft, meant = self._drawn(mutator, dice)
        line = draft.line(meant) if isinstance(meant, Spot) else meant
        with self._edited(draft):
            found = self._news(check(self.root))
        verdict, beside = _judged(found, mutator.code, line)
        return Trial(mutator, number, verdict, line, beside, _difference(draft))

    def _drawn(self, mutator: Mutator, dice: Random) -> tuple[Draft, Spot | Line]:
        """A fault at a place drawn at random; where an exception waives what would be found, another is drawn."""
        for _ in range(DRAWS):
            draft = self.sound.fresh()
            meant = mutator.edit(draft, dice.choice(self.places(mutator)), dice)
            if (mutator.code, _record(meant)) not in self.waived:
                break
        return draft, meant

    @contextmanager
    def _edited(self, draft: Draft) -> Iterator[None]:
        """The files on disk as they are in a draft, as long as it takes."""
        try:
            for file, page in draft.changed.items():
                self._set(file, page.text if page else None)
            yield
        finally:
            for file in draft.changed:
                self._set(file, draft.before(file))

    def _set(self, file: str, text: str | None) -> None:
        if text is None:
            (self.root / file).unlink(missing_ok=True)
        else:
            (self.root / file).write_bytes(text.encode("utf-8", "surrogateescape"))

    def _news(self, findings: list[Finding]) -> list[Finding]:
        """The findings that the sound dataset does not have."""
        left = self.known.copy()
        found = []
        for finding in findings:
            if left[_said(finding)] > 0:
                left[_said(finding)] -= 1
            else:
                found.append(finding)
        return found


def _record(meant: Spot | Line) -> str:
    """Id of the record in which a place lies, as an exception names it; files are called like what they hold."""
    stem = Path(meant.file).stem
    in_record = isinstance(meant, Spot) and len(meant.path) > 1 and meant.path[0] in {*SECTIONS, "sources"}
    return f"{stem}#{meant.path[1]}" if isinstance(meant, Spot) and in_record else stem


def _said(finding: Finding) -> tuple[str, str, str]:
    """A finding without its line."""
    return finding.location.file, finding.code, finding.message


def _judged(found: list[Finding], code: str, line: Line) -> tuple[Verdict, tuple[Finding, ...]]:
    """What became of a fault, and the findings beside the one that it should give."""
    told = [finding for finding in found if finding.code == code and not finding.message.startswith(CRASHED)]
    right = [finding for finding in told if (finding.location.file, finding.location.line) == line]
    crashed = any(finding.message.startswith(CRASHED) for finding in found)
    if right and not crashed:
        return Verdict.CAUGHT, tuple(finding for finding in found if finding is not right[0])
    return Verdict.ELSEWHERE if told and not crashed else Verdict.MISSED, tuple(found)


def _difference(draft: Draft) -> str:
    lines: list[str] = []
    for file, page in draft.changed.items():
        old, new = (text.splitlines(keepends=True) for text in (draft.before(file) or "", page.text if page else ""))
        lines += unified_diff(old, new, file, file, n=0)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
