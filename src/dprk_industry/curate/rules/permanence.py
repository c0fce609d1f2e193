"""Group L, first part: ids that keep their meaning, and names that tell plants apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Path, Problem
from dprk_industry.curate.models import released
from dprk_industry.curate.models.collection import SECTIONS
from dprk_industry.curate.models.registry import facility_file
from dprk_industry.curate.rules.base import Scope, also, declared, rule
from dprk_industry.curate.rules.likeness import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.changes import Released
    from dprk_industry.curate.models.collection import Collection, Known, Sheet
    from dprk_industry.curate.models.index import Index

REGISTRIES = {"outlets": "outlet", "places": "place", "actors": "actor", "calendar": "calendar"}
"""Registries by name, with the kind that an id of each has on the list of retired ids."""


@rule("R81", scope=Scope.KNOWN)
def retired_stays_retired(world: Known) -> Iterator[Problem]:
    """
    An id on the list of retired ids is never used again, and one that was released is in use or on the list.

    Why: somebody may have cited it; an id that came back with another meaning would make the citation false.
    Mend: give the new record a fresh id; a record that is only corrected keeps its own and is not retired.
    Bad: id: tidings-old-order (which dataset/retired.yaml lists as withdrawn)
    Good: id: tidings-new-order
    """
    named = [(file, facility.id, "facility", Problem(("id",), "")) for file, facility in world.facility_files.items()]
    for registry, kind in REGISTRIES.items():
        file = f"dataset/registries/{registry}.yaml"
        named += [(file, name, kind, Problem((name,), "", on_key=True)) for name in getattr(world.registries, registry)]
    for file, name, kind, place in named:
        if message := _retired(name, {kind}, world):
            yield place._replace(message=message, file=file, other="dataset/retired.yaml", there=(name,))


@also(retired_stays_retired, Scope.ARTICLE)
def retired_stays_retired_in_articles(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """The ids of an article, its sources and its records."""
    if not world.registries.retired:
        return
    if message := _retired(sheet.article.id, {"article"}, world):
        yield Problem(("id",), message)
    paths: list[Path] = [("sources", name) for name in sheet.article.sources]
    for path in (*paths, *(entry.path for entry in sheet.entries)):
        if message := _retired(f"{sheet.article.id}#{path[1]}", {"record", "source"}, world):
            yield Problem(path, message, on_key=True)


def _retired(name: str, kinds: set[str], world: Known) -> str | None:
    """Message about an id that is on the list of retired ids as one of these kinds."""
    gone = world.registries.retired.get(name)
    if gone is None or gone.kind not in kinds:
        return None
    successor = f", successor `{gone.successor}`" if gone.successor else ""
    return f"`{name}` was retired on {gone.retired} ({gone.reason}{successor}) and never comes back; take another"


@rule("R81", scope=Scope.DATASET, whole=True)
def released_stays_known(world: Index) -> Iterator[Problem]:
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
    for name, kind in released.ids(world) if world.released else ():
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


def _excused(held: Released, world: Index) -> bool:
    """Whether a released id is on the list of retired ids, or names what could not be read."""
    kind = "record" if held.kind in SECTIONS.values() else held.kind
    listed = world.registries.retired.get(held.id)
    return (listed is not None and listed.kind == kind) or world.excuses(held.id)


@rule("R82", scope=Scope.KNOWN)
def names_tell_apart(world: Known) -> Iterator[Problem]:
    """
    No spelling of a facility reads like one of another facility, upper case, spaces and signs left aside.

    Why: articles are matched to plants by name, and a name that fits two would send half of them astray; one spelling
    twice in a province is seen to by R10.
    Mend: take the spelling out of the plant that it does not belong to, or tell the two apart by their county.
    Bad: example-mill: {names: {dprk: [Sample Iron-Works]}}, other-mill: {names: {dprk: [Sample Ironworks]}}
    Good: example-mill: {names: {dprk: [Sample Iron-Works]}}, other-mill: {names: {dprk: [Sample Ironworks Hamju]}}
    """
    owners: dict[str, tuple[str, str, str, Path]] = {}
    for file, facility in world.facility_files.items():
        spelled: dict[str, Path] = {}
        for path, name in facility.spellings:
            spelled.setdefault(name, path)
        for name, path in spelled.items():
            held = (facility.id, name, facility.place[:5], path)
            owner, other, province, there = owners.setdefault(folded(name), held)
            if owner != facility.id and (other, province) != held[1:3]:
                message = f"`{name}` reads like `{other}`, a name of {owner}; which of the two is meant?"
                yield Problem(path, message, file=file, other=facility_file(owner), there=there)


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
    retired_stays_retired_in_articles,
    released_stays_known,
    names_tell_apart,
    NO_COMMENTS,
)
