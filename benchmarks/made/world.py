"""What made-up articles are made of, and what was told so far."""

from __future__ import annotations

import random
from collections import deque
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Data = dict[str, Any]
REMEMBERED = 60
"""So many of the latest articles may be retold or answered."""


@dataclass(frozen=True)
class Plant:
    """A facility of the gazetteer."""

    id: str
    kind: str
    place: str

    @property
    def province(self) -> str:
        """Province in which it lies."""
        return self.place[:5]


@dataclass(frozen=True)
class Told:
    """An article that later ones may refer to."""

    day: date
    plant: Plant
    article: Data
    state: str
    """Name of the outcome that tells how the plant ran."""


@dataclass
class World:
    """What articles are made of, and what was told so far."""

    dice: random.Random
    plants: list[Plant]
    press: list[str]
    """Outlets of the press."""
    organs: list[str]
    """Outlets of the state."""
    offices: list[str]
    """Bodies of the centre that give orders."""
    annotators: list[str]
    anniversaries: dict[str, str]
    """Month and day of each occasion."""
    recent: deque[Told] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    accidents: set[tuple[str, str, str]] = field(default_factory=set)
    """Plant, type and day of every accident told."""

    def chance(self, share: float) -> bool:
        """True in a share of all cases."""
        return self.dice.random() < share
