"""Krippendorff's alpha: published values, an independent implementation, and laws that it must keep."""

from __future__ import annotations

import random
from itertools import permutations
from typing import Any

import krippendorff
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dprk_industry.curate.agreement import distances, resample
from dprk_industry.curate.agreement.alpha import alpha, coincidences
from dprk_industry.curate.agreement.matching import assigned

SCALES = {
    "nominal": distances.nominal,
    "ordinal": distances.ordinal,
    "interval": distances.interval,
    "ratio": distances.ratio,
}
FOUR_OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
"""Krippendorff (2011), section C: four observers, twelve units, values missing."""


def units(*observers: Any) -> list[list[Any]]:
    """Values by unit from values by observer; None is missing."""
    return [[value for value in unit if value is not None] for unit in zip(*observers, strict=True)]


@pytest.mark.parametrize(
    ("scale", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_published_values_of_four_observers(scale: str, published: float) -> None:
    assert alpha(units(*FOUR_OBSERVERS), SCALES[scale]) == pytest.approx(published, abs=0.0005)


@pytest.mark.parametrize(
    ("one", "other", "published"), [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)]
)
def test_published_values_of_two_observers(one: str, other: str, published: float) -> None:
    """Krippendorff (2011), sections A (binary) and B (nominal)."""
    assert alpha(units(one, other), distances.nominal) == pytest.approx(published, abs=0.0005)


def test_coincidences_of_four_observers() -> None:
    """The matrix printed with the example: margins 9, 13, 10, 5 and 3, forty values in all."""
    found = coincidences(units(*FOUR_OBSERVERS), [1, 2, 3, 4, 5])
    assert found.sum(axis=0) == pytest.approx([9, 13, 10, 5, 3])
    assert found[0] == pytest.approx([7, 4 / 3, 1 / 3, 1 / 3, 0])


tables = st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=4), min_size=2, max_size=12)


@given(tables, st.sampled_from(sorted(SCALES)))
def test_another_implementation_gives_the_same(table: list[list[int]], scale: Any) -> None:
    found = alpha(table, SCALES[scale])
    assume(found is not None)
    matrix = np.full((4, len(table)), np.nan)
    for column, unit in enumerate(table):
        matrix[: len(unit), column] = unit
    assert found == pytest.approx(krippendorff.alpha(reliability_data=matrix, level_of_measurement=scale), abs=1e-9)


@given(tables, st.sampled_from(sorted(SCALES)), st.randoms())
def test_order_of_coders_and_units_does_not_matter(table: list[list[int]], scale: str, chance: random.Random) -> None:
    shuffled = [chance.sample(unit, len(unit)) for unit in chance.sample(table, len(table))]
    expected = alpha(table, SCALES[scale])
    assert alpha(shuffled, SCALES[scale]) == (None if expected is None else pytest.approx(expected))


@given(tables)
def test_names_of_nominal_codes_do_not_matter(table: list[list[int]]) -> None:
    renamed = [["edcba"[value] for value in unit] for unit in table]
    expected = alpha(table, distances.nominal)
    assert alpha(renamed, distances.nominal) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("scale", "change"),
    [
        ("ordinal", lambda value: value**3 + 7),
        ("interval", lambda value: 5 - 3 * value),
        ("ratio", lambda value: 9 * value),
    ],
)
@given(table=tables)
def test_each_scale_sees_what_it_should(scale: str, change: Any, table: list[list[int]]) -> None:
    """Ordinal values may be stretched, intervals shifted and turned, ratios multiplied, and alpha stays."""
    expected = alpha(table, SCALES[scale])
    found = alpha([[change(value) for value in unit] for unit in table], SCALES[scale])
    assert found == (None if expected is None else pytest.approx(expected))


@given(st.lists(st.integers(0, 9), min_size=2), st.integers(2, 5), st.sampled_from(sorted(SCALES)))
def test_full_agreement_is_one(values: list[int], coders: int, scale: str) -> None:
    """One where values vary; where they do not, there is nothing to agree on."""
    found = alpha([[value] * coders for value in values], SCALES[scale])
    assert found == (pytest.approx(1) if len(set(values)) > 1 else None)


@pytest.mark.parametrize("scale", [*SCALES, "masi"])
def test_chance_is_about_zero(scale: str) -> None:
    """Two coders who throw dice; a throw of a set is three dice."""
    chance = random.Random(2026)  # noqa: S311 - repeatable

    def throw() -> Any:
        return tuple(sorted({chance.randint(1, 6) for _ in range(3)})) if scale == "masi" else chance.randint(1, 6)

    distance = {**SCALES, "masi": distances.masi}[scale]
    found = alpha([(throw(), throw()) for _ in range(3000)], distance)
    assert found == pytest.approx(0, abs=0.05)


def test_systematic_disagreement_is_below_zero() -> None:
    found = alpha([("a", "b"), ("b", "a")] * 10, distances.nominal)
    assert found is not None
    assert found < -0.8


def test_single_values_do_not_count() -> None:
    table = [["a", "a"], ["b", "a"], ["b", "b"]]
    assert alpha([*table, ["c"], []], distances.nominal) == alpha(table, distances.nominal)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ab", "ab", 0),
        ("", "", 0),
        ("a", "", 1),
        ("ab", "cd", 1),
        ("ab", "abcd", 1 - 2 / 3 * 1 / 2),
        ("abc", "bcd", 1 - 1 / 3 * 1 / 2),
    ],
)
def test_masi_distance(one: str, other: str, expected: float) -> None:
    """Equal, disjoint, one inside the other, overlapping: the four cases of Passonneau (2006)."""
    assert distances.masi_distance(one, other) == pytest.approx(expected)
    assert distances.masi_distance(other, one) == distances.masi_distance(one, other)


@given(st.sets(st.integers(0, 6)), st.sets(st.integers(0, 6)))
def test_masi_lies_between_zero_and_one(one: set[int], other: set[int]) -> None:
    found = distances.masi_distance(one, other)
    assert 0 <= found <= 1
    assert (found == 0) == (one == other)
    assert (found == 1) == (one.isdisjoint(other) and one != other)


def test_masi_as_alpha() -> None:
    """By hand: each value is given three times, and one unit of three has both, in either order."""
    table = [(("a",), ("a",)), (("a", "b"), ("a", "b")), (("a",), ("a", "b"))]
    far = 1 - 2 / 3 / 2
    observed, expected = 2 * far, 2 * 3 * 3 * far
    assert alpha(table, distances.masi) == pytest.approx(1 - 5 * observed / expected)


@given(st.lists(st.lists(st.sampled_from([0.0, 0.2, 0.5, 0.9]), min_size=3, max_size=3), max_size=4))
def test_the_assignment_is_the_best_there_is(fits: list[list[float]]) -> None:
    """No other way to join rows and columns one to one has a greater sum, and nothing is joined at a fit of 0."""
    joined = assigned(fits)
    assert all(fits[row][column] > 0 for row, column in joined)
    assert len({row for row, _ in joined}) == len({column for _, column in joined}) == len(joined)
    size = max(len(fits), 3)
    padded = [[*row, *[0.0] * (size - 3)] for row in fits] + [[0.0] * size] * (size - len(fits))
    best = max(sum(padded[row][column] for row, column in enumerate(order)) for order in permutations(range(size)))
    assert sum(fits[row][column] for row, column in joined) == pytest.approx(best)


def test_resamples_are_the_same_every_time() -> None:
    """Each resample draws as many articles as there are; the first is written down, so that a change is seen."""
    weights = resample.draws(5)
    assert weights.shape == (resample.TIMES, 5)
    assert (weights.sum(axis=1) == 5).all()
    assert (weights == resample.draws(5)).all()
    assert weights[0].tolist() == [0, 2, 0, 2, 1]
    assert weights.mean() == pytest.approx(1)


def test_the_interval_holds_the_middle() -> None:
    figures = [float(number) for number in range(1000)]
    random.Random(1).shuffle(figures)  # noqa: S311 - repeatable
    assert resample.interval(figures, articles=5) == (25, 974)
    assert resample.interval(figures, articles=4) is None
    assert resample.interval([*figures, *[None] * 60], articles=5) is None
