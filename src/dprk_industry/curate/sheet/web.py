"""Which record belongs to which: the relations of a collection, followed in both directions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.models import derive
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.tables.details import relations

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from dprk_industry.curate.models.collection import Collection, Entry


class Tie(NamedTuple):
    """A relation as one of its two records sees it."""

    relation: str
    other: str
    """Full id of the other record, whether there is one or not."""
    outward: bool
    """True if the relation runs from the record to the other."""
    field: str | None = None
    """Field on which two accounts differ."""


class Web:
    """Relations between the records of a collection."""

    def __init__(self, collection: Collection) -> None:
        """Follow every relation of the collection once."""
        self.records = collection.records
        self.cases = derive.cases(collection)
        self._ties: dict[str, list[Tie]] = defaultdict(list)
        for entry in collection.records.values():
            for relation, target in relations(entry):
                self._join(entry.id, relation, target)
        for sheet in collection.sheets:
            for link in sheet.article.links:
                ends = full_id(sheet.article.id, link.from_), full_id(sheet.article.id, link.to)
                self._join(ends[0], link.relation, ends[1], link.field)

    def _join(self, source: str, relation: str, target: str, field: str | None = None) -> None:
        self._ties[source].append(Tie(relation, target, outward=True, field=field))
        self._ties[target].append(Tie(relation, source, outward=False, field=field))

    def ties(self, entry: Entry) -> list[Tie]:
        """Relations of a record to others, first its own, then those of others to it."""
        return sorted(dict.fromkeys(self._ties.get(entry.id, ())), key=lambda tie: not tie.outward)

    def to(self, entry: Entry, relation: str) -> list[Entry]:
        """Records to which a record has a relation."""
        return list(self._ends(entry, relation, outward=True))

    def of(self, entry: Entry, relation: str) -> list[Entry]:
        """Records that have a relation to a record."""
        return list(self._ends(entry, relation, outward=False))

    def _ends(self, entry: Entry, relation: str, *, outward: bool) -> Iterator[Entry]:
        for tie in self.ties(entry):
            if (tie.relation, tie.outward) == (relation, outward) and tie.other in self.records:
                yield self.records[tie.other]

    def case(self, entry: Entry) -> list[Entry]:
        """The record and all that are joined to it by identity."""
        return [self.records[name] for name, case in self.cases.items() if case == self.cases[entry.id]]

    def cascade(self, heads: Iterable[Entry], among: Container[str]) -> list[tuple[Entry, int]]:
        """Orders with those that carry them out below them, each once, with its depth; only of those among some."""
        found: dict[str, int] = {}

        def follow(order: Entry, depth: int) -> None:
            if order.id in among and order.id not in found:
                found[order.id] = depth
                for below in self.of(order, "implements"):
                    follow(below, depth + 1)

        for head in heads:
            follow(head, 0)
        return [(self.records[name], depth) for name, depth in found.items()]

    def top(self, order: Entry, among: Container[str]) -> Entry:
        """The highest order above an order, among some."""
        seen = {order.id}
        while above := [each for each in self.to(order, "implements") if each.id in among and each.id not in seen]:
            order = above[0]
            seen.add(order.id)
        return order
