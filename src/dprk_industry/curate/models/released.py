"""The list of all ids that were ever released: read from text, written as text, and brought up to date."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

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


def parse(text: str) -> tuple[Released, ...]:
    """The list of released ids from the text of its file; none from an empty text.

    Raises:
        ReleasedError: a line is not what `release` writes.

    """
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if rows and rows[0] != HEADER:
        raise ReleasedError(1, f"found {','.join(rows[0])}; expected {','.join(HEADER)}")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(HEADER) or row[1] not in KINDS or not _VERSION.fullmatch(row[2]):
            expected = f"an id, one of {', '.join(KINDS)}, and a version"
            raise ReleasedError(line, f"found {','.join(row)}; expected {expected}")
    return tuple(Released(*row) for row in rows[1:])


def render(released: Iterable[Released]) -> str:
    """Text of the file: a header, then the ids sorted."""
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
