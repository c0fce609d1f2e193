"""Sheet of one facility: what is known of it, and everything that was ordered and told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.derive import with_ancestors
from dprk_industry.curate.models.records import Order
from dprk_industry.curate.sheet.layout import field, section, title
from dprk_industry.curate.sheet.records import account, accounts
from dprk_industry.curate.tables.details import parties

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.models.registry import Facility, FormerName
    from dprk_industry.curate.sheet.web import Web
    from dprk_industry.curate.sheet.words import Words

HEADINGS = {"order": "Orders", "incident": "Incidents", "consequence": "Consequences", "factor": "Factors"}


def facility_sheet(facility: Facility, words: Words, web: Web) -> list[str]:
    """Lines of the sheet of a facility."""
    told = [entry for entry in web.records.values() if facility.id in _facilities(entry)]
    lines = [*title(facility.name), *_facts(facility, words)]
    for kind, heading in HEADINGS.items():
        of_kind = [entry for entry in told if entry.kind == kind]
        lines += section(heading, [line for entry in of_kind for line in _told(entry, words, web)])
    return lines + accounts([entry for entry in told if entry.kind == "outcome"], words, web)


def _told(entry: Entry, words: Words, web: Web) -> list[str]:
    """One record; of an order, the deadline too."""
    deadline = words.deadline(entry.record.deadline) if isinstance(entry.record, Order) else None
    return [*account(entry, words, web), *field("deadline", deadline, 1)]


def _facilities(entry: Entry) -> set[str | None]:
    return {party.facility for _, party in parties(entry)}


def _once(former: FormerName) -> str:
    return f"{former.name} (until {former.until.text})" if former.until else former.name


def _facts(facility: Facility, words: Words) -> list[str]:
    places = [words.registries.places[name].name for name in with_ancestors(facility.place, words.registries)]
    parent = words.registries.facilities.get(facility.parent or "")
    point = f"{facility.lat}, {facility.lon} ({facility.geo})" if facility.lat is not None else None
    sources = "; ".join(f"{fact}: {', '.join(where)}" for fact, where in facility.sources.items())
    return [
        *field("id", facility.id),
        *field("class", words.label("class", facility.class_)),
        *field("isic", words.label("isic", facility.isic) if facility.isic else None),
        *field("makes", ", ".join(facility.products)),
        *field("place", ", ".join(places)),
        *field("part of", parent.name if parent else None),
        *field("under", words.registries.actors[facility.authority].name if facility.authority else None),
        *field("point", point),
        *field("opened", facility.opened.text if facility.opened else None),
        *field("closed", facility.closed.text if facility.closed else None),
        *field("also called", "; ".join(name for names in facility.names.values() for name in names)),
        *field("once called", "; ".join(_once(former) for former in facility.former)),
        *field("unlike", "; ".join(words.registries.facilities[name].name for name in facility.unlike)),
        *field("ids", "; ".join(f"{scheme}: {', '.join(held)}" for scheme, held in facility.ids.items())),
        *field("note", facility.note),
        *field("sources", sources),
    ]
