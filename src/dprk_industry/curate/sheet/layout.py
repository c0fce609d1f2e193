"""Lines of a readable sheet: headings, fields and items, wrapped to the width of a page.

Widths are counted in columns of a terminal: a wide character, such as one of Hangul, takes two.
"""

from __future__ import annotations

from unicodedata import combining, east_asian_width

WIDTH = 100
LABEL = 14


def columns(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def title(text: str) -> list[str]:
    """A title with a line under it."""
    lines = _wrapped(text)
    return [*lines, "=" * max(map(columns, lines)), ""]


def section(heading: str, lines: list[str]) -> list[str]:
    """A headed section; nothing where it has no lines."""
    return ["", heading, "-" * columns(heading), *lines] if lines else []


def field(label: str, text: str | None, depth: int = 0) -> list[str]:
    """A labelled value; nothing where there is none."""
    if not text:
        return []
    return _wrapped(text, "  " * depth + f"{label}: ".ljust(LABEL))


def item(text: str, depth: int = 0, sign: str = "-") -> list[str]:
    """An item of a list."""
    return _wrapped(text, "  " * depth + f"{sign} ")


def _wrapped(text: str, start: str = "") -> list[str]:
    """Lines of a text behind its start, broken at white space alone, so that addresses stay whole."""
    lines, fresh = [start], True
    for word in text.split():
        if not fresh and columns(f"{lines[-1]} {word}") > WIDTH:
            lines.append(" " * columns(start))
            fresh = True
        lines[-1] += word if fresh else f" {word}"
        fresh = False
    return lines
