"""What the data cover in time and space, computed from the rows of the tables."""

from __future__ import annotations

from dataclasses import field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.tables.columns import Row

DATES = {
    "articles": ("published",),
    "sources": ("said",),
    "orders": ("issued",),
    "outcomes": ("as_of", "achieved"),
    "incidents": ("date",),
    "consequences": ("date",),
}
"""Columns that say when something was told or happened. Deadlines and plans look ahead and are left out."""
YEAR = timedelta(days=366)
"""A date whose first and last possible day lie further apart tells too little to count."""


@frozen()
class Box:
    """The rectangle in which all known points lie, in degrees (WGS 84)."""

    south: Decimal
    west: Decimal
    north: Decimal
    east: Decimal


@frozen()
class Coverage:
    """What the data cover; None where the rows do not tell."""

    first: date | None = None
    """First day of which anything is told."""
    last: date | None = None
    """Last day of which anything is told."""
    box: Box | None = None
    """Rectangle of the facilities and of the provinces whose bounds are known."""
    annotated: date | None = None
    """Day of the latest annotation."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """Rows of every table by its name."""


def measure(rows: Mapping[str, Sequence[Row]]) -> Coverage:
    """What the rows of the tables cover, dates known to the year at best included."""
    spans = list(_spans(rows))
    return Coverage(
        first=min((first for first, _ in spans), default=None),
        last=max((last for _, last in spans), default=None),
        box=_box(rows),
        annotated=max((day for row in rows["articles"] if isinstance(day := row["annotated"], date)), default=None),
        counts={name: len(held) for name, held in rows.items()},
    )


def _spans(rows: Mapping[str, Sequence[Row]]) -> Iterator[tuple[date, date]]:
    for table, columns in DATES.items():
        for row in rows[table]:
            for column in columns:
                first, last = row[f"{column}_min"], row[f"{column}_max"]
                if isinstance(first, date) and isinstance(last, date) and last - first <= YEAR:
                    yield first, last


def _box(rows: Mapping[str, Sequence[Row]]) -> Box | None:
    lats = [*_numbers(rows["facilities"], "lat"), *_numbers(rows["places"], "lat_min", "lat_max")]
    lons = [*_numbers(rows["facilities"], "lon"), *_numbers(rows["places"], "lon_min", "lon_max")]
    return Box(min(lats), min(lons), max(lats), max(lons)) if lats and lons else None


def _numbers(rows: Iterable[Row], *columns: str) -> Iterator[Decimal]:
    for row in rows:
        for column in columns:
            if isinstance(value := row[column], Decimal):
                yield value
