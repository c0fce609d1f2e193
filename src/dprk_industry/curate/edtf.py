"""Dates that say what is known: a profile of EDTF, with the first and the last possible day.

The profile is a part of the Extended Date/Time Format (Library of Congress, 2019; ISO 8601-2):

- years, months and days (`2021`, `2021-11`, `2021-11-24`);
- `~` (approximate), `?` (uncertain), `%` (both) behind a date;
- `X` for unknown trailing digits of a part, the first digit of the year excepted (`202X`, `2021-XX`, `202X-10-01`);
- intervals `a/b`, either end open as `..`;
- one-of sets of two or more dates (`[2001-10-10,2002-10-10]`).

Everything else of the standard (times, seasons, long or negative years, significant digits, all-of sets, qualifiers on
single parts) is refused on purpose, with a message that says what to write instead.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from dprk_industry.curate.values import frozen

_DATE = re.compile(r"(?P<year>[0-9][0-9X]{3})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[~?%]?)")
_SHAPE = r"[0-9][0-9X]{3}(?:-[0-9X]{2}){0,2}[~?%]?"
PATTERN = rf"{_SHAPE}|(?:{_SHAPE}|\.\.)/(?:{_SHAPE}|\.\.)|\[{_SHAPE}(?:,{_SHAPE})+\]"
"""Regular expression that every date of the profile fits, for programs that know no more; not all that fits is one."""
EXAMPLES = "2021, 2021-11, 2021-11-24, 2021-11~, 202X-10 or 2021-11/2021-12"
_TRAILING_UNKNOWN = re.compile(r"[0-9]*X*")
_LONGEST = 200
"""Longest text that is read as a date: a set of eighteen days."""
_FIRST_YEAR, _LAST_YEAR = 1000, 9998


class EdtfError(ValueError):
    """Raised for a text outside the profile; the message says what was expected."""


@frozen()
class Edtf:
    """A date as told, with the first and the last day that any reading of it allows."""

    text: str
    """The date in EDTF, as written."""
    first: date | None
    """First possible day; None where the beginning is open."""
    last: date | None
    """Last possible day; None where the end is open."""
    exact: bool = True
    """False if the text is approximate, uncertain, a set, or has unknown digits."""

    def __str__(self) -> str:
        return self.text

    def certainly_before(self, other: Edtf, days: int = 0) -> bool:
        """Whether every reading of this date lies more than `days` days before every reading of the other."""
        if self.last is None or other.first is None:
            return False
        return (other.first - self.last).days > days

    def overlaps(self, other: Edtf) -> bool:
        """Whether some day is possible under both dates."""
        return not self.certainly_before(other) and not other.certainly_before(self)

    def covers(self, day: date) -> bool:
        """Whether the day lies between the first and the last possible day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read one date of the profile.

    Raises:
        EdtfError: the text lies outside the profile, names a day that does not exist, or ends before it begins.

    """
    match = _DATE.fullmatch(text)
    if match:
        return _date(text, match)
    if len(text) > _LONGEST:
        raise EdtfError(f"a text of {len(text):,} characters is no date; expected EDTF such as 2021-11-24")
    if text.startswith("["):
        return _set(text)
    if re.match(r"[0-9]{1,2}[./-][0-9]{1,2}[./-]|[0-9]{4}/[0-9]{1,2}/", text):
        raise EdtfError(f"{text!r}: write year, month and day: 2021-11-24")
    if month := re.fullmatch(r"([0-9]{4})/(0?[1-9]|1[0-2])", text):
        raise EdtfError(f"{text!r}: write year and month with a hyphen: {month[1]}-{month[2]:0>2}")
    if "/" in text:
        return _interval(text)
    return _single(text)


def intersection(one: Edtf, other: Edtf) -> tuple[date | None, date | None] | None:
    """First and last day possible under both dates, None at an open end; None if there is no such day."""
    if not one.overlaps(other):
        return None
    firsts = [day for day in (one.first, other.first) if day is not None]
    lasts = [day for day in (one.last, other.last) if day is not None]
    return max(firsts, default=None), min(lasts, default=None)


def _single(text: str) -> Edtf:
    match = _DATE.fullmatch(text)
    if match is None:
        raise EdtfError(_refusal(text))
    return _date(text, match)


def _part(text: str, of: str) -> Edtf:
    """Read a date that is part of a longer text."""
    try:
        return _single(text)
    except EdtfError as error:
        raise EdtfError(f"{of!r}: {error}") from None


def _date(text: str, match: re.Match[str]) -> Edtf:
    year, month, day, qualifier = match.groups()
    plain = None if qualifier or "X" in text else _plain(year, month, day)
    if plain:
        return _edtf(text, *plain, exact=True)
    for part in (year, month, day):
        if part and not _TRAILING_UNKNOWN.fullmatch(part):
            raise EdtfError(f"{text!r}: X stands for the last digits of a year, month or day (202X, 2021-XX)")
    first, last = _bounds(text, year, month or "XX", day or "XX")
    if qualifier:
        first, last = _widen(first, last, month, day)
    return _edtf(text, first, last, exact=not qualifier and "X" not in text)


def _edtf(text: str, first: date | None, last: date | None, *, exact: bool) -> Edtf:
    """Make a date without the detour by which values take their fields in any order."""
    made = Edtf.__new__(Edtf)
    made.text, made.first, made.last, made.exact = text, first, last, exact  # type: ignore[misc]  # it is new
    return made


def _plain(year: str, month: str | None, day: str | None) -> tuple[date, date] | None:
    """First and last day of a date whose digits are all known, as of nearly every one; None if it does not exist."""
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not _FIRST_YEAR <= first.year <= _LAST_YEAR:
        return None
    if day:
        return first, first
    last = first if month else first.replace(month=12)
    return first, last.replace(day=_length(last.year, last.month))


def _bounds(text: str, year: str, month: str, day: str) -> tuple[date, date]:
    years = _matching(year, _FIRST_YEAR, _LAST_YEAR)
    months = _matching(month, 1, 12)
    if not years:
        raise EdtfError(f"{text!r}: {_YEARS}")
    if not months:
        raise EdtfError(_refusal(text))
    first = next((d for y in years for m in months if (d := _day(y, m, day, first=True))), None)
    last = next((d for y in reversed(years) for m in reversed(months) if (d := _day(y, m, day, first=False))), None)
    if first is None or last is None:
        raise EdtfError(f"{text!r}: there is no such day; {_length_told(year, month)}")
    return first, last


def _matching(pattern: str, low: int, high: int) -> range:
    """The numbers from low to high that fit digits with trailing X."""
    start = max(int(pattern.replace("X", "0")), low)
    return range(start, min(int(pattern.replace("X", "9")), high) + 1)


def _day(year: int, month: int, pattern: str, *, first: bool) -> date | None:
    days = _matching(pattern, 1, _length(year, month))
    return date(year, month, days[0] if first else days[-1]) if days else None


def _length(year: int, month: int) -> int:
    """Days of a month."""
    begins = date(year, month, 1)
    return (date(year + month // 12, month % 12 + 1, 1) - begins).days


def _length_told(year: str, month: str) -> str:
    """Which days there are in a month whose digits may be unknown."""
    when = year if "X" in month else f"{year}-{month}"
    days = {_length(y, m) for y in _matching(year, _FIRST_YEAR, _LAST_YEAR) for m in _matching(month, 1, 12)}
    return f"expected a day from 01 to {max(days)} for {when}"


def _widen(first: date, last: date, month: str | None, day: str | None) -> tuple[date, date]:
    """Add one unit of the finest part that has a known digit, before and after."""
    if day and day != "XX":
        return first - timedelta(days=1), last + timedelta(days=1)
    if month and month != "XX":
        return first - timedelta(days=31), last + timedelta(days=31)
    return first.replace(year=first.year - 1), last.replace(year=last.year + 1)


def _interval(text: str) -> Edtf:
    start, _, end = text.partition("/")
    if not start or not end:
        raise EdtfError(f"{text!r}: an open end is written '..' (../2021-12 or 2021-12/..)")
    if start == end == "..":
        raise EdtfError(f"{text!r}: an interval has a beginning or an end; leave the key out if neither is known")
    opening = None if start == ".." else _part(start, text)
    closing = None if end == ".." else _part(end, text)
    first = opening.first if opening else None
    last = closing.last if closing else None
    if first and last and last < first:
        raise EdtfError(f"{text!r}: the interval ends before it begins; write the earlier day first")
    return Edtf(text, first, last, exact=all(part is None or part.exact for part in (opening, closing)))


def _set(text: str) -> Edtf:
    members = text[1:-1].split(",")
    if not text.endswith("]") or len(members) < 2:  # noqa: PLR2004 - one of at least two
        raise EdtfError(f"{text!r}: a one-of set is written [2001-10-10,2002-10-10], without spaces")
    if ".." in text:
        raise EdtfError(f"{text!r}: a set lists each of its dates; a range is an interval (1670/1672)")
    dates = [_part(member, text) for member in members]
    if any(later.first <= earlier.first for earlier, later in pairwise(dates)):  # type: ignore[operator]
        raise EdtfError(f"{text!r}: the dates of a set stand in order, each once")
    return Edtf(text, dates[0].first, max(d.last for d in dates if d.last), exact=False)


def _refusal(text: str) -> str:
    """Say why a text is no date of the profile, naming the part of the standard it comes from where it has one."""
    for pattern, advice in _REFUSALS:
        if re.search(pattern, text):
            return f"{text!r}: {advice}"
    return f"{text!r} is no date; expected EDTF such as {EXAMPLES}"


_YEARS = "years have four digits from 1000 to 9998, the first one known"
_REFUSALS = (
    (r"[0-9X~?%] *(?:to|until|till|[\u2010-\u2015-]) *[0-9X]{4}", "an interval is written 2021-11-24/2021-11-30"),
    (r"\s", "a date has no spaces; write year, month and day: 2021-11-24"),
    (r"^[0-9X]{4}-(2[1-9]|3[0-9]|4[01])$", "seasons are written as an interval of months (2021-03/2021-05)"),
    (r"T[0-9]", "a date has no time of day; write the day alone"),
    (r"^[Yy-]", _YEARS),
    (r"[ES][0-9]", "years have four digits; write an interval for a rough year"),
    (r"^\{", "all-of sets are not used; write two records, or an interval"),
    (r"[~?%].", "~, ? and % stand once, behind the whole date (2021-11~)"),
    (r"^X|^0", _YEARS),
    (r"^[0-9X]{4}-[0-9X]{2}", "there is no such month or day; months go from 01 to 12, days have two digits"),
    (r"^[0-9]{1,2}[./-][0-9]{1,2}[./-]", "write year, month and day: 2021-11-24"),
    (r"^[0-9]{4}-[0-9]{1}(-|$)", "month and day have two digits: 2021-01-05"),
)
