"""Ids that came back or went away, names that read alike."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Line, Spot
from mutations.meaning import add_name, full, id_of
from mutations.mutator import breaks
from mutations.places import articles, entries, facilities, records, sources

RETIRED = Spot("dataset/retired.yaml")
RELEASED = "dataset/released.csv"
KINDS = {"outlets": "outlet", "places": "place", "actors": "actor", "calendar": "calendar"}


def named(draft: Draft) -> Iterator[tuple[Spot, str, str]]:
    """Where an id stands, the id, and what it names."""
    yield from ((article / "id", id_of(draft, article), "article") for article in articles(draft))
    yield from ((record, full(draft, record), "record") for record in records()(draft))
    yield from ((source, full(draft, source), "source") for source in sources(draft))
    yield from ((facility / "id", id_of(draft, facility), "facility") for facility in facilities(draft))
    for registry, kind in KINDS.items():
        yield from ((entry, entry.name, kind) for entry in entries(registry)(draft))


@breaks("R81", named)
def back_again(draft: Draft, place: tuple[Spot, str, str], dice: Random) -> Spot:
    spot, name, kind = place
    draft.put(RETIRED / name, {"kind": kind, "retired": "2026-01-31", "reason": dice.choice(["withdrawn", "merged"])})
    return spot


def release(draft: Draft, name: str, kind: str) -> None:
    """Put an id on the list of those that were published."""
    text = draft.before(RELEASED) or "id,kind,version\n"
    draft.write(RELEASED, f"{text}{name},{kind},0.0.1\n")


@breaks("R81", records())
def gone_since_its_release(draft: Draft, record: Spot, dice: Random) -> Line:
    release(draft, f"{full(draft, record)}-of-old", str(record.path[0]).removesuffix("s"))
    return Line(RETIRED.file, 1)


@breaks("R81", facilities)
def plant_gone_since_its_release(draft: Draft, facility: Spot, dice: Random) -> Line:
    release(draft, f"{id_of(draft, facility)}-of-old", "facility")
    return Line(RETIRED.file, 1)


@breaks("R82", facilities)
def reads_alike(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = dice.choice([each for each in facilities(draft) if each != facility])
    name = draft.get(other / "name")
    wrong = dice.choice([name.upper(), name.replace(" ", "-"), f"{name}."])
    added = add_name(draft, facility, wrong)
    return added if facility.order > other.order else other / "name"
