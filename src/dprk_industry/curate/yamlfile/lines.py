"""Text to data line by line, for files in the plain form in which records are usually written.

Almost every file of the dataset is made of `key: value` lines, lists of `- ` items and short values in brackets and
knows nothing else of YAML. Such a file is read here in less than half of the time that the parser takes. Whatever is
not certainly of that form is left to the parser, whose word is law: the tests hold both against each other.
"""

from __future__ import annotations

import re
from typing import Any

from dprk_industry.curate.yamlfile.text import CONTROL, MAX_BYTES, MAX_SCALAR, MODELINE

DEEPEST = 7
"""Deepest nesting that is read here, of lines and of brackets each; together they stay below what the parser takes."""


class _DoubtError(Exception):
    """The text is not certainly of the plain form."""


_LINE = re.compile(r"( *)(- )?(?:([A-Za-z0-9_][A-Za-z0-9_-]*):(?: |$))?(.*)\n+", re.MULTILINE)
"""Indentation, dash, key and what stands behind them; empty lines are passed over."""
_END = ("", "", "", "")
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
        if CONTROL.search(text) or (len(text) > MAX_SCALAR and max(map(len, text.split("\n"))) > MAX_SCALAR):
            return None
        if modeline := MODELINE.match(text):
            text = text[modeline.end() :].removeprefix("\n")
        return _Lines(text).document()
    except (_DoubtError, UnicodeDecodeError):
        return None


class _Lines:
    """The lines of a text, from the one that is next to be read."""

    def __init__(self, text: str) -> None:
        self.lines: list[tuple[str, str, str, str]] = _LINE.findall(text)
        self.lines.append(_END)
        self.at = 0

    def document(self) -> Any:
        """The value that the whole text is."""
        indent, dash, key, rest = self.lines[0]
        if not (indent or dash or key) and rest[:1] in {"[", "{"}:
            self.at = 1
            data = self._bracketed(rest, indent)
        else:
            data = self._block("")
        if self.at != len(self.lines) - 1:
            raise _DoubtError
        return data

    def _block(self, indent: str) -> Any:
        """The mapping or list of which the next line is the first, at its indentation."""
        if len(indent) > 2 * DEEPEST:
            raise _DoubtError
        return self._items(indent) if self.lines[self.at][1] else self._mapping(indent)

    def _mapping(self, indent: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines = self.lines
        while True:
            spaces, dash, key, rest = lines[self.at]
            if spaces != indent or dash or not key:
                self._left(indent)
                return found
            if key in found:
                raise _DoubtError
            self.at += 1
            if rest:
                kept = _KEPT.get(rest)
                found[key] = self._value(rest, indent) if kept is None else kept
            else:
                found[key] = self._below(indent)

    def _items(self, indent: str) -> list[Any]:
        found: list[Any] = []
        while True:
            spaces, dash, key, rest = self.lines[self.at]
            if spaces != indent or not dash:
                self._left(indent, after_list=True)
                return found
            if key:
                inner = f"{indent}  "
                self.lines[self.at] = (inner, "", key, rest)
                found.append(self._block(inner))
            else:
                self.at += 1
                found.append(self._value(rest, indent))

    def _left(self, indent: str, *, after_list: bool = False) -> None:
        """Refuse a line that does not belong where a block ends: the next one lies further out."""
        line = self.lines[self.at]
        further_out = len(line[0]) < len(indent) or line == _END
        key_after_list = after_list and line[0] == indent and line[2] and not line[1]
        if not further_out and not key_after_list:
            raise _DoubtError

    def _below(self, indent: str) -> Any:
        """What stands on the lines below a key that has nothing behind it."""
        spaces, dash, _, _ = line = self.lines[self.at]
        if line == _END or len(spaces) < len(indent) or (spaces == indent and not dash):
            return ""
        return self._block(spaces)

    def _value(self, text: str, indent: str) -> Any:
        """Value of what stands behind a key or a dash; what is short is kept, since most of it is met again."""
        first = text[:1]
        if first in {"[", "{"}:
            return self._bracketed(text, indent)
        if not first:
            raise _DoubtError
        if first not in _INDICATORS and ": " not in text and " #" not in text and text[-1] not in ": ":
            value = text
        elif _QUOTED.fullmatch(text):
            value = text[1:-1]
        else:
            raise _DoubtError
        return _keep(text, value)

    def _bracketed(self, text: str, indent: str) -> Any:
        """A value in brackets; it may go over several lines, broken behind a comma or an opening bracket."""
        while text[-1] in ",[{":
            spaces, dash, key, rest = self.lines[self.at]
            if dash or key or not rest or len(spaces) <= len(indent):
                raise _DoubtError
            text = f"{text} {rest}" if text[-1] == "," else text + rest
            self.at += 1
        if len(text) > _LONG and _WORDS.fullmatch(text):
            return text[1:-1].split(", ")
        value, end = _bracket(text, 0, 1)
        if end != len(text):
            raise _DoubtError
        return _keep(text, value)


_KEPT: dict[str, Any] = {}
"""Values by the text from which they were read."""
_MOST = 4096
_LONG = 80
"""Values of more characters are rarely met twice and not kept."""


def _keep(text: str, value: Any) -> Any:
    if len(text) <= _LONG:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[text] = value
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
