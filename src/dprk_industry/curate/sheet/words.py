"""Codes, parties, amounts, deadlines and grades in words a person would use.

What no registry knows is told by its bare id, so that a sheet of unfinished work can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models import derive
from dprk_industry.curate.sheet.dates import day, plain
from dprk_industry.curate.tables import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.models.records import Amount, Article, Deadline, Party, Source
    from dprk_industry.curate.models.registry import Facility, Registries

COUNTED = {
    "person": ("person", "people"),
    "unit": ("piece", "pieces"),
    "truck": ("truckload", "truckloads"),
    "hour": ("hour", "hours"),
    "day": ("day", "days"),
    "month": ("month", "months"),
    "year": ("year", "years"),
}
"""Units that are words: of one and of more."""


class Words:
    """Words for what records hold, with the labels of one dataset's vocabularies and registries."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries

    def label(self, vocabulary: str, code: str | None) -> str:
        """Label of a code in small letters; empty for none."""
        if code is None:
            return ""
        label = self.registries.vocabularies[vocabulary].codes[code].label
        return label if label.isupper() else label[0].lower() + label[1:]

    def graded(self, vocabulary: str, code: str | None) -> str:
        """A grade and its label: `C fairly reliable`."""
        return f"{code} {self.label(vocabulary, code)}" if code else "not given"

    def outlet(self, name: str | None) -> str:
        """Name of an outlet; empty for none."""
        return wording.name_of(self.registries.outlets, name)

    def occasion(self, name: str | None) -> str:
        """Name of an entry of the calendar; empty for none."""
        return wording.name_of(self.registries.calendar, name)

    def place(self, name: str | None) -> str:
        """Name of a place; empty for none."""
        return wording.name_of(self.registries.places, name)

    def region(self, facility: Facility) -> str:
        """Names of the places in which a facility lies, from the inside out."""
        return ", ".join(map(self.place, derive.with_ancestors(facility.place, self.registries)))

    def party(self, party: Party | None) -> str:
        """Name of a party; empty for none."""
        return wording.party_name(party, self.registries) if party else ""

    def parties(self, parties: Iterable[Party]) -> str:
        """Names of several parties, joined with semicolons."""
        return "; ".join(map(self.party, parties))

    def amount(self, amount: Amount) -> str:
        """All that is told of an amount: `amount required (scrap iron): 20 kg per person per month`."""
        item = f" ({amount.item.replace('_', ' ')})" if amount.item else ""
        said = [
            self._quantity(amount),
            f"of {self.label('base', amount.base)}" if amount.base else "",
            *(self.label("per", each) for each in amount.per),
            f"({day(amount.date)})" if amount.date else "",
            f"— {amount.note}" if amount.note else "",
        ]
        return f"{self.label('amount_role', amount.role)}{item}: {' '.join(filter(None, said))}"

    def _quantity(self, amount: Amount) -> str:
        """Word and numbers of an amount with their unit."""
        numbers, word = wording.number_text(amount), self.label("amount_word", amount.word)
        figure = " ".join(filter(None, (numbers, _unit(amount) if numbers or word else "")))
        if numbers and word:
            return f"{word} ({figure})"
        rough = "about " if amount.approximate and word else ""
        return f"{rough}{word} {figure}".strip() if word else figure

    def deadline(self, deadline: Deadline | None) -> str:
        """Deadline with its kind, its last day and its occasion."""
        if deadline is None:
            return "not told"
        parts = [self.label("deadline_kind", deadline.kind)]
        if deadline.date:
            parts.append(f"{day(deadline.date)}{_last(deadline.date)}")
        if deadline.occasion:
            parts.append(self.occasion(deadline.occasion))
        if deadline.every:
            parts.append(f"every {deadline.every}")
        return ", ".join(parts)

    def source(self, source: Source) -> str:
        """Who speaks: kind, outlet and place of a source."""
        outlet = f" ({self.outlet(source.outlet)})" if source.outlet else ""
        place = f", {self.place(source.place)}" if source.place else ""
        return f"{self.label('source_kind', source.kind)}{outlet}{place}"

    def root(self, article: Article, source: str | None) -> str:
        """Root of a source: the state, or the outlet that has the informant or the pictures."""
        root = derive.root(article, source or "")
        if root == "state":
            return root
        outlet = self.outlet(root.removeprefix("imagery:"))
        return f"imagery, {outlet}" if root.startswith("imagery:") else outlet

    def origin(self, entry: Entry) -> str:
        """Root of a record's source."""
        return self.root(entry.article, entry.source)


def _unit(amount: Amount) -> str:
    """Unit of an amount; one that is a word stands in the plural unless the last number is one."""
    greatest = amount.value if amount.value is not None else derive.bounds(amount)[1] or amount.min
    one, more = COUNTED.get(amount.unit or "", (amount.unit or "", amount.unit or ""))
    return one if greatest == 1 else more


def _last(due: Edtf) -> str:
    return f", last day {plain(due.last)}" if due.last and due.first != due.last and due.exact else ""


def numbered(numbers: Iterable[int]) -> str:
    """Numbers of paragraphs: `paragraphs 3, 6`."""
    listed = sorted(set(numbers))
    return f"paragraph{'s' if len(listed) > 1 else ''} {', '.join(map(str, listed))}"
