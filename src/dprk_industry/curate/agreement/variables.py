"""What is compared: every key of a record, with the scale on which its values lie.

A code that was left out counts as a value, because leaving a key out says that the text does not tell; so does an empty
list. Dates and numbers are compared where both coders give one, and whether one is given is a variable of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dprk_industry.curate.agreement import distances, reading
from dprk_industry.curate.agreement.distances import Distance
from dprk_industry.curate.agreement.reading import NOT_GIVEN, View
from dprk_industry.curate.values import frozen


@frozen(slots=False)
class Scale:
    """A kind of values, with the distance between two of them."""

    name: str
    distance: Distance


NOMINAL = Scale("nominal", distances.nominal)
ORDINAL = Scale("ordinal", distances.ordinal)
"""Codes whose order as texts is that of their ranks: A to F, 1 to 6."""
INTERVAL = Scale("interval", distances.interval)
RATIO = Scale("ratio", distances.ratio)
SETS = Scale("sets, MASI", distances.masi)


@frozen(slots=False)
class Variable:
    """One thing that both coders said of each record that they have in common."""

    name: str
    key: str
    """Key whose value it is."""
    scale: Scale
    read: Callable[[Any, str, View], Any]
    """Value under the key of a record, an amount or an article; None where there is nothing to compare."""

    def unit(self, things: tuple[Any, Any], views: tuple[View, View]) -> tuple[Any, Any]:
        """Values of the first and of the second coder."""
        first, second = (self.read(thing, self.key, view) for thing, view in zip(things, views, strict=True))
        return first, second


def given(value: Any) -> bool:
    """Whether a coder gave a value, and did not leave the key out."""
    return value not in {None, NOT_GIVEN, ()}


def _of(scale: Scale, read: Callable[[Any, str, View], Any], *keys: str) -> tuple[Variable, ...]:
    return tuple(Variable(key, key, scale, read) for key in keys)


def _codes(*keys: str) -> tuple[Variable, ...]:
    return _of(NOMINAL, reading.code, *keys)


def _party(key: str) -> tuple[Variable, ...]:
    return _of(NOMINAL, reading.party, key)


def _parties(*keys: str) -> tuple[Variable, ...]:
    return _of(SETS, reading.parties, *keys)


def _references(*keys: str) -> tuple[Variable, ...]:
    return _of(SETS, reading.references, *keys)


def _dates(*keys: str) -> tuple[Variable, ...]:
    """Whether a date is given, and which."""
    return tuple(variable for key in keys for variable in (_given(key), _day(key)))


def _given(key: str) -> Variable:
    return Variable(f"{key}, given", key, NOMINAL, reading.told)


def _day(key: str) -> Variable:
    return Variable(f"{key}, in days", key, INTERVAL, reading.days)


CREDIBILITY = Variable("credibility", "credibility", ORDINAL, reading.header)
RECORD = (
    Variable("paragraphs", "paragraphs", SETS, reading.evidence),
    Variable("source.kind", "kind", NOMINAL, reading.source),
    Variable("source.reliability", "reliability", ORDINAL, reading.source),
    Variable("manner", "manner", NOMINAL, reading.header),
    CREDIBILITY,
    *_references("same_as"),
    Variable("amounts", "amounts", SETS, reading.amounts),
)
"""What all kinds of record have."""

KINDS = {
    "order": (
        *_references("implements", "amends"),
        *_codes("change"),
        *_party("issuer"),
        *_parties("addressees", "beneficiaries", "exempt"),
        *_codes("action"),
        *_dates("issued"),
        *_codes("deadline.kind", "deadline.occasion", "deadline.every"),
        *_dates("deadline.date"),
        *_codes("campaign"),
        CREDIBILITY,
    ),
    "outcome": (
        *_references("order", "because_of"),
        *_parties("subjects"),
        *_codes("kind", "status", "plan", "campaign", "timing"),
        *_dates("period", "as_of", "achieved"),
        CREDIBILITY,
    ),
    "incident": (
        *_references("during", "because_of"),
        *_parties("at"),
        *_codes("type"),
        *_dates("date"),
        CREDIBILITY,
    ),
    "consequence": (
        *_references("because_of"),
        *_party("issuer"),
        *_parties("targets"),
        *_codes("type", "stage"),
        *_dates("date"),
        CREDIBILITY,
    ),
    "factor": (*_references("concerns"), *_codes("role", "type"), *_parties("parties"), CREDIBILITY),
}
"""What the records of each kind have; credibility, which every record has, is looked at by kind as well."""

AMOUNT = (
    Variable("number", "value", RATIO, reading.number),
    *_of(NOMINAL, reading.attribute, "word", "unit", "base"),
    *_of(SETS, reading.members, "per"),
    *_of(NOMINAL, reading.attribute, "approximate"),
)
"""What amounts have that are and count the same."""

ARTICLE = _of(NOMINAL, reading.attribute, "genre", "dated_by", "read")
"""What a coder judges in the head of an article."""
