"""Group I: quotas, output, ratios, prices, people: numbers with their units and bounds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem
from dprk_industry.curate.rules.base import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet
    from dprk_industry.curate.models.records import Amount

CASUALTIES = {"killed", "injured", "injured_severe", "missing", "rescued"}
RELATIVE = {"ratio", "share", "change"}
IN_PERCENT = {"ratio", "share"}
CURRENCIES = {"kpw", "usd", "cny"}
BOUNDS = {
    "tens": (11, 99),
    "hundreds": (101, 999),
    "thousands": (2_000, 9_999),
    "tens_of_thousands": (20_000, 99_999),
    "millions": (2_000_000, 9_999_999),
}
"""Least and greatest number under a word; a text's "ten-odd" and "a hundred odd" reach down to 11 and 101."""
PLACES = {
    "target": {"order", "outcome"},
    "pay": {"order", "factor"},
    "price": {"order", "factor"},
    **{role: {"incident"} for role in CASUALTIES},
}
"""Kinds of record on which an amount of a role may stand; other roles stand anywhere."""


def numbers(amount: Amount) -> dict[str, Decimal]:
    """The numbers that an amount gives, by key."""
    given = {"min": amount.min, "value": amount.value, "max": amount.max}
    return {key: number for key, number in given.items() if number is not None}


def is_counted(amount: Amount) -> bool:
    """Whether an amount gives a number."""
    return amount.value is not None or amount.min is not None or amount.max is not None


@rule("R66")
def numbers_in_order(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An amount has a number or a word, and its least, best and greatest number stand in this order.

    Why: an amount without either says nothing; bounds the wrong way round are a slip.
    Mend: give `value`, `min`, `max` or `word`; a quota whose size the text does not give has the word unstated.
    Bad: amounts: [{role: killed, min: 5, value: 3, max: 8}]
    Good: amounts: [{role: killed, min: 3, value: 5, max: 8}]
    """
    for _, path, amount in sheet.amounts:
        if amount.word is None and sheet.whole and not is_counted(amount):
            yield Problem(path, "an amount without number and word; give `value`, `min`, `max` or `word`")
        given = [number for number in (amount.min, amount.value, amount.max) if number is not None]
        if len(given) > 1 and given != sorted(given):
            listed = ", ".join(f"{key} {number}" for key, number in numbers(amount).items())
            yield Problem(path, f"{listed}: expected min ≤ value ≤ max")


@rule("R67")
def base_given(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A ratio, share or change names its base; ratio and share are in percent; no share exceeds 100.

    Why: half of the plan and half of the capacity are two different things.
    Mend: add `base` (plan, capacity, last_year …) and `unit: percent`; twice as much is a ratio of 200.
    Bad: amounts: [{role: ratio, item: steel, value: 50, unit: percent}]
    Good: amounts: [{role: ratio, item: steel, value: 50, unit: percent, base: plan}]
    """
    for _, path, amount in (each for each in sheet.amounts if each[2].role in RELATIVE):
        if amount.base is None and sheet.whole:
            yield Problem(path, f"an amount of role {amount.role} needs `base`: measured against what?")
        if amount.role in IN_PERCENT and is_counted(amount) and amount.unit and amount.unit != "percent":
            message = f"an amount of role {amount.role} is in percent; found {amount.unit}"
            yield Problem((*path, "unit"), message)
        over = {key: number for key, number in numbers(amount).items() if number > 100}  # noqa: PLR2004 - percent
        for key, number in over.items() if amount.role == "share" else ():
            yield Problem((*path, key), f"a share of {number} percent; at most 100, beyond it is a ratio")


@rule("R68")
def words_bound_numbers(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The word unknown stands without numbers, and numbers beside tens to millions lie within what the word means.

    Why: hundreds with a least number of 20 contradicts itself.
    Mend: give the bounds of the word (tens 20 to 99, hundreds 200 to 999 …), or leave the numbers out.
    Bad: amounts: [{role: people, min: 20, max: 999, word: hundreds, unit: person}]
    Good: amounts: [{role: people, min: 200, max: 999, word: hundreds, unit: person}]
    """
    for _, path, amount in (each for each in sheet.amounts if each[2].word):
        given = numbers(amount)
        if amount.word == "unknown" and given:
            yield Problem(path, "the word unknown beside a number; keep what the text says")
        low, high = BOUNDS.get(amount.word or "", (None, None))
        for key, number in given.items():
            if low is not None and high is not None and not low <= number <= high:
                message = f"{number} is not within {amount.word} ({low} to {high}); correct one of them"
                yield Problem((*path, key), message)


@rule("R69", whole=True)
def unit_given(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A number other than a casualty count has a unit.

    Why: 20 of what?
    Mend: add `unit`; pieces, sets and teams are `unit: unit`, people are `unit: person`.
    Bad: amounts: [{role: target, item: scrap_iron, value: 20, per: [person]}]
    Good: amounts: [{role: target, item: scrap_iron, value: 20, unit: kg, per: [person]}]
    """
    for _, path, amount in sheet.amounts:
        if amount.unit is None and amount.role not in CASUALTIES and is_counted(amount):
            unit = "percent" if amount.role in IN_PERCENT else "t, kpw …, `unit` for pieces, `person` for people"
            yield Problem(path, f"a number of role {amount.role} without `unit`; add it: {unit}")


@rule("R70")
def amount_in_place(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Targets stand on orders or beside what was reached, casualties on incidents, pay and price on orders and factors.

    Why: each kind of amount is looked for on one kind of record.
    Mend: move the amount to the record that it belongs to.
    Bad: incidents: {blast: {type: explosion}}, outcomes: {idle: {amounts: [{role: killed, value: 2}]}}
    Good: incidents: {blast: {type: explosion, amounts: [{role: killed, value: 2}]}}, outcomes: {idle: {}}
    """
    for entry, path, amount in sheet.amounts:
        fit = PLACES.get(amount.role)
        if fit and entry.kind not in fit:
            expected = " or ".join(sorted(fit))
            message = f"role {amount.role} belongs on a record of kind {expected}; this one is of kind {entry.kind}"
            yield Problem((*path, "role"), message)
        alone = amount.role == "target" and entry.kind == "outcome" and sheet.whole
        if alone and not any(other.role == "actual" for other in entry.record.amounts):
            message = "a target on an outcome stands beside what was reached; add the amount of role actual"
            yield Problem((*path, "role"), message)


@rule("R71")
def price_in_money(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A price is in a currency; how much it moved is a change in percent.

    Why: prices are compared across articles.
    Mend: give `unit` kpw, usd or cny, or code the rise with role change and unit percent.
    Bad: amounts: [{role: price, item: rice, value: 30, unit: percent}]
    Good: amounts: [{role: change, item: rice, value: 30, unit: percent, base: usual}]
    """
    for _, path, amount in sheet.amounts:
        if amount.role == "price" and is_counted(amount) and amount.unit and amount.unit not in CURRENCIES:
            message = f"a price in {amount.unit}; expected kpw, usd or cny, or role change for a rise in percent"
            yield Problem((*path, "unit"), message)


RULES = (numbers_in_order, base_given, words_bound_numbers, unit_given, amount_in_place, price_in_money)
