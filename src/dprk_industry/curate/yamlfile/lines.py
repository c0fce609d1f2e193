"""Text to data line by line, for files in the plain form in which records are usually written.

Almost every file of the dataset is made of `key: value` lines, lists of `- ` items and short values in brackets and
knows nothing else of YAML. Such a file is read here in less than half of the time that the parser takes. Whatever is
not certainly of that form is left to the parser, whose word is law: the tests hold both against each other.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.yamlfile.brackets import DEEPEST, KEY, LONG, DoubtError, forget, in_brackets
from dprk_industry.curate.yamlfile.text import CONTROL, MAX_SCALAR, MODELINE, ORDINARY


class _Open(str):
    """Beginning of a value that goes on in the next line, or the rest of one that began above."""

    __slots__ = ()


Line: TypeAlias = tuple[int, bool, str, Any]
"""Indentation, whether a list's dash stands there, key, and value; the value is `_Open` where it stands on the lines
below or goes on there."""

_LINE = re.compile(r"( *)(- )?(?:([A-Za-z0-9_][A-Za-z0-9_-]{0,99}):(?: |$))?(.*)")
_DEEP = 2 * DEEPEST + 1
"""Indentation at which lines are nested too deep."""
_BELOW = _Open()
"""Value of a key behind which nothing stands: it is on the lines below, or there is none."""
_END: Line = (-1, False, "", _BELOW)
_BLANK: Line = (-2, False, "", _BELOW)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
"""Signs with which no plain value begins here."""
_QUOTED_KEY = re.compile('"([A-Za-z0-9_-]{1,99})"')
_QUOTED = re.compile(r"""'[^']*'|"[^"\\]*\"""")


def by_lines(raw: bytes) -> Any:
    """Data of a text in plain form; None where it is not certain at first sight that it is.

    Values in brackets may be one and the same object where the same text stands twice, so nobody may change them.
    """
    if len(raw) > MAX_BYTES or not raw.endswith(b"\n"):
        return None
    try:
        unusual = raw.translate(None, ORDINARY)
        if unusual and CONTROL.search(unusual.decode("utf-8")):
            return None
        text = raw.decode("utf-8")
        if modeline := MODELINE.match(text):
            text = text[modeline.end() :].removeprefix("\n")
        return _Lines(text).document()
    except (DoubtError, UnicodeDecodeError):
        return None


class _Lines:
    """The lines of a text, from the one that is next to be read."""

    def __init__(self, text: str) -> None:
        self.texts = text.split("\n")
        if len(text) > MAX_SCALAR and max(map(len, self.texts)) > MAX_SCALAR:
            raise DoubtError
        self.lines = [_KNOWN.get(line) or _line(line) for line in self.texts]
        self.lines.append(_END)
        forget(_KNOWN)
        forget(_HEADS)
        self.at = 0

    def document(self) -> Any:
        """The value that the whole text is."""
        self._pass_blanks()
        indent, dash, key, data = self.lines[self.at]
        if indent == 0 and not dash and not key and isinstance(data, dict | list):
            self.at += 1
        else:
            data = self._block(0) or None
        self._pass_blanks()
        if data is None or self.at != len(self.lines) - 1:
            raise DoubtError
        return data

    def _pass_blanks(self) -> None:
        while self.lines[self.at] is _BLANK:
            self.at += 1

    def _block(self, indent: int) -> Any:
        """The mapping or list of which the next line is the first, at its indentation."""
        if indent >= _DEEP:
            raise DoubtError
        return self._items(indent) if self.lines[self.at][1] else self._mapping(indent)

    def _mapping(self, indent: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines, at = self.lines, self.at
        while True:
            here, dash, key, value = lines[at]
            if here != indent or dash or not key:
                if here < indent and here != _BLANK[0]:
                    self.at = at
                    return found
                if here != _BLANK[0]:
                    self._go_on(found, indent, at)
                at += 1
                continue
            if key in found:
                raise DoubtError
            at += 1
            if value.__class__ is _Open:
                self.at = at
                found[key] = self._below(value, indent)
                at = self.at
            else:
                found[key] = value

    def _items(self, indent: int) -> list[Any]:
        found: list[Any] = []
        while True:
            self._pass_blanks()
            here, dash, key, value = self.lines[self.at]
            if here != indent or not dash:
                if here > indent or (here == indent and not key):
                    raise DoubtError
                return found
            if key:
                self.lines[self.at] = (indent + 2, False, key, value)
                found.append(self._mapping(indent + 2))
            else:
                self.at += 1
                found.append(self._below(value, indent) if value.__class__ is _Open else value)

    def _below(self, value: str, indent: int) -> Any:
        """A value that stands on the lines below its key, or goes on there."""
        if value:
            return self._bracketed(value, indent) if value[0] in "[{" else self._quoted(value, indent)
        here, dash, _, _ = self.lines[self.at]
        if indent < here < _DEEP and not dash:
            return self._mapping(here)
        self._pass_blanks()
        here, dash, _, _ = self.lines[self.at]
        if here < indent or (here == indent and not dash):
            return ""
        return self._block(here)

    def _bracketed(self, text: str, indent: int) -> Any:
        """A value in brackets over several lines, broken behind a comma or an opening bracket."""
        while text[-1] in ",[{":
            here, dash, key, value = self.lines[self.at]
            if dash or key or value.__class__ is not _Open or here <= indent:
                raise DoubtError
            text = f"{text} {value}" if text[-1] == "," else text + value
            self.at += 1
        return in_brackets(text)

    def _quoted(self, text: str, indent: int) -> str:
        """A quoted value over several lines."""
        while not _QUOTED.fullmatch(text):
            if self.lines[self.at][0] <= indent or len(text) > MAX_SCALAR:
                raise DoubtError
            text = f"{text} {self.texts[self.at].strip(' ')}"
            self.at += 1
        if len(text) > MAX_SCALAR:
            raise DoubtError
        return text[1:-1]

    def _go_on(self, found: dict[str, Any], indent: int, at: int) -> None:
        """Fold a line into the plain value above it, the last that was found."""
        here, dash, key, text = self.lines[at]
        if here <= indent or dash or key or text.__class__ is not _Open or not found:
            raise DoubtError
        last, value = found.popitem()
        before = self.texts[at - 1][-1:]
        goes_on = value.__class__ is str and before and before not in "\"'"
        rest = text[1:] if text[0] in "'`" else text  # signs that may begin a line that goes on, though no value
        if not goes_on or not rest or not _is_plain(rest) or len(value) + len(text) >= MAX_SCALAR:
            raise DoubtError
        found[last] = f"{value} {text}"


_KNOWN: dict[str, Line] = {"": _BLANK}
"""Lines that were met before: most lines of an annotation stand in many others too."""
_HEADS: dict[str, tuple[int, bool, str]] = {}
"""What stood before values: indentation, dash and key."""


def _line(text: str) -> Line:
    """What a line means that was not met before; prose and long lines hardly ever come twice and are not kept."""
    before, _, value = text.partition(": ")
    head = _HEADS.get(before) if value else None
    if head is None:
        line = _strange_line(text)
    else:
        indent, dash, key = head
        plain = _is_plain(value)
        line = (indent, dash, key, value if plain else _value(value))
        if plain and " " in value:
            return line
    if len(text) <= LONG:
        _KNOWN[text] = line
    return line


def _strange_line(text: str) -> Line:
    """What a line means that does not begin as others did."""
    if not text:
        return _BLANK
    key = text[:-1].lstrip(" ")
    if text[-1] == ":" and (KEY.fullmatch(key) or _QUOTED_KEY.fullmatch(key)):
        return (len(text) - 1 - len(key), False, key.strip('"'), _BELOW)
    spaces, dash, key, rest = _LINE.fullmatch(text).groups()  # type: ignore[union-attr]  # it matches every line
    indent = len(spaces)
    if not dash and not key:
        return (indent, False, "", _bare(rest))
    if key and rest:
        _HEADS[text[: -len(rest) - 2]] = (indent, bool(dash), key)
    return (indent, bool(dash), key or "", _value(rest) if rest else _nothing(key))


def _nothing(key: str | None) -> _Open:
    """The value of a key behind which nothing stands; a dash needs one."""
    if not key:
        raise DoubtError
    return _BELOW


def _bare(text: str) -> Any:
    """What a line holds that has neither key nor dash: it goes on with what was begun above, or is all there is."""
    if not text:
        raise DoubtError
    return _value(text) if text[0] in "[{" else _Open(text)


def _value(text: str) -> Any:
    """Value of what stands behind a key or a dash."""
    if not text:
        return _BELOW
    first = text[0]
    if first in "[{":
        return _Open(text) if text[-1] in ",[{" else in_brackets(text)
    if _is_plain(text):
        return text
    if _QUOTED.fullmatch(text):
        return text[1:-1]
    if first in "'\"" and first not in text[1:]:
        return _Open(text.rstrip(" "))
    if first == "-" and text[1:] and _is_plain(text[1:]):
        return text
    raise DoubtError


def _is_plain(text: str) -> bool:
    return text[0] not in _INDICATORS and ": " not in text and " #" not in text and text[-1] not in ": "
