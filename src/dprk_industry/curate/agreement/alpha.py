"""Krippendorff's alpha: how far coders agree beyond chance, for any number of coders, any scale, and missing values.

Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability":

    alpha = 1 - D_o / D_e = 1 - (n - 1) * sum(o_ck * d_ck) / sum(n_c * n_k * d_ck)

A unit to which m coders gave a value adds 1 / (m - 1) to the coincidence o_ck for each ordered pair of its values c and
k; units with fewer than two values add nothing. n_c is the sum of row c, n that of all, and d the squared difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import permutations
from typing import Any

import numpy as np

from dprk_industry.curate.agreement.distances import Differences, Distance, Matrix


def alpha(units: Sequence[Sequence[Any]], distance: Distance) -> float | None:
    """Alpha of units, each the values that coders gave to one thing; None where nothing varies.

    For ordinal data the values sort as they rank.
    """
    values = distinct(units)
    return from_coincidences(coincidences(units, values), distance(values))


def distinct(units: Iterable[Sequence[Any]]) -> list[Any]:
    """The values that occur, in order."""
    return sorted({value for unit in units for value in unit})


def coincidences(units: Iterable[Sequence[Any]], values: Sequence[Any]) -> Matrix:
    """How often each two values were given to one unit: a symmetric matrix in the order of the values."""
    position = {value: number for number, value in enumerate(values)}
    found = np.zeros((len(values), len(values)))
    for unit in units:
        for one, other in permutations(unit, 2):
            found[position[one], position[other]] += 1 / (len(unit) - 1)
    return found


def from_coincidences(observed: Matrix, differences: Differences) -> float | None:
    """Alpha of a matrix of coincidences; None where nothing varies, so that there is nothing to agree on."""
    counts = observed.sum(axis=1)
    squared = differences(counts)
    expected = float(counts @ squared @ counts)
    if expected <= 0:
        return None
    return 1.0 - float(counts.sum() - 1) * float((observed * squared).sum()) / expected
