"""What the computed cells of a subject are made from, so that they can take the reason of what changed there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dprk_industry.curate.release.subjects import Index, Subject

if TYPE_CHECKING:
    from collections.abc import Iterable


class Causes:
    """Finds the subjects on which the computed cells of another one rest, in either of two builds."""

    def __init__(self, *indexes: Index) -> None:
        """Gather the links and the cases of both builds."""
        self._indexes = indexes
        self._found: dict[str, list[Subject]] = {}
        self._linked: dict[str, set[str]] = defaultdict(set)
        self._against: dict[str, set[str]] = defaultdict(set)
        self._case: dict[str, set[str]] = defaultdict(set)
        self._members: dict[str, set[str]] = defaultdict(set)
        for index in indexes:
            for row in index.build.tables.get("links", ()):
                held = self._against if row["relation"] == "contradicts" else self._linked
                held[row["from_record"]].add(row["to_record"])
                held[row["to_record"]].add(row["from_record"])
            for row in index.build.tables.get("records", ()):
                self._case[row["record_id"]].add(row["case_id"])
                self._members[row["case_id"]].add(row["record_id"])

    def near(self, subject: Subject) -> list[Subject]:
        """All to which a subject refers, however far down: sources, outlets, places, codes."""
        return sorted(self._below({subject}))

    def far(self, subject: Subject) -> list[Subject]:
        """All on which the computed cells of a record rest, the record itself included.

        These are the records of its case, what those are linked with and what contradicts them; and the sources,
        articles, facilities, places, outlets and codes to which any of them refers.
        """
        if subject.id not in self._found:
            names = self._case_of(subject.id)
            names |= _all(self._linked, names)
            names |= _all(self._against, names)
            self._found[subject.id] = sorted(self._below({Subject("records", name) for name in names}))
        return self._found[subject.id]

    def _case_of(self, name: str) -> set[str]:
        """Records that are of one case with a record in either build."""
        found, rest = {name}, {name}
        while rest:
            rest = _all(self._members, _all(self._case, rest)) - found
            found |= rest
        return found

    def _below(self, start: set[Subject]) -> set[Subject]:
        found, rest = set(start), set(start)
        while rest:
            rest = {other for index in self._indexes for subject in rest for other in index.refers(subject)} - found
            found |= rest
        return found


def _all(held: dict[str, set[str]], names: Iterable[str]) -> set[str]:
    return {other for name in names for other in held.get(name, ())}
