"""The table of reasons: why what was published changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.changes import ArticleChange, Change, ListedChange
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.tables.columns import Column, Row, Table, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection

SUBJECTS = ("articles", "sources", "records", "facilities", "outlets", "places", "actors", "calendar", "terms")
"""Tables whose entries are the subjects of changes."""


def _changes(collection: Collection) -> Iterator[Row]:
    """Rows of all entries; two on one subject, version and reason are one, with both remarks."""
    rows: dict[tuple[str, ...], list[str]] = {}
    for table, name, change in _entries(collection):
        notes = rows.setdefault((table, name, change.version, change.reason), [])
        if change.note and change.note not in notes:
            notes.append(change.note)
    for (table, name, version, reason), notes in rows.items():
        note = "; ".join(notes) or None
        yield {"table": table, "id": name, "version": version, "reason": reason, "note": note}


def _entries(collection: Collection) -> Iterator[tuple[str, str, Change | ArticleChange | ListedChange]]:
    retired = collection.registries.retired
    for sheet in collection.sheets:
        article = sheet.article
        for change in article.changes:
            if not change.names:
                yield "articles", article.id, change
            for name in change.names:
                gone = retired.get(full_id(article.id, name))
                is_source = name in article.sources or (gone is not None and gone.kind == "source")
                yield "sources" if is_source else "records", full_id(article.id, name), change
    for facility in collection.registries.facilities.values():
        yield from (("facilities", facility.id, change) for change in facility.changes)
    yield from ((change.table, change.id, change) for change in collection.registries.changes)


CHANGES = Table(
    "changes",
    "Changes",
    "Why what was published before changed: one row for each thing, version and reason. What came with an article or "
    "went with a retired id needs no row.",
    (
        Column(
            "table",
            "Table that holds what changed; `columns` for a column that is made otherwise than before.",
            required=True,
            options=(*SUBJECTS, "retired", "columns"),
        ),
        Column("id", "Id of what changed: of a code `<list>/<code>`, of a column `<table>.<column>`.", required=True),
        *field(ListedChange, "version"),
        *field(ListedChange, "reason"),
        *field(ListedChange, "note"),
    ),
    ("table", "id", "version", "reason"),
    _changes,
)

TABLES = (CHANGES,)
