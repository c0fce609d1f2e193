"""The tables of what is kept by hand beside the articles, and what belongs to the facilities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.registry import (
    FACTS,
    SCHEMES,
    Actor,
    CalendarEntry,
    Facility,
    FormerName,
    Outlet,
    Place,
    Retirement,
    Term,
)
from dprk_industry.curate.tables.columns import Column, Row, Table, Value, cells, dated, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection


def _id(name: str, what: str) -> Column:
    return Column(name, f"Id of the {what}, given once.", required=True)


def _outlets(collection: Collection) -> Iterator[Row]:
    for name, outlet in collection.registries.outlets.items():
        yield {"outlet_id": name, **cells(outlet, "name", "kind", "base", "language")}


OUTLETS = Table(
    "outlets",
    "Outlets",
    "Publishers of the articles, and of the texts that they relay.",
    (
        _id("outlet_id", "outlet"),
        *field(Outlet, "name"),
        *field(Outlet, "kind"),
        *field(Outlet, "base"),
        *field(Outlet, "language"),
    ),
    ("outlet_id",),
    _outlets,
)


def _places(collection: Collection) -> Iterator[Row]:
    for name, place in collection.registries.places.items():
        rest = cells(place, "lat_min", "lon_min", "lat_max", "lon_max", "sources")
        yield {"place_id": name, **cells(place, "name", "level"), "parent_id": place.parent, **rest}


PLACES = Table(
    "places",
    "Places",
    "The country, its provinces (ISO 3166-2) and the counties that records or facilities name.",
    (
        _id("place_id", "place"),
        *field(Place, "name"),
        *field(Place, "level"),
        *field(Place, "parent", "parent_id"),
        *field(Place, "lat_min"),
        *field(Place, "lon_min"),
        *field(Place, "lat_max"),
        *field(Place, "lon_max"),
        *field(Place, "sources"),
    ),
    ("place_id",),
    _places,
)


def _facilities(collection: Collection) -> Iterator[Row]:
    for name, facility in collection.registries.facilities.items():
        yield {
            "facility_id": name,
            **cells(facility, "name", "class_", "isic", "products"),
            "place_id": facility.place,
            "parent_id": facility.parent,
            "authority_id": facility.authority,
            **cells(facility, "lat", "lon", "geo", "opened", "closed", "unlike", "note"),
        }


FACILITIES = Table(
    "facilities",
    "Facilities",
    "Plants, mines and other enterprises. What has no source is empty.",
    (
        _id("facility_id", "facility"),
        *field(Facility, "name"),
        *field(Facility, "class_"),
        *field(Facility, "isic"),
        *field(Facility, "products"),
        *field(Facility, "place", "place_id"),
        *field(Facility, "parent", "parent_id"),
        *field(Facility, "authority", "authority_id"),
        *field(Facility, "lat"),
        *field(Facility, "lon"),
        *field(Facility, "geo"),
        *field(Facility, "opened"),
        *field(Facility, "closed"),
        *field(Facility, "unlike", refers=None),
        *field(Facility, "note"),
    ),
    ("facility_id",),
    _facilities,
)


def _facility_names(collection: Collection) -> Iterator[Row]:
    for name, facility in collection.registries.facilities.items():
        about: dict[str, Value] = {"facility_id": name, "former": False, **dated("until", None)}
        yield {**about, "name": facility.name, "system": None}
        for system, spellings in facility.names.items():
            yield from ({**about, "name": spelling, "system": system} for spelling in spellings)
        for former in facility.former:
            yield {**about, "name": former.name, "system": None, "former": True, **dated("until", former.until)}


FACILITY_NAMES = Table(
    "facility_names",
    "Names of facilities",
    "Every spelling of a facility's name that was met, its own name included.",
    (
        Column("facility_id", "Facility that is called so.", required=True, refers="facilities.facility_id"),
        Column("name", "The spelling, in Latin letters or Hangul.", required=True),
        Column("system", "System in which it is written.", vocabulary="name_system"),
        Column("former", "True if the facility no longer bears the name.", "boolean", required=True),
        *field(FormerName, "until"),
    ),
    ("facility_id", "name"),
    _facility_names,
)


def _facility_sources(collection: Collection) -> Iterator[Row]:
    for name, facility in collection.registries.facilities.items():
        for fact, sources in facility.sources.items():
            for source in sources:
                yield {"facility_id": name, "fact": fact, "source": source}


FACILITY_SOURCES = Table(
    "facility_sources",
    "Sources of facility facts",
    "For each fact of a facility, the addresses or works that say so.",
    (
        Column("facility_id", "Facility whose fact it is.", required=True, refers="facilities.facility_id"),
        Column(
            "fact",
            "The fact; class stands for the ISIC class and the products too.",
            required=True,
            options=FACTS,
        ),
        Column("source", "Address or work that says so.", required=True),
    ),
    ("facility_id", "fact", "source"),
    _facility_sources,
)


def _facility_ids(collection: Collection) -> Iterator[Row]:
    for name, facility in collection.registries.facilities.items():
        for scheme, held in facility.ids.items():
            yield from ({"facility_id": name, "scheme": scheme, "id": found} for found in held)


FACILITY_IDS = Table(
    "facility_ids",
    "Ids of facilities elsewhere",
    "Ids of the facilities in other catalogues.",
    (
        Column("facility_id", "Facility that bears the id.", required=True, refers="facilities.facility_id"),
        Column("scheme", "Catalogue that gave the id.", required=True, options=SCHEMES),
        Column("id", "The id, as the catalogue writes it.", required=True),
    ),
    ("facility_id", "scheme", "id"),
    _facility_ids,
)


def _actors(collection: Collection) -> Iterator[Row]:
    for name, actor in collection.registries.actors.items():
        yield {"actor_id": name, **cells(actor, "name", "level", "branch", "public_role")}


ACTORS = Table(
    "actors",
    "Actors",
    "Unique bodies, and persons named by state media; private people never.",
    (
        _id("actor_id", "actor"),
        *field(Actor, "name"),
        *field(Actor, "level"),
        *field(Actor, "branch"),
        *field(Actor, "public_role"),
    ),
    ("actor_id",),
    _actors,
)


def _calendar(collection: Collection) -> Iterator[Row]:
    for name, entry in collection.registries.calendar.items():
        yield {"calendar_id": name, **cells(entry, "name", "monthday"), **dated("span", entry.span)}


CALENDAR = Table(
    "calendar",
    "Calendar",
    "Anniversaries, congresses, plenaries, campaigns and plan periods to which orders are tied.",
    (
        _id("calendar_id", "occasion"),
        *field(CalendarEntry, "name"),
        *field(CalendarEntry, "monthday"),
        *field(CalendarEntry, "span"),
    ),
    ("calendar_id",),
    _calendar,
)

_TERM_KEYS = (
    "label",
    "definition",
    "boundary",
    "example",
    "group",
    "outcome_kind",
    "rank",
    "holds",
    "direction",
    "severity",
    "sign",
    "days",
    "isic",
)


def _terms(collection: Collection) -> Iterator[Row]:
    for name, vocabulary in collection.registries.vocabularies.items():
        for code, term in vocabulary.codes.items():
            yield {"list": name, "code": code, **cells(term, *_TERM_KEYS)}


TERMS = Table(
    "terms",
    "Terms",
    "Every code of every vocabulary with its definition, its boundary rule and an example.",
    (
        Column("list", "Name of the vocabulary.", required=True),
        Column("code", "The code, letter by letter.", required=True),
        *(column for key in _TERM_KEYS for column in field(Term, key)),
    ),
    ("list", "code"),
    _terms,
)


def _retired(collection: Collection) -> Iterator[Row]:
    for name, retirement in collection.registries.retired.items():
        yield {"id": name, **cells(retirement, "kind", "retired", "reason", "successor")}


RETIRED = Table(
    "retired",
    "Retired ids",
    "Ids that were withdrawn, merged or split; they never come back.",
    (
        Column("id", "The id that is no longer in use.", required=True),
        *field(Retirement, "kind"),
        *field(Retirement, "retired"),
        *field(Retirement, "reason"),
        *field(Retirement, "successor"),
    ),
    ("id",),
    _retired,
)

TABLES = (OUTLETS, PLACES, FACILITIES, FACILITY_NAMES, FACILITY_IDS, FACILITY_SOURCES, ACTORS, CALENDAR, TERMS, RETIRED)
