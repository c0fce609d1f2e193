"""Intervals by resampling articles: how far a figure would move had the draw fallen on other articles.

Whole articles are drawn, not records: the records of one article share its text and its two coders, so they are not
independent of each other, and resampling them one by one would make the intervals too narrow.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from typing import TypeAlias

import numpy as np

from dprk_industry.curate.agreement.distances import Matrix

SEED = "agreement 2026"
TIMES = 1000
"""How often the articles are drawn again."""
COVERAGE = 0.95
FEWEST_ARTICLES = 5
"""With fewer articles no interval is given."""
MOST_LOST = 0.05
"""Share of draws that may give no figure; with more no interval is given."""

Interval: TypeAlias = tuple[float, float]


def draws(articles: int) -> Matrix:
    """How often each article stands in each resample: one row for each, the same for every figure."""
    chance = random.Random(SEED)  # noqa: S311 - it must be repeatable, not secret
    weights = np.zeros((TIMES, articles))
    for row in weights if articles else ():
        for position in chance.choices(range(articles), k=articles):
            row[position] += 1
    return weights


def interval(figures: Iterable[float | None], articles: int) -> Interval | None:
    """Bounds within which the middle 95 percent of the resampled figures lie; None where there are too few."""
    all_figures = list(figures)
    known = sorted(figure for figure in all_figures if figure is not None)
    if articles < FEWEST_ARTICLES or len(known) < (1 - MOST_LOST) * len(all_figures):
        return None
    tail = (1 - COVERAGE) / 2 * len(known)
    return known[math.floor(tail)], known[math.ceil(len(known) - tail) - 1]
