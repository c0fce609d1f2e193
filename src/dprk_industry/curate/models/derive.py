"""What is computed from the records and never written by hand: level of a party, root of a source, case of a record."""

from __future__ import annotations

from collections import defaultdict
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from dprk_industry.curate.models.collection import full_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from dprk_industry.curate.findings import Path
    from dprk_industry.curate.models.collection import Collection, Entry
    from dprk_industry.curate.models.records import Amount, Article, Link, Party
    from dprk_industry.curate.models.registry import Registries

T = TypeVar("T")
LEVELS = {"leader": 0, "central": 1, "province": 2, "county": 3, "enterprise": 4}
"""Levels of a party and their rank; 0 is the highest."""

_ANY_ENTERPRISE = {"enterprise", "large_enterprise"}


def level(party: Party, registries: Registries) -> str | None:
    """Level of a party; None where its actor or place is unknown.

    A facility, and a body at one, is an enterprise; an actor has its own level; a class has that of its place, and the
    country counts as central.
    """
    if party.facility:
        return "enterprise"
    if party.actor:
        actor = registries.actors.get(party.actor)
        return actor.level if actor else None
    place = registries.places.get(party.place or "")
    if place is None:
        return None
    return "central" if place.level == "country" else place.level


def ranks_below(party: Party, other: Party, registries: Registries) -> bool:
    """Whether a party certainly ranks below another."""
    mine, theirs = level(party, registries), level(other, registries)
    return mine is not None and theirs is not None and LEVELS[mine] > LEVELS[theirs]


def with_ancestors(place_id: str, registries: Registries) -> Iterator[str]:
    """A place and the places in which it lies, from the inside out."""
    seen: set[str] = set()
    current: str | None = place_id
    while current and current not in seen:
        seen.add(current)
        yield current
        place = registries.places.get(current)
        current = place.parent if place else None


def place_of(party: Party, registries: Registries) -> str | None:
    """Place in which a party lies: that of its facility, else its own."""
    facility = registries.facilities.get(party.facility or "")
    return facility.place if facility else party.place


def within(party: Party, outer: Party, registries: Registries) -> bool:
    """Whether a party is another one or part of it: place inside place, facility of the class, body of the facility.

    A facility that no registry knows is not judged.
    """
    unknown = party.facility is not None and party.facility not in registries.facilities
    if party == outer or unknown:
        return True
    if outer.facility:
        facility = registries.facilities.get(party.facility or "")
        same = party.facility == outer.facility and outer.class_ is None
        return same or (facility is not None and facility.parent == outer.facility)
    if outer.actor:
        return False
    return _class_within(party, outer, registries) and _place_within(party, outer, registries)


def _class_within(party: Party, outer: Party, registries: Registries) -> bool:
    facility = registries.facilities.get(party.facility or "")
    found = party.class_ or (facility.class_ if facility else None)
    if found == outer.class_:
        return True
    term = registries.vocabularies["class"].codes.get(found or "") if "class" in registries.vocabularies else None
    return outer.class_ in _ANY_ENTERPRISE and term is not None and term.group == "enterprise"


def _place_within(party: Party, outer: Party, registries: Registries) -> bool:
    """Whether the place of a party lies in that of another; one from which no way leads up is not judged."""
    place = place_of(party, registries)
    if place is None:
        return False
    names = list(with_ancestors(place, registries))
    top = registries.places.get(names[-1])
    return outer.place in names or top is None or top.level != "country"


def chain(article: Article, source: str) -> Iterator[str]:
    """A source and the sources through which it came, as long as they stand in the article."""
    seen: set[str] = set()
    current: str | None = source
    while current and current in article.sources and current not in seen:
        seen.add(current)
        yield current
        current = article.sources[current].via


def root(article: Article, source: str) -> str:
    """Root of a source: `state`, `imagery:<provider>` or the first outlet of its chain, else the article's.

    Accounts with one root are not independent of each other. All organs of the DPRK are one root.
    """
    links = [article.sources[name] for name in chain(article, source)]
    if any(link.kind == "state_report" for link in links):
        return "state"
    outlet = next((link.outlet for link in links if link.outlet), article.outlet)
    if any(link.kind == "imagery" for link in links):
        return f"imagery:{outlet}"
    return outlet


def once(compute: Callable[[Collection], T]) -> Callable[[Collection], T]:
    """Make a function of a collection compute once for each; a collection never changes."""

    @wraps(compute)
    def kept(collection: Collection) -> T:
        if kept not in collection.derived:
            collection.derived[kept] = compute(collection)
        found: T = collection.derived[kept]
        return found

    return kept


@once
def cases(collection: Collection) -> dict[str, str]:
    """Case of every record: records joined by `same_as` share the id of the one whose article was published first."""
    parent: dict[str, str] = {record_id: record_id for record_id in collection.records}

    def find(record_id: str) -> str:
        while parent[record_id] != record_id:
            parent[record_id] = parent[parent[record_id]]
            record_id = parent[record_id]
        return record_id

    for record_id, entry in collection.records.items():
        for reference in entry.record.same_as:
            if entry.full(reference) in parent:
                one, other = find(record_id), find(entry.full(reference))
                earlier, later = sorted((one, other), key=lambda member: _age(collection.records[member]))
                parent[later] = earlier
    return {record_id: find(record_id) for record_id in parent}


def _age(entry: Entry) -> tuple[str, str]:
    first = entry.article.published.first
    return (first.isoformat() if first else "", entry.id)


def holds(entry: Entry, registries: Registries) -> int:
    """1 if the record is told as so, -1 if it is told as not so, 0 if it is left open."""
    return registries.vocabularies["manner"].codes[entry.manner or "unknown"].holds or 0


def bounds(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """Least and greatest number of an amount; None where it is open on that side or told in words alone."""
    low = amount.min if amount.min is not None else amount.value
    high = amount.max if amount.max is not None else amount.value
    return low, high


def referred(entry: Entry, key: str, collection: Collection) -> Iterator[tuple[Path, str, Entry]]:
    """Known records to which a key of a record refers: the path of each reference, the reference, the record."""
    references: tuple[str, ...] = getattr(entry.record, key)
    for position, reference in enumerate(references):
        other = collection.records.get(entry.full(reference))
        if other is not None:
            path = (*entry.path, key)
            yield path if len(references) == 1 else (*path, position), reference, other


def ends(article: Article, collection: Collection) -> Iterator[tuple[int, Link, Entry, Entry]]:
    """Links of an article, each with its position and both of its records; links to unknown records are left out."""
    for position, link in enumerate(article.links):
        one, other = (collection.records.get(full_id(article.id, name)) for name in (link.from_, link.to))
        if one is not None and other is not None:
            yield position, link, one, other


def joined(collection: Collection, *relations: str) -> Iterator[tuple[Entry, Entry]]:
    """Both records of every link of these relations."""
    for sheet in collection.sheets:
        for _, link, one, other in ends(sheet.article, collection):
            if link.relation in relations:
                yield one, other


def roots(entry: Entry) -> set[str]:
    """Roots of all sources on which a record rests; an unknown source counts as a root of its own."""
    found = set()
    for name in dict.fromkeys(name for name, _ in entry.evidence if name is not None):
        if name not in entry.roots:
            known = name in entry.article.sources
            entry.roots[name] = root(entry.article, name) if known else f"?{name}"
        found.add(entry.roots[name])
    return found


@once
def _corroborating(collection: Collection) -> dict[str, list[Entry]]:
    """By the id of a record, the records that a corroborates link joins to it, either way round."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for one, other in joined(collection, "corroborates"):
        found[one.id].append(other)
        found[other.id].append(one)
    return found


def support(entry: Entry, collection: Collection) -> set[str]:
    """Roots of a record, those of records that a corroborates link joins to it included."""
    return roots(entry).union(*map(roots, _corroborating(collection).get(entry.id, ())))


def published_before(entry: Entry) -> tuple[str, str]:
    """What sorts records in the order in which their articles were published."""
    return (_age(entry)[0], entry.article.id)
