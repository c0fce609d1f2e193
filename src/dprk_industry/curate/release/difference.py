"""What became of every row between two builds: added, changed cell by cell, or retired; nothing of why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from dprk_industry.curate.release.builds import Build, Row, Schema
from dprk_industry.curate.values import frozen

Key = tuple[tuple[str, str], ...]
"""Columns that identify a row, each with its cell."""


class Kind(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    RETIRED = "retired"


@frozen()
class Edit:
    """One change of one row: the row added or retired, or one of its cells changed."""

    table: str
    kind: Kind
    key: Key
    row: Row = field(default_factory=dict)
    """The row: as it was where it is retired, else as it is now."""
    column: str = ""
    """Column of the cell that changed."""
    old: str = ""
    new: str = ""


def edits(old: Build, new: Build) -> Iterator[Edit]:
    """All edits that lead from one build to another, table by table, in the order of the rows."""
    for name in dict.fromkeys((*new.tables, *old.tables)):
        before, after = old.tables.get(name, ()), new.tables.get(name, ())
        if before != after:
            was, now = old.schemas.get(name), new.schemas.get(name)
            keys = _keys(was, now, before, after)
            if keys is None:
                yield from _all(name, Kind.RETIRED, before, was)
                yield from _all(name, Kind.ADDED, after, now)
            else:
                yield from _edited(name, keys, before, after)


def _keys(
    old: Schema | None, new: Schema | None, before: Iterable[Row], after: Iterable[Row]
) -> tuple[str, ...] | None:
    """Columns by which the rows of both builds can be told apart; None if there are none."""
    if old is None or new is None:
        return None
    common = tuple(column for column in new.fields if column in old.fields)
    for names in (new.key, old.key, common):
        if names and set(names) <= set(common) and _unique(names, before) and _unique(names, after):
            return names
    return None


def _unique(names: tuple[str, ...], rows: Iterable[Row]) -> bool:
    keys = [_key(names, row) for row in rows]
    return len(set(keys)) == len(keys)


def _key(names: Iterable[str], row: Row) -> Key:
    return tuple((name, row[name]) for name in names)


def _all(table: str, kind: Kind, rows: Iterable[Row], schema: Schema | None) -> Iterator[Edit]:
    """Edits where rows cannot be compared: every row goes, or every row comes."""
    for row in rows:
        yield Edit(table, kind, _key(schema.key or schema.fields if schema else row, row), row)


def _edited(table: str, names: tuple[str, ...], before: Iterable[Row], after: Iterable[Row]) -> Iterator[Edit]:
    was, now = ({_key(names, row): row for row in rows} for rows in (before, after))
    for key, row in was.items():
        if key not in now:
            yield Edit(table, Kind.RETIRED, key, row)
    for key, row in now.items():
        if key not in was:
            yield Edit(table, Kind.ADDED, key, row)
            continue
        for column, cell in row.items():
            old = was[key].get(column, "")
            if cell != old:
                yield Edit(table, Kind.CHANGED, key, row, column, old, cell)


def applied(old: Build, changes: Iterable[Edit], schemas: Mapping[str, Schema]) -> dict[str, list[Row]]:
    """Rows of every table after edits were applied to an old build: those of the new one, in their order.

    Args:
        old: build before the edits.
        changes: the edits.
        schemas: tables and columns after them.

    """
    by_table: dict[str, list[Edit]] = defaultdict(list)
    for edit in changes:
        by_table[edit.table].append(edit)
    return {
        name: sorted(_applied(old.tables.get(name, ()), by_table[name], schema), key=schema.order)
        for name, schema in schemas.items()
    }


def _applied(rows: Iterable[Row], changes: list[Edit], schema: Schema) -> Iterator[Row]:
    names = next((tuple(name for name, _ in edit.key) for edit in changes if edit.kind is not Kind.ADDED), ())
    retired = {edit.key for edit in changes if edit.kind is Kind.RETIRED}
    cells = {(edit.key, edit.column): edit.new for edit in changes if edit.kind is Kind.CHANGED}
    for row in rows:
        key = _key(names, row)
        if not retired or key not in retired:
            yield {column: cells.get((key, column), row.get(column, "")) for column in schema.fields}
    yield from (edit.row for edit in changes if edit.kind is Kind.ADDED)
