"""Group A: files and identity."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import MOST, Problem, Severity, listed
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import SECTIONS, Collection, Known, Sheet, full_id
from dprk_industry.curate.models.nearest import nearest_entry
from dprk_industry.curate.models.registry import facility_file
from dprk_industry.curate.models.walk import parties, references
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from dprk_industry.curate.findings import Path
    from dprk_industry.curate.models.index import Index, Summary
    from dprk_industry.curate.models.records import Party

_HEADER = ("source", "manner", "credibility")
"""Keys that a record has itself or from `defaults`."""
FIELDS = ("facility", "actor", "class_", "place")
PARTIES = ({"facility"}, {"actor"}, {"class_", "place"}, {"facility", "class_"})
"""Fields that a party has, in each of its forms."""
_FORMS = frozenset(tuple(name in form for name in FIELDS) for form in PARTIES)
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
"""Names that Windows keeps for devices; other ids have a hyphen, and so are none of them."""
HOLDS_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-?[01][0-9](?:-?[0-3][0-9])?)?")
"""A date, which no id of an article holds."""
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
_GENERIC = r"(?i)\b(?:complex|mine|factory|works|plant|mill|youth|coal|general|area)\b"


@rule("R02", whole=True)
def header_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every key is known for its place, and every required key is there.

    Why: a misspelt key would be a fact that is silently lost.
    Mend: take the key that the message suggests, or look it up in the coding manual; a source, a manner and a
    credibility come from the record or from `defaults`.
    Bad: issuer: {actor: cabinet}, adressees: [{facility: example-steel-mill}]
    Good: issuer: {actor: cabinet}, addressees: [{facility: example-steel-mill}]
    """
    lacking = {}
    for entry in sheet.entries:
        missing = [key for key in _HEADER if getattr(entry, key) is None]
        if missing and entry.evidence:
            lacking[entry.path] = missing
    if len(lacking) > 1:
        yield _not_in_defaults(sheet, lacking)
        return
    for path, missing in lacking.items():
        keys, it = ("key", "is missing; give it") if len(missing) == 1 else ("keys", "are missing; give them")
        yield Problem(path, f"the {keys} {', '.join(f'`{key}`' for key in missing)} {it} here or under `defaults`")


def _not_in_defaults(sheet: Sheet, lacking: Mapping[Path, list[str]]) -> Problem:
    """That several records lack keys that `defaults` would give them."""
    gone = {key for missing in lacking.values() for key in missing}
    keys = " or ".join(f"`{key}`" for key in _HEADER if key in gone)
    message = f"the key {keys} is missing in {listed([str(path[-1]) for path in lacking])}"
    near = None if sheet.article.defaults else ("sources",)
    return Problem(("defaults",), f"{message}; give it under `defaults`, or in each of them", on_key=True, near=near)


@rule("R03", scope=Scope.DATASET)
def named_as_filed(world: Index) -> Iterator[Problem]:
    """
    An article's id equals its file's name, begins with its outlet, holds no date and is unique; so with facilities.

    Why: ids are given once and never derived again, so they must not carry what may be corrected, and a file must be
    found by its id.
    Mend: rename the file or the id: dataset/annotations/<outlet>/<id>.yaml with an id of <outlet>-<few words>.
    Bad: id: tidings-steel-2019-03, outlet: tidings
    Good: id: tidings-steel-quota, outlet: tidings
    """
    for outlet in world.registries.outlets:
        if outlet in _DEVICES:
            message = f"`{outlet}` cannot be the name of a folder on Windows; choose another id"
            yield Problem((outlet,), message, on_key=True, file="dataset/registries/outlets.yaml")
    named = [(file, facility.id, "facilities") for file, facility in world.facility_files.items()]
    for article in world.articles:
        if article.outlet in world.registries.outlets:
            if article.id.startswith(f"{article.outlet}-"):
                named.append((article.file, article.id, f"annotations/{article.outlet}"))
            else:
                message = f"the id `{article.id}` does not begin with its outlet and a hyphen: `{article.outlet}-`"
                yield Problem(("id",), message, file=article.file)
        if found := HOLDS_DATE.search(article.id.removeprefix(article.outlet)):
            message = f"the id `{article.id}` holds the date {found[0]}; leave it out, for an id never changes"
            yield Problem(("id",), message, file=article.file)
    files = {file for file, _, _ in named}
    for file, name, folder in named:
        home = f"dataset/{folder}/{name}.yaml"
        if file != home:
            taken = f"the id `{name}` is taken by {home}; give one of the two another id, or delete this file"
            message = f"the file of `{name}` is {home}; move or rename this one, or correct its id"
            if home in files:
                yield Problem(("id",), taken, file=file, other=home, there=("id",))
            else:
                yield Problem(("id",), message, file=file)


@rule("R04", scope=Scope.DATASET)
def address_unique(world: Index) -> Iterator[Problem]:
    """
    The pair of `url` and `item` is unique, and articles that share a `url` each have an `item`.

    Why: an article coded twice would count twice.
    Mend: give the items of one newsletter their numbers, or withdraw the second annotation.
    Bad: [{url: https://tidings.example/7}, {url: https://tidings.example/7}]
    Good: [{url: https://tidings.example/7, item: 1}, {url: https://tidings.example/7, item: 2}]
    """
    by_url: dict[str, list[Summary]] = defaultdict(list)
    for article in world.articles:
        by_url[article.url].append(article)
    for articles in by_url.values():
        articles.sort(key=lambda article: article.item is None)
        for position, article in enumerate(articles[1:], start=1):
            if any(other.id == article.id for other in articles[:position]):
                continue  # R03 tells of the file that was copied
            clash = [other for other in articles[:position] if other.item == article.item]
            other = (clash or articles)[0]
            if article.item is None:
                message = f"`{other.id}` has this url too; give each its own `item`, or withdraw one of them"
                yield Problem(("url",), message, file=article.file, other=other.file, there=("url",))
            elif clash:
                message = f"`{other.id}` is item {article.item} of this url too; correct one of them, or withdraw it"
                yield Problem(("item",), message, file=article.file, other=other.file, there=("item",))


@rule("R05")
def names_unique(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A local name is a slug and stands once in its file, over all sections, sources included.

    Why: the published id is made of it: <article id>#<name>.
    Mend: give the second record another name, of small letters, digits and hyphens.
    Bad: sources: {mill: {kind: outlet_voice}}, orders: {mill: {action: restart}}
    Good: sources: {mill: {kind: outlet_voice}}, orders: {mill-restart: {action: restart}}
    """
    records = {entry.slug for entry in sheet.entries}
    if len(records) == len(sheet.entries) and records.isdisjoint(sheet.article.sources):
        return
    seen: dict[str, str] = {}
    for section in ("sources", *SECTIONS):
        for name in getattr(sheet.article, section):
            if name in seen:
                message = f"`{name}` is taken already under `{seen[name]}`; choose another name"
                yield Problem((section, name), message, on_key=True, there=(seen[name], name))
            seen.setdefault(name, section)


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


@rule("R10", scope=Scope.KNOWN)
def spellings_apart(world: Known) -> Iterator[Problem]:
    """
    No spelling belongs to two facilities of one province, and names do not differ in a generic word alone.

    Why: a spelling that two plants share joins what belongs to different places.
    Mend: take the spelling out of the facility that it does not belong to; where names are alike and both are right,
    name each facility under `unlike` of the other.
    Warns: of names that differ in a generic word alone.
    Bad: [{id: example-mill, names: {dprk: [Sample Iron Works]}}, {id: sample-iron-works, name: Sample Iron Works}]
    Good: [{id: example-mill, names: {}}, {id: sample-iron-works, name: Sample Iron Works}]
    """
    spelled: dict[tuple[str, str], tuple[str, Path]] = {}
    bare: dict[tuple[str, str], str] = {}
    for file, facility in world.facility_files.items():
        province = facility.place[:5]
        for path, name in facility.spellings:
            owner, there = spelled.setdefault((province, name), (facility.id, path))
            if owner != facility.id:
                message = f"the spelling `{name}` belongs to `{owner}` of the same province too"
                message = f"{message}; take it out of one of them"
                yield Problem(path, message, file=file, other=facility_file(owner), there=there)
        core = " ".join(re.sub(_GENERIC, " ", facility.name).split()).casefold()
        twin = bare.setdefault((province, core), facility.id)
        if twin not in {facility.id, *facility.unlike} and spelled[province, facility.name][0] == facility.id:
            message = f"`{facility.name}` differs from the name of `{twin}` in a generic word alone; is it one plant?"
            message = f"{message} If not, name it under `unlike`"
            other = facility_file(twin)
            yield Problem(("name",), message, Severity.WARNING, file=file, other=other, there=("name",))


@rule("R89")
def values_formed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every value has the form that its key asks for.

    Why: a date that is no date, or a list where one value belongs, would be guessed at by every reader differently.
    Mend: write what the message expects: EDTF dates (2021-11-24, 2021-11~, 202X-10), numbers in digits, lists in
    brackets, a party as a facility, an actor, a class in a place or a class at a facility.
    Bad: issued: 1 March 2019, addressees: {facility: example-steel-mill}
    Good: issued: 2019-03-01, addressees: [{facility: example-steel-mill}]
    """
    if all(_form(party) in _FORMS for party in sheet.holdings.parties):
        return
    for path, party in parties(sheet.article):
        given = {name for name in FIELDS if getattr(party, name)}
        if given not in PARTIES and (sheet.whole or not any(given < form for form in PARTIES)):
            found = ", ".join(sorted(alias(name) for name in given)) or "nothing"
            expected = "expected {facility}, {actor}, {class, place} or {facility, class}"
            lacking = sorted(
                alias(name) for form in PARTIES if given < form and len(form - given) == 1 for name in form - given
            )
            advice = f"; add {' or '.join(f'`{name}`' for name in lacking)}" if given and lacking else ""
            yield Problem(path, f"a party of {found}; {expected}{advice}")


def _form(party: Party) -> tuple[bool, ...]:
    """Which of the fields of a party are given."""
    return (bool(party.facility), bool(party.actor), bool(party.class_), bool(party.place))


RULES = (
    header_complete,
    named_as_filed,
    address_unique,
    names_unique,
    references_exist,
    registry_references_exist,
    registry_used,
    spellings_apart,
    values_formed,
)
