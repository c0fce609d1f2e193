"""What a mutator is: the code of the rule that it breaks, the places where it can, and the edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from mutations.draft import Draft, Line, Spot

Place = TypeVar("Place")


@dataclass(frozen=True)
class Mutator:
    """A way to break a rule on purpose."""

    code: str
    name: str
    places: Callable[[Draft], Iterable[Any]]
    """Where in a sound dataset it can be done."""
    edit: Callable[[Draft, Any, Random], Spot | Line]
    """Does it at one of the places and says where the finding has to stand."""


def breaks(
    code: str, places: Callable[[Draft], Iterable[Place]]
) -> Callable[[Callable[[Draft, Place, Random], Spot | Line]], Mutator]:
    """Make a mutator of an edit."""

    def made(edit: Callable[[Draft, Place, Random], Spot | Line]) -> Mutator:
        return Mutator(code, edit.__name__, places, edit)

    return made
