"""Files, ids, names and references."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import add_name, full, id_of, ids, misspelt, province, referred, tellers
from mutations.mutator import breaks
from mutations.places import (
    SECTIONS,
    articles,
    entries,
    facilities,
    lacking,
    records,
    registry,
    several,
    those,
    values,
)

REGISTERED = {"facility", "actor", "place", "campaign", "occasion", "outlet", "via", "source", "parent"}
NAMED = {"concerns", "order", "because_of", "implements", "amends", "during", "same_as", "from", "to"}


@breaks("R03", lambda draft: iter([*articles(draft), *facilities(draft)]))
def file_misnamed(draft: Draft, spot: Spot, dice: Random) -> Spot:
    name = spot.file.replace(".yaml", "-again.yaml")
    draft.move(spot.file, name)
    return Spot(name) / "id"


@breaks("R03", facilities)
def id_given_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    name = spot.file.replace(".yaml", "-again.yaml")
    draft.write(name, draft.page(spot.file).text)
    return Spot(name) / "id"


@breaks("R03", articles)
def id_of_other_outlet(draft: Draft, spot: Spot, dice: Random) -> Spot:
    outlet = draft.get(spot / "outlet")
    others = [entry.name for entry in entries("outlets")(draft) if not id_of(draft, spot).startswith(f"{entry.name}-")]
    draft.put(spot / "outlet", dice.choice([other for other in others if other != outlet]))
    return spot / "id"


@breaks("R03", articles)
def id_with_date(draft: Draft, spot: Spot, dice: Random) -> Spot:
    name = f"{id_of(draft, spot)}-{dice.choice(['2019', '201903', '2019-03-20'])}"
    to = f"{spot.file.rpartition('/')[0]}/{name}.yaml"
    draft.move(spot.file, to)
    return draft.put(Spot(to) / "id", name)


@breaks("R03", lambda draft: iter([*articles(draft), *facilities(draft)]))
def id_malformed(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot / "id", dice.choice([id_of(draft, spot).upper(), id_of(draft, spot).replace("-", "_")]))


def other_article(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return dice.choice([other for other in lacking(articles, "item")(draft) if other != spot])


@breaks("R04", several(lacking(articles, "item")))
def address_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    other = other_article(draft, spot, dice)
    draft.put(spot / "url", draft.get(other / "url"))
    return max(spot, other, key=lambda article: article.order) / "url"


@breaks("R04", several(lacking(articles, "item")))
def item_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    other = other_article(draft, spot, dice)
    draft.put(spot / "url", draft.get(other / "url"))
    for article in (spot, other):
        draft.put(article / "item", "3")
    return max(spot, other, key=lambda article: article.order) / "item"


def unreferred(draft: Draft) -> Iterator[Spot]:
    """Records to which nothing refers."""
    taken = referred(draft)
    yield from (record for record in records()(draft) if full(draft, record) not in taken)


@breaks("R05", unreferred)
def name_taken(draft: Draft, record: Spot, dice: Random) -> Spot:
    before = ("sources", *SECTIONS)[: SECTIONS.index(str(record.path[0])) + 1]
    return draft.rename(
        record, dice.choice([name for section in before for name in draft.get(record.top / section, ())])
    )


@breaks("R05", unreferred)
def name_malformed(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.rename(record, dice.choice([record.name.capitalize(), f"{record.name}_b", f"9-{record.name}"]))


def referring(draft: Draft) -> Iterator[Spot]:
    """Every reference to an entry, a facility, a source or a record."""
    for spot in values(draft):
        keys = [part for part in spot.path if isinstance(part, str)]
        last = keys[-1]
        if spot.file.startswith("dataset/annotations"):
            if last in REGISTERED or (last in NAMED and "sources" not in keys):
                yield spot
        elif spot.file.startswith("dataset/facilities"):
            if spot.path[0] in {"place", "parent", "authority", "unlike"}:
                yield spot
        elif spot.file == registry("places").file and last == "parent":
            yield spot


@breaks("R06", referring)
def reference_misspelt(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot, misspelt(draft.get(spot), dice, ids(draft)))


@breaks("R06", those(records(), lambda draft, record: isinstance(draft.get(record / "paragraphs"), dict)))
def teller_misspelt(draft: Draft, record: Spot, dice: Random) -> Spot:
    name = dice.choice(tellers(draft, record))
    return draft.rename(record / "paragraphs" / name, misspelt(name, dice, ids(draft)))


@breaks("R09", entries("outlets", "actors"))
def entry_unused(draft: Draft, entry: Spot, dice: Random) -> Spot:
    return draft.put(entry.above / misspelt(entry.name, dice, ids(draft)), draft.get(entry))


def with_neighbour(draft: Draft) -> Iterator[Spot]:
    """Facilities with another one in their province."""
    held = Counter(province(draft, facility) for facility in facilities(draft))
    yield from (facility for facility in facilities(draft) if held[province(draft, facility)] > 1)


def neighbours(draft: Draft, facility: Spot) -> list[Spot]:
    own = province(draft, facility)
    return [other for other in facilities(draft) if other != facility and province(draft, other) == own]


@breaks("R10", with_neighbour)
def spelling_shared(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = dice.choice(neighbours(draft, facility))
    added = add_name(draft, facility, draft.get(other / "name"))
    return added if facility.order > other.order else other / "name"


@breaks("R10", with_neighbour)
def generic_word_apart(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = dice.choice(neighbours(draft, facility))
    draft.put(facility / "name", f"{draft.get(other / 'name')} {dice.choice(['Works', 'Factory', 'Area'])}")
    return max(facility, other, key=lambda each: each.order) / "name"
