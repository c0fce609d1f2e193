"""Common mistakes of which the parser fails, told by what is typed wrongly; pure, and asked only then.

The parser names the place where it gave up and the rule of YAML that is broken. That helps little where a quotation
mark is missing many lines above, or a colon is one of another script. So the text is read up to the first line or value
that is not understood, and looked at there with an eye on what people do; what is not recognised is left to the parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import name

from dprk_industry.curate.findings import short
from dprk_industry.curate.yamlfile.blocks import reach
from dprk_industry.curate.yamlfile.closing import parts
from dprk_industry.curate.yamlfile.commas import wrong_comma
from dprk_industry.curate.yamlfile.missing import missing
from dprk_industry.curate.yamlfile.text import Mark, mark_at

if TYPE_CHECKING:
    from collections.abc import Iterator

Found = tuple[int, str]
"""A place in a line or text, and what is wrong there."""

_ITEM = re.compile(r" *(?:(-)(?=[\[{\"'\w])|([\u2010-\u2015\u2212\uff0d]) )")
_DASHES = re.compile(r" *[-\u2010-\u2015\u2212\uff0d]")
_KEY = re.compile(r" *(?:- +)*([A-Za-z_][A-Za-z0-9_-]*)(?::(?=[^ /])|[\u02d0\u2236\ua789\ufe55\uff1a])")
_NEXT_KEY = re.compile(r"\n( *(?:- +)*)[A-Za-z_][A-Za-z0-9_-]*:(?=[ \n])")
_BEFORE_VALUE = re.compile(r" *(?:- +)*(?:- +|[A-Za-z_][A-Za-z0-9_-]*: +)")
_BEFORE_KEY = re.compile(r"[ \-\"'\[{]*")
_BEHIND_QUOTED = re.compile(r" *(?:[,\]}:#\n]|$)")
_OPENING = {"]": "[", "}": "{"}
_CLOSING = {"[": "]", "{": "}"}
_CURLY = tuple("“”„‟‘’‚‛«»「」『』＂")  # noqa: RUF001 - signs that people take for quotation marks


def mistake(text: str, failed: Mark) -> tuple[Mark, str] | None:
    """Where and what is wrong in a text of which the parser failed at a place; None where that is not certain."""
    rows = text.split("\n")
    line, position = reach(text)
    ended = line <= min(failed.line, len(rows))
    for number in (*([line] if ended else ()), *_first_below(rows, failed.line)):
        if found := _in_row(rows, number - 1):
            return Mark(number, found[0] + 1), found[1]
    if failed.line <= len(rows) and (lost := missing(rows, failed.line - 1)):
        return Mark(lost[0] + 1, lost[1] + 1), lost[2]
    if comma := wrong_comma(text, _begin(rows, failed.line) + failed.column - 1):
        return mark_at(text[: comma[0]]), comma[1]
    for place in (*([position] if ended else ()), *_value_of(rows, failed.line)):
        if found := _in_value(text, place):
            return mark_at(text[: found[0]]), found[1]
    return None


def _begin(rows: list[str], number: int) -> int:
    """Place in the text at which a line begins."""
    return sum(len(row) + 1 for row in rows[: number - 1])


def _value_of(rows: list[str], number: int) -> Iterator[int]:
    """Place in the text at which the value of a line begins, if it has a key or is an item."""
    for row in rows[number - 1 : number]:
        if before := _BEFORE_VALUE.match(row):
            yield _begin(rows, number) + before.end()


def _first_below(rows: list[str], failed: int) -> Iterator[int]:
    """The line that failed and the one before it, if they are the first below a key."""
    return (number for number in (failed - 1, failed) if 1 < number <= len(rows) and rows[number - 2][-1:] == ":")


def _in_row(rows: list[str], index: int) -> Found | None:
    """What is wrong with the beginning of a line, and in which column of it."""
    row = rows[index]
    before = next((row for row in reversed(rows[:index]) if row.strip()), "")
    if (dash := _ITEM.match(row)) and (before.endswith(":") or _DASHES.match(before)):
        return _dash(dash)
    key = _KEY.match(row)
    return _colon(key[1], row[key.end(1) :], key.end(1)) if key else None


def _dash(found: re.Match[str]) -> Found:
    if found[1]:
        return found.start(1), "a space is missing behind the dash; an item of a list begins with '- '"
    return found.start(2), f"{_named(found[2])} stands here; an item of a list begins with '- '"


def _colon(key: str, behind: str, column: int) -> Found:
    """What is wrong with the colon that stands behind a key."""
    if behind[0] != ":":
        return column, f"{_named(behind[0])} stands behind `{short(key)}`; write a colon and a space"
    if behind[1].isspace():
        return column + 1, f"{_named(behind[1])} stands behind the colon of `{short(key)}`; write a space"
    return column + 1, f"a space is missing behind the colon of `{short(key)}`"


def _named(character: str) -> str:
    return f"the {name(character, 'character').lower()} U+{ord(character):04X}"


def _in_value(text: str, begin: int) -> Found | None:
    """What is wrong with the quotes and brackets of the value that begins at a place, and where."""
    begin += len(_rest(text, begin)) - len(_rest(text, begin).lstrip(" "))
    if found := _begins(text, begin):
        return found
    text = text[: _next_key(text, begin)]
    opened: list[str] = []
    for sign, at, end in parts(text, begin) if text[begin : begin + 1] in {*_CLOSING, "'", '"'} else ():
        if sign in _CLOSING:
            opened.append(sign)
        elif sign in _OPENING:
            if opened[-1:] != [_OPENING[sign]]:
                return _misplaced(text, at, opened)
            opened.pop()
        elif not end:
            return at, "a quoted value is not closed; end it with the same quotation mark"
        elif opened and not _BEHIND_QUOTED.match(text, end):
            return _behind_quoted(text, end)
        if not opened:
            return _behind(text, end)
    return None


def _begins(text: str, begin: int) -> Found | None:
    """What is wrong with the first sign of a value."""
    if text[begin : begin + 2] == "- ":
        return begin, "a value cannot begin with '- '; put it in quotes, or write each item of a list on a line below"
    if text[begin : begin + 1] in _CURLY:
        return begin, f'{_named(text[begin])} does not quote a value; write "'
    return None


def _misplaced(text: str, at: int, opened: list[str]) -> Found | None:
    """That a bracket closes nothing; None where one is not closed before it."""
    if _OPENING[text[at]] in opened:
        return None
    wanted = _CLOSING[opened[-1]]
    mend = "delete it" if wanted in _rest(text, at) else f"expected `{wanted}`"
    return at, f"`{text[at]}` closes nothing here; {mend}"


def _next_key(text: str, begin: int) -> int:
    """Where the next line begins that has a key and is not deeper than this one: no value goes on there."""
    before = _BEFORE_KEY.match(text, text.rfind("\n", 0, begin) + 1)
    column = len(before[0]) if before else 0
    return next((key.start() for key in _NEXT_KEY.finditer(text, begin) if len(key[1]) <= column), len(text))


def _behind(text: str, position: int) -> Found | None:
    """What is wrong with the rest of the line in which a value was closed."""
    rest = _rest(text, position)
    at = position + len(rest) - len(rest.lstrip(" "))
    if not rest.strip(" ") or (text[at] == "#" and at > position):
        return None
    if text[at] in _OPENING:
        return at, f"`{text[at]}` closes nothing here; delete it"
    if text[position - 1] in _OPENING:
        return at, "something stands behind the closing bracket; delete it, or put the whole value in quotes"
    return _behind_quoted(text, position)


def _behind_quoted(text: str, position: int) -> Found:
    """That a quoted value is followed by something else."""
    if text[position - 1] == "'" and text[position].isalnum():
        return position - 1, "an apostrophe ends a value in single quotes; put the value in double quotes"
    other = "single" if text[position - 1] == '"' else "double"
    message = f"something stands behind the closing quotation mark; delete it, or put the whole value in {other} quotes"
    return text.index(text[position:].split(maxsplit=1)[0], position), message


def _rest(text: str, position: int) -> str:
    """The rest of a line."""
    return text[position:].partition("\n")[0]
