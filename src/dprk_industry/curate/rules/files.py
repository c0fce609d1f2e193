"""Group A: files and identity."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity, listed
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import SECTIONS, Collection, Known, Sheet
from dprk_industry.curate.models.registry import facility_file
from dprk_industry.curate.models.walk import parties
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    spellings_apart,
    values_formed,
)
