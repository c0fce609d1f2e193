"""Text to data line by line, for files in the plain form in which records are usually written.

Almost every file of the dataset is made of `key: value` lines, lists of `- ` items and short values in brackets and
knows nothing else of YAML. Such a file is read here in less than half of the time that the parser takes. Whatever is
not certainly of that form is left to the parser, whose word is law: the tests hold both against each other.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.yamlfile.text import CONTROL, MAX_SCALAR, MODELINE, ORDINARY

DEEPEST = 7
"""Deepest nesting that is read here, of lines and of brackets each; together they stay below what the parser takes."""


class _DoubtError(Exception):
    """The text is not certainly of the plain form."""


class _Open(str):
    """Beginning of a value that goes on in the next line, or the rest of one that began above."""

    __slots__ = ()


Line: TypeAlias = tuple[int, bool, str, Any]
"""Indentation, whether a list's dash stands there, key, and value; the value is `_NOTHING` or `_Open` where it stands
on the lines below."""

_LINE = re.compile(r"( *)(- )?(?:([A-Za-z0-9_][A-Za-z0-9_-]*):(?: |$))?(.*)")
_NOTHING: Any = object()
_END: Line = (-1, False, "", _NOTHING)
_BLANK: Line = (-2, False, "", _NOTHING)
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
"""Signs with which no plain value begins here."""
_QUOTED = re.compile(r"""'[^']*'|"[^"\\]*\"""")
_TOKEN = re.compile(
    r"""[ ]*(?:
        ([\[\]{},])                                              # a bracket or a comma
      | ([A-Za-z0-9_][A-Za-z0-9_-]*):[ ]                         # a key
      | (?:'([^']*)'|"([^"\\]*)")(?=[ ]*[,\]}])                  # a quoted value
      | ([^-?:,\[\]{}\#&*!|>'"%@`\s]                             # a plain value: its first sign
        (?:[^?:,\[\]{}\#\s]|[ ](?![ ,\]}\#])|\#(?<=\w\#)(?=\w))*  # and the others
        )(?=[ ]*[,\]}])
    )""",
    re.VERBOSE,
)
_WORDS = re.compile(r"\[\w[\w./~-]*(?:, \w[\w./~-]*)*\]")


def by_lines(raw: bytes) -> Any:
    """Data of a text in plain form; None where it is not certain at first sight that it is.

    Values in brackets may be one and the same object where the same text stands twice, so nobody may change them.
    """
    if len(raw) > MAX_BYTES or not raw.endswith(b"\n"):
        return None
    try:
        text = raw.decode("utf-8")
        unseen = raw.translate(None, ORDINARY) if raw.isascii() else CONTROL.search(text)
        if unseen or (len(text) > MAX_SCALAR and max(map(len, text.split("\n"))) > MAX_SCALAR):
            return None
        if modeline := MODELINE.match(text):
            text = text[modeline.end() :].removeprefix("\n")
        return _Lines(text).document()
    except (_DoubtError, UnicodeDecodeError):
        return None


class _Lines:
    """The lines of a text, from the one that is next to be read."""

    def __init__(self, text: str) -> None:
        self.texts = text.split("\n")
        self.lines = [_KNOWN.get(line) or _line(line) for line in self.texts]
        self.lines.append(_END)
        self.at = 0

    def document(self) -> Any:
        """The value that the whole text is."""
        self._pass_blanks()
        indent, dash, key, value = self.lines[self.at]
        if indent == 0 and not dash and not key and isinstance(value, dict | list):
            self.at, data = self.at + 1, value
        else:
            data = self._block(0)
        self._pass_blanks()
        if not data or self.at != len(self.lines) - 1:
            raise _DoubtError
        return data

    def _pass_blanks(self) -> None:
        while self.lines[self.at] is _BLANK:
            self.at += 1

    def _block(self, indent: int) -> Any:
        """The mapping or list of which the next line is the first, at its indentation."""
        if indent > 2 * DEEPEST:
            raise _DoubtError
        return self._items(indent) if self.lines[self.at][1] else self._mapping(indent)

    def _mapping(self, indent: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines, at, last = self.lines, self.at, ""
        while True:
            here, dash, key, value = lines[at]
            if here != indent or dash or not key:
                if here < indent and here != _BLANK[0]:
                    self.at = at
                    return found
                if here > indent and not dash and not key:
                    found[last] = self._folded(found.get(last), at)
                elif here != _BLANK[0]:
                    raise _DoubtError
                at += 1
                continue
            if key in found:
                raise _DoubtError
            at += 1
            last = key
            if value is _NOTHING or value.__class__ is _Open:
                self.at = at
                value = self._below(value, indent)
                at = self.at
            found[key] = value

    def _items(self, indent: int) -> list[Any]:
        found: list[Any] = []
        while True:
            self._pass_blanks()
            here, dash, key, value = self.lines[self.at]
            if here != indent or not dash:
                if here > indent or (here == indent and not key):
                    raise _DoubtError
                return found
            if key:
                self.lines[self.at] = (indent + 2, False, key, value)
                found.append(self._mapping(indent + 2))
            elif value is _NOTHING:
                raise _DoubtError
            else:
                self.at += 1
                found.append(self._below(value, indent) if value.__class__ is _Open else value)

    def _below(self, value: Any, indent: int) -> Any:
        """A value that stands on the lines below its key, or goes on there."""
        if value.__class__ is _Open:
            return self._bracketed(value, indent) if value[0] in "[{" else self._quoted(value, indent)
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
                raise _DoubtError
            text = f"{text} {value}" if text[-1] == "," else text + value
            self.at += 1
        return _in_brackets(text)

    def _quoted(self, text: str, indent: int) -> str:
        """A quoted value over several lines."""
        while not _QUOTED.fullmatch(text):
            if self.lines[self.at][0] <= indent or len(text) > MAX_SCALAR:
                raise _DoubtError
            text = f"{text} {self.texts[self.at].strip(' ')}"
            self.at += 1
        if len(text) > MAX_SCALAR:
            raise _DoubtError
        return text[1:-1]

    def _folded(self, value: Any, at: int) -> str:
        """A plain value with the line on which it goes on."""
        text = self.lines[at][3]
        before = self.texts[at - 1][-1:]
        goes_on = isinstance(value, str) and text.__class__ is _Open and before and before not in "\"'"
        if not goes_on or not _is_plain(text) or len(value) + len(text) >= MAX_SCALAR:
            raise _DoubtError
        return f"{value} {text}"


_KNOWN: dict[str, Line] = {"": _BLANK}
"""Lines that were met before: most lines of an annotation stand in many others too."""
_MOST = 8192
_LONG = 80
"""Lines of more characters are rarely met twice and not kept."""


def _line(text: str) -> Line:
    spaces, dash, key, rest = _LINE.fullmatch(text).groups()  # type: ignore[union-attr]  # it matches every line
    line = (len(spaces), bool(dash), key or "", _value(rest, bare=not dash and not key))
    if len(text) <= _LONG:
        if len(_KNOWN) >= _MOST:
            _KNOWN.clear()
            _KNOWN[""] = _BLANK
        _KNOWN[text] = line
    return line


def _value(text: str, *, bare: bool) -> Any:
    """Value of what stands behind a key or a dash; a line with neither can only go on with what was begun above it."""
    if not text:
        return _NOTHING
    first = text[0]
    if bare and first not in "[{":
        return _Open(text)
    if first in "[{":
        return _Open(text) if text[-1] in ",[{" else _in_brackets(text)
    if _is_plain(text):
        return text
    if _QUOTED.fullmatch(text):
        return text[1:-1]
    if first in "'\"" and first not in text[1:]:
        return _Open(text.rstrip(" "))
    raise _DoubtError


def _is_plain(text: str) -> bool:
    return text[0] not in _INDICATORS and ": " not in text and " #" not in text and text[-1] not in ": "


def _in_brackets(text: str) -> Any:
    """Value of a text in brackets."""
    if len(text) > _LONG and _WORDS.fullmatch(text):
        return text[1:-1].split(", ")
    value, end = _bracket(text, 0, 1)
    if end != len(text):
        raise _DoubtError
    return value


def _bracket(text: str, start: int, depth: int) -> tuple[Any, int]:
    """Value in brackets that begins at a position of a text, and the position behind it."""
    if depth > DEEPEST:
        raise _DoubtError
    if text[start] == "[":
        return _bracketed_list(text, start + 1, depth)
    return _bracketed_mapping(text, start + 1, depth)


def _bracketed_list(text: str, at: int, depth: int) -> tuple[list[Any], int]:
    found: list[Any] = []
    while True:
        token = _token(text, at)
        if token[1] == "]" and not found:
            return found, token.end()
        value, at = _inner(text, token, depth)
        found.append(value)
        token = _token(text, at)
        at = token.end()
        if token[1] == "]":
            return found, at
        if token[1] != ",":
            raise _DoubtError


def _bracketed_mapping(text: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    while True:
        token = _token(text, at)
        if token[1] == "}" and not found:
            return found, token.end()
        key = token[2]
        if not key or key in found:
            raise _DoubtError
        found[key], at = _inner(text, _token(text, token.end()), depth)
        token = _token(text, at)
        at = token.end()
        if token[1] == "}":
            return found, at
        if token[1] != ",":
            raise _DoubtError


def _inner(text: str, token: re.Match[str], depth: int) -> tuple[Any, int]:
    """A value inside brackets, of which the first token was read, and the position behind it."""
    opening, key, single, double, plain = token.groups()
    if opening in {"[", "{"}:
        return _bracket(text, token.end() - 1, depth + 1)
    if opening or key:
        raise _DoubtError
    return next(value for value in (plain, single, double) if value is not None), token.end()


def _token(text: str, at: int) -> re.Match[str]:
    token = _TOKEN.match(text, at)
    if token is None:
        raise _DoubtError
    return token
