"""YAML text to plain data, every scalar as text; and, when something is wrong, where each value stands.

The reader accepts the part of YAML that a record needs (mappings, lists, scalars) and refuses the rest: tags, anchors,
aliases, several documents, duplicate keys, deep nesting, oversized input. It works on PyYAML's C events, so nothing a
file says is ever constructed or resolved: `no`, `0123` and `2021-11-24` stay the text they are.

Most files are plain and have no faults. `parse` therefore reads a file line by line; where that is not enough, it takes
the parser's events without looking left or right; and only where it meets something that it does not expect there, it
reads the file again with care. `locate` gives the position of every value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.findings import Problem
from dprk_industry.curate.yamlfile.lines import by_lines
from dprk_industry.curate.yamlfile.text import (
    CONTROL,
    MAX_DEPTH,
    MAX_SCALAR,
    Document,
    Fault,
    Mark,
    Place,
    UnreadableError,
    carriage_returns,
    control_characters,
    decode,
    well_saved,
    with_line_feeds,
)

if TYPE_CHECKING:
    from dprk_industry.curate.findings import Path

__all__ = [
    "CONTROL",
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_SCALAR",
    "Document",
    "Fault",
    "Mark",
    "Place",
    "carefully",
    "locate",
    "parse",
    "well_saved",
]


def parse(raw: bytes) -> Document:
    """Read a file's bytes into plain data: dict, list and str only, which nobody may change.

    All faults are gathered; reading stops at the first that makes the rest unreadable.
    """
    data = by_lines(raw)
    if data is not None:
        return Document(data)
    from dprk_industry.curate.yamlfile.quick import quick  # PyYAML takes longer to import than a file to read

    data = quick(raw)
    if data is not None:
        return Document(data, comments=_comments(raw.decode("utf-8")))
    return carefully(raw)[0]


def locate(raw: bytes) -> dict[Path, Place]:
    """Place of every key and value of a file, by path, as far as the file can be read."""
    return carefully(raw)[1]


def carefully(raw: bytes) -> tuple[Document, dict[Path, Place]]:
    """What a file's bytes hold, what is wrong with them, and where everything stands."""
    from dprk_industry.curate.yamlfile.careful import Builder
    from dprk_industry.curate.yamlfile.events import read_events

    document = Document()
    builder = Builder(document.faults)
    text = ""
    try:
        text = _text(raw, document.faults)
        seen = CONTROL.sub(" ", text)
        data = builder.document(read_events(seen), seen)
        if not builder.broken:
            document.data = data
            document.comments = _comments(text)
    except UnreadableError as error:
        if not _follows_from_tab(error.fault, text):
            found = _placed(error, text) if error.by_parser else [error.fault]
            document.faults = [*_before(document.faults, found), *found]
    document.faults.sort(key=lambda fault: fault.mark)
    return document, builder.places


def _text(raw: bytes, faults: list[Fault]) -> str:
    """The text of a file with its lines as they should end, and the faults of its characters."""
    text = decode(raw)
    faults.extend(carriage_returns(text))
    text = with_line_feeds(text)
    faults.extend(control_characters(text))
    return text


def _placed(error: UnreadableError, text: str) -> list[Fault]:
    """The faults of which the parser failed: common mistakes or a line that is indented wrongly, if it is one of them.

    Where characters are refused too, the columns of the text that was parsed say nothing. What is found behind a line
    that a merge left, or that other signs than spaces indent, may come of that line.
    """
    from dprk_industry.curate.yamlfile.indent import indentation
    from dprk_industry.curate.yamlfile.leftovers import leftovers
    from dprk_industry.curate.yamlfile.mistakes import mistake

    mark = error.fault.mark
    if CONTROL.search(text):
        return [error.fault]
    left = leftovers(text)
    found = mistake(text, mark) or (None if left else indentation(text, mark.line))
    fault = Fault(found[0], Problem((), found[1])) if found else error.fault
    return [fault, *left] if all(fault.mark < other.mark for other in left) else left


def _before(faults: list[Fault], found: list[Fault]) -> list[Fault]:
    """Faults without the keys that stand there again behind what the parser failed of: they come of it."""
    begins = min(fault.mark for fault in found)
    return [fault for fault in faults if fault.mark < begins or not fault.problem.on_key]


def _comments(text: str) -> tuple[Fault, ...]:
    from dprk_industry.curate.yamlfile.comments import comments

    return tuple(comments(text)) if "#" in text else ()


def _follows_from_tab(fault: Fault, text: str) -> bool:
    """Whether a syntax fault stands where a tab upset the indentation."""
    line = fault.mark.line
    return any("\t" in row for row in text.split("\n")[max(line - 2, 0) : line])
