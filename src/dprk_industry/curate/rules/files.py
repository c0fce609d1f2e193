"""Group A: files and identity."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from dprk_industry.curate.findings import Path, Problem, Severity
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import SECTIONS, Collection, Sheet
from dprk_industry.curate.models.faults import nearest
from dprk_industry.curate.models.records import Party
from dprk_industry.curate.models.scalars import Reference
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HOLDS_DATE = re.compile(r"(?:19|20)[0-9]{2}(?:-?[01][0-9])?")
_GENERIC = re.compile(r"\b(?:complex|mine|factory|works|plant|mill|youth|coal|general|area)\b", re.IGNORECASE)


@rule("R02")
def header_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every key is known for its place, and every required key is there.

    Why: a misspelt key would be a fact that is silently lost.
    Mend: take the key that the message suggests, or look it up in the coding manual; a source, a manner and a
    credibility come from the record or from `defaults`.
    Bad: TODO
    Good: TODO
    """
    for entry in sheet.entries:
        for key in ("source", "manner", "credibility"):
            if getattr(entry, key) is None:
                yield Problem(entry.path, f"the key `{key}` is missing; give it here or under `defaults`")


@rule("R03", scope=Scope.DATASET)
def named_as_filed(world: Collection) -> Iterator[Problem]:
    """
    An article's id equals its file's name, begins with its outlet, holds no date and is unique; so with facilities.

    Why: ids are given once and never derived again, so they must not carry what may be corrected, and a file must be
    found by its id.
    Mend: rename the file or the id: dataset/annotations/<outlet>/<id>.yaml with an id of <outlet>-<few words>.
    Bad: TODO
    Good: TODO
    """
    seen: dict[str, str] = {}
    named = [(sheet.file, sheet.article.id) for sheet in world.sheets]
    named += [(file, facility.id) for file, facility in world.facility_files.items()]
    for file, name in named:
        if PurePosixPath(file).stem != name:
            message = f"the id is `{name}`, but the file is called {PurePosixPath(file).name}"
            yield Problem(("id",), message, file=file)
        if name in seen:
            yield Problem(("id",), f"the id `{name}` is taken by {seen[name]}", file=file)
        seen.setdefault(name, file)
    for sheet in world.sheets:
        for message in _misnamed(sheet):
            yield Problem(("id",), message, file=sheet.file)


def _misnamed(sheet: Sheet) -> Iterator[str]:
    article = sheet.article
    if not article.id.startswith(f"{article.outlet}-"):
        yield f"the id `{article.id}` does not begin with the outlet and a hyphen: `{article.outlet}-`"
    if found := _HOLDS_DATE.search(article.id.removeprefix(article.outlet)):
        yield f"the id `{article.id}` holds the date {found[0]}; dates may be corrected, ids never change"
    folder = PurePosixPath(sheet.file).parent.name
    if folder != article.outlet:
        yield f"the file lies in the folder `{folder}`, but the outlet is `{article.outlet}`"


@rule("R04", scope=Scope.DATASET)
def address_unique(world: Collection) -> Iterator[Problem]:
    """
    The pair of `url` and `item` is unique, and articles that share a `url` each have an `item`.

    Why: an article coded twice would count twice.
    Mend: give the items of one newsletter their numbers, or withdraw the second annotation.
    Bad: TODO
    Good: TODO
    """
    by_url: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in world.sheets:
        by_url[sheet.article.url].append(sheet)
    for sheets in by_url.values():
        for position, sheet in enumerate(sheets[1:], start=1):
            clash = [other for other in sheets[:position] if other.article.item == sheet.article.item]
            if sheet.article.item is None or clash:
                other = (clash or sheets)[0]
                message = f"{other.article.id} has this url too; give each its own `item`"
                yield Problem(("url",), message, file=sheet.file)


@rule("R05")
def names_unique(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A local name is a slug and stands once in its file, over all sections, sources included.

    Why: the published id is made of it: <article id>#<name>.
    Mend: give the second record another name, of small letters, digits and hyphens.
    Bad: TODO
    Good: TODO
    """
    seen: dict[str, str] = {}
    for section in ("sources", *SECTIONS):
        for name in getattr(sheet.article, section):
            if name in seen:
                message = f"`{name}` is taken already under `{seen[name]}`; choose another name"
                yield Problem((section, name), message, on_key=True)
            seen.setdefault(name, section)


@rule("R06")
def references_exist(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every outlet, place, facility, actor, calendar, source and record id that is referred to exists.

    Why: a reference to nothing is a fact that leads nowhere.
    Mend: take the id that the message suggests, or add the entry to its registry in the same change.
    Bad: TODO
    Good: TODO
    """
    for path, table, name in references(sheet.article, ()):
        if table == "annotators":
            continue
        if table == "records":
            known: Iterable[str] = {entry.slug for entry in sheet.entries} if "#" not in name else world.records
            target = name if "#" in name else f"{sheet.article.id}#{name}"
            missing = name not in known and not world.excuses(target)
        elif table == "sources":
            known = sheet.article.sources
            missing = name not in known and name not in sheet.lost
        else:
            known = getattr(world.registries, table)
            missing = name not in known
        if missing:
            on_key = isinstance(path[-1], str) and path[-1] == name
            yield Problem(path, f"`{name}` is not among the {table}{nearest(name, known)}", on_key=on_key)


@rule("R06", scope=Scope.DATASET)
def registry_references_exist(world: Collection) -> Iterator[Problem]:
    """
    Every outlet, place, facility, actor, calendar, source and record id that is referred to exists.

    Why: a reference to nothing is a fact that leads nowhere.
    Mend: take the id that the message suggests, or add the entry to its registry in the same change.
    Bad: TODO
    Good: TODO
    """
    held = [(file, facility, ()) for file, facility in world.facility_files.items()]
    registered = [("dataset/registries/places.yaml", place, (name,)) for name, place in world.registries.places.items()]
    for file, record, above in [*held, *registered]:
        for path, table, name in references(record, above):
            known = getattr(world.registries, table)
            if name not in known:
                yield Problem(path, f"`{name}` is not among the {table}{nearest(name, known)}", file=file)


def references(record: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Path, table and id of every reference that a record holds, nested ones included."""
    hints = get_type_hints(type(record), include_extras=True)
    for field in fields(record):
        yield from _references_in(getattr(record, field.name), hints[field.name], (*path, alias(field.name)))


def _references_in(value: Any, hint: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    if is_dataclass(value):
        yield from references(value, path)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if path[-1:] == ("paragraphs",):
                yield (*path, key), "sources", key
            yield from _references_in(inner, hint, (*path, key))
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _references_in(inner, hint, (*path, position))
    elif isinstance(value, str) and (table := _table(hint)):
        yield path, table, value


def _table(hint: Any) -> str | None:
    """Table that a type refers to, looked for in its annotations."""
    if isinstance(hint, Reference):
        return hint.to
    metadata = getattr(hint, "__metadata__", ())
    return next((table for inner in (*metadata, *get_args(hint)) if (table := _table(inner))), None)


@rule("R09", Severity.WARNING, Scope.DATASET, whole=True)
def registry_used(world: Collection) -> Iterator[Problem]:
    """
    Every outlet and every actor of the registries is used by some record.

    Why: an entry that nothing uses is often a misspelling's twin.
    Mend: use the entry or take it out; facilities, places and the calendar may wait for their records.
    Bad: TODO
    Good: TODO
    """
    used: dict[str, set[str]] = defaultdict(set)
    for sheet in world.sheets:
        for _, table, name in references(sheet.article, ()):
            used[table].add(name)
    for table in ("outlets", "actors"):
        for name in getattr(world.registries, table):
            if name not in used[table]:
                message = f"no record uses `{name}`; use it or take it out"
                yield Problem((name,), message, on_key=True, file=f"dataset/registries/{table}.yaml")


@rule("R10", scope=Scope.DATASET)
def spellings_apart(world: Collection) -> Iterator[Problem]:
    """
    No spelling belongs to two facilities of one province, and names do not differ in a generic word alone.

    Why: a spelling that two plants share joins what belongs to different places.
    Mend: take the spelling out of the facility that it does not belong to; where both are right, waive the warning
    with a reason.
    Bad: TODO
    Good: TODO
    """
    spelled: dict[tuple[str, str], str] = {}
    bare: dict[tuple[str, str], str] = {}
    for file, facility in world.facility_files.items():
        province = facility.place[:5]
        for name in (facility.name, *facility.names):
            owner = spelled.setdefault((province, name), facility.id)
            if owner != facility.id:
                path: Path = ("name",) if name == facility.name else ("names", facility.names.index(name))
                message = f"the spelling `{name}` belongs to {owner} of the same province too"
                yield Problem(path, message, file=file)
        core = " ".join(_GENERIC.sub(" ", facility.name).split()).casefold()
        twin = bare.setdefault((province, core), facility.id)
        if twin != facility.id:
            message = f"`{facility.name}` differs from the name of {twin} in a generic word alone"
            yield Problem(("name",), message, Severity.WARNING, file=file)


@rule("R89")
def values_formed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every value has the form that its key asks for.

    Why: a date that is no date, or a list where one value belongs, would be guessed at by every reader differently.
    Mend: write what the message expects: EDTF dates (2021-11-24, 2021-11~, 202X-10), numbers in digits, lists in
    brackets, a party as a facility, an actor, a class in a place or a class at a facility.
    Bad: TODO
    Good: TODO
    """
    for path, party in parties(sheet.article, ()):
        given = {field.name for field in fields(party) if getattr(party, field.name)}
        if given not in ({"facility"}, {"actor"}, {"class_", "place"}, {"facility", "class_"}):
            found = ", ".join(sorted(alias(name) for name in given)) or "nothing"
            expected = "{facility}, {actor}, {class, place} or {facility, class}"
            yield Problem(path, f"a party of {found}; expected {expected}")


def parties(record: Any, path: Path) -> Iterator[tuple[Path, Party]]:
    """Path of every party that a record holds, and the party."""
    if isinstance(record, Party):
        yield path, record
    elif is_dataclass(record):
        for field in fields(record):
            yield from parties(getattr(record, field.name), (*path, alias(field.name)))
    elif isinstance(record, dict | tuple):
        for key, inner in record.items() if isinstance(record, dict) else enumerate(record):
            yield from parties(inner, (*path, key))


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
