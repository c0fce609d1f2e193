"""How far two values lie apart: the difference functions of Krippendorff's alpha, and MASI for sets.

Each takes the values that occur and gives a function that makes the matrix of squared differences, in the order of the
values, out of how often each was given; only the ordinal one needs to know that. Krippendorff (2011), "Computing
Krippendorff's Alpha-Reliability", defines all but the last; MASI is by Passonneau (2006), "Measuring Agreement on
Set-valued Items (MASI) for Semantic and Pragmatic Annotation".
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]
Differences: TypeAlias = Callable[[Matrix], Matrix]
Distance: TypeAlias = Callable[[Sequence[Any]], Differences]


def nominal(values: Sequence[Any]) -> Differences:
    """One for any two values that differ."""
    return _fixed(1.0 - np.eye(len(values)))


def ordinal(values: Sequence[Any]) -> Differences:
    """How many ranks lie between two values, each as wide as it was often given; the values stand in rank order.

    The sum of all counts from one value to the other, less half of both, is the distance between their middles.
    """
    return lambda counts: _squared(np.cumsum(counts) - counts / 2)


def interval(values: Sequence[Any]) -> Differences:
    """Difference of two numbers."""
    return _fixed(_squared(_numbers(values)))


def ratio(values: Sequence[Any]) -> Differences:
    """Difference of two numbers as a share of their sum; where some have a sign, of the sum of their sizes."""
    numbers = _numbers(values)
    sizes = np.abs(numbers[:, None]) + np.abs(numbers[None, :])
    return _fixed(_squared(numbers) / np.where(sizes > 0, sizes, 1.0) ** 2)


def masi(values: Sequence[Any]) -> Differences:
    """MASI distance of two sets, taken as it is where the others are squared."""
    matrix = [masi_distance(one, other) for one in values for other in values]
    return _fixed(np.array(matrix).reshape(len(values), len(values)))


def masi_distance(one: Collection[Any], other: Collection[Any]) -> float:
    """One less the Jaccard index, which weighs 2/3 where one set holds the other and 1/3 where they only overlap.

    It is 0 for equal sets, empty ones included, and 1 for sets that share nothing.
    """
    mine, theirs = frozenset(one), frozenset(other)
    if mine == theirs:
        return 0.0
    weight = 2 / 3 if mine <= theirs or theirs <= mine else 1 / 3
    return 1.0 - weight * len(mine & theirs) / len(mine | theirs)


def _fixed(matrix: Matrix) -> Differences:
    return lambda _: matrix


def _numbers(values: Sequence[Any]) -> Matrix:
    return np.array([float(value) for value in values])


def _squared(numbers: Matrix) -> Matrix:
    return np.asarray((numbers[:, None] - numbers[None, :]) ** 2)
