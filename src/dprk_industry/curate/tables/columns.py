"""How a table and its columns are declared: in one place, from the fields of the models wherever there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from dprk_industry.curate.edtf import Edtf
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.docs import field_docs
from dprk_industry.curate.models.scalars import Choice, Code, Kind, Reference
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Collection

Value = str | int | Decimal | bool | date | None
Row = Mapping[str, Value]

TYPES = {int: "integer", Decimal: "number", bool: "boolean", date: "date"}
"""Type of a column by the Python type of its values; all others are strings."""


@frozen()
class Column:
    """A column of a published table."""

    name: str
    description: str
    type: str = "string"
    """Type of Table Schema: string, integer, number, boolean or date."""
    required: bool = False
    vocabulary: str | None = None
    """Code list in which the values stand."""
    options: tuple[str, ...] = ()
    """Values that the column may have, where they stand in no code list."""
    refers: str | None = None
    """Table and column to which the values refer: `articles.article_id`."""
    many: bool = False
    """True if a cell may hold several values, joined with a bar."""
    pattern: str | None = None
    """Regular expression that every value fits."""

    @property
    def title(self) -> str:
        """Name of the column in words."""
        words = self.name.replace("_", " ")
        return (words[0].upper() + words[1:]).replace("Url", "URL")


@frozen()
class Table:
    """A published table: its columns, its keys, and the function that makes its rows."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Columns of the primary key; empty where the table has none."""
    make: Callable[[Collection], Iterable[Row]]
    unique: tuple[tuple[str, ...], ...] = ()
    """Further sets of columns whose values together occur once."""

    @property
    def names(self) -> list[str]:
        """Names of the columns in their order."""
        return [column.name for column in self.columns]

    def rows(self, collection: Collection) -> list[dict[str, Value]]:
        """Rows of the table, sorted by key (by all columns where it has none).

        Raises:
            KeyError: the table's function gives a column that is not declared, or leaves one out.

        """
        made = []
        for row in self.make(collection):
            if row.keys() != set(self.names):
                raise KeyError(f"{self.name}: {sorted(row.keys() ^ set(self.names))}")
            made.append({name: row[name] for name in self.names})
        return sorted(made, key=lambda row: [_order(row[name]) for name in self.key or self.names])


def _order(value: Value) -> tuple[int, float, str]:
    if value is None:
        return (0, 0, "")
    if isinstance(value, int | Decimal):
        return (1, float(value), "")
    return (2, 0, str(value))


RECORD = Column("record_id", "Record to which the row belongs.", required=True, refers="records.record_id")
"""First column of every table whose rows belong to a record."""

REFERS = {
    "outlets": "outlets.outlet_id",
    "places": "places.place_id",
    "facilities": "facilities.facility_id",
    "actors": "actors.actor_id",
    "calendar": "calendar.calendar_id",
    "sources": "sources.source_id",
    "records": "records.record_id",
}
"""Table and column in which a reference of the models is found."""


def field(model: Any, name: str, column: str | None = None, **changes: Any) -> tuple[Column, ...]:
    """Column of a field of a model, under its own name or another one; an EDTF date has three."""
    hint = get_type_hints(model, include_extras=True)[name]
    kinds = list(_kinds(hint))
    declared = next(field for field in fields(model) if field.name == name)
    made = Column(
        name=column or alias(name),
        description=field_docs(model)[name],
        type=next((TYPES[kind] for kind in kinds if isinstance(kind, type) and kind in TYPES), "string"),
        required=declared.default is MISSING and declared.default_factory is MISSING,
        vocabulary=next((kind.vocabulary for kind in kinds if isinstance(kind, Code)), None),
        options=next((kind.options for kind in kinds if isinstance(kind, Choice)), ()),
        refers=next((REFERS.get(kind.to) for kind in kinds if isinstance(kind, Reference)), None),
        many=tuple in kinds,
        pattern=next((kind.pattern for kind in kinds if isinstance(kind, Kind) and kind.rule != "R87"), None),
    )
    if made.many or made.type != "string":
        made = replace(made, pattern=None, type="string" if made.many else made.type)
    if made.refers:
        made = replace(made, pattern=None)
    made = replace(made, **changes)
    return (made, *bounds(made)) if Edtf in kinds else (made,)


def bounds(column: Column) -> tuple[Column, Column]:
    """The two computed columns that follow an EDTF date."""
    what = column.description.partition(" (EDTF)")[0].rstrip(".")
    return (
        Column(f"{column.name}_min", f"{what}: first possible day.", "date"),
        Column(f"{column.name}_max", f"{what}: last possible day.", "date"),
    )


def _kinds(hint: Any) -> Iterable[Any]:
    """A type, its parts and the markers that annotate them."""
    yield hint
    yield getattr(hint, "__origin__", None)
    for part in (*getattr(hint, "__metadata__", ()), *get_args(hint)):
        if isinstance(part, Code | Choice | Reference | Kind):
            yield part
        elif part is not hint:
            yield from _kinds(part)


def dated(name: str, value: Edtf | None) -> dict[str, Value]:
    """Cells of an EDTF date: the text, its first and its last possible day."""
    return {
        name: value.text if value else None,
        f"{name}_min": value.first if value else None,
        f"{name}_max": value.last if value else None,
    }


def joined(values: Iterable[object]) -> str | None:
    """Cell of a list: its values joined with a bar; None if it is empty."""
    return "|".join(str(value) for value in values) or None


def cells(record: Any, *names: str) -> dict[str, Value]:
    """Cells of a record's fields, as they are, by the names of their columns."""
    found: dict[str, Value] = {}
    for name in names:
        value = getattr(record, name)
        if _is_date(record.__class__, name):
            found |= dated(alias(name), value)
        else:
            found[alias(name)] = joined(value) if isinstance(value, tuple) else value
    return found


@lru_cache(maxsize=256)
def _is_date(model: Any, name: str) -> bool:
    return Edtf in list(_kinds(get_type_hints(model, include_extras=True)[name]))
