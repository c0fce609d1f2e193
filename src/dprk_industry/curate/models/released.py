"""The list of all ids that were ever released: read from text, written as text, and brought up to date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

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


class Wrong(NamedTuple):
    """What is wrong with a line of the list of released ids."""

    line: int
    message: str


def parse(raw: bytes) -> tuple[tuple[Released, ...], tuple[Wrong, ...]]:
    """The released ids from the bytes of their file, none if a line is not what `release` writes; and such lines."""
    import csv
    import io

    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return (), (Wrong(line, f"byte 0x{raw[error.start]:02x} is not UTF-8"),)
    wrong: list[Wrong] = []
    found = tuple(_rows(csv.reader(io.StringIO(text, newline="")), wrong))
    return () if wrong else found, tuple(wrong)


def _rows(rows: Any, wrong: list[Wrong]) -> Iterator[Released]:
    """The rows that are as they should be; what is wrong with the others is added to the list."""
    import csv

    expected = f"an id, one of {', '.join(KINDS)}, and a version"
    try:
        header = next(rows, HEADER)
        if header != HEADER:
            wrong.append(Wrong(1, f"found `{short(','.join(header))}`; expected {','.join(HEADER)}"))
        for row in rows if len(header) == len(HEADER) else ():
            if len(row) != len(HEADER) or row[1] not in KINDS or not _VERSION.fullmatch(row[2]):
                wrong.append(Wrong(rows.line_num, f"found `{short(','.join(row))}`; expected {expected}"))
            else:
                yield Released(*row)
    except csv.Error as error:
        wrong.append(Wrong(rows.line_num, f"{error}; expected {expected}"))


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
