"""A delta as people and programs read it: lines, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from dprk_industry.curate.release.difference import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dprk_industry.curate.release.delta import Delta
    from dprk_industry.curate.release.difference import Edit
    from dprk_industry.curate.release.reasons import Change
    from dprk_industry.curate.release.versions import Turn

COLUMNS = ("table", "subject", "change", "key", "column", "old", "new", "reason", "note", "computed")
"""Columns of delta.csv."""
EXAMPLES = 5
"""Changes of each kind that the Markdown shows of a table."""
LONGEST = 60
"""Characters of a cell that are shown."""
UNEXPLAINED = "no reason given"


def csv_text(delta: Delta) -> str:
    """The whole delta as CSV: a line for each change of shape, each row that came or went, each cell that changed.

    `key` holds the cells by which the row is found, `old` and `new` the cell, or the whole row where it went or came;
    key and row are JSON objects, the row without the cells that are empty.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for turn in delta.turns:
        writer.writerow((turn.table, "", "shape", "", turn.column, "", "", turn.reason, turn.what, "false"))
    for change in delta.changes:
        edit = change.edit
        whole = _object(edit.row)
        cell = (edit.old, edit.new)
        old, new = {Kind.CHANGED: cell, Kind.ADDED: ("", whole), Kind.RETIRED: (whole, "")}[edit.kind]
        cells = (edit.table, change.subject.id, edit.kind.value, _json(dict(edit.key)), edit.column, old, new)
        writer.writerow((*cells, change.reason, change.note, "true" if change.derived else "false"))
    return stream.getvalue()


def _object(row: Mapping[str, str]) -> str:
    return _json({name: cell for name, cell in row.items() if cell})


def _json(cells: Mapping[str, str]) -> str:
    return json.dumps(cells, ensure_ascii=False)


def lines(delta: Delta) -> Iterator[str]:
    """The delta for a terminal, a line for each change."""
    yield from (_shape(turn) for turn in delta.turns)
    for change in delta.changes:
        yield f"{change.edit.table}: {change.edit.kind} {_told(change)}"


def summary(delta: Delta) -> str:
    """One line on the whole: rows, shape, step."""
    if not delta.changes and not delta.turns:
        return f"{delta.old} → {delta.new}: no change in the tables"
    counts = Counter(change.edit.kind for change in _by_row(delta.changes))
    told = ", ".join(f"{counts[kind]:,} {kind}" for kind in Kind)
    silent = len(delta.unexplained)
    reasons = f"; changes without a reason: {silent:,}" if silent else ""
    due = f"; the release of it is {delta.least} at least" if delta.old == delta.new and delta.too_small else ""
    return f"{delta.old} → {delta.new}: rows: {told}; least step {delta.step.name.lower()}{due}{reasons}"


def markdown(delta: Delta) -> str:
    """The delta for people: counts, what changed in the shape, and of each table a few examples with their reasons."""
    first = not any(change.edit.kind is not Kind.ADDED for change in delta.changes) and delta.old == "0.0.0"
    parts = [f"# First release: {delta.new}" if first else _headline(delta), section(delta)]
    if not first:
        parts += [_table(name, list(held)) for name, held in groupby(delta.changes, lambda change: change.edit.table)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _headline(delta: Delta) -> str:
    spanned = f"within {delta.new}" if delta.old == delta.new else f"from {delta.old} to {delta.new}"
    return f"# Changes {spanned}"


def section(delta: Delta) -> str:
    """What changed in the shape, and how many rows of each table came, changed and went, for which reasons."""
    shape = "\n".join(f"- {_shape(turn)}" for turn in delta.turns) if delta.old != "0.0.0" else ""
    rows = [_counts(name, list(held)) for name, held in groupby(delta.changes, lambda change: change.edit.table)]
    if not rows and not shape:
        return "No row changed."
    head = "| table | added | changed | retired | reasons |\n| --- | ---: | ---: | ---: | --- |"
    return "\n\n".join(part for part in (shape, "\n".join([head, *rows]) if rows else "") if part)


def _counts(table: str, changes: list[Change]) -> str:
    counts = Counter(change.edit.kind for change in _by_row(changes))
    said = {(change.edit.kind, change.edit.key, code) for change in changes for code in _codes(change)}
    told = ", ".join(f"{code} {count}" for code, count in sorted(Counter(code for *_, code in said).items()))
    return f"| `{table}` | {counts[Kind.ADDED]} | {counts[Kind.CHANGED]} | {counts[Kind.RETIRED]} | {told} |"


def _codes(change: Change) -> list[str]:
    return [reason.code for reason in change.reasons] or [UNEXPLAINED]


def _by_row(changes: Iterable[Change]) -> Iterable[Change]:
    """One change of each row: several cells of one row count once."""
    return {(change.edit.table, change.edit.kind, change.edit.key): change for change in changes}.values()


def _table(name: str, changes: list[Change]) -> str:
    shown = []
    for kind in Kind:
        held = [change for change in changes if change.edit.kind is kind]
        shown += [f"- {kind}: {_escaped(_told(change))}" for change in held[:EXAMPLES]]
        if len(held) > EXAMPLES:
            shown.append(f"- {kind}: {len(held) - EXAMPLES:,} more")
    return f"## {name}\n\n" + "\n".join(shown)


def _shape(turn: Turn) -> str:
    where = f"{turn.table}.{turn.column}" if turn.column else turn.table
    return f"{turn.step.name}: {where}: {turn.what}"


def _told(change: Change) -> str:
    """A change in words: `<key> column: old → new (reason: note; reason)`."""
    edit = change.edit
    cell = f" {edit.column}: {_cut(edit.old)} → {_cut(edit.new)}" if edit.kind is Kind.CHANGED else ""
    computed = "computed, " if change.derived else ""
    why = "; ".join(f"{reason.code}: {reason.note}" if reason.note else reason.code for reason in change.reasons)
    return f"{_name(edit)}{cell} ({computed}{why or UNEXPLAINED})"


def _name(edit: Edit) -> str:
    """What a row is called: the cells of its key that are not empty."""
    return " ".join(_cut(cell) for _, cell in edit.key if cell)


def _cut(cell: str) -> str:
    shown = "".join(sign if sign.isprintable() else " " for sign in cell)
    text = " ".join(shown.split()) or "(empty)"
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _escaped(text: str) -> str:
    """A text in which nothing is Markdown or HTML."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#&~" else sign for sign in text)
