"""Sheet of one facility: what is known of it, and everything that was ordered and told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dprk_industry.curate.sheet.blocks import View, blocks
from dprk_industry.curate.sheet.layout import field, item, section, title
from dprk_industry.curate.sheet.records import accounts
from dprk_industry.curate.tables.details import parties
from dprk_industry.curate.tables.wording import name_of

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.models.registry import Facility, FormerName
    from dprk_industry.curate.sheet.words import Words

HEADINGS = {"order": "Orders", "incident": "Incidents", "consequence": "Consequences", "factor": "Factors"}


def facility_sheet(facility: Facility, view: View) -> list[str]:
    """Lines of the sheet of a facility."""
    told = [entry for entry in view.web.records.values() if facility.id in _facilities(entry)]
    sources = [line for fact, where in facility.sources.items() for line in item(f"{fact}: {'; '.join(where)}")]
    view = replace(view, shown={entry.id for entry in told})
    lines = [*title(facility.name), *_facts(facility, view.words), *section("Sources of these facts", sources)]
    for kind, heading in HEADINGS.items():
        lines += section(heading, blocks([entry for entry in told if entry.kind == kind], view))
    return lines + accounts([entry for entry in told if entry.kind == "outcome"], view)


def _facilities(entry: Entry) -> set[str | None]:
    return {party.facility for _, party in parties(entry)}


def _once(former: FormerName) -> str:
    return f"{former.name} (until {former.until.text})" if former.until else former.name


def _facts(facility: Facility, words: Words) -> list[str]:
    given = [str(part) for part in (facility.lat, facility.lon, facility.geo) if part is not None]
    return [
        *field("id", facility.id),
        *field("class", words.label("class", facility.class_)),
        *field("isic", words.label("isic", facility.isic) if facility.isic else None),
        *field("makes", ", ".join(facility.products)),
        *field("place", words.region(facility)),
        *field("part of", name_of(words.registries.facilities, facility.parent)),
        *field("under", name_of(words.registries.actors, facility.authority)),
        *field("point", ", ".join(given)),
        *field("opened", facility.opened.text if facility.opened else None),
        *field("closed", facility.closed.text if facility.closed else None),
        *field("also called", "; ".join(name for names in facility.names.values() for name in names)),
        *field("once called", "; ".join(_once(former) for former in facility.former)),
        *field("unlike", "; ".join(name_of(words.registries.facilities, name) or "" for name in facility.unlike)),
        *field("ids", "; ".join(f"{scheme}: {', '.join(held)}" for scheme, held in facility.ids.items())),
        *field("note", facility.note),
    ]
