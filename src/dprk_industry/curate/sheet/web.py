"""Which record belongs to which: the relations of a collection, followed in both directions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dprk_industry.curate.models import derive
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.tables.details import relations

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Collection, Entry


class Web:
    """Relations between the records of a collection."""

    def __init__(self, collection: Collection) -> None:
        """Follow every relation of the collection once."""
        self.records = collection.records
        self.cases = derive.cases(collection)
        self._to: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._from: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in collection.records.values():
            for relation, target in relations(entry):
                self._join(entry.id, relation, target)
        for sheet in collection.sheets:
            for link in sheet.article.links:
                ends = full_id(sheet.article.id, link.from_), full_id(sheet.article.id, link.to)
                self._join(ends[0], link.relation, ends[1])

    def _join(self, source: str, relation: str, target: str) -> None:
        if target in self.records:
            self._to[source, relation].append(target)
            self._from[target, relation].append(source)

    def to(self, entry: Entry, relation: str) -> list[Entry]:
        """Records to which a record has a relation."""
        return [self.records[name] for name in dict.fromkeys(self._to[entry.id, relation])]

    def of(self, entry: Entry, relation: str) -> list[Entry]:
        """Records that have a relation to a record."""
        return [self.records[name] for name in dict.fromkeys(self._from[entry.id, relation])]

    def both(self, entry: Entry, relation: str) -> list[Entry]:
        """Records joined to a record by a relation, either way round."""
        found = {other.id: other for other in (*self.to(entry, relation), *self.of(entry, relation))}
        return list(found.values())

    def case(self, entry: Entry) -> list[Entry]:
        """The record and all that are joined to it by identity."""
        return [self.records[name] for name, case in self.cases.items() if case == self.cases[entry.id]]
