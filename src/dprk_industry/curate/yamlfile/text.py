"""Bytes to text: what may stand in a file at all, and what the reader gives back."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.findings import Problem, counted
from dprk_industry.curate.values import frozen

MAX_DEPTH = 16
"""Deepest nesting of mappings and lists."""
MAX_SCALAR = 5_000
"""Longest single value, in characters."""

MOST_CHARACTERS = 100
"""How many characters of one file are found fault with singly."""

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # what turns the direction of a text, or breaks its line
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"  # what a reader ignores, or shows as nothing
    "\ufffe\uffff]"  # what is no character
)
"""Characters that cannot be seen: none of them may stand in a record, the line feed excepted."""
ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
"""Those of ASCII that may stand in a record; taken out of a text they show faster than a search whether others do."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_MARKS_OF_UTF_16, _MARK_OF_UTF_32 = (b"\xff\xfe", b"\xfe\xff"), b"\xff\xfe\0\0"
_SAVE = "save the file in the encoding UTF-8"
_RUN = rf"({CONTROL.pattern})\1*"
_TURNING = "[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"

MODELINE = re.compile(r"# yaml-language-server: \$schema=\S+$", re.MULTILINE)
"""The one comment that a file may hold: the editor's, in its first line."""


class Mark(NamedTuple):
    """A place in a text; line and column count from 1."""

    line: int
    column: int


class Place(NamedTuple):
    """Where a value stands and, in a mapping, where its key stands."""

    key: Mark
    value: Mark


@frozen()
class Fault:
    """Something that the reader refuses, and where."""

    mark: Mark
    problem: Problem
    code: str = "R01"


class Document:
    """What a text holds: plain data (None if it could not be read to its end) and the faults met on the way."""

    __slots__ = ("comments", "data", "faults")

    comments: tuple[Fault, ...]
    """Faults of the comments of a text that could be read."""

    def __init__(self, data: Any = None, comments: tuple[Fault, ...] = ()) -> None:
        self.data = data
        self.faults: list[Fault] = []
        self.comments = comments


class UnreadableError(Exception):
    """Reading cannot go on; carries the fault."""

    def __init__(self, mark: Mark, message: str, *, by_parser: bool = False) -> None:
        """Take what is wrong and where, and whether it was the parser of YAML that failed."""
        super().__init__(message)
        self.by_parser = by_parser
        self.fault = Fault(mark, Problem((), message))


def decode(raw: bytes) -> str:
    """Text of a file.

    Raises:
        UnreadableError: it is too large, begins with a byte order mark, or is not UTF-8.

    """
    if len(raw) > MAX_BYTES:
        raise UnreadableError(Mark(1, 1), f"the file has more than {MAX_BYTES:,} bytes; no record needs that: split it")
    if raw.startswith(BYTE_ORDER_MARK):
        raise UnreadableError(Mark(1, 1), "the file begins with a byte order mark; save it as UTF-8 without BOM")
    if not raw.startswith(_MARKS_OF_UTF_16) and _is_utf16(raw):
        raise UnreadableError(Mark(1, 1), f"the file is in the encoding UTF-16; {_SAVE}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        other = ", not UTF-16" if raw.startswith(_MARKS_OF_UTF_16) and not raw.startswith(_MARK_OF_UTF_32) else ""
        message = f"byte 0x{raw[error.start]:02x} is not UTF-8; {_SAVE}{other}"
        raise UnreadableError(mark_at(before), message) from None


def _is_utf16(raw: bytes) -> bool:
    """Whether every other byte of most characters is none, as in UTF-16, which is UTF-8 of characters that are none."""
    few, many = sorted((raw[::2].count(0), raw[1::2].count(0)))
    return many > len(raw) // 4 and many > 4 * few


def well_saved(raw: bytes) -> bytes:
    """The bytes of a file without a byte order mark, its lines ended by line feeds alone; what it says is the same."""
    return raw.removeprefix(BYTE_ORDER_MARK).replace(b"\r\n", b"\n")


def mark_at(before: str) -> Mark:
    """Mark of what follows a text."""
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


_INDENTED = re.compile("^[ \t]*\t", re.MULTILINE)
TAB = "a tab stands here"


def carriage_returns(text: str) -> list[Fault]:
    """The fault of the carriage returns of a text, at the first of them; none where there are none."""
    first = text.find("\r")
    message = "lines end with a carriage return; save the file with line feeds alone"
    return [Fault(mark_at(text[:first]), Problem((), message), "R86")] if first >= 0 else []


def with_line_feeds(text: str) -> str:
    """The text with line feeds in place of the carriage returns that end its lines; spaces in place of others."""
    text = text.replace("\r\n", "\n")
    return text.replace("\r", " " if "\n" in text else "\n")


def control_characters(text: str) -> list[Fault]:
    """Faults of characters that may not stand in a file, one for each run of the same; very many are counted."""
    faults = _indenting_tabs(text)
    line, begins, read = 1, 0, 0
    found = re.finditer(_RUN, _INDENTED.sub(lambda indented: " " * len(indented[0]), text))
    for match in islice(found, MOST_CHARACTERS):
        line += text.count("\n", read, match.start())
        begins = max(begins, text.rfind("\n", read, match.start()) + 1)
        read = match.start()
        faults.append(_control(match[0], Mark(line, read - begins + 1)))
    left = sum(len(match[0]) for match in found)
    if left:
        message = f"and {counted(left, 'more such character')} behind this one"
        faults.append(Fault(faults[-1].mark, Problem((), message), faults[-1].code))
    return faults


def _indenting_tabs(text: str) -> list[Fault]:
    """The fault of the lines that are indented by tabs, at the first of them; none where there are none."""
    rows = [text.index("\t", found.start()) for found in _INDENTED.finditer(text)]
    if not rows:
        return []
    more = f"; {counted(len(rows) - 1, 'more line')} below likewise" if rows[1:] else ""
    message = f"{TAB}; write spaces, two for each level of indentation{more}"
    return [Fault(mark_at(text[: rows[0]]), Problem((), message))]


def _control(run: str, mark: Mark) -> Fault:
    if run[0] == "\t":
        return Fault(mark, Problem((), f"{TAB}; write spaces, two for each level of indentation"))
    many = f" {len(run):,} times in a row" if len(run) > 1 else ""
    return Fault(mark, Problem((), f"{name_of(run[0])} stands in the text{many}; delete it"), "R86")


def name_of(character: str) -> str:
    """Name of a character that cannot be seen."""
    unseen = "bidirectional or line mark" if re.match(_TURNING, character) else "invisible character"
    kind = "control character" if ord(character) <= 0x9F else unseen  # noqa: PLR2004 - the last of the controls
    return f"the {kind} U+{ord(character):04X}"
