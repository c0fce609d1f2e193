"""Metadata for Datasette: titles, descriptions, licence, order, labels and facets of the tables of the SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, meanings
from dprk_industry.curate.publish.meanings import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dprk_industry.curate.tables.columns import Column, Table

DATABASE = f"{about.NAME}-{about.VERSION}"
"""Name that Datasette gives the database: that of the release's SQLite file without its ending."""
LABELS = {
    "articles": "headline",
    "outlets": "name",
    "places": "name",
    "facilities": "name",
    "actors": "name",
    "calendar": "name",
}
"""Column that stands for a row where another table refers to it; of all others it is the key."""
FACETS = {
    "order_outcomes": ("outlet_kind", "action", "deadline_kind", "met_deadline", "province"),
    "terms": ("list",),
}
"""Facets of tables where the first columns of codes are not the best ones."""
MOST_FACETS = 4
VIEWS = {
    "record_context": "Each record with its article, outlet and first source.",
    "party_context": "Each party with its name, level, place, province and sector.",
    "concerned": "What an outcome or a factor concerns.",
    "place_up": "Each place with itself and every place in which it lies.",
    "summaries": "Incidents and orders that sum up several; counts of events leave them out.",
}
"""Views of the SQLite file, and what a row of each is."""


def describe(tables: Sequence[Table]) -> dict[str, Any]:
    """Metadata of the whole, of the database, and of every table and view."""
    head = {
        "title": about.TITLE,
        "description": about.DESCRIPTION,
        "license": about.LICENSE["name"],
        "license_url": about.LICENSE["path"],
        "source": "news articles, each with its outlet and address",
        "about": about.CITATION,
    }
    made = {table.name: _table(table) for table in tables}
    views = {name: {"description": text} for name, text in VIEWS.items()}
    others = {
        "about": {"title": "About", "description": "Title, version, licence and citation of the dataset."},
        "search": {"title": "Search", "description": "Names, headlines, notes and definitions as a full-text index."},
    }
    described = {"title": about.TITLE, "description": " ".join(plain(limit) for limit in about.LIMITS)}
    return {**head, "databases": {DATABASE: {**described, "tables": {**made, **views, **others}}}}


def _table(table: Table) -> dict[str, Any]:
    made: dict[str, Any] = {
        "title": table.title,
        "description": plain(table.description),
        "columns": {column.name: _column(table, column) for column in table.columns},
        "sort": (table.key or (table.columns[0].name,))[0],
    }
    if table.name in LABELS:
        made["label_column"] = LABELS[table.name]
    if facets := FACETS.get(table.name) or _facets(table):
        made["facets"] = list(facets)
    return made


def _column(table: Table, column: Column) -> str:
    """What a column means and why a cell may be empty, as plain text."""
    reason = meanings.empty(table.name, column)
    return plain(" ".join([meanings.meaning(column), *([f"Empty: {reason}"] if reason else [])]))


def _facets(table: Table) -> list[str]:
    """The first columns that hold one code each."""
    coded = [column.name for column in table.columns if (column.vocabulary or column.options) and not column.many]
    return coded[:MOST_FACETS]
