"""Group A, second part: what is referred to is there, and what is there is referred to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import MOST, Problem, Severity
from dprk_industry.curate.models import released
from dprk_industry.curate.models.collection import Collection, Known, Sheet, full_id
from dprk_industry.curate.models.nearest import nearest_entry, nearest_id
from dprk_industry.curate.models.walk import references
from dprk_industry.curate.rules.base import Scope, also, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from dprk_industry.curate.models.index import Index

_WHERE = {
    "outlets": ("outlets", "add it to dataset/registries/outlets.yaml"),
    "places": ("places", "add it to dataset/registries/places.yaml"),
    "facilities": ("facilities", "add its file to dataset/facilities"),
    "actors": ("actors", "add it to dataset/registries/actors.yaml"),
    "calendar": ("calendar entries", "add it to dataset/registries/calendar.yaml"),
    "sources": ("sources of this article", "add it to them"),
    "records": ("records", "add the record"),
}
"""How the entries of a table are called, and what to do if an id is right but not yet there."""


@rule("R06")
def references_exist(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every outlet, place, facility, actor, calendar, source and record id that is referred to exists.

    Why: a reference to nothing is a fact that leads nowhere.
    Mend: take the id that the message suggests, or add the entry to its registry in the same change.
    Bad: addressees: [{facility: exmple-steel-mill}]
    Good: addressees: [{facility: example-steel-mill}]
    """
    gone = {
        table: {name for name in names if not _exists(table, name, sheet, world)}
        for table, names in sheet.holdings.references.items()
        if table != "annotators" and not names <= _entries(table, sheet, world)
    }
    found = (each for each in references(sheet.article) if each[2] in gone.get(each[1], ()))
    for path, table, name in islice(found, MOST + 1) if any(gone.values()) else ():  # looking for the nearest is slow
        on_key = isinstance(path[-1], str) and path[-1] == name
        advice = _no_record(name, world) if table == "records" else _of_another_table(name, table, world)
        message = advice or _unknown(name, table, _known(table, name, sheet, world), world)
        yield Problem(path, message, on_key=on_key)


def _of_another_table(name: str, table: str, world: Collection) -> str:
    """That an id names a party of the other kind; empty where it does not."""
    if table == "facilities" and name in world.registries.actors:
        return f"`{name}` is an actor; write {{actor: {name}}}"
    if table == "actors" and name in world.registries.facilities:
        return f"`{name}` is a facility; write {{facility: {name}}}"
    return ""


def _no_record(name: str, world: Collection) -> str:
    """That an id names an article; empty where it does not."""
    known = "#" not in name and any(each.startswith(f"{name}#") for each in (*world.records, *world.elsewhere()))
    return f"`{name}` is an article; name one of its records: {name}#<name>" if known else ""


def _entries(table: str, sheet: Sheet, world: Collection) -> AbstractSet[str]:
    """Names that stand in a table; of records only those of the article itself, without its id."""
    if table == "sources":
        return sheet.article.sources.keys()
    if table == "records":
        return {entry.slug for entry in sheet.entries}
    known: dict[str, object] = getattr(world.registries, table)
    return known.keys()


def _exists(table: str, name: str, sheet: Sheet, world: Collection) -> bool:
    """Whether there is what a reference of an article names, or something of that name that could not be read."""
    if table == "sources":
        return name in sheet.article.sources or world.excuses(full_id(sheet.article.id, name))
    if table == "records":
        full = full_id(sheet.article.id, name)
        return full in world.records or world.excuses(full)
    return name in getattr(world.registries, table) or world.lost_entry(table, name)


def _known(table: str, name: str, sheet: Sheet, world: Collection) -> Iterable[str]:
    """Names among which a misspelt one is to be looked for."""
    if table == "sources":
        return sheet.article.sources
    if table == "records":
        return [*world.records, *world.elsewhere()] if "#" in name else [entry.slug for entry in sheet.entries]
    known: Iterable[str] = getattr(world.registries, table)
    return known


@rule("R06", scope=Scope.KNOWN)
def registry_references_exist(world: Known) -> Iterator[Problem]:
    """
    Every outlet, place, facility, actor, calendar, source and record id that is referred to exists.

    Why: a reference to nothing is a fact that leads nowhere.
    Mend: take the id that the message suggests, or add the entry to its registry in the same change.
    Bad: id: example-coal-mine, name: Example Coal Mine, place: KP-99
    Good: id: example-coal-mine, name: Example Coal Mine, place: KP-09
    """
    held = [(file, facility, ()) for file, facility in world.facility_files.items()]
    registered = [("dataset/registries/places.yaml", place, (name,)) for name, place in world.registries.places.items()]
    for file, record, above in [*held, *registered]:
        for path, table, name in references(record, above):
            known = getattr(world.registries, table)
            if name not in known and not world.lost_entry(table, name):
                yield Problem(path, _unknown(name, table, known, world), file=file)


def _unknown(name: str, table: str, known: Iterable[str], world: Known) -> str:
    """Message about an id that stands nowhere, with the nearest one that does."""
    among, mend = _WHERE[table]
    unread = [lost for registry, lost in world.lost_entries if registry == table and lost]
    return f"`{name}` is not among the {among}{nearest_entry(name, known, unread) or f'; correct the id, or {mend}'}"


@rule("R09", Severity.WARNING, Scope.DATASET, whole=True)
def registry_used(world: Index) -> Iterator[Problem]:
    """
    Every outlet and every actor of the registries is used by some record or, an actor, by a facility.

    Why: an entry that nothing uses is often a misspelling's twin.
    Mend: use the entry or take it out; facilities, places and the calendar may wait for their records.
    Bad: actors: {cabinet: {level: central}, the-cabinet: {level: central}}, orders: {quota: {issuer: {actor: cabinet}}}
    Good: actors: {cabinet: {level: central}}, orders: {quota: {issuer: {actor: cabinet}}}
    """
    held = {"actors": [facility.authority for facility in world.facility_files.values() if facility.authority]}
    for table in ("outlets", "actors"):
        known = getattr(world.registries, table)
        used = frozenset[str]().union(*(getattr(article, table) for article in world.articles), held.get(table, ()))
        if used - set(known):
            continue  # the entry may be the one that a misspelt id means, which R06 tells
        for name in known:
            if name not in used:
                message = f"no record uses `{name}`; use it or take it out"
                yield Problem((name,), message, on_key=True, file=f"dataset/registries/{table}.yaml")


@also(references_exist, Scope.DATASET, whole=True)
def successors_exist(world: Index) -> Iterator[Problem]:
    """What took the place of a retired id is there, or was retired in its turn."""
    retired = {name: gone for name, gone in world.registries.retired.items() if gone.successor}
    known = [name for name, _ in released.ids(world)] if retired else []
    for name, gone in retired.items():
        if gone.successor == name:
            message = "this is the retired id itself; name what took its place, or leave `successor` out"
        elif gone.successor not in {*known, *world.registries.retired}:
            near = nearest_id(gone.successor or "", known)
            message = f"`{gone.successor}` is no id of the dataset{near or '; correct it, or leave `successor` out'}"
        else:
            continue
        yield Problem((name, "successor"), message, file="dataset/retired.yaml")


RULES = (references_exist, registry_references_exist, successors_exist, registry_used)
