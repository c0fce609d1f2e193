"""Parties and amounts in words, as the headline table and the readable sheets print them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from dprk_industry.curate.models.derive import place_of, with_ancestors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from dprk_industry.curate.models.records import Amount, Order, Party
    from dprk_industry.curate.models.registry import Registries


class Named(Protocol):
    """An entry of a registry that has a name."""

    @property
    def name(self) -> str:
        """Name of the entry."""


def name_of(registry: Mapping[str, Named], entry: str | None) -> str:
    """Name of an entry of a registry; the bare id where no entry has it, empty for none."""
    if entry is None:
        return ""
    return registry[entry].name if entry in registry else entry


def party_name(party: Party, registries: Registries) -> str:
    """Name of a party: of its actor or facility, or the label of its class with its place or facility."""
    if party.actor:
        return name_of(registries.actors, party.actor)
    where = name_of(registries.facilities, party.facility) or name_of(registries.places, party.place)
    label = registries.vocabularies["class"].codes[party.class_].label if party.class_ else ""
    return ", ".join(filter(None, (label, where)))


def province(party: Party, registries: Registries) -> str | None:
    """Name of the province in which a party lies; None for the whole country and for actors."""
    place = place_of(party, registries)
    above = (registries.places[name] for name in with_ancestors(place, registries)) if place else ()
    return next((place.name for place in above if place.level == "province"), None)


def sector(party: Party, registries: Registries) -> str | None:
    """Class of a party's facility, else its own class if that is a class of enterprises."""
    if party.facility:
        return registries.facilities[party.facility].class_
    term = registries.vocabularies["class"].codes.get(party.class_ or "")
    return party.class_ if term and term.group == "enterprise" else None


def demand(order: Order) -> str | None:
    """What an order demands, from its amounts in their order: `20 kg scrap_iron per person per month`."""
    return "; ".join(amount_text(amount) for amount in order.amounts) or None


def amount_text(amount: Amount) -> str:
    """An amount in words: number or word, unit, item, base and what it is counted for."""
    quantity = number_text(amount)
    unit = amount.unit if quantity and amount.unit not in {None, "unit"} else None
    parts = [quantity or amount.word, unit, amount.item]
    base = [f"of {amount.base}"] if amount.base else []
    return " ".join([*filter(None, parts), *base, *(f"per {each}" for each in amount.per)])


def number_text(amount: Amount) -> str:
    """Numbers of an amount: `20`, `about 200–300`, `at least 4`, `at most about 20`; empty where it has none."""
    low, high, about = amount.min, amount.max, "about " if amount.approximate else ""
    if amount.value is not None:
        spread = f" ({_range(low, high)})" if low is not None or high is not None else ""
        return f"{about}{amount.value}{spread}"
    return _range(low, high, about)


def _range(low: Decimal | None, high: Decimal | None, about: str = "") -> str:
    if low is not None and high is not None:
        return f"{about}{low}–{high}"
    if low is not None:
        return f"at least {about}{low}"
    return f"at most {about}{high}" if high is not None else ""
