"""The list of all ids that were ever released: read from text, written as text, and brought up to date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import short
from dprk_industry.curate.models.changes import Released
from dprk_industry.curate.models.collection import SECTIONS, full_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.models.index import Index

FILE = "dataset/released.csv"
HEADER = list(Released._fields)
REGISTRIES = {"outlets": "outlet", "places": "place", "actors": "actor", "calendar": "calendar"}
"""Registries whose ids are released, and the kind of each."""
KINDS = ("article", "source", *SECTIONS.values(), "facility", *REGISTRIES.values())
"""What a released id may name."""
_VERSION = re.compile(r"\d+\.\d+\.\d+")


class ReleasedError(ValueError):
    """Raised where the list of released ids cannot be read; knows the line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def parse(raw: bytes) -> tuple[Released, ...]:
    """The list of released ids from the bytes of its file; none from an empty file.

    Raises:
        ReleasedError: the file is no text, or a line is not what `release` writes.

    """
    import csv
    import io

    try:
        return tuple(_rows(csv.reader(io.StringIO(raw.decode("utf-8"), newline=""))))
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ReleasedError(line, f"byte 0x{raw[error.start]:02x} is not UTF-8") from None


def _rows(rows: Any) -> Iterator[Released]:
    import csv

    expected = f"an id, one of {', '.join(KINDS)}, and a version"
    try:
        header = next(rows, HEADER)
        if header != HEADER:
            raise ReleasedError(1, f"found `{short(','.join(header))}`; expected {','.join(HEADER)}")
        for row in rows:
            if len(row) != len(HEADER) or row[1] not in KINDS or not _VERSION.fullmatch(row[2]):
                raise ReleasedError(rows.line_num, f"found `{short(','.join(row))}`; expected {expected}")
            yield Released(*row)
    except csv.Error as error:
        raise ReleasedError(rows.line_num, f"{error}; expected {expected}") from None


def render(released: Iterable[Released]) -> str:
    """Text of the file: a header, then the ids sorted."""
    import csv
    import io

    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([HEADER, *sorted(released)])
    return stream.getvalue()


def ids(index: Index) -> Iterator[tuple[str, str]]:
    """Every id that a release of the dataset publishes, and its kind."""
    for article in index.articles:
        yield article.id, "article"
        yield from ((full_id(article.id, name), kind) for name, kind in article.kinds())
    yield from ((name, "facility") for name in index.registries.facilities)
    for registry, kind in REGISTRIES.items():
        yield from ((name, kind) for name in getattr(index.registries, registry))


def extended(index: Index, version: str) -> list[Released]:
    """The list of a dataset with the ids that a version publishes for the first time."""
    known = {(held.id, held.kind) for held in index.released}
    return [*index.released, *(Released(*new, version) for new in ids(index) if new not in known)]
