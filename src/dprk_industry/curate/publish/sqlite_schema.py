"""Tables of the SQLite database: STRICT, with the keys, references, codes and descriptions of the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.publish import descriptor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Column, Table

TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}
"""Type of SQLite by the type of a column; truth values are 0 and 1, dates ISO texts."""


def create(table: Table, vocabularies: Mapping[str, Vocabulary]) -> str:
    """Statement that creates a table; descriptions stand in it as comments, which SQLite keeps."""
    lines = [_column(column, column.name in table.key, vocabularies) for column in table.columns]
    comments = [_comment(descriptor.field(column, vocabularies)["description"]) for column in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({_names(*table.key)})")
        comments.append("")
    ends = [","] * (len(lines) - 1) + [""]
    body = "\n".join(f"  {line}{end}{comment}" for line, end, comment in zip(lines, ends, comments, strict=True))
    return f"CREATE TABLE {_names(table.name)} ({_comment(table.description)}\n{body}\n) STRICT"


def _comment(description: str) -> str:
    """A description as a comment, which ends with its line."""
    return f" -- {' '.join(description.split())}"


def indexes(table: Table) -> Iterator[str]:
    """Statements that create the indexes of a table: its further unique sets, and every reference that leads none."""
    for number, unique in enumerate(table.unique, start=1):
        held = {column.name: column for column in table.columns}
        parts = ", ".join(_comparable(held[name]) for name in unique)
        yield f"CREATE UNIQUE INDEX {_names(f'{table.name}_unique_{number}')} ON {_names(table.name)} ({parts})"
    leading = {names[0] for names in (table.key, *table.unique) if names}
    for column in table.columns:
        if column.refers and column.name not in leading:
            name = _names(f"{table.name}_{column.name}")
            yield f"CREATE INDEX {name} ON {_names(table.name)} ({_names(column.name)})"


def _comparable(column: Column) -> str:
    """A column in a unique index: two empty cells count as equal, which SQLite would not see."""
    return _names(column.name) if column.required else f"coalesce({_names(column.name)}, '')"


def _column(column: Column, in_key: bool, vocabularies: Mapping[str, Vocabulary]) -> str:  # noqa: FBT001
    parts = [_names(column.name), TYPES[column.type]]
    if column.required or in_key:
        parts.append("NOT NULL")
    if check := _check(column, vocabularies):
        parts.append(f"CHECK ({check})")
    if column.refers:
        other, _, name = column.refers.partition(".")
        parts.append(f"REFERENCES {_names(other)} ({_names(name)}) DEFERRABLE INITIALLY DEFERRED")
    return " ".join(parts)


def _check(column: Column, vocabularies: Mapping[str, Vocabulary]) -> str | None:
    """Condition on the cells of a column: a code of its list, a day of the calendar, 0 or 1; None for all others."""
    name = _names(column.name)
    if column.type == "boolean":
        return f"{name} IN (0, 1)"
    if column.type == "date":
        return f"{name} IS date({name}, '+0 days')"  # the sum makes SQLite see that there is no 30 February
    codes = descriptor.field(column, vocabularies).get("constraints", {}).get("enum")
    return f"{name} IN ({', '.join(map(_text, codes))})" if codes else None


def _names(*names: str) -> str:
    """Names as SQL has them: quoted, since `group` and `class` are words of SQL elsewhere."""
    return ", ".join('"{}"'.format(name.replace('"', '""')) for name in names)


def _text(value: str) -> str:
    return "'{}'".format(value.replace("'", "''"))
