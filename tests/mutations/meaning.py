"""What the data of a draft mean, worked out here once more and not taken from the package that is being tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from mutations.draft import Draft, Spot
from mutations.places import SECTIONS, articles, entries, facilities, records, records_of, registry, sources, vocabulary

REFERRING = ("concerns", "order", "because_of", "implements", "amends", "during", "same_as")
"""Keys of records behind which other records are named."""
_YEAR = re.compile(r"(?<![\dX-])\d{2}[\dX]{2}")


def years(date: str | None) -> tuple[int, int] | None:
    """First and last year in which a date may lie; None without a date or at an open end."""
    found = _YEAR.findall(date or "")
    if not found or ".." in str(date):
        return None
    slack = 1 if set("~?%") & set(str(date)) else 0
    first, last = (sorted(int(year.replace("X", digit)) for year in found) for digit in "09")
    return first[0] - slack, last[-1] + slack


def earlier(date: str, by: int = 1) -> str:
    """A day that lies before a date however it is read; more years make it earlier still."""
    bounds = years(date)
    return f"{bounds[0] - by if bounds else 0:04}-06-15"


def later(date: str, by: int = 1) -> str:
    """A day that lies after a date however it is read."""
    bounds = years(date)
    return f"{bounds[1] + by if bounds else 0:04}-06-15"


def dated(draft: Draft, spot: Spot) -> bool:
    """Whether a date with both ends stands at a place."""
    return years(draft.get(spot)) is not None


def published(draft: Draft, spot: Spot) -> str:
    """Date of publication of the article in which a place lies."""
    return str(draft.get(spot.top / "published"))


def told(draft: Draft, record: Spot, key: str) -> str | None:
    """Source, manner or credibility of a record, the article's default included."""
    own: str | None = draft.get(record / key, draft.get(record.top / "defaults" / key))
    return own


def count(draft: Draft, spot: Spot) -> int:
    """How many paragraphs the article has in which a place lies."""
    return int(draft.get(spot.top / "paragraph_count"))


def tellers(draft: Draft, record: Spot) -> list[str]:
    """Names of the sources on which a record rests."""
    paragraphs = draft.get(record / "paragraphs")
    return list(paragraphs) if isinstance(paragraphs, dict) else [str(told(draft, record, "source"))]


def chain(draft: Draft, source: Spot) -> list[str]:
    """A source and those through which it came."""
    names: list[str] = []
    current: str | None = source.name
    while current and current not in names and draft.get(source.above / current):
        names.append(current)
        current = draft.get(source.above / current / "via")
    return names


def root(draft: Draft, source: Spot) -> str:
    """Whom an account goes back to; organs of the state are one."""
    links = [draft.get(source.above / name) for name in chain(draft, source)]
    if any(link["kind"] == "state_report" for link in links):
        return "state"
    outlet = next((link["outlet"] for link in links if "outlet" in link), draft.get(source.top / "outlet"))
    return f"imagery of {outlet}" if any(link["kind"] == "imagery" for link in links) else str(outlet)


def roots(draft: Draft, record: Spot) -> set[str]:
    """Roots of the sources of a record."""
    return {root(draft, record.top / "sources" / name) for name in tellers(draft, record)}


def as_so(draft: Draft, record: Spot) -> bool:
    """Whether a record is told as so: neither denied nor left open."""
    manners = draft.get(Spot("dataset/vocabularies/manner.yaml", ("codes",)))
    return bool(manners.get(told(draft, record, "manner"), {}).get("holds") == "1")


def full(draft: Draft, record: Spot, name: str | None = None) -> str:
    """Published id of a record, or of one that it names."""
    name = name or record.name
    return name if "#" in name else f"{draft.get(record.top / 'id')}#{name}"


def listed(value: Any) -> list[str]:
    """References behind a key: one, a list, or none."""
    return [value] if isinstance(value, str) else value or []


def referred(draft: Draft, *keys: str) -> set[str]:
    """Published ids of all records that are named behind some keys of records or in links."""
    found = set()
    for article in articles(draft):
        for section in SECTIONS:
            for name, record in draft.get(article / section, {}).items():
                for key in keys or REFERRING:
                    found |= {full(draft, article / section / name, other) for other in listed(record.get(key))}
    return found if keys else found | joined(draft)


def link_ends(draft: Draft, *relations: str) -> Iterator[tuple[str, str]]:
    """Published ids of both records of every link, or of those of some relations."""
    for article in articles(draft):
        for link in draft.get(article / "links", ()):
            if not relations or link["relation"] in relations:
                yield full(draft, article, link["from"]), full(draft, article, link["to"])


def joined(draft: Draft, *relations: str) -> set[str]:
    """Published ids of all records that links of some relations, or of any, join to others."""
    return {name for ends in link_ends(draft, *relations) for name in ends}


def level(draft: Draft, party: dict[str, str]) -> int:
    """How high a party stands: 0 for a leader, 4 for an enterprise."""
    if "facility" in party:
        return 4
    if "actor" in party:
        levels = ("leader", "central", "province", "county", "enterprise")
        return levels.index(draft.get(registry("actors") / party["actor"] / "level", "leader"))
    return party["place"].count("-") + 1


def any_item(draft: Draft, dice: Random) -> str:
    """Something that amounts can be of."""
    return dice.choice(list(vocabulary(draft, "item")))


def misspelt(name: str, dice: Random, known: set[str]) -> str:
    """A name with a letter twice that is none of the known ones."""
    while True:
        at = dice.randrange(len(name))
        wrong = name[: at + 1] + name[at:]
        if wrong not in known and name[at] not in "-#":
            return wrong


def header(draft: Draft, record: Spot) -> dict[str, Any]:
    """What a new record that is told like another one begins with."""
    paragraphs = draft.get(record / "paragraphs")
    first = next(iter(paragraphs.values())) if isinstance(paragraphs, dict) else paragraphs
    teller = tellers(draft, record)[0]
    return {"paragraphs": first[:1], "source": teller, "manner": "stated", "credibility": "3"}


def add_record(draft: Draft, article: Spot, section: str, name: str, record: dict[str, Any]) -> Spot:
    """Add a record at the end of a section, which may be new."""
    if draft.get(article / section):
        return draft.put(article / section / name, record, levels=1)
    draft.put(article / section, {name: record}, levels=2)
    return article / section / name


def spellings(draft: Draft, facility: Spot) -> Iterator[tuple[Spot, str]]:
    """Every name that a facility bears or bore, and where it stands."""
    yield facility / "name", draft.get(facility / "name")
    for system, names in draft.get(facility / "names", {}).items():
        yield from ((facility / "names" / system / position, name) for position, name in enumerate(names))
    for position, former in enumerate(draft.get(facility / "former", ())):
        yield facility / "former" / position / "name", former["name"]


def add_fact(draft: Draft, facility: Spot, fact: str, key: str, value: Any) -> Spot:
    """Give a facility a fact and, if there is none yet, the source of it."""
    if not draft.get(facility / "sources" / fact):
        draft.put(facility / "sources" / fact, ["made for a trial"])
    return draft.put(facility / key, value)


def add_name(draft: Draft, facility: Spot, name: str, system: str = "other") -> Spot:
    """Give a facility one spelling more."""
    if not draft.get(facility / "sources" / "names"):
        draft.put(facility / "sources" / "names", ["made for a trial"])
    if not draft.get(facility / "names"):
        draft.put(facility / "names", {system: [name]})
        return facility / "names" / system / 0
    return draft.append(facility / "names" / system, name)


def province(draft: Draft, facility: Spot) -> str:
    """Province in which a facility lies."""
    return str(draft.get(facility / "place"))[:5]


def id_of(draft: Draft, spot: Spot) -> str:
    """Id of the article or facility in which a place lies."""
    return str(draft.get(spot.top / "id"))


def ids(draft: Draft) -> set[str]:
    """Every id and every name that stands anywhere."""
    known = {entry.name for entry in entries()(draft)} | {id_of(draft, facility) for facility in facilities(draft)}
    for where in (records(), sources):
        known |= {spot.name for spot in where(draft)}
    return known


def later_articles(draft: Draft, record: Spot) -> list[Spot]:
    """Articles that were certainly published in a later year than that of a record."""
    bounds = years(published(draft, record))
    held = ((article, years(published(draft, article))) for article in articles(draft))
    return [article for article, theirs in held if bounds and theirs and theirs[0] > bounds[1]]


def as_told_in(draft: Draft, article: Spot) -> dict[str, Any]:
    """What a new record of an article begins with."""
    source = next(iter(draft.get(article / "sources")))
    return {"paragraphs": ["1"], "source": source, "manner": "stated", "credibility": "3"}


def others(draft: Draft, record: Spot, *sections: str) -> list[str]:
    """Names of other records of an article, of some sections."""
    return [other.name for other in records_of(draft, record, *sections) if other != record]
