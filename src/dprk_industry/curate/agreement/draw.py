"""Chooses the articles that a second coder codes, so that anyone can repeat the choice."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Iterator

from dprk_industry.curate.models.records import Article
from dprk_industry.curate.models.registry import Draw

EVERY = 5
"""One article of so many is drawn."""


def draw(seed: str, among: Collection[str], every: int = EVERY) -> Draw:
    """Draw articles without replacement by Python's Mersenne Twister, seeded with a text."""
    ids = sorted(among)
    drawn = random.Random(seed).sample(ids, len(ids) // every)  # noqa: S311 - it must be repeatable, not secret
    return Draw(seed=seed, every=every, among=tuple(ids), drawn=tuple(drawn))


def undrawn(articles: Iterable[Article], draws: Iterable[Draw]) -> list[str]:
    """Ids of the articles for the next draw: by one annotator, and in no earlier draw."""
    before = {name for each in draws for name in (*each.among, *each.renamed.values())}
    return sorted(article.id for article in articles if len(article.annotators) == 1 and article.id not in before)


def unrepeatable(draws: Iterable[Draw]) -> Iterator[str]:
    """What is wrong with draws whose articles are not those that their seed gives."""
    for each in draws:
        expected = draw(each.seed, set(each.among), each.every)
        if (expected.among, expected.drawn) != (each.among, each.drawn):
            yield f"the draw `{each.seed}` does not give what is listed; from these articles it draws {text(expected)}"


def text(draw: Draw) -> str:
    """A draw as an entry of the list of draws, in YAML."""
    lines = [f"- seed: {draw.seed}", f"  every: {draw.every}"]
    for key, names in (("among", draw.among), ("drawn", draw.drawn)):
        lines += [f"  {key}:", *(f"    - {name}" for name in names)]
    return "\n".join(lines) + "\n"
