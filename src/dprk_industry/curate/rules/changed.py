"""Group L, third part: why what was published changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.findings import Path, Problem
from dprk_industry.curate.models.nearest import nearest
from dprk_industry.curate.rules.base import Scope, also, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.models.collection import Collection, Known, Sheet
    from dprk_industry.curate.models.index import Index

GONE = {"withdrawn", "merged", "split"}
"""Reasons with which a code may have left its list."""


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
def changes_point_somewhere(world: Index) -> Iterator[Problem]:
    """
    An entry under `changes` names what is there or was retired, once for each version and reason.

    Why: a reason that points nowhere explains nothing, and the change that it was written for stays without one.
    Mend: take the name that the message suggests; where two entries say the same of one thing, keep one.
    Bad: changes: [{version: 0.2.0, reason: corrected, names: [mil-order]}]
    Good: changes: [{version: 0.2.0, reason: corrected, names: [mill-order]}]
    """
    yield from _misplaced((*_said_of_facilities(world), *_said_in_list(world)), world)


@also(changes_point_somewhere, Scope.ARTICLE)
def changes_point_somewhere_in_articles(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """The entries of an article."""
    if sheet.article.changes:
        yield from _misplaced(_said_of_article(sheet), world)


def _misplaced(entries: Iterable[_Said], world: Collection | Index) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], _Said] = {}
    for said in entries:
        table, name, version, reason = said.about
        listed = name in world.registries.retired or world.lost_entry("retired", name)
        gone = listed or world.lost_entry(table, name) or world.excuses(name)
        if said.name not in said.known and not gone:
            message = f"`{said.name}` is not among {said.among}{nearest(said.name, said.known)}"
            yield Problem(said.path, message, file=said.file)
        elif said.about in seen:
            message = f"`{said.name}` has an entry for {version} with the reason {reason} already; keep one of them"
            yield Problem(said.path, message, file=said.file, other=seen[said.about].file, there=seen[said.about].path)
        seen.setdefault(said.about, said)


def _said_of_article(sheet: Sheet) -> Iterator[_Said]:
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


def _said_of_facilities(world: Known) -> Iterator[_Said]:
    for file, facility in world.facility_files.items():
        for position, entry in enumerate(facility.changes):
            about = ("facilities", facility.id, entry.version, entry.reason)
            yield _Said(file, ("changes", position), about, facility.id, "the facilities", {facility.id})


def _said_in_list(world: Known) -> Iterator[_Said]:
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


RULES = (changes_point_somewhere, changes_point_somewhere_in_articles)
