"""Paragraphs on which records rest."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import tellers
from mutations.mutator import breaks
from mutations.places import articles, having, records, those, with_value


def count(draft: Draft, spot: Spot) -> int:
    return int(draft.get(spot.top / "paragraph_count"))


def numbers(draft: Draft, record: Spot, dice: Random) -> Spot:
    """The list of the paragraphs in which a record stands, or one of them."""
    paragraphs = record / "paragraphs"
    return paragraphs if isinstance(draft.get(paragraphs), list) else paragraphs / dice.choice(tellers(draft, record))


@breaks("R25", records())
def beyond_the_last(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.append(numbers(draft, record, dice), str(count(draft, record) + dice.randint(1, 9)))


@breaks("R25", records())
def named_twice(draft: Draft, record: Spot, dice: Random) -> Spot:
    spot = numbers(draft, record, dice)
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
        if any(record.file == article.file for record in records()(draft)):
            yield article


@breaks("R26", covered)
def paragraph_passed_over(draft: Draft, article: Spot, dice: Random) -> Spot:
    draft.append(article / "paragraph_digests", "0a1b2c3d")
    return draft.put(article / "paragraph_count", str(count(draft, article) + 1))


def used(draft: Draft, article: Spot) -> set[str]:
    """Numbers of the paragraphs on which records of an article rest."""
    found: set[str] = set()
    for record in records()(draft):
        if record.file == article.file:
            paragraphs = draft.get(record / "paragraphs")
            found |= {number for numbers in _lists(paragraphs) for number in numbers}
    return found


def _lists(paragraphs: dict[str, list[str]] | list[str]) -> list[list[str]]:
    return list(paragraphs.values()) if isinstance(paragraphs, dict) else [paragraphs]


def unneeded(draft: Draft) -> Iterator[Spot]:
    """Paragraphs that are background and nothing else."""
    for article in having(covered, "background")(draft):
        resting = used(draft, article)
        for position, number in enumerate(draft.get(article / "background")):
            if number not in resting:
                yield article / "background" / position


@breaks("R26", unneeded)
def background_forgotten(draft: Draft, spot: Spot, dice: Random) -> Spot:
    draft.drop(spot)
    return spot.top / "paragraph_count"


LONG = 7
"""Paragraphs of a record that rests on too many."""


@breaks("R27", those(records(), lambda draft, record: count(draft, record) >= LONG))
def too_many_paragraphs(draft: Draft, record: Spot, dice: Random) -> Spot:
    chosen = sorted(dice.sample(range(1, count(draft, record) + 1), LONG))
    draft.put(numbers(draft, record, dice), [str(number) for number in chosen])
    return record / "paragraphs"
