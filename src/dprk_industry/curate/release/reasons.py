"""Why rows changed: by themselves, by a tombstone, by an entry of the table `changes`, by what they are made from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dprk_industry.curate.release import numbers
from dprk_industry.curate.release.builds import Build
from dprk_industry.curate.release.causes import Causes
from dprk_industry.curate.release.difference import Edit, Kind
from dprk_industry.curate.release.subjects import HEADLINE, RETIRED, Index, Subject, base_of, computed, owner
from dprk_industry.curate.values import frozen

ANNOTATION = {"annotators", "annotated", "background"}
"""Columns of an article that follow any work on its records."""
OF_CASE = {
    "case_id",
    "threatened",
    *("outcome_status", "outcome_timing", "outcome_as_of", "outcome_source_kind", "met_deadline"),
    *("accounts", "roots", "disputed"),
}
"""Computed columns that rest on all records of a case and on what is said of them."""
REDEFINED = {"codebook_change", "merged", "split", "withdrawn"}
"""Reasons of a code for which cells may leave it."""


@frozen()
class Reason:
    """Why something changed."""

    code: str
    """One of the reasons that the model knows."""
    note: str = ""


@frozen()
class Change:
    """An edit with the subject that it is about and the reasons for it."""

    edit: Edit
    subject: Subject
    reasons: tuple[Reason, ...] = ()
    """Empty where nobody said why."""
    derived: bool = False
    """True if the change was computed from others."""

    @property
    def reason(self) -> str:
        """Codes of the reasons, joined with a bar."""
        return "|".join(dict.fromkeys(reason.code for reason in self.reasons))

    @property
    def note(self) -> str:
        """What was remarked on them."""
        return "; ".join(dict.fromkeys(reason.note for reason in self.reasons if reason.note))


def explained(old: Build, new: Build, edits: Iterable[Edit]) -> list[Change]:
    """Every edit with its reasons, in the order given."""
    grounds = _Grounds(old, new)
    changes = [grounds.by_itself(edit) for edit in edits]
    found: dict[Subject, list[Change]] = defaultdict(list)
    for change in changes:
        if not change.derived:
            found[change.subject].append(change)
    causes = _Derivation(grounds, found)
    return [causes.traced(change) if change.derived and not change.reasons else change for change in changes]


class _Grounds:
    """What two builds give as reasons: entries of `changes`, tombstones, and what is new as a whole."""

    def __init__(self, old: Build, new: Build) -> None:
        self.old, self.new = old, new
        self.before, self.after = Index(old), Index(new)
        self.entries = _entries(old.version, new)
        self.tombstones, self.successors = _tombstones(old, new)
        self.worked_on: dict[str, list[Reason]] = defaultdict(list)
        for subject, reasons in (*self.entries.items(), *((name, [why]) for name, why in self.tombstones.items())):
            self.worked_on[subject.article] += reasons
        self._old_rows: dict[str, set[frozenset[tuple[str, str]]]] = {}

    def by_itself(self, edit: Edit) -> Change:
        """An edit with the reasons that can be seen without looking at others."""
        build = self.old if edit.kind is Kind.RETIRED else self.new
        subject = owner(edit.table, edit.row, build.schemas[edit.table])
        derived = computed(edit.table, edit.column, edit.row)
        ways = (self._shape,) if derived else (self._shape, self._entered, self._listed, self._followed, self._recoded)
        reasons = next((found for way in ways if (found := list(way(edit, subject)))), [])
        return Change(edit, subject, tuple(dict.fromkeys(reasons)), derived)

    def _shape(self, edit: Edit, _subject: Subject) -> Iterator[Reason]:
        """The table or the column itself came or went."""
        held = self.old.schemas.get(edit.table)
        if held is None or (edit.column and edit.column not in held.fields):
            yield Reason("added")
        if edit.table not in self.new.schemas:
            yield Reason("withdrawn")

    def _entered(self, edit: Edit, subject: Subject) -> Iterator[Reason]:
        """The subject came with this version, or a tombstone or an entry says what became of it."""
        row = edit.row
        if edit.kind is Kind.RETIRED:
            yield from self._gone(subject)
        elif edit.kind is Kind.ADDED and edit.table == "retired":
            yield Reason(row["reason"], _note(row["successor"]))
        elif edit.kind is Kind.ADDED and edit.table == "changes":
            entry = Reason(row["reason"], row["note"])
            yield from [entry] if entry in self.entries.get(subject, ()) else []
        elif edit.kind is Kind.ADDED and self.is_new(subject):
            yield Reason("added")

    def _listed(self, edit: Edit, subject: Subject) -> Iterator[Reason]:
        """An entry of the table `changes` names the subject, or the work from which the change follows."""
        yield from self.entries.get(subject, ())
        if edit.table == "articles" and edit.column in ANNOTATION:
            yield from self.worked_on.get(subject.id, ())
        yield from self.redefined(edit)

    def _followed(self, edit: Edit, subject: Subject) -> Iterator[Reason]:
        """An id to which the row refers was retired, so that the row goes, or takes its successor."""
        for column, (table, _) in self.new.schemas[edit.table].refers.items():
            if edit.kind is Kind.CHANGED and edit.column == column:
                gone = Subject(table, edit.old)
                yield from self._gone(gone) if edit.new in {"", self.successors.get(gone)} else ()
            elif edit.kind is Kind.RETIRED and edit.table != subject.table:
                yield from self._gone(Subject(table, edit.row.get(column, "")))
            elif edit.kind is Kind.ADDED:
                yield from self._replaced(edit, column, Subject(table, edit.row[column]))

    def _replaced(self, edit: Edit, column: str, successor: Subject) -> Iterator[Reason]:
        """The same row stood in the old build with an id whose place another takes."""
        for gone, name in self.successors.items():
            if successor == Subject(gone.table, name):
                row = frozenset({**edit.row, column: gone.id}.items())
                yield from self._gone(gone) if row in self._rows(edit.table) else ()

    def _recoded(self, edit: Edit, _subject: Subject) -> Iterator[Reason]:
        """The code that a cell leaves was redefined or taken out of its list."""
        vocabulary = self.new.schemas[edit.table].fields.get(edit.column, {}).get("vocabulary")
        left = set(edit.old.split("|")) - set(edit.new.split("|")) if vocabulary else ()
        for code in sorted(left):
            entries = self.entries.get(Subject("terms", f"{vocabulary}/{code}"), ())
            yield from (entry for entry in entries if entry.code in REDEFINED)

    def redefined(self, edit: Edit) -> Iterator[Reason]:
        """A column as a whole is made otherwise than before."""
        entries = self.entries.get(Subject("columns", f"{edit.table}.{edit.column}"), ())
        yield from (entry for entry in entries if entry.code == "codebook_change")

    def is_new(self, subject: Subject) -> bool:
        """Whether a subject came with this version by itself; a record or a source comes with its article."""
        whole = Subject("articles", subject.article) if subject.article else subject
        return not self.before.holds(whole) and self.after.holds(whole)

    def _gone(self, subject: Subject) -> Iterator[Reason]:
        """Why a subject is gone, by its tombstone or its article's; nothing if it is not gone, or if none tells."""
        if self.before.holds(subject) and not self.after.holds(subject):
            stones = (subject, Subject("articles", subject.article))
            yield from (self.tombstones[stone] for stone in stones if stone in self.tombstones)

    def _rows(self, table: str) -> set[frozenset[tuple[str, str]]]:
        if table not in self._old_rows:
            self._old_rows[table] = {frozenset(row.items()) for row in self.old.tables.get(table, ())}
        return self._old_rows[table]


class _Derivation:
    """Traces computed changes to those from which they follow."""

    def __init__(self, grounds: _Grounds, found: dict[Subject, list[Change]]) -> None:
        self.grounds, self.found = grounds, found
        self.causes = Causes(grounds.before, grounds.after)

    def traced(self, change: Change) -> Change:
        """A computed change with the reasons of its causes; with none if nothing changed of what it is made from."""
        reasons = self._reasons(change) or self.grounds.redefined(change.edit)
        return replace(change, reasons=tuple(dict.fromkeys(reasons)))

    def _reasons(self, change: Change) -> list[Reason]:
        edit, subject = change.edit, change.subject
        own = self.found.get(subject, [])
        base = base_of(edit.column, edit.row)
        if base and edit.table != HEADLINE:
            return _all(other for other in own if (other.edit.key, other.edit.column) == (edit.key, base))
        if same := [other for other in own if other.edit.kind is edit.kind is not Kind.CHANGED]:
            return list(same[0].reasons)
        if edit.column in OF_CASE or not edit.column:
            return self._joined(subject, self.causes.far(subject))
        near = self.causes.near(subject)
        return self._joined(subject, near) if edit.table == HEADLINE else _all(own) or self._joined(subject, near)

    def _joined(self, subject: Subject, causes: Iterable[Subject]) -> list[Reason]:
        """Reasons of all on which a computed cell rests; for it, a new article is a new source."""
        reasons = []
        for cause in causes:
            for reason in _all(self.found.get(cause, ())):
                if reason.code != "added" or cause.article == subject.article:
                    reasons.append(reason)
                elif cause.article and self.grounds.is_new(cause):
                    reasons.append(Reason("source_added", f"article {cause.article}"))
        return reasons


def _all(changes: Iterable[Change]) -> list[Reason]:
    return [reason for change in changes for reason in change.reasons]


def _entries(since: str, new: Build) -> dict[Subject, list[Reason]]:
    """Entries of the table `changes` for this version, the oldest first, by the subject that they name.

    Those are all entries younger than the old build and not younger than the new one, if that has a higher version.
    """
    found: dict[Subject, list[Reason]] = defaultdict(list)
    first, last = numbers.number(since), numbers.number(new.version)
    rows = ((numbers.number(row["version"]), row) for row in new.tables.get("changes", ()))
    for number, row in sorted(rows, key=lambda dated: dated[0]):
        if first < number and (number <= last or last <= first):
            found[Subject(row["table"], row["id"])].append(Reason(row["reason"], row["note"]))
    return found


def _tombstones(old: Build, new: Build) -> tuple[dict[Subject, Reason], dict[Subject, str]]:
    """Why ids were retired since the old build, and which take their place."""
    before = {row["id"] for row in old.tables.get("retired", ())}
    rows = [row for row in new.tables.get("retired", ()) if row["id"] not in before]
    stones = {Subject(RETIRED.get(row["kind"], ""), row["id"]): row for row in rows}
    reasons = {subject: Reason(row["reason"], _note(row["successor"])) for subject, row in stones.items()}
    return reasons, {subject: row["successor"] for subject, row in stones.items() if row["successor"]}


def _note(successor: str) -> str:
    return f"successor {successor}" if successor else ""
