"""Signs that are missing at the beginning of a line, a colon behind a key or the dash of an item; pure.

Asked only about texts that the parser refused. Without its colon a key is a text, which may go on over lines, so the
parser fails a line too late and of the indentation there. What a line was meant for shows by the lines around it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import short

if TYPE_CHECKING:
    from collections.abc import Sequence

Found = tuple[int, int, str]
"""A row and a column in it, from 0, and what is missing there."""

_WORDS = re.compile(r"( *)([A-Za-z0-9_][A-Za-z0-9_.-]*)(?: +([^ :#].*)| *)")
"""A key without a colon, and the value behind it."""
_KEY = re.compile(r"""( *)(?:[A-Za-z0-9_.#-]+|"[^"\\]*"|'[^']*'):(?: |$)""")
STEP = 2
"""Spaces a level, which are as many as a dash with its space."""
_EMPTY = re.compile(r"\{\}|\[\]")


def missing(rows: Sequence[str], failed: int) -> Found | None:
    """Which sign is missing in the row that the parser failed of, or in one above of which it comes."""
    above = _content(rows, failed, -1)
    return (
        _more_behind_nothing(rows, failed)
        or _dash(rows, failed)
        or (None if above is None else _dash(rows, above))
        or _first_dash(rows, failed)
        or _colon(rows, failed)
        or (None if above is None else _colon(rows, above))
    )


def _more_behind_nothing(rows: Sequence[str], failed: int) -> Found | None:
    """That the sign of a file without entries still stands above the first of them."""
    first = _content(rows, -1, 1)
    if first is None or first >= failed or not _EMPTY.fullmatch(rows[first].rstrip()):
        return None
    return first, 0, f"`{rows[first].rstrip()}` says that the file has no entries, but some stand below; delete it"


def _first_dash(rows: Sequence[str], failed: int) -> Found | None:
    """That the first item of a list begins without a dash, where the next one begins in the row that failed."""
    above = _last(rows, failed, _column(rows[failed]) - 1)
    first = None if above is None or not _is_item(rows, failed, _column(rows[failed])) else _content(rows, above, 1)
    return None if first is None else _dash(rows, first)


def _dash(rows: Sequence[str], index: int) -> Found | None:
    """That a row which stands where an item belongs has no dash."""
    row, column = rows[index], _column(rows[index])
    before = _last(rows, index, column)
    if row[column:][:1] == "-" or row.endswith(":") or before is None:
        return None
    later = row[column:][:1] in {"{", "["} and _is_item(rows, before, column)
    first = rows[before].endswith(":") and any(
        _column(rows[before]) < begins and _is_item(rows, _next(rows, index, begins + lost), begins)
        for begins, lost in ((column, 0), (column - STEP, STEP - 1))
    )
    return (index, column, "a dash is missing here; the items of a list begin with '- '") if later or first else None


def _is_item(rows: Sequence[str], index: int | None, column: int) -> bool:
    """Whether an item begins in a row, in a column."""
    return index is not None and rows[index].startswith(" " * column + "- ")


def _colon(rows: Sequence[str], index: int) -> Found | None:
    """That a row which stands where a key belongs has no colon behind its first word."""
    words = _WORDS.fullmatch(rows[index])
    if not words or not _follows_key(rows, index):
        return None
    end = words.end(2)
    below = _content(rows, index, 1)
    if words[3] is None:
        meant = below is not None and _column(rows[below]) > _column(rows[index]) and _begins(rows[below])
    elif words[3][0] in "[{\"'":
        meant = True
    else:
        above = _content(rows, index, -1)
        key = None if below is None else _KEY.match(rows[below])
        heads = (above is None or rows[above].endswith(":")) and key is not None and key[1] == words[1]
        meant = heads or any(row.startswith(f"{words[1]}{words[2]}: ") for row in rows)
    return (index, end, f"a colon is missing behind `{short(words[2])}`") if meant else None


def _follows_key(rows: Sequence[str], index: int) -> bool:
    """Whether a row begins where a key may: below a key that is open, or in the column of one of the same mapping."""
    column, above = _column(rows[index]), _content(rows, index, -1)
    if above is None or (_column(rows[above]) < column and rows[above].endswith(":")):
        return True
    sibling = _last(rows, index, column)
    key = None if sibling is None else _KEY.match(rows[sibling])
    return key is not None and len(key[1]) == column


def _begins(row: str) -> bool:
    """Whether a row begins with a key or an item."""
    return bool(_KEY.match(row)) or row.lstrip(" ").startswith("- ")


def _last(rows: Sequence[str], index: int, column: int) -> int | None:
    """The last row above one that is not deeper than a column."""
    above = _content(rows, index, -1)
    while above is not None and _column(rows[above]) > column:
        above = _content(rows, above, -1)
    return above


def _next(rows: Sequence[str], index: int, column: int) -> int | None:
    """The next row below one that is not deeper than a column."""
    below = _content(rows, index, 1)
    while below is not None and _column(rows[below]) > column:
        below = _content(rows, below, 1)
    return below


def _content(rows: Sequence[str], index: int, step: int) -> int | None:
    """The next row in a direction that holds more than a comment."""
    index += step
    while 0 <= index < len(rows):
        if rows[index].strip() and not rows[index].lstrip(" ").startswith("#"):
            return index
        index += step
    return None


def _column(row: str) -> int:
    return len(row) - len(row.lstrip(" "))
