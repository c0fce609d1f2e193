"""Dates: which texts are read, which days they allow, and the laws that comparisons keep."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from dprk_industry.curate import yamlfile
from dprk_industry.curate.edtf import PATTERN, Edtf, EdtfError, intersection, parse

SPECIFICATION: list[dict[str, str]] = yamlfile.parse(
    Path(__file__).with_name("edtf-specification.yaml").read_bytes()
).data


def _day(text: str) -> date | None:
    return None if text == ".." else date.fromisoformat(text)


def _bounds(text: str) -> tuple[date | None, date | None]:
    first, _, last = text.partition("/")
    return _day(first), _day(last)


def _examples(key: str) -> list[object]:
    """Parameters of the examples that have a key."""
    return [
        pytest.param(
            case["text"],
            case[key],
            id=f"{case['level']}-{case['text']}",
        )
        for case in SPECIFICATION
        if key in case
    ]


def test_specification_is_whole() -> None:
    """The table has the 13, 24 and 27 examples of the three levels, each accepted or else refused."""
    levels = [case["level"] for case in SPECIFICATION]
    assert [levels.count(level) for level in "012"] == [13, 24, 27]
    assert all(("accepted" in case) != ("refused" in case) for case in SPECIFICATION)


@pytest.mark.parametrize(("text", "bounds"), _examples("accepted"))
def test_example_is_accepted(text: str, bounds: str) -> None:
    """An example of the specification that lies in the profile has its first and its last possible day."""
    assert (parse(text).first, parse(text).last) == _bounds(bounds)


@pytest.mark.parametrize(("text", "words"), _examples("refused"))
def test_example_is_refused(text: str, words: str) -> None:
    """An example of the specification outside the profile is refused with what to write instead."""
    with pytest.raises(EdtfError, match=re.escape(words)):
        parse(text)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2020-02", "2020-02-01/2020-02-29"),
        ("2100-02", "2100-02-01/2100-02-28"),
        ("2000-02-29", "2000-02-29/2000-02-29"),
        ("202X-02-29", "2020-02-29/2028-02-29"),
        ("21XX-02-29", "2104-02-29/2196-02-29"),
        ("2021-XX-31", "2021-01-31/2021-12-31"),
        ("2021-0X", "2021-01-01/2021-09-30"),
        ("2021-02-2X", "2021-02-20/2021-02-28"),
        ("2021-11-0X", "2021-11-01/2021-11-09"),
        ("1XXX", "1000-01-01/1999-12-31"),
        ("9998", "9998-01-01/9998-12-31"),
        ("2021-12~/..", "2021-10-31/.."),
        ("202X/2021", "2020-01-01/2021-12-31"),
        ("2021-11-24/2021-11", "2021-11-24/2021-11-30"),
        ("2021-11-24/2021-11-24", "2021-11-24/2021-11-24"),
        ("[2001-10-10,2002-10-10]", "2001-10-10/2002-10-10"),
        ("[2001,2001-10]", "2001-01-01/2001-12-31"),
        ("[2001-10-10,2001-12~,2002]", "2001-10-10/2002-12-31"),
    ],
)
def test_bounds(text: str, bounds: str) -> None:
    """Leap years, unknown digits, open ends and sets have the days that some reading allows, and no others."""
    assert (parse(text).first, parse(text).last) == _bounds(bounds)


@pytest.mark.parametrize("qualifier", "~?%")
@pytest.mark.parametrize(
    ("text", "days"),
    [("2021-11-24", 1), ("2020-02-29", 1), ("2021-11-2X", 1), ("2021-11", 31), ("2021-1X", 31), ("2021-11-XX", 31)],
)
def test_qualifier_widens_by_days(text: str, days: int, qualifier: str) -> None:
    """A qualifier widens a day by one day and a month by 31 days, on both sides."""
    plain, rough = parse(text), parse(text + qualifier)
    assert plain.first
    assert plain.last
    assert rough.first == plain.first - timedelta(days=days)
    assert rough.last == plain.last + timedelta(days=days)
    assert not rough.exact


@pytest.mark.parametrize("qualifier", "~?%")
@pytest.mark.parametrize(
    ("text", "bounds"),
    [("2020", "2019-01-01/2021-12-31"), ("2021-XX", "2020-01-01/2022-12-31"), ("200X", "1999-01-01/2010-12-31")],
)
def test_qualifier_widens_by_a_year(text: str, bounds: str, qualifier: str) -> None:
    """A qualifier widens a year by one year, on both sides."""
    assert (parse(text + qualifier).first, parse(text + qualifier).last) == _bounds(bounds)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-02-29", "there is no such day; expected a day from 01 to 28 for 2021-02"),
        ("2100-02-29", "there is no such day"),
        ("202X-02-30", "there is no such day; expected a day from 01 to 29 for 202X-02"),
        ("2021-02-3X", "there is no such day"),
        ("2021-04-31", "there is no such day"),
        ("2021-11-00", "there is no such day"),
        ("2021-13", "there is no such month"),
        ("2021-00-10", "there is no such month"),
        ("2021-12/2021-11", "ends before it begins; write the earlier day first"),
        ("2021-11-24/2021-11-23", "ends before it begins"),
        ("2021-06/2021-03~", "ends before it begins"),
        ("../..", "leave the key out if neither is known"),
        ("2021/2022/2023", "is no date"),
        ("[2001]", "a one-of set is written"),
        ("[2001,2002", "a one-of set is written"),
        ("[2002,2001]", "stand in order, each once"),
        ("[2001,2001]", "stand in order, each once"),
        ("[2001-10,2001]", "stand in order, each once"),
        ("[2001, 2002]", "a date has no spaces"),
        ("[2001/2002,2003]", "is no date"),
        ("20X1", "X stands for the last digits"),
        ("2021-X1", "X stands for the last digits"),
        ("0999", "the first one known"),
        ("2021-1-5", "month and day have two digits"),
        ("24.11.2021", "write year, month and day"),
        ("November 2021", "a date has no spaces"),
        ("\uff12\uff10\uff12\uff11", "is no date"),
        ("2021\n", "a date has no spaces"),
        ("", "is no date"),
        pytest.param("2021-11-24 ", "a date has no spaces"),
        pytest.param("9999-01-01", "years have four digits from 1000 to 9998"),
    ],
)
def test_refused(text: str, words: str) -> None:
    """What is no date, or no date of the profile, is refused with a message that says why."""
    with pytest.raises(EdtfError, match=re.escape(words)):
        parse(text)


days = st.dates(date(1000, 1, 1), date(9998, 12, 31))


def _masked(draw: st.DrawFn, number: int, width: int, most: int) -> str:
    digits = f"{number:0{width}}"
    unknown = draw(st.integers(0, most))
    return digits[: width - unknown] + "X" * unknown


@st.composite
def told(draw: st.DrawFn, day: date) -> str:
    """A text that a given day fits: a year, month or day, with unknown digits, with a qualifier."""
    parts = [_masked(draw, day.year, 4, 3), _masked(draw, day.month, 2, 2), _masked(draw, day.day, 2, 2)]
    return "-".join(parts[: draw(st.integers(1, 3))]) + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def told_of(draw: st.DrawFn) -> tuple[str, list[date]]:
    """A text of any form and days that it was made from, all of which it must allow."""
    made = sorted(draw(st.lists(days, min_size=2, max_size=4, unique=True)))
    form = draw(st.sampled_from(["single", "from", "until", "interval", "set"]))
    if form == "single":
        return draw(told(made[0])), made[:1]
    if form == "from":
        return f"{draw(told(made[0]))}/..", made
    if form == "until":
        return f"../{draw(told(made[-1]))}", made
    if form == "interval":
        return f"{draw(told(made[0]))}/{draw(told(made[-1]))}", made
    members = {parse(text).first: text for text in (draw(told(day)) for day in made)}
    assume(len(members) > 1)
    kept = [members[first] for first in sorted(first for first in members if first)]
    return f"[{','.join(kept)}]", [day for day in made if any(parse(text).covers(day) for text in kept)]


texts = told_of().map(lambda pair: pair[0])
dates_told = texts.map(parse)


@given(told_of())
def test_every_day_it_was_made_from_is_possible(made: tuple[str, list[date]]) -> None:
    """A date allows each day that it was made from, and its first day is never after its last."""
    found = parse(made[0])
    assert made[1]
    assert all(found.covers(day) for day in made[1])
    assert found.first is None or found.last is None or found.first <= found.last


@given(texts)
def test_the_pattern_lets_every_date_through(text: str) -> None:
    """The regular expression that editors use accepts whatever is a date."""
    assert re.fullmatch(PATTERN, text)


@pytest.mark.parametrize(
    "text", ["24.11.2021", "2021-1-5", "November 2021", "[2001]", "2021/2022/2023", "2021-11-24 ", ""]
)
def test_the_pattern_stops_what_is_plainly_none(text: str) -> None:
    assert not re.fullmatch(PATTERN, text)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)).flatmap(told))
@example("202X-02-29")
@example("2021-1X-31")
def test_bounds_are_the_outermost_matching_days(text: str) -> None:
    """The first and last day of an unqualified date are the first and last that its digits match."""
    text = text.rstrip("~?%").replace("XXX", "0XX", 1)  # a century is enough to look through
    pattern = re.compile(text.replace("X", "[0-9]") + "(-..)*")
    first = int(text[:4].replace("X", "0"))
    years = (year for year in range(first, first + 100) if re.fullmatch(text[:4].replace("X", "[0-9]"), str(year)))
    found = [
        day
        for year in years
        for month in range(1, 13)
        for number in range(1, monthrange(year, month)[1] + 1)
        if pattern.fullmatch((day := date(year, month, number)).isoformat())
    ]
    assert (parse(text).first, parse(text).last) == (found[0], found[-1])


@given(texts)
def test_text_is_kept(text: str) -> None:
    """A date prints as it was written, and reads back as the same."""
    assert str(parse(text)) == text
    assert parse(str(parse(text))) == parse(text)
    assert parse(text).exact == (text[0] != "[" and not re.search("[X~?%]", text))


@given(st.text() | st.text("0123456789X-~?%/.[],{}TYSE ", max_size=24) | texts.map(lambda text: text[1:] + text[:1]))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """Whatever stands there, the answer is a date or an EdtfError with a message, never another exception."""
    try:
        assert parse(text).text == text
    except EdtfError as error:
        assert re.match(r"(?s)(['\"]).*\1.+", str(error))  # noqa: PT017 - either way is right


def _meet(one: Edtf | None, other: Edtf | None) -> Edtf | None:
    found = intersection(one, other) if one and other else None
    return Edtf("", *found) if found else None


@given(dates_told, dates_told, dates_told, days)
def test_intersection(one: Edtf, other: Edtf, third: Edtf, day: date) -> None:
    """Intersection is commutative, associative and idempotent, and holds the days that both allow."""
    both = _meet(one, other)
    assert both == _meet(other, one)
    assert _meet(one, one) == Edtf("", one.first, one.last)
    assert _meet(both, third) == _meet(one, _meet(other, third))
    ends = [end for end in (both.first, both.last) if end] if both else []
    assert all(one.covers(end) and other.covers(end) for end in ends)
    assert bool(both and both.covers(day)) == (one.covers(day) and other.covers(day))
    assert bool(both) == one.overlaps(other) == other.overlaps(one)


@given(dates_told, dates_told, dates_told, st.integers(0, 400))
def test_certainly_before(one: Edtf, other: Edtf, third: Edtf, tolerance: int) -> None:
    """To be certainly before is a strict partial order that excludes overlaps; a tolerance only makes it rarer."""
    assert not one.certainly_before(one)
    assert not (one.certainly_before(other) and other.certainly_before(one))
    if one.certainly_before(other):
        assert not one.overlaps(other)
        assert intersection(one, other) is None
    if one.certainly_before(other) and other.certainly_before(third):
        assert one.certainly_before(third)
    if one.certainly_before(other, days=tolerance):
        assert one.certainly_before(other)


def test_tolerance_in_days() -> None:
    """With a tolerance of one day, the day before is not certainly before, and the day before that is."""
    assert not parse("2021-11-23").certainly_before(parse("2021-11-24"), days=1)
    assert parse("2021-11-22").certainly_before(parse("2021-11-24"), days=1)
    assert not parse("2021-11-22/..").certainly_before(parse("2021-11-24"))
    assert not parse("2021-11-22").certainly_before(parse("../2021-11-24"))
