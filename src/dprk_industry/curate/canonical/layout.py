"""Plain data as lines of YAML: blocks for records, one line for what is small, no line wider than need be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.canonical.scalars import key, scalar
from dprk_industry.curate.canonical.style import style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.canonical.style import Style

WIDTH = 100
"""Columns of a line; only what has no space goes beyond."""
LONGEST_KEY = 1_000
"""Characters of a key that stands before its colon without a question mark; YAML sets the limit at 1,024."""
STEP = "  "
_SPACE = re.compile(r"(?<=\S) (?=\S)")
"""Where a value may be broken into lines: a line break inside it is read as one space."""


def document(data: Any, wanted: Style) -> Iterator[str]:
    """Lines of a whole file."""
    if data and not isinstance(data, str):
        yield from _block(data, wanted, "", wanted.sections)
    else:
        yield _in_line(data, wanted) or ""


def _block(data: Any, wanted: Style, pad: str, sections: frozenset[str] = frozenset()) -> Iterator[str]:
    """Lines of a mapping or list that is not empty, each key or item on lines of its own."""
    if isinstance(data, list):
        for item in data:
            yield from _entry(f"{pad}-", item, style(wanted.items), pad + STEP)
        return
    for name, value in data.items():
        written, below = key(name), wanted.of_key(name)
        head = f"{pad}{written}:" if len(written) <= LONGEST_KEY else f"{pad}? {written}\n{pad}:"
        if name in sections and value and not isinstance(value, str):
            yield from ("", head, *_block(value, below, pad + STEP))
        else:
            yield from _entry(head, value, below, pad + STEP)


def _entry(head: str, value: Any, wanted: Style, pad: str) -> Iterator[str]:
    """Lines of a key or dash and of what stands behind it; `pad` is the indentation of further lines."""
    if isinstance(value, str):
        return _text(head, value, wanted, pad)
    line = _in_line(value, wanted)
    if line is not None and (not value or len(head) + 1 + len(line) <= WIDTH):
        return iter((f"{head} {line}",))
    if line is not None and all(isinstance(item, str) for item in value) and isinstance(value, list):
        return _list(head, [scalar(item, style(wanted.items), in_line=True) for item in value], pad)
    return _below(head, _block(value, wanted, pad))


def _below(head: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines below a key; behind a dash, the first of them stands on its line."""
    yield f"{head} {next(lines).lstrip(' ')}" if head.endswith("-") else head
    yield from lines


def _text(head: str, value: str, wanted: Style, pad: str) -> Iterator[str]:
    """Lines of a single value, broken at spaces; nothing stands behind a key without a value."""
    if not value and head.endswith(":"):
        return iter((head,))
    first, *words = _SPACE.split(scalar(value, wanted, in_line=False))
    return _wrapped(f"{head} {first}", words, pad)


def _list(head: str, items: list[str], pad: str) -> Iterator[str]:
    """Lines of a list of single values, as many of them on a line as it holds."""
    yield f"{head} ["
    first, *others = [*(f"{item}," for item in items[:-1]), f"{items[-1]}]"]
    yield from _wrapped(f"{pad}{first}", others, pad)


def _wrapped(line: str, words: Iterable[str], pad: str) -> Iterator[str]:
    """Words added to a line and, where it is full, to further ones."""
    for word in words:
        if len(line) + 1 + len(word) <= WIDTH:
            line = f"{line} {word}"
        else:
            yield line
            line = f"{pad}{word}"
    yield line


def _in_line(data: Any, wanted: Style) -> str | None:
    """Data on one line; None where blocks are wanted, or where a key has no value."""
    if isinstance(data, str):
        return scalar(data, wanted, in_line=True)
    if wanted.in_blocks and data:
        return None
    if isinstance(data, list):
        return _joined("[", ((_in_line(item, style(wanted.items)), "") for item in data), "]")
    if "" in data.values():
        return None
    return _joined("{", ((_in_line(value, wanted.of_key(name)), f"{key(name)}: ") for name, value in data.items()), "}")


def _joined(opening: str, parts: Iterable[tuple[str | None, str]], closing: str) -> str | None:
    """Parts between brackets, each behind its key; None where a part has no line."""
    found = list(parts)
    if any(part is None for part, _ in found):
        return None
    return opening + ", ".join(f"{front}{part}" for part, front in found) + closing
