"""An article in the making: its sources and the records put into it so far."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from made.wording import note, slug
from made.world import Data, Plant, World

SECTIONS = ("orders", "outcomes", "incidents", "consequences", "factors")
PROOF = "organ-orders"
"""Source of what the state orders; its word is good proof of that alone."""


@dataclass
class Draft:
    """An article about a plant, published on a day."""

    world: World
    number: int
    day: date
    plant: Plant
    told_by: str
    """`plant`, `wire` or `state`."""
    length: int
    """Paragraphs of the text."""
    sources: Data
    sections: dict[str, Data] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    state: str = ""
    """Name of the outcome that tells how the plant runs; every article has one."""
    links: list[Data] = field(default_factory=list)

    @property
    def dice(self) -> random.Random:
        """What chance is made of."""
        return self.world.dice

    @property
    def teller(self) -> str:
        """The source that tells what nobody else does."""
        return next(iter(self.sources))

    @property
    def records(self) -> list[Data]:
        """All records."""
        return [record for held in self.sections.values() for record in held.values()]

    def chance(self, share: float) -> bool:
        """True in a share of all cases."""
        return self.dice.random() < share

    def names(self, *sections: str) -> list[str]:
        """Names of the records of some sections."""
        return [name for section in sections for name in self.sections[section]]

    def here(self, kind: str | None = None) -> list[Data]:
        """The plant as a party, or a class of people in it."""
        return [{"facility": self.plant.id, **({"class": kind} if kind else {})}]

    def add(self, section: str, record: Data) -> str:
        """Add a record under a name that is still free, with its paragraphs and, mostly, a note; give the name."""
        name = slug(self.dice)
        while name in self.sources or any(name in held for held in self.sections.values()):
            name = slug(self.dice)
        remark = {"note": note(self.dice)} if self.chance(0.7) else {}
        self.sections[section][name] = {**self._evidence(section, record), **record, **remark}
        return name

    def _evidence(self, section: str, record: Data) -> Data:
        """Paragraphs and, now and then, source and credibility of a record."""
        head: dict[str, Any] = {"paragraphs": self._paragraphs()}
        others = [source for source in self.sources if source not in {self.teller, PROOF}]
        if section == "orders" and PROOF in self.sources:
            return {**head, "source": PROOF, "credibility": "2"}
        if section not in {"incidents", "factors"} or "source" in record or not others:
            return head
        source = self.dice.choice(others)
        if self.chance(0.1):
            head["paragraphs"] = {self.teller: self._paragraphs(), source: self._paragraphs()}
        elif self.chance(0.3):
            head["source"] = source
        return {**head, "credibility": "2"} if self.chance(0.2) else head

    def _paragraphs(self) -> list[str]:
        chosen = self.dice.sample(range(1, self.length + 1), self.dice.choice((1, 1, 2)))
        return [str(number) for number in sorted(chosen)]
