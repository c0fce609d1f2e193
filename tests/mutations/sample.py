"""A part of a dataset that can stand by itself: some articles, some facilities, and all that they refer to."""

from __future__ import annotations

from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import id_of
from mutations.places import articles, facilities


def left_out(draft: Draft, count: int, dice: Random) -> list[str]:
    """Files that a sample of so many articles, drawn at random, and as many facilities does without."""
    held = {id_of(draft, spot): spot.file for where in (articles, facilities) for spot in where(draft)}
    waiting = [spot.file for where in (articles, facilities) for spot in _drawn(list(where(draft)), count, dice)]
    kept: set[str] = set()
    while waiting:
        file = waiting.pop()
        if file not in kept:
            kept.add(file)
            waiting += [held[name] for name in _named(draft, file) & held.keys()]
    return sorted({*held.values()} - kept)


def _drawn(spots: list[Spot], count: int, dice: Random) -> list[Spot]:
    return dice.sample(spots, min(count, len(spots)))


def _named(draft: Draft, file: str) -> set[str]:
    """Whatever a file may refer to: its single values, of `<article id>#<name>` the id."""
    found = (draft.get(Spot(file, path)) for path, _, _ in draft.page(file).walk())
    return {value.partition("#")[0] for value in found if isinstance(value, str)}
