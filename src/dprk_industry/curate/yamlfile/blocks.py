"""The lines of a text that begin a key or an item, without those that go on with a value; pure.

It is asked only about texts that the parser refused, so it reads no further than it understands: a value that is not
closed, or a line that is neither a key nor an item nor goes on with the value above, ends it.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.yamlfile.closing import closed
from dprk_industry.curate.yamlfile.text import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(r"""([A-Za-z0-9_.#-]+|"[^"\\\n]*"|'[^'\n]*'):(?=[ \n]|$)""")
_DASH = re.compile("- +(?=[^ ])|-$")
_REST = re.compile(r" *(?:(?<= )#.*)?$", re.MULTILINE)
_UNKNOWN = "&*!%@`?"
"""Signs with which a value may begin that the reader refuses."""


class Line(NamedTuple):
    """A line that begins a key or an item."""

    number: int
    """From 1."""
    column: int
    """Spaces before it."""
    dashes: tuple[int, ...]
    """Where its dashes stand, counted from the column."""
    key: tuple[int, str] | None
    """Where its key stands, counted from the column, and the key."""
    opens: bool
    """Whether nothing stands behind it, so that deeper lines may follow."""
    text: bool = False
    """Whether several plain words stand behind it, which may go on in the next line."""


class _EndError(Exception):
    """Reading goes no further."""


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that begin a key or an item, as far as they are understood."""
    return _understood(_Reader(text))


def reach(text: str) -> tuple[int, int]:
    """Line and position up to which a text is understood: of a value, or of a line that is no key and no item."""
    reader = _Reader(text)
    deque(_understood(reader), maxlen=0)
    return reader.number, reader.at


def _understood(reader: _Reader) -> Iterator[Line]:
    try:
        yield from reader.lines()
    except _EndError:
        if reader.last:
            yield reader.last


class _Reader:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at, self.number = 0, 1
        self.last: Line | None = None
        self._plain = False

    def lines(self) -> Iterator[Line]:
        while self.at < len(self.text):
            column = len(self._row()) - len(self._row().lstrip(" "))
            row = self._row()[column:]
            if not row or row.startswith("#"):
                self._next()
                continue
            line = self._begun(row, column)
            if line is None:
                self._goes_on(row, column)
                continue
            if self.last:
                yield self.last
            self.last = None
            self.last = self._valued(line, row)
        raise _EndError

    def _row(self) -> str:
        end = self.text.find("\n", self.at)
        return self.text[self.at : end if end >= 0 else len(self.text)]

    def _next(self) -> None:
        """Go to the beginning of the next line."""
        end = self.text.find("\n", self.at)
        self.at = end + 1 if end >= 0 else len(self.text)
        self.number += 1

    def _begun(self, row: str, column: int) -> Line | None:
        """The line that begins here, without regard to its value; None where it is no key and no item."""
        dashes = []
        offset = 0
        while found := _DASH.match(row, offset):
            dashes.append(offset)
            offset = found.end()
            if len(dashes) > MAX_DEPTH:
                raise _EndError
        key = _KEY.match(row, offset)
        if not dashes and not key:
            return None
        return Line(self.number, column, tuple(dashes), (offset, key[1]) if key else None, opens=True)

    def _valued(self, line: Line, row: str) -> Line:
        """A line with what is known of its value, behind which reading goes on."""
        offset, name = line.key or (0, "")
        begins = offset + len(name) + 1 if line.key else _behind_dashes(row, line)
        value = row[begins:].lstrip(" ")
        self.at += line.column + len(row) - len(value)
        return self._read(line, value)

    def _read(self, line: Line, value: str) -> Line:
        """A line whose value begins here."""
        self._plain = False
        if not value or value.startswith("#"):
            self._next()
            return line
        if value[0] in _UNKNOWN:
            raise _EndError
        if value[0] in "|>":
            self._skip_block(line.column + (line.key[0] if line.key else line.dashes[-1]))
        elif value[0] in "\"'[{":
            self._skip_closed()
        else:
            self._plain = True
            if re.search(":(?: |$)", value.split(" #", maxsplit=1)[0]):
                raise _EndError
            self._next()
        return line._replace(opens=False, text=self._plain and " " in value.strip())

    def _goes_on(self, row: str, column: int) -> None:
        """Pass a line that goes on with the value above, or is that value."""
        last = self.last
        if last is None or column <= last.column:
            raise _EndError
        if last.opens:
            self.at += column
            self.last = self._read(last, row)
        elif self._plain:
            self.last = last._replace(text=True)
            self._next()
        else:
            raise _EndError

    def _skip_block(self, column: int) -> None:
        self._next()
        while self.at < len(self.text):
            row = self._row()
            if row.strip(" ") and len(row) - len(row.lstrip(" ")) <= column:
                return
            self._next()

    def _skip_closed(self) -> None:
        """Pass a value in quotes or brackets, and the rest of its last line."""
        end = closed(self.text, self.at)
        rest = _REST.match(self.text, end) if end else None
        if rest is None:
            raise _EndError
        self.number += self.text.count("\n", self.at, end)
        self.at = rest.end()
        self._next()


def _behind_dashes(row: str, line: Line) -> int:
    found = _DASH.match(row, line.dashes[-1])
    return found.end() if found else len(row)
