"""Keys and the form of the values behind them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from mutations.draft import Draft, Spot
from mutations.meaning import id_of, misspelt, tellers, told
from mutations.mutator import breaks
from mutations.places import Where, amounts, articles, entries, facilities, having, links, records, sources, values

HEADER = (
    *("id", "outlet", "url", "headline", "language", "published", "dated_by", "genre", "paragraph_count"),
    *("paragraph_digests", "read", "annotators", "annotated", "sources"),
)
NEEDED: tuple[tuple[Where, tuple[str, ...]], ...] = (
    (articles, HEADER),
    (sources, ("kind", "reliability")),
    (records("orders"), ("paragraphs", "issuer", "addressees", "action")),
    (records("outcomes"), ("paragraphs", "kind")),
    (records("incidents"), ("paragraphs", "at", "type")),
    (records("consequences"), ("paragraphs", "because_of", "targets", "type", "stage")),
    (records("factors"), ("paragraphs", "concerns", "role", "type")),
    (amounts(), ("role",)),
    (links, ("from", "relation", "to")),
    (facilities, ("id", "name", "class", "place", "sources")),
    (entries("outlets"), ("name", "kind", "base", "language")),
    (entries("places"), ("name", "level")),
    (entries("actors"), ("name", "level", "branch")),
    (entries("calendar"), ("name",)),
    (entries("annotators"), ("role",)),
)
"""The keys that each kind of record must have."""
DATES = ("published", "said", "issued", "date", "period", "as_of", "achieved", "opened", "closed", "until")
WRONG = {
    **dict.fromkeys(DATES, ("1 March 2019", "2019-13")),
    **dict.fromkeys(("value", "min", "max", "lat", "lon"), ("1 500", "twenty", "1e3")),
    "paragraph_count": ("ten", "0"),
    "url": ("www.example.org/7",),
    "language": ("English",),
    "annotated": ("yesterday", "2026-11"),
    "approximate": ("yes",),
    "monthday": ("15-04",),
    "span": ("spring",),
}
"""Values that do not have the form that their key asks for."""

_PARTY = {"facility", "actor", "class"}
"""Keys of which each party has one."""


def required(draft: Draft) -> Iterator[Spot]:
    """Every key that must be there."""
    for where, keys in NEEDED:
        yield from (spot / key for spot in where(draft) for key in keys)


def keys(draft: Draft) -> Iterator[Spot]:
    """Every key of every record, source, amount, link and entry."""
    for where, _ in NEEDED:
        yield from (spot / key for spot in where(draft) for key in draft.get(spot))


@breaks("R02", required)
def needed_key_missing(draft: Draft, spot: Spot, dice: Random) -> Spot:
    names = list(draft.get(spot.above))
    before = names[: names.index(spot.name)] or names[1:2]
    above = draft.drop(spot).above
    return above / before[-1] if above == spot.top else above


@breaks("R02", keys)
def key_misspelt(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.rename(spot, misspelt(spot.name, dice, set()))


@breaks("R02", keys)
def key_unknown(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot.above / dice.choice(["colour", "remarks", "quantity"]), "red")


def by_default(draft: Draft) -> Iterator[Spot]:
    """Keys of the header that a record has by default, at the records."""
    for record in records()(draft):
        for key in ("source", "manner", "credibility"):
            mapped = key == "source" and isinstance(draft.get(record / "paragraphs"), dict)
            if key not in draft.get(record) and told(draft, record, key) and not mapped:
                yield record / key


@breaks("R02", by_default)
def default_missing(draft: Draft, spot: Spot, dice: Random) -> Spot:
    lacking = [each for each in by_default(draft) if (each.file, each.name) == (spot.file, spot.name)]
    defaults = draft.drop(spot.top / "defaults" / spot.name).above
    return defaults if len(lacking) > 1 else spot.above


def formed(draft: Draft) -> Iterator[Spot]:
    """Dates, numbers, addresses and the like."""
    for spot in values(draft):
        folder = spot.file.split("/")[1]
        if spot.name in WRONG and folder in {"annotations", "facilities", "registries"}:
            yield spot


@breaks("R89", formed)
def value_malformed(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot, dice.choice(WRONG[spot.name]))


@breaks("R89", records())
def paragraph_in_words(draft: Draft, record: Spot, dice: Random) -> Spot:
    paragraphs = record / "paragraphs"
    return draft.append(paragraphs if isinstance(draft.get(paragraphs), list) else teller(draft, record), "three")


def teller(draft: Draft, record: Spot) -> Spot:
    return record / "paragraphs" / tellers(draft, record)[0]


@breaks("R89", having(records("orders"), "addressees"))
def mapping_for_list(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "addressees", draft.get(order / "addressees")[0])


@breaks("R89", having(records("orders"), "action"))
def list_for_value(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "action", [draft.get(order / "action")])


@breaks("R89", lambda draft: (spot for spot in values(draft) if spot.file.startswith("dataset/annotations")))
def value_missing(draft: Draft, spot: Spot, dice: Random) -> Spot:
    start, end = draft.page(spot.file).span(spot.path)
    draft.splice(spot.file, start, end, "" if isinstance(spot.path[-1], str) else '""')
    return spot


def parties(draft: Draft) -> Iterator[Spot]:
    """Every party."""
    for record in records()(draft):
        for key, value in draft.get(record).items():
            held: list[tuple[Spot, Any]] = [(record / key, value)]
            if isinstance(value, list):
                held = [(record / key / position, item) for position, item in enumerate(value)]
            yield from (spot for spot, party in held if isinstance(party, dict) and party.keys() & _PARTY)


@breaks("R89", parties)
def party_of_too_much(draft: Draft, party: Spot, dice: Random) -> Spot:
    given = draft.get(party).keys()
    if "place" in given:
        other = next(facilities(draft))
        draft.put(party / "facility", id_of(draft, other))
    else:
        draft.put(party / "place", "KP")
    return party
