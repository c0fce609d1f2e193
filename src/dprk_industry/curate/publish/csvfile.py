"""Rows as CSV: UTF-8, line feeds, a header, RFC 4180 quoting."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dprk_industry.curate.tables.columns import Value


def render(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> str:
    """Text of a CSV file with a header and the rows in their order."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row[name]) for name in columns])
    return stream.getvalue()


def cell(value: Value) -> str:
    """Text of a cell: empty for what is missing, `true` and `false`, ISO dates, plain numbers."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
