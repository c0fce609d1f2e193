"""Lines of a readable sheet: headings, fields and items, wrapped to the width of a page."""

from __future__ import annotations

from textwrap import wrap

WIDTH = 100
LABEL = 14


def title(text: str) -> list[str]:
    """A title with a line under it."""
    return [*wrap(text, WIDTH), "=" * min(len(text), WIDTH), ""]


def section(heading: str, lines: list[str]) -> list[str]:
    """A headed section; nothing where it has no lines."""
    return ["", heading, "-" * len(heading), *lines] if lines else []


def field(label: str, text: str | None, depth: int = 0) -> list[str]:
    """A labelled value; nothing where there is none."""
    if not text:
        return []
    return _wrapped(text, "  " * depth + f"{label}:".ljust(LABEL))


def item(text: str, depth: int = 0, sign: str = "-") -> list[str]:
    """An item of a list."""
    return _wrapped(text, "  " * depth + f"{sign} ")


def _wrapped(text: str, start: str) -> list[str]:
    """Lines of a text behind its start; addresses are never broken."""
    rest = " " * len(start)
    return wrap(
        text, WIDTH, initial_indent=start, subsequent_indent=rest, break_on_hyphens=False, break_long_words=False
    )
