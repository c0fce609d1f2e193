"""The figures: which records both coders have, and how far they agree on each variable of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from dprk_industry.curate.agreement.alpha import coincidences, distinct, from_coincidences
from dprk_industry.curate.agreement.distances import Matrix
from dprk_industry.curate.agreement.pairs import Match
from dprk_industry.curate.agreement.resample import Interval, interval
from dprk_industry.curate.agreement.variables import Scale, Variable, given
from dprk_industry.curate.values import frozen

FEWEST_GIVEN = 10
"""Alpha is computed where at least so many pairs of values are there of which one is given."""

Unit: TypeAlias = tuple[Any, Any]


@frozen(slots=False)
class Found:
    """How many records each coder has, and how many of them both have."""

    first: int
    second: int
    both: int
    interval: Interval | None = None
    """Bounds of F1."""

    @property
    def precision(self) -> float | None:
        """Share of the second coder's records that the first has too."""
        return self.both / self.second if self.second else None

    @property
    def recall(self) -> float | None:
        """Share of the first coder's records that the second has too."""
        return self.both / self.first if self.first else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both shares; it does not depend on which coder is the first."""
        return 2 * self.both / (self.first + self.second) if self.first + self.second else None


@frozen(slots=False)
class Measure:
    """How far coders agree on a variable of the things that both have."""

    variable: Variable
    pairs: int
    """Pairs of values."""
    given: int
    """Pairs of which at least one coder gave a value."""
    same: int
    """Pairs of equal values."""
    alpha: float | None
    """Krippendorff's alpha; None where there are too few pairs or nothing varies."""
    interval: Interval | None
    """Bounds of alpha."""
    clashes: tuple[tuple[Any, Any, int], ...]
    """Two different values given to one thing, and how often, the most frequent first."""


def found(matches: Sequence[Match], kinds: Sequence[str], weights: Matrix) -> Found:
    """Count the records of some kinds; the bounds come from counting in each resample of the articles."""
    counts = np.array([_counted(match, kinds) for match in matches], dtype=float).reshape(-1, 3)
    resampled = [Found(int(one), int(other), int(both)).f1 for one, other, both in weights @ counts]
    first, second, both = map(int, counts.sum(axis=0))
    return Found(first, second, both, interval(resampled, _filled(counts.sum(axis=1))))


def _counted(match: Match, kinds: Sequence[str]) -> tuple[int, int, int]:
    first, second = (sum(entry.kind in kinds for entry in sheet.entries) for sheet in match.pair.sheets)
    return first, second, sum(one.kind in kinds for one, _ in match.both)


def measure(variable: Variable, units: Sequence[Sequence[Unit]], weights: Matrix) -> Measure:
    """Measure agreement on a variable.

    Args:
        variable: what is measured.
        units: for each article the pairs of values.
        weights: how often each article stands in each resample.

    """
    sound = [[unit for unit in of_article if None not in unit] for of_article in units]
    pooled = [unit for of_article in sound for unit in of_article]
    told = sum(any(map(given, unit)) for unit in pooled)
    clashes = Counter(tuple(sorted(unit)) for unit in pooled if unit[0] != unit[1])
    alpha, bounds = _alpha(variable.scale, sound, weights) if told >= FEWEST_GIVEN else (None, None)
    ordered = sorted(clashes.items(), key=lambda clash: (-clash[1], clash[0]))
    return Measure(
        variable,
        pairs=len(pooled),
        given=told,
        same=sum(one == other for one, other in pooled),
        alpha=alpha,
        interval=bounds,
        clashes=tuple((one, other, times) for (one, other), times in ordered),
    )


def _alpha(scale: Scale, units: Sequence[Sequence[Unit]], weights: Matrix) -> tuple[float | None, Interval | None]:
    """Alpha of units by article, and its bounds."""
    values = distinct(unit for of_article in units for unit in of_article)
    differences = scale.distance(values)
    by_article = np.array([coincidences(of_article, values) for of_article in units])
    alpha = from_coincidences(by_article.sum(axis=0), differences)
    if alpha is None:
        return None, None
    resampled = (from_coincidences(np.tensordot(row, by_article, axes=1), differences) for row in weights)
    return alpha, interval(resampled, _filled(by_article.sum(axis=(1, 2))))


def _filled(sizes: Matrix) -> int:
    """How many articles hold anything."""
    return int(np.count_nonzero(sizes))
