"""Factors: types of their roles, and what they concern."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import add_record, full, header, listed, others
from mutations.mutator import breaks
from mutations.places import SECTIONS, records, those, vocabulary

FACTORS = records("factors")
GROUPS = {"obstacle": "hindrance", "cause": "hindrance"}
"""Groups of types of the roles that are not called like their group."""
CONCERNED = {
    "purpose": ("orders",),
    "obstacle": ("orders", "outcomes"),
    "enforcement": ("orders", "outcomes"),
    "response": ("orders", "outcomes", "incidents"),
    "cause": ("outcomes", "incidents"),
}
"""Sections of what a factor of a role can belong to; an effect can belong to anything."""


@breaks("R72", FACTORS)
def type_of_other_role(draft: Draft, factor: Spot, dice: Random) -> Spot:
    role = draft.get(factor / "role")
    types = vocabulary(draft, "factor_type").items()
    fit = {GROUPS.get(role, role), "any", None}
    return draft.put(factor / "type", dice.choice([code for code, term in types if term.get("group") not in fit]))


def unfit(draft: Draft, factor: Spot) -> list[str]:
    """Records of the article that a factor of this role cannot belong to; other factors are left aside."""
    fit = CONCERNED.get(draft.get(factor / "role"), SECTIONS)
    sections = [section for section in SECTIONS if section not in (*fit, "factors")]
    return others(draft, factor, *sections) if sections else []


@breaks("R73", those(FACTORS, lambda draft, factor: bool(unfit(draft, factor))))
def concerns_what_it_cannot(draft: Draft, factor: Spot, dice: Random) -> Spot:
    return draft.put(factor / "concerns", dice.choice(unfit(draft, factor)))


@breaks("R73", FACTORS)
def concerns_nothing(draft: Draft, factor: Spot, dice: Random) -> Spot:
    return draft.put(factor / "concerns", [])


def without_purpose(draft: Draft) -> Iterator[Spot]:
    """Orders of which no purpose is told."""
    told = set()
    for factor in FACTORS(draft):
        if draft.get(factor / "role") == "purpose":
            told |= {full(draft, factor, name) for name in listed(draft.get(factor / "concerns"))}
    yield from (order for order in records("orders")(draft) if full(draft, order) not in told)


@breaks("R74", without_purpose)
def rumoured_alone(draft: Draft, order: Spot, dice: Random) -> Spot:
    rumour = {**header(draft, order), "manner": "rumour", "credibility": "4"}
    factor = {**rumour, "concerns": order.name, "role": "purpose", "type": "weapons"}
    return add_record(draft, order.top, "factors", "guns-again", factor) / "manner"
