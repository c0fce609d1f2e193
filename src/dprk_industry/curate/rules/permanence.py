"""Group L: ids that keep their meaning, names that tell plants apart, and what must never stand in the data."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from dprk_industry.curate.findings import Path, Problem
from dprk_industry.curate.models import released
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import SECTIONS
from dprk_industry.curate.models.faults import nearest
from dprk_industry.curate.rules.base import Scope, declared, rule
from dprk_industry.curate.rules.likeness import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.changes import Released
    from dprk_industry.curate.models.collection import Collection

REGISTRIES = {"outlets": "outlet", "places": "place", "actors": "actor", "calendar": "calendar"}
"""Registries by name, with the kind that an id of each has on the list of retired ids."""
GONE = {"withdrawn", "merged", "split"}
"""Reasons with which a code may have left its list."""

_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(
    r"""(?<![\w.+-])(?:
        (?:\+|00)[1-9](?:[ ().\-]{0,2}\d){8,14}         # international: +82 2 345 6789
      | \(0\d{1,3}\)[ -]?\d{3,4}[ -]\d{4}               # with a prefix in brackets: (02) 345-6789
      | 0\d{1,3}([-. ])\d{3,4}\1\d{4}                   # with a prefix: 010-2345-6789
      | \d{3}([-.])\d{3}\2(?!\d\d00)\d{4} | \(\d{3}\)[ ]?\d{3}-\d{4}  # 191-345-6789, (202) 345-6789
      | 01[016-9]\d{7,8} | 1[3-9](?!\d*000\b)\d{9}      # mobile without spaces, Korean and Chinese
      | (?i:tel|telephone|phone|mobile|fax|전화|휴대폰|팩스)(?i:[ ]no|[ ]number)?[.:]+[ ]?[+(\d][\d ().\-]{5,}\d
    )(?![\w-])""",
    re.VERBOSE,
)


@rule("R81", scope=Scope.DATASET)
def retired_stays_retired(world: Collection) -> Iterator[Problem]:
    """
    An id on the list of retired ids is never used again, and one that was released is in use or on the list.

    Why: somebody may have cited it; an id that came back with another meaning would make the citation false.
    Mend: give the new record a fresh id; a record that is only corrected keeps its own and is not retired.
    Bad: id: tidings-old-order (which dataset/retired.yaml lists as withdrawn)
    Good: id: tidings-new-order
    """
    for kinds, name, problem in _ids(world):
        gone = world.registries.retired.get(name)
        if gone and gone.kind in kinds:
            successor = f", successor `{gone.successor}`" if gone.successor else ""
            message = f"`{name}` was retired on {gone.retired} ({gone.reason}{successor}) and never comes back"
            yield Problem(problem.path, f"{message}; take another", on_key=problem.on_key, file=problem.file)


def _ids(world: Collection) -> Iterator[tuple[set[str], str, Problem]]:
    """Every id in use: the kinds it may have on the list, the id, and where it stands."""
    for sheet in world.sheets:
        article = sheet.article
        yield {"article"}, article.id, Problem(("id",), "", file=sheet.file)
        paths: list[Path] = [("sources", name) for name in article.sources]
        for path in (*paths, *(entry.path for entry in sheet.entries)):
            yield {"record", "source"}, f"{article.id}#{path[1]}", Problem(path, "", on_key=True, file=sheet.file)
    for file, facility in world.facility_files.items():
        yield {"facility"}, facility.id, Problem(("id",), "", file=file)
    for registry, kind in REGISTRIES.items():
        for name in getattr(world.registries, registry):
            yield {kind}, name, Problem((name,), "", on_key=True, file=f"dataset/registries/{registry}.yaml")


@rule("R81", scope=Scope.DATASET, whole=True)
def released_stays_known(world: Collection) -> Iterator[Problem]:
    """
    An id on the list of retired ids is never used again, and one that was released is in use or on the list.

    Why: somebody may have cited it and must find out what became of it; an order that turned into an outcome would
    make the citation false.
    Mend: put the id back, or add it to dataset/retired.yaml with the reason and, where there is one, the successor; an
    article on the list stands for all that was in it. What became a record of another kind takes a fresh id.
    Bad: tidings-old-order,article,0.1.0 in dataset/released.csv, with no such article and nothing on the list
    Good: tidings-old-order: {kind: article, retired: 2026-11-24, reason: withdrawn} in dataset/retired.yaml
    """
    used: dict[str, set[str]] = defaultdict(set)
    for name, kind in released.ids(world):
        used[name].add(kind)
    for held in world.released:
        article, _, name = held.id.partition("#")
        in_gone_article = bool(name) and not used[article]
        if held.kind not in used[held.id] and not in_gone_article and not _excused(held, world):
            yield Problem((), _missed(held, used[held.id]), file="dataset/retired.yaml")


def _missed(held: Released, now: set[str]) -> str:
    """Message about a released id that is gone, or names something of another kind."""
    if "#" in held.id and now:
        other = " and ".join(sorted(now))
        return f"`{held.id}` was released as {held.kind} and is {other} now; give it a fresh id and list the old one"
    return f"`{held.id}` ({held.kind}) was released with {held.version} and is gone; put it back, or list it here"


def _excused(held: Released, world: Collection) -> bool:
    """Whether a released id is on the list of retired ids, or names what could not be read."""
    kind = "record" if held.kind in SECTIONS.values() else held.kind
    listed = world.registries.retired.get(held.id)
    return (listed is not None and listed.kind == kind) or world.excuses(held.id)


class _Said(NamedTuple):
    """An entry under `changes` and one name that it gives."""

    file: str
    path: Path
    about: tuple[str, str, str, str]
    """Table, id, version and reason."""
    name: str
    """The id as it is written there."""
    among: str
    known: set[str]
    """Names that may be written there."""


@rule("R93", scope=Scope.DATASET)
def changes_point_somewhere(world: Collection) -> Iterator[Problem]:
    """
    An entry under `changes` names what is there or was retired, once for each version and reason.

    Why: a reason that points nowhere explains nothing, and the change that it was written for stays without one.
    Mend: take the name that the message suggests; where two entries say the same of one thing, keep one.
    Bad: changes: [{version: 0.2.0, reason: corrected, names: [mil-order]}]
    Good: changes: [{version: 0.2.0, reason: corrected, names: [mill-order]}]
    """
    seen: set[tuple[str, ...]] = set()
    for said in (*_said_in_files(world), *_said_in_list(world)):
        _, name, version, reason = said.about
        gone = name in world.registries.retired or world.excuses(name)
        if said.name not in said.known and not gone:
            message = f"`{said.name}` is not among {said.among}{nearest(said.name, said.known)}"
            yield Problem(said.path, message, file=said.file)
        elif said.about in seen:
            message = f"`{said.name}` has an entry for {version} with the reason {reason} already; keep one of them"
            yield Problem(said.path, message, file=said.file)
        seen.add(said.about)


def _said_in_files(world: Collection) -> Iterator[_Said]:
    for sheet in world.sheets:
        article = sheet.article
        known = {*article.sources, *(entry.slug for entry in sheet.entries)}
        for position, change in enumerate(article.changes):
            dated = (change.version, change.reason)
            if not change.names:
                about = ("articles", article.id, *dated)
                yield _Said(sheet.file, ("changes", position), about, article.id, "the articles", {article.id})
            for number, name in enumerate(change.names):
                about = ("records", f"{article.id}#{name}", *dated)
                path = ("changes", position, "names", number)
                yield _Said(sheet.file, path, about, name, "the records and sources of this article", known)
    for file, facility in world.facility_files.items():
        for position, entry in enumerate(facility.changes):
            about = ("facilities", facility.id, entry.version, entry.reason)
            yield _Said(file, ("changes", position), about, facility.id, "the facilities", {facility.id})


def _said_in_list(world: Collection) -> Iterator[_Said]:
    codes = {f"{name}/{code}" for name, held in world.registries.vocabularies.items() for code in held.codes}
    for position, change in enumerate(world.registries.changes):
        among, alone = f"the {change.table}", {change.id}
        if change.table == "terms":
            known = codes | alone if change.reason in GONE else codes
        elif change.table == "columns":
            among = "the columns, which are written <table>.<column>, with the reason codebook_change"
            known = alone if change.id.count(".") == 1 and change.reason == "codebook_change" else set()
        else:
            known = set(getattr(world.registries, change.table))
        about = (change.table, change.id, change.version, change.reason)
        yield _Said("dataset/changes.yaml", (position, "id"), about, change.id, among, known)


@rule("R82", scope=Scope.DATASET)
def names_tell_apart(world: Collection) -> Iterator[Problem]:
    """
    No spelling of a facility reads like one of another facility, upper case, spaces and signs left aside.

    Why: articles are matched to plants by name, and a name that fits two would send half of them astray; one spelling
    twice in a province is seen to by R10.
    Mend: take the spelling out of the plant that it does not belong to, or tell the two apart by their county.
    Bad: example-mill: {names: {dprk: [Sample Iron-Works]}}, other-mill: {names: {dprk: [Sample Ironworks]}}
    Good: example-mill: {names: {dprk: [Sample Iron-Works]}}, other-mill: {names: {dprk: [Sample Ironworks Hamju]}}
    """
    owners: dict[str, tuple[str, str, str]] = {}
    for file, facility in world.facility_files.items():
        spelled: dict[str, Path] = {}
        for path, name in facility.spellings:
            spelled.setdefault(name, path)
        for name, path in spelled.items():
            held = (facility.id, name, facility.place[:5])
            owner, other, province = owners.setdefault(folded(name), held)
            if owner != facility.id and (other, province) != held[1:]:
                message = f"`{name}` reads like `{other}`, a name of {owner}; which of the two is meant?"
                yield Problem(path, message, file=file)


@rule("R85", scope=Scope.DATASET)
def nobody_reachable(world: Collection) -> Iterator[Problem]:
    """
    No field holds an e-mail address or a telephone number.

    Why: those who speak to outlets risk their lives, and nothing in this dataset may lead to a private person; that
    no field names one is the reviewer's to see.
    Mend: delete it, also from the history of a branch that is not yet merged, and tell a maintainer.
    Bad: note: source reached at 010-2345-6789
    Good: note: source reached by telephone
    """
    for file, record in _files(world):
        for path, text in texts(record, ()):
            what = _contact(text)
            if what:
                message = f"{what} stands here; delete it (dates and amounts are written 2019-03-20 and 1500 t)"
                yield Problem(path, message, file=file)


def _contact(text: str) -> str | None:
    """What a text holds by which somebody could be reached; web addresses and dates are left aside."""
    bare = _DAY.sub(" ", _ADDRESS.sub(" ", text))
    if _MAIL.search(bare):
        return "an e-mail address"
    return "a telephone number" if _TELEPHONE.search(bare) else None


def _files(world: Collection) -> Iterator[tuple[str, Any]]:
    """Everything that is read from files, with the file."""
    yield from ((sheet.file, sheet.article) for sheet in world.sheets)
    yield from world.facility_files.items()
    for name, vocabulary in world.registries.vocabularies.items():
        yield f"dataset/vocabularies/{name}.yaml", vocabulary
    for name in (field.name for field in fields(world.registries)):
        if name not in {"vocabularies", "facilities"}:
            folder = "dataset/registries" if name in {*REGISTRIES, "annotators"} else "dataset"
            yield f"{folder}/{name}.yaml", getattr(world.registries, name)


def texts(record: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text that a record holds, with its path."""
    if isinstance(record, str):
        yield path, record
    elif is_dataclass(record):
        for field in fields(record):
            yield from texts(getattr(record, field.name), (*path, alias(field.name)))
    elif isinstance(record, dict | tuple):
        for key, inner in record.items() if isinstance(record, dict) else enumerate(record):
            yield from texts(inner, (*path, key))


NO_COMMENTS = declared(
    "R88",
    """
    A file of the dataset holds no YAML comment but the editor's modeline in its first line.

    Why: a comment reaches no table and is lost when a file is written anew; what a reader should know must be data.
    Mend: say it in a `note`, in at most 140 characters, or delete it; quote a value that holds a number sign.
    Bad: published: 202X-10  # the page has no year
    Good: published: 202X-10, dated_by: text, note: the page has no year
    """,
)

RULES = (
    retired_stays_retired,
    released_stays_known,
    names_tell_apart,
    nobody_reachable,
    NO_COMMENTS,
    changes_point_somewhere,
)
