"""Where values in quotes and brackets end; pure, and asked only about texts that the parser refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\'\'|[^\'])*\'', re.DOTALL)
_SIGN = re.compile(r"""[\[\]{}"'#]""")


def closed(text: str, begin: int) -> int:
    """End of the value in quotes or brackets that begins at a place; 0 where it is not closed."""
    depth = 0
    for sign, _, end in parts(text, begin):
        depth += (sign in "[{") - (sign in "]}")
        if depth == 0 or not end:
            return end
    return 0


def parts(text: str, begin: int) -> Iterator[tuple[str, int, int]]:
    """Brackets and quoted values from a place on: sign, beginning and end, which is 0 of a quote that is not closed."""
    position = begin
    while found := _SIGN.search(text, position):
        sign, start, position = found[0], found.start(), found.end()
        if sign == "#":
            position = _behind_comment(text, start)
        elif sign in "[]{}":
            yield sign, start, position
        elif _begins_value(text, start, begin):
            quoted = _QUOTED.match(text, start)
            position = quoted.end() if quoted else len(text)
            yield sign, start, position if quoted else 0


def _begins_value(text: str, position: int, begin: int) -> bool:
    """Whether a quotation mark stands at the beginning of a value, and not inside of a plain one."""
    before = position - 1
    while before > begin and text[before] in " \n":
        before -= 1
    return position == begin or text[before] in "[{,:"


def _behind_comment(text: str, position: int) -> int:
    """End of the comment that begins at a number sign; where none begins, the place behind the sign."""
    if text[position - 1] not in " \n":
        return position + 1
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
