"""Bytes to text: what may stand in a file at all, and what the reader gives back."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.findings import Problem
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
    if raw.startswith(b"\xef\xbb\xbf"):
        raise UnreadableError(Mark(1, 1), "the file begins with a byte order mark; save it as UTF-8 without BOM")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        found = raw[error.start]
        raise UnreadableError(
            mark_at(before), f"byte 0x{found:02x} is not UTF-8; save the file in the encoding UTF-8"
        ) from None


def mark_at(before: str) -> Mark:
    """Mark of what follows a text."""
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


TAB = "a tab stands here"


def control_characters(text: str) -> list[Fault]:
    """Faults of characters that may not stand in a file; many of them are counted, and so are carriage returns."""
    faults: list[Fault] = []
    line, begins, read, returned = 1, 0, 0, False
    for match in islice(CONTROL.finditer(text), MOST_CHARACTERS):
        line += text.count("\n", read, match.start())
        begins = max(begins, text.rfind("\n", read, match.start()) + 1)
        read = match.start()
        if match[0] != "\r" or not returned:
            faults.append(_control(match[0], Mark(line, read - begins + 1)))
        returned = returned or match[0] == "\r"
    left = sum(1 for _ in islice(CONTROL.finditer(text), MOST_CHARACTERS, None))
    if left:
        faults.append(Fault(faults[-1].mark, Problem((), f"{left:,} more such characters stand behind this one")))
    return faults


def _control(character: str, mark: Mark) -> Fault:
    if character == "\t":
        return Fault(mark, Problem((), f"{TAB}; write spaces, two for each level of indentation"))
    if character == "\r":
        return Fault(mark, Problem((), "lines end with a carriage return; save the file with line feeds alone"), "R86")
    return Fault(mark, Problem((), f"{name_of(character)} stands in the text; delete it"), "R86")


def name_of(character: str) -> str:
    """Name of a character that cannot be seen."""
    unseen = "bidirectional or line mark" if re.match(_TURNING, character) else "invisible character"
    kind = "control character" if ord(character) <= 0x9F else unseen  # noqa: PLR2004 - the last of the controls
    return f"the {kind} U+{ord(character):04X}"
