"""Values in brackets to data, as they stand in files of the plain form: words, lists and mappings."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Any

DEEPEST = 7
"""Deepest nesting that is read here, of lines and of brackets each; together they stay below what the parser takes."""


class DoubtError(Exception):
    """The text is not certainly of the plain form."""


KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]{0,99}")
_PIECE = r"""(?x)[ ]*(?:
        ([\[\]{},])                                              # a bracket or a comma
      | ([A-Za-z0-9_][A-Za-z0-9_-]{0,99}):[ ]                  # a key
      | (?:'([^']*)'|"([^"\\]*)")(?=[ ]*[,\]}])                  # a quoted value
      | ([^-?:,\[\]{}\#&*!|>'"%@`\s]                             # a plain value: its first sign
        (?:[^?:,\[\]{}\#\s]|[ ](?![ ,\]}\#])|\#(?<=\w\#)(?=\w))*  # and the others
        )(?=[ ]*[,\]}])
    )"""
_WORDS = re.compile(r"""(?:\w[\w./~-]*|"[\w./~-]*")(?:, (?:\w[\w./~-]*|"[\w./~-]*"))*""")
_WORD = re.compile(r"\w[\w./~-]*(?:[ #]\w[\w./~-]*)*")
"""A value in brackets that means nothing but itself."""
_PAIRS: dict[str, tuple[str, Any]] = {}
"""Keys and values that stood in brackets."""
_NO_PAIR = ("", "")
MOST = 2048
"""How many pieces are kept: with sixteen times as many a check is no faster and takes 12 MB more."""
LONG = 80
"""Pieces of more characters are rarely met twice and not kept."""


def forget(known: dict[str, Any]) -> None:
    """Forget the older part of what was met before, if it is too much."""
    if len(known) > MOST:
        for old in list(islice(known, len(known) - MOST // 2)):
            del known[old]


def in_brackets(text: str) -> Any:
    """Value of a text in brackets."""
    value = _flat(text)
    if value is None:
        value, end = _bracket(text, 0, 1)
        if end != len(text):
            raise DoubtError
    return value


def _flat(text: str) -> Any:
    """Value of a list of words, of a mapping of words or of a list of such mappings; None where it is none of them."""
    inner, ends = text[1:-1], text[0] + text[-1]
    if ends == "{}":
        return _flat_mapping(inner)
    if ends != "[]":
        return None
    if inner[:1] + inner[-1:] == "{}":
        found = [_flat_mapping(each) for each in inner[1:-1].split("}, {")]
        return None if None in found else found
    return _words(inner) if _WORDS.fullmatch(inner) else None


def _words(text: str) -> list[str]:
    words = text.split(", ")
    return [word.strip('"') for word in words] if '"' in text else words


def _flat_mapping(text: str) -> dict[str, Any] | None:
    """Mapping of words to words, or to lists of words; None where it is something else."""
    if text[-1:] == "]" and text.count("[") > 1:
        parts = [f"{part}]" for part in text[:-1].split("], ")]
    else:
        parts = text.split(", ")
    pairs = [_PAIRS.get(part) or _pair(part) for part in parts]
    found = dict(pairs)
    return found if len(found) == len(pairs) and "" not in found else None


def _pair(text: str) -> tuple[str, Any]:
    """Key, and word or list of words, that stand in brackets; `_NO_PAIR` where something else does."""
    key, _, value = text.partition(": ")
    pair: tuple[str, Any] = _NO_PAIR
    if KEY.fullmatch(key):
        if value.isalnum() or _WORD.fullmatch(value):
            pair = (key, value)
        elif value[:1] == "[" and value[-1] == "]" and _WORDS.fullmatch(value[1:-1]):
            pair = (key, _words(value[1:-1]))
    if len(text) <= LONG:
        _PAIRS[text] = pair
        forget(_PAIRS)
    return pair


def _bracket(text: str, start: int, depth: int) -> tuple[Any, int]:
    """Value in brackets that begins at a position of a text, and the position behind it."""
    if depth > DEEPEST:
        raise DoubtError
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
            raise DoubtError


def _bracketed_mapping(text: str, at: int, depth: int) -> tuple[dict[str, Any], int]:
    found: dict[str, Any] = {}
    while True:
        token = _token(text, at)
        if token[1] == "}" and not found:
            return found, token.end()
        key = token[2]
        if not key or key in found:
            raise DoubtError
        found[key], at = _inner(text, _token(text, token.end()), depth)
        token = _token(text, at)
        at = token.end()
        if token[1] == "}":
            return found, at
        if token[1] != ",":
            raise DoubtError


def _inner(text: str, token: re.Match[str], depth: int) -> tuple[Any, int]:
    """A value inside brackets, of which the first token was read, and the position behind it."""
    opening, key, single, double, plain = token.groups()
    if opening in {"[", "{"}:
        return _bracket(text, token.end() - 1, depth + 1)
    if opening or key:
        raise DoubtError
    return next(value for value in (plain, single, double) if value is not None), token.end()


@cache
def _tokens() -> re.Pattern[str]:
    """What finds the next token; most runs meet no text that calls for it."""
    return re.compile(_PIECE)


def _token(text: str, at: int) -> re.Match[str]:
    token = _tokens().match(text, at)
    if token is None:
        raise DoubtError
    return token
