"""What stands beside the records: exceptions, bounds, reasons for changes."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import full, id_of, ids, misspelt
from mutations.mutator import breaks
from mutations.places import SECTIONS, articles, facilities, records, records_of

EXCEPTIONS, BOUNDS, CHANGES = (Spot(f"dataset/{name}.yaml") for name in ("exceptions", "bounds", "changes"))


@breaks("R90", records())
def nothing_to_waive(draft: Draft, record: Spot, dice: Random) -> Spot:
    rule = dice.choice(["R30", "R36", "R38", "R54", "R99"])
    return draft.append(EXCEPTIONS, {"rule": rule, "record": full(draft, record), "reason": "so the text"})


def counted(draft: Draft) -> Iterator[tuple[Spot, int]]:
    """What is counted, and how many of it there are."""
    yield BOUNDS / "articles", len(list(articles(draft)))
    yield BOUNDS / "facilities", len(list(facilities(draft)))
    yield from ((BOUNDS / section, len(list(records(section)(draft)))) for section in SECTIONS)


@breaks("R91", counted)
def too_few_or_too_many(draft: Draft, place: tuple[Spot, int], dice: Random) -> Spot:
    bound, count = place
    low, high = dice.choice([(count + 1, count + 99), (count - 9, count - 1)])
    return draft.put(bound, {"min": low, "max": high})


REASON = {"version": "0.2.0", "reason": "corrected"}


@breaks("R93", articles)
def reason_for_nothing(draft: Draft, article: Spot, dice: Random) -> Spot:
    name = misspelt(dice.choice([record.name for record in records_of(draft, article)]), dice, ids(draft))
    return draft.append(article / "changes", {**REASON, "names": [name]}) / "names" / 0


@breaks("R93", records())
def reason_twice(draft: Draft, record: Spot, dice: Random) -> Spot:
    for _ in range(2):
        spot = draft.append(record.top / "changes", {**REASON, "names": [record.name]})
    return spot / "names" / 0


@breaks("R93", lambda draft: iter([*articles(draft), *facilities(draft)]))
def reason_for_the_whole_twice(draft: Draft, spot: Spot, dice: Random) -> Spot:
    for _ in range(2):
        added = draft.append(spot / "changes", REASON)
    return added


@breaks("R93", facilities)
def listed_reason_for_nothing(draft: Draft, facility: Spot, dice: Random) -> Spot:
    table = dice.choice(["outlets", "places", "actors", "calendar", "terms"])
    return draft.append(CHANGES, {**REASON, "table": table, "id": id_of(draft, facility)}) / "id"
