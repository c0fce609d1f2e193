"""To whom the rows of the tables belong: every row is about one subject, which is an id of one table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.release.builds import Build, Row, Schema


class Subject(NamedTuple):
    """What a row is about: an article, a source, a record, a facility, an entry of a registry, a code."""

    table: str
    """Table in which the subject has its own row."""
    id: str

    @property
    def article(self) -> str:
        """Article to which a record or a source belongs; empty for all else."""
        return self.id.partition("#")[0] if self.table in {"records", "sources"} else ""


_OF_RECORDS = ("orders", "outcomes", "incidents", "consequences", "factors", "parties", "amounts", "evidence")
OWNERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "articles": ("articles", ("article_id",)),
    "sources": ("sources", ("source_id",)),
    "records": ("records", ("record_id",)),
    **dict.fromkeys(_OF_RECORDS, ("records", ("record_id",))),
    "links": ("records", ("from_record",)),
    "order_outcomes": ("records", ("order_id",)),
    "facilities": ("facilities", ("facility_id",)),
    "facility_names": ("facilities", ("facility_id",)),
    "facility_ids": ("facilities", ("facility_id",)),
    "facility_sources": ("facilities", ("facility_id",)),
    "outlets": ("outlets", ("outlet_id",)),
    "places": ("places", ("place_id",)),
    "actors": ("actors", ("actor_id",)),
    "calendar": ("calendar", ("calendar_id",)),
    "terms": ("terms", ("list", "code")),
    "retired": ("retired", ("id",)),
}
"""For each table, the table of its subjects and the columns that name them. A row of `changes` names both itself."""

RETIRED = {
    "article": "articles",
    "record": "records",
    "source": "sources",
    "facility": "facilities",
    "outlet": "outlets",
    "place": "places",
    "actor": "actors",
    "calendar": "calendar",
}
"""Table of the subjects of every kind on the list of retired ids."""

COMPUTED = {("sources", "root"), ("records", "holds"), ("records", "case_id"), ("consequences", "sign")}
"""Columns that the build computes from other rows."""
HEADLINE = "order_outcomes"
"""The table of which every row is computed."""


def owner(table: str, row: Row, schema: Schema | None = None) -> Subject:
    """Subject of a row; of a table that nobody knows, the row itself by its key."""
    if table == "changes":
        return Subject(row["table"], row["id"])
    home, columns = OWNERS.get(table, (table, schema.key if schema else ()))
    return Subject(home, "/".join(row.get(column, "") for column in columns or row))


def computed(table: str, column: str, row: Row) -> bool:
    """Whether a cell is computed, or the row as a whole where no column is given."""
    return table == HEADLINE or (table, column) in COMPUTED or base_of(column, row) != ""


def base_of(column: str, row: Row) -> str:
    """Column of the date whose first or last possible day another column holds; empty if it is no such column."""
    base = column[:-4] if column.endswith(("_min", "_max")) else ""
    return base if base in row else ""


class Index:
    """The rows of a build by their subjects, and what each of them refers to."""

    def __init__(self, build: Build) -> None:
        """Sort the rows of a build."""
        self.build = build
        self.rows: dict[Subject, list[tuple[str, Row]]] = defaultdict(list)
        for name, rows in build.tables.items():
            for row in rows:
                self.rows[owner(name, row, build.schemas[name])].append((name, row))

    def holds(self, subject: Subject) -> bool:
        """Whether the subject is in the build."""
        return any(table == subject.table for table, _ in self.rows.get(subject, ()))

    def refers(self, subject: Subject) -> Iterator[Subject]:
        """Subjects other than records to which the rows of a subject refer: sources, facilities, codes and so on."""
        for name, row in self.rows.get(subject, ()):
            if name not in {HEADLINE, "links"}:
                for column, field in self.build.schemas[name].fields.items():
                    if row.get(column):
                        yield from self._cell(name, column, field.get("vocabulary"), row[column])

    def _cell(self, table: str, column: str, vocabulary: str | None, cell: str) -> Iterator[Subject]:
        if vocabulary:
            yield from (Subject("terms", f"{vocabulary}/{code}") for code in cell.split("|"))
        elif column in (refers := self.build.schemas[table].refers) and refers[column][0] not in {"records", "orders"}:
            yield Subject(refers[column][0], cell)
