"""Dates in words a person would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.edtf import parse

if TYPE_CHECKING:
    from datetime import date

    from dprk_industry.curate.edtf import Edtf

DAY, MONTH = len("2021-11-24"), len("2021-11")


def day(value: Edtf) -> str:
    """A date as a person would say it; one that is not exact as it is written, with its bounds."""
    if value.text.startswith("["):
        return " or ".join(day(parse(member)) for member in value.text[1:-1].split(","))
    if not value.exact:
        return f"{value.text} ({_bounds(value)})"
    if "/" in value.text:
        return _interval(value)
    if value.first and len(value.text) == MONTH:
        return f"{value.first:%B} {value.first.year}"
    return plain(value.first) if len(value.text) == DAY else value.text


def _interval(value: Edtf) -> str:
    """Both ends as they are told: a month stays a month."""
    start, _, end = value.text.partition("/")
    if start == "..":
        return f"until {day(parse(end))}"
    if end == "..":
        return f"from {day(parse(start))} on"
    return f"from {day(parse(start))} to {day(parse(end))}"


def _bounds(value: Edtf) -> str:
    if value.first is None:
        return f"until {plain(value.last)}"
    if value.last is None:
        return f"from {plain(value.first)} on"
    return f"between {plain(value.first)} and {plain(value.last)}"


def plain(value: date | None) -> str:
    """A day as `24 November 2021`; empty for none."""
    return f"{value.day} {value:%B} {value.year}" if value else ""
