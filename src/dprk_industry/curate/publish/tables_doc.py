"""The tables and the code lists as one Markdown page: every column with an example, every code with its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.publish import about, csvfile, meanings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dprk_industry.curate.models.registry import Term, Vocabulary
    from dprk_industry.curate.tables.columns import Column, Row, Table

LONGEST = 60
"""Characters of an example; what is longer is cut."""
INTRODUCTION = """\
Every published table with its columns, and every code list with its codes.
How codes are applied is the [coding manual](coding-manual.md).
What the tables answer is the [cookbook](cookbook.md); what they cannot tell is in [Using the data](using.md).

- **Keys.** An id is given once and keeps its meaning for ever; a column that refers to another table holds its ids.
- **Dates.** A column of type EDTF holds a date as far as it is known.
  `2021-11~` is about November 2021, `202X-10` an October of the 2020s.
  Columns that end in `_min` and `_max` hold its first and last possible day as plain dates.
- **Lists.** A cell with several values joins them with `|`.
- **Empty cells.** What is always filled is *required*; of any other column it says what an empty cell means.
"""
"""How to read the page."""


def render(tables: Sequence[Table], vocabularies: Mapping[str, Vocabulary], rows: Mapping[str, Sequence[Row]]) -> str:
    """Text of docs/tables.md, with examples from the rows."""
    used = {name: meanings.users(name, tables) for name in vocabularies}
    parts = [
        f"<!-- {about.BANNER} -->\n\n# Tables and codes\n",
        INTRODUCTION,
        "## Contents\n",
        _contents(tables, vocabularies),
        "## Tables\n",
        *(_table(table, rows[table.name]) for table in tables),
        "## Code lists\n",
        *(_vocabulary(name, vocabularies[name], used[name]) for name in sorted(vocabularies)),
    ]
    return "\n".join(parts)


def _contents(tables: Iterable[Table], vocabularies: Mapping[str, Vocabulary]) -> str:
    listed = "\n".join(f"- [`{table.name}`](#{table.name}): {table.title}" for table in tables)
    lists = " · ".join(_link(name) for name in sorted(vocabularies))
    return f"{listed}\n\nCode lists: {lists}\n"


def _table(table: Table, rows: Sequence[Row]) -> str:
    keys = [f"Key: {_names(table.key)}."] if table.key else []
    keys += [f"Unique: {_names(names)}." for names in table.unique]
    head = ["column", "type", "what it means", "values", "example"]
    lines = [_column(table, column, rows) for column in table.columns]
    return f"### {table.name}\n\n**{table.title}.** {table.description}\n\n{' '.join(keys)}\n\n{_grid(head, lines)}"


def _column(table: Table, column: Column, rows: Iterable[Row]) -> list[str]:
    reason = meanings.empty(table.name, column)
    meaning = f"{column.description} *Empty:* {reason}" if reason else column.description
    required = ", required" if column.required else ""
    return [f"`{column.name}`", f"{_type(column)}{required}", meaning, _values(column), _example(column, rows)]


def _type(column: Column) -> str:
    kind = "EDTF" if meanings.is_edtf(column) else column.type
    return f"list of {kind}s" if column.many else kind


def _values(column: Column) -> str:
    """What the values of a column are taken from: a table, a code list, a few words, or nothing that is listed."""
    if column.refers:
        table, _, name = column.refers.partition(".")
        return f"[`{table}.{name}`](#{table})"
    if column.vocabulary:
        return f"codes of {_link(column.vocabulary)}"
    return ", ".join(f"`{option}`" for option in column.options)


def _example(column: Column, rows: Iterable[Row]) -> str:
    """The first cell that is not empty, cut where it is long."""
    found = next((csvfile.cell(row[column.name]) for row in rows if row[column.name] is not None), "")
    text = " ".join(found.split())
    cut = f"{text[:LONGEST].rstrip()}…" if len(text) > LONGEST else text
    return f"`{cut}`" if cut else ""


def _vocabulary(name: str, vocabulary: Vocabulary, used: Iterable[tuple[str, str]]) -> str:
    columns = ", ".join(f"[`{table}.{column}`](#{table})" for table, column in used)
    head = ["code", "label", "definition", "boundary", "example"]
    lines = [_term(code, term) for code, term in vocabulary.codes.items()]
    where = f"Used by {columns}." if columns else "Used by no published column."
    return f"### {name}\n\n**{vocabulary.title}.** {where}\n\n{_grid(head, lines)}"


def _term(code: str, term: Term) -> list[str]:
    return [f"`{code}`", term.label, term.definition, term.boundary or "", term.example]


def _grid(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; a bar in a cell would end it and is escaped."""
    rows = [head, ["---"] * len(head), *([_escaped(cell) for cell in line] for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def _escaped(cell: str) -> str:
    return " ".join(cell.split()).replace("|", "\\|")


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _link(vocabulary: str) -> str:
    return f"[`{vocabulary}`](#{vocabulary})"
