"""Paragraphs on which records rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import count
from mutations.mutator import breaks
from mutations.places import articles, items, records, records_of, those, with_value


@breaks("R25", records())
def beyond_the_last(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.append(dice.choice(lists(draft, record)), str(count(draft, record) + dice.randint(1, 9)))


@breaks("R25", records())
def named_twice(draft: Draft, record: Spot, dice: Random) -> Spot:
    spot = dice.choice(lists(draft, record))
    return draft.append(spot, dice.choice(draft.get(spot)))


@breaks("R25", records())
def no_paragraph(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "paragraphs", [])


@breaks("R25", articles)
def background_beyond_the_last(draft: Draft, article: Spot, dice: Random) -> Spot:
    return draft.append(article / "background", str(count(draft, article) + 1))


def covered(draft: Draft) -> Iterator[Spot]:
    """News read in full."""
    for article in with_value(with_value(articles, "genre", "news"), "read", "full")(draft):
        if any(records_of(draft, article)):
            yield article


@breaks("R26", covered)
def paragraph_passed_over(draft: Draft, article: Spot, dice: Random) -> Spot:
    draft.append(article / "paragraph_digests", "0a1b2c3d")
    return draft.put(article / "paragraph_count", str(count(draft, article) + 1))


def told_once(draft: Draft) -> Iterator[Spot]:
    """Numbers of paragraphs on which one record alone rests, and no other statement of it with another source."""
    for article in covered(draft):
        found: dict[str, list[Spot]] = defaultdict(list)
        for record in records_of(draft, article):
            for numbers in lists(draft, record):
                for spot in items(draft, numbers):
                    found[draft.get(spot)].append(spot)
        background = draft.get(article / "background", ())
        for number, spots in found.items():
            if len(spots) == 1 and number not in background and len(draft.get(spots[0].above)) > 1:
                yield spots[0]


def lists(draft: Draft, record: Spot) -> list[Spot]:
    """The lists of the paragraphs of a record: one, or one for each source."""
    paragraphs = draft.get(record / "paragraphs")
    mapped = isinstance(paragraphs, dict)
    return [record / "paragraphs" / name for name in paragraphs] if mapped else [record / "paragraphs"]


@breaks("R26", told_once)
def paragraph_forgotten(draft: Draft, spot: Spot, dice: Random) -> Spot:
    draft.drop(spot)
    return spot.top / "paragraph_count"


@breaks("R26", records())
def evidence_called_background(draft: Draft, record: Spot, dice: Random) -> Spot:
    spots = [spot for numbers in lists(draft, record) for spot in items(draft, numbers)]
    return draft.append(record.top / "background", draft.get(dice.choice(spots)))


LONG = 7
"""Paragraphs of a record that rests on too many."""


@breaks("R27", those(records(), lambda draft, record: count(draft, record) >= LONG))
def too_many_paragraphs(draft: Draft, record: Spot, dice: Random) -> Spot:
    spot = dice.choice(lists(draft, record))
    others = [str(number) for number in range(1, count(draft, record) + 1) if str(number) not in draft.get(spot)]
    more = dice.sample(others, max(0, LONG - len(draft.get(spot))))
    draft.put(spot, [*draft.get(spot), *more])
    return record / "paragraphs"
