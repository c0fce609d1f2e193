"""Amounts: numbers, words, bases, units and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import any_item
from mutations.mutator import breaks
from mutations.places import amounts, having, records, those, with_value

NUMBERS = ("value", "min", "max")
CASUALTIES = ("killed", "injured", "injured_severe", "missing", "rescued")
RELATIVE = ("ratio", "share", "change")
WITHIN = {"tens": (11, 99), "hundreds": (101, 999), "thousands": (2000, 9999)}
"""Least and greatest number that a word can mean."""


def numbers(draft: Draft, amount: Spot) -> list[str]:
    return [key for key in NUMBERS if key in draft.get(amount)]


NUMBERED = those(amounts(), lambda draft, amount: bool(numbers(draft, amount)))
MEASURED = those(NUMBERED, lambda draft, amount: draft.get(amount / "role") not in CASUALTIES)


@breaks("R66", amounts())
def says_nothing(draft: Draft, amount: Spot, dice: Random) -> Spot:
    for key in (*NUMBERS, "word"):
        draft.drop(amount / key)
    return amount


@breaks("R66", NUMBERED)
def least_above_most(draft: Draft, amount: Spot, dice: Random) -> Spot:
    for key in ("value", "word"):
        draft.drop(amount / key)
    least = dice.randint(10, 90)
    draft.put(amount / "min", str(least))
    draft.put(amount / "max", str(least - dice.randint(1, 9)))
    return amount


@breaks("R67", with_value(amounts(), "role", *RELATIVE))
def base_missing(draft: Draft, amount: Spot, dice: Random) -> Spot:
    return draft.drop(amount / "base").above


def ratio(draft: Draft, dice: Random, **given: str) -> dict[str, str]:
    """A ratio or share of something."""
    return {"item": any_item(draft, dice), "base": "total", **given}


@breaks("R67", records())
def ratio_in_tonnes(draft: Draft, record: Spot, dice: Random) -> Spot:
    amount = ratio(draft, dice, role=dice.choice(["ratio", "share"]), value="50", unit="t")
    return draft.append(record / "amounts", amount) / "unit"


@breaks("R67", records())
def share_above_all(draft: Draft, record: Spot, dice: Random) -> Spot:
    amount = ratio(draft, dice, role="share", value=str(dice.randint(101, 300)), unit="percent")
    return draft.append(record / "amounts", amount) / "value"


@breaks("R68", NUMBERED)
def number_of_unknown(draft: Draft, amount: Spot, dice: Random) -> Spot:
    draft.put(amount / "word", "unknown")
    return amount


@breaks("R68", NUMBERED)
def number_not_of_its_word(draft: Draft, amount: Spot, dice: Random) -> Spot:
    key = dice.choice(numbers(draft, amount))
    given = Decimal(draft.get(amount / key))
    words = [word for word, (low, high) in WITHIN.items() if not low <= given <= high]
    draft.put(amount / "word", dice.choice(words))
    return amount / key


@breaks("R69", having(MEASURED, "unit"))
def unit_missing(draft: Draft, amount: Spot, dice: Random) -> Spot:
    return draft.drop(amount / "unit").above


def whole(draft: Draft) -> Iterator[Spot]:
    """Amounts of no fraction on records that are no incidents."""
    for amount in amounts("orders", "outcomes", "consequences", "factors")(draft):
        if all("." not in draft.get(amount / key) for key in numbers(draft, amount)):
            yield amount


@breaks("R70", whole)
def killed_by_an_order(draft: Draft, amount: Spot, dice: Random) -> Spot:
    return draft.put(amount / "role", dice.choice(CASUALTIES))


def without_result(draft: Draft, outcome: Spot) -> bool:
    return all(amount["role"] != "actual" for amount in draft.get(outcome / "amounts", ()))


@breaks("R70", those(records("outcomes"), without_result))
def target_beside_nothing(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.append(outcome / "amounts", {"role": "target", "item": any_item(draft, dice), "word": "more"}) / "role"


@breaks("R70", records("outcomes", "incidents", "consequences"))
def price_out_of_place(draft: Draft, record: Spot, dice: Random) -> Spot:
    role = dice.choice(["pay", "price"])
    return draft.append(record / "amounts", {"role": role, "item": "rice", "word": "more"}) / "role"


@breaks("R71", records("orders", "factors"))
def price_in_percent(draft: Draft, record: Spot, dice: Random) -> Spot:
    price = {"role": "price", "item": "rice", "value": "30", "unit": dice.choice(["percent", "kg", "t"])}
    return draft.append(record / "amounts", price) / "unit"
