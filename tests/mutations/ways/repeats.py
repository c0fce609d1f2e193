"""Things listed twice."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import REFERRING, add_name, full
from mutations.mutator import breaks
from mutations.places import facilities, having, links, records

PARTIES = ("addressees", "beneficiaries", "exempt", "subjects", "at", "targets", "parties")
MANY = tuple(key for key in REFERRING if key != "implements")
"""Keys behind which a list of references may stand."""


def party_lists(draft: Draft) -> Iterator[Spot]:
    """Lists of parties."""
    for record in records()(draft):
        yield from (record / key for key in PARTIES if draft.get(record / key))


def references(draft: Draft) -> Iterator[Spot]:
    """References, or lists of them."""
    for record in records()(draft):
        yield from (record / key for key in MANY if draft.get(record / key))


@breaks("R92", party_lists)
def party_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.append(spot, dice.choice(draft.get(spot)))


@breaks("R92", references)
def reference_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    found = draft.get(spot)
    return draft.append(spot, dice.choice(found) if isinstance(found, list) else found)


@breaks("R92", links)
def link_twice(draft: Draft, link: Spot, dice: Random) -> Spot:
    again = dict(draft.get(link))
    if "#" not in again["from"] and dice.random() < 0.5:
        again["from"] = full(draft, link, again["from"])
    return draft.append(link.above, again)


@breaks("R92", facilities)
def name_twice(draft: Draft, facility: Spot, dice: Random) -> Spot:
    return add_name(draft, facility, draft.get(facility / "name"))


def spelled(draft: Draft) -> Iterator[Spot]:
    """Lists of spellings of a facility in one system."""
    for facility in having(facilities, "names")(draft):
        yield from (facility / "names" / system for system in draft.get(facility / "names"))


@breaks("R92", spelled)
def spelling_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.append(spot, dice.choice(draft.get(spot)))


def told_of_facilities(draft: Draft) -> Iterator[Spot]:
    """Lists of sources, ids, products and likenesses of facilities."""
    for facility in facilities(draft):
        yield from (facility / key for key in ("products", "unlike") if draft.get(facility / key))
        for key in ("sources", "ids"):
            yield from (facility / key / name for name in draft.get(facility / key, ()))


@breaks("R92", told_of_facilities)
def fact_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.append(spot, dice.choice(draft.get(spot)))
