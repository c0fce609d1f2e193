"""All tables as one SQLite database, built in memory so that its bytes depend on the rows alone."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from dprk_industry.curate.publish import about, sqlite_schema, sqlite_views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Row, Table, Value

APPLICATION_ID = int.from_bytes(b"DPRK", "big")
"""Number by which `file` and others know the database for ours."""
ABOUT = """\
CREATE TABLE about ( -- What the dataset is, under which licence, and how to cite it.
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT"""
"""Statement that creates the table of the dataset's title, version, licence and citation."""


def render(tables: Sequence[Table], rows: Mapping[str, Sequence[Row]], vocabularies: Mapping[str, Vocabulary]) -> bytes:
    """Bytes of the database; equal for equal rows and one version of SQLite.

    Args:
        tables: the tables to publish.
        rows: rows of each table by its name.
        vocabularies: code lists by name.

    Raises:
        sqlite3.IntegrityError: the rows break a key, a reference, a type or a code list.

    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        for statement in (*_settings(), "BEGIN", ABOUT):
            database.execute(statement)
        database.executemany("INSERT INTO about VALUES (?, ?)", _about())
        for table in tables:
            names = [column.name for column in table.columns]
            database.execute(sqlite_schema.create(table, vocabularies))
            database.executemany(_insert(table.name, len(names)), _cells(names, rows[table.name]))
        for statement in (*_access(tables), "COMMIT", "VACUUM"):
            database.execute(statement)
        _require_references(database)
        return database.serialize()


def _settings() -> Iterator[str]:
    """Settings in which builds of SQLite differ, and the marks of the file."""
    yield "PRAGMA page_size = 4096"
    yield "PRAGMA encoding = 'UTF-8'"
    yield "PRAGMA auto_vacuum = NONE"
    yield "PRAGMA secure_delete = ON"  # unused bytes of a page are zeros, not what the memory held before
    yield f"PRAGMA application_id = {APPLICATION_ID}"
    yield f"PRAGMA user_version = {version_number(about.VERSION)}"


def _access(tables: Iterable[Table]) -> Iterator[str]:
    """Statements that create what eases access to the rows, made after them because that takes half the time."""
    for table in tables:
        yield from sqlite_schema.indexes(table)
    yield from sqlite_views.VIEWS
    yield from sqlite_views.search()


def _require_references(database: sqlite3.Connection) -> None:
    """Raise if a row refers to one that is not there; SQLite itself looks only where a reader asks it to."""
    broken = database.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        table, row, parent, _ = broken
        raise sqlite3.IntegrityError(f"row {row} of {table} refers to a row that {parent} does not have")


def _about() -> Iterator[tuple[str, str]]:
    yield "title", about.TITLE
    yield "description", about.DESCRIPTION
    yield "version", about.VERSION
    yield "license", about.LICENSE["name"]
    yield "citation", about.CITATION


def _insert(table: str, columns: int) -> str:
    return f'INSERT INTO "{table}" VALUES ({", ".join("?" * columns)})'  # noqa: S608 - the name is ours


def _cells(names: Sequence[str], rows: Iterable[Row]) -> Iterator[list[str | int | float | None]]:
    for row in rows:
        yield [_cell(row[name]) for name in names]


def _cell(value: Value) -> str | int | float | None:
    """A cell as SQLite stores it: numbers as floats, days as ISO texts, truth values as 0 and 1."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def version_number(version: str) -> int:
    """A version as one number that rises with it: 1.2.3 is 1002003; what follows the third part does not count.

    Raises:
        ValueError: the version does not begin with three numbers.

    """
    parts = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if parts is None:
        raise ValueError(f"{version!r} does not begin with three numbers")
    major, minor, patch = map(int, parts.groups())
    return major * 1_000_000 + minor * 1_000 + patch
