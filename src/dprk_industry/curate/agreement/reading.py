"""Reads one value out of a record, an amount or an article, in a form in which two coders' values can be compared.

Every reader takes the thing, the key, and the view from which the coder's file is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from dprk_industry.curate.agreement import figures
from dprk_industry.curate.models.collection import Entry
from dprk_industry.curate.models.records import Amount, Article, Party
from dprk_industry.curate.values import frozen

NOT_GIVEN = ""
"""Stands for a code that was left out, which says that the text does not tell."""
GIVEN = "given"
Items: TypeAlias = tuple[str, ...]
"""A set, its members in order."""


@frozen(slots=False)
class View:
    """What is needed to compare a coder's values with those of another."""

    origin: date
    """Day from which days are counted."""
    names: Mapping[str, str]
    """Shared name of each record of the coder: matched records have the same one."""


class Moment(NamedTuple):
    """A date as a number of days, with the text that says how exact it is."""

    days: float
    text: str

    def __float__(self) -> float:
        return self.days


def attribute(thing: Amount | Article, key: str, view: View) -> str:
    """A code of an amount or an article."""
    value = getattr(thing, key)
    return NOT_GIVEN if value is None else str(value)


def members(thing: Amount, key: str, view: View) -> Items:
    """A set of codes."""
    return tuple(sorted(getattr(thing, key)))


def number(amount: Amount, key: str, view: View) -> Decimal | None:
    """The number that stands for an amount; None where only words tell."""
    return figures.number(amount)


def header(entry: Entry, key: str, view: View) -> str | None:
    """Manner or credibility, the article's default where the record gives none."""
    value: str | None = getattr(entry, key)
    return value


def code(entry: Entry, key: str, view: View) -> str:
    """A code, or an id of the calendar."""
    return _field(entry, key) or NOT_GIVEN


def party(entry: Entry, key: str, view: View) -> str:
    """A party as one value."""
    return next(iter(parties(entry, key, view)), NOT_GIVEN)


def parties(entry: Entry, key: str, view: View) -> Items:
    """The set of parties that a key holds, which may be a single one."""
    value = _field(entry, key) or ()
    return tuple(sorted({_name(each) for each in (value if isinstance(value, tuple) else (value,))}))


def references(entry: Entry, key: str, view: View) -> Items:
    """The set of records of the same article that a key names; those of others are not compared."""
    value = _field(entry, key) or ()
    listed = (value,) if isinstance(value, str) else value
    own = [each.removeprefix(f"{entry.article.id}#") for each in listed]
    return tuple(sorted({view.names.get(slug, slug) for slug in own if "#" not in slug}))


def evidence(entry: Entry, key: str, view: View | None = None) -> Items:
    """The set of paragraphs on which a record rests, by their digests, so that numbers need not agree."""
    digests = entry.article.paragraph_digests
    numbers = {number for _, number in entry.evidence}
    return tuple(sorted({digests[n - 1] if n <= len(digests) else f"paragraph {n}" for n in numbers}))


def amounts(entry: Entry, key: str, view: View) -> Items:
    """The set of what a record's amounts are and count."""
    return tuple(sorted({figures.name(amount) for amount in entry.record.amounts}))


def told(entry: Entry, key: str, view: View) -> str:
    """Whether a value is given at all."""
    return GIVEN if _field(entry, key) else NOT_GIVEN


def days(entry: Entry, key: str, view: View) -> Moment | None:
    """A date as the middle of its first and last possible day, in days from the origin; None where not given."""
    value = _field(entry, key)
    ends = [(day - view.origin).days for day in (value.first, value.last) if day] if value else []
    return Moment(sum(ends) / len(ends), value.text) if ends else None


def source(entry: Entry, key: str, view: View) -> str | None:
    """A code of the record's first source; None where the source is not among those of the article."""
    found = entry.article.sources.get(entry.source or "")
    return getattr(found, key) if found else None


def _field(entry: Entry, key: str) -> Any:
    """Value of a field of the record, `deadline.kind` of one inside it; None where it is not given."""
    value: Any = entry.record
    for part in key.split("."):
        value = getattr(value, part, None)
    return value


def _name(party: Party) -> str:
    """A party in one word: `<facility>`, `<actor>`, `<facility>/<class>` or `<class>@<place>`."""
    owner = party.facility or party.actor or ""
    body = f"/{party.class_}" if owner and party.class_ else party.class_ or ""
    return f"{owner}{body}@{party.place}" if party.place else f"{owner}{body}"
