"""A YAML text with the place of every key and value, and edits that leave all other lines as they are.

Places come from PyYAML's own marks, so that they do not depend on the reader that is being tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import yaml

Path = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w./~#-]| (?=\w))*")


def written(value: Any) -> str:
    """Plain data on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key)}: {written(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


class Page:
    """The text of a file; an edit gives the text after it."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def root(self) -> Any:
        """Node of the whole document."""
        return yaml.compose(self.text, Loader=_LOADER)

    @cached_property
    def data(self) -> Any:
        """What the document holds, every scalar as text."""
        return _plain(self.root)

    def node(self, path: Path) -> tuple[Any, Any]:
        """Node of a key (None for an item of a list or the whole) and of its value."""
        key, found = None, self.root
        for part in path:
            if isinstance(found, yaml.MappingNode):
                key, found = next((key, value) for key, value in found.value if key.value == part)
            else:
                key, found = None, found.value[part]
        return key, found

    def has(self, path: Path) -> bool:
        """Whether something stands at a path."""
        try:
            self.node(path)
        except (StopIteration, IndexError, TypeError):
            return False
        return True

    def walk(self) -> Iterator[tuple[Path, Any, Any]]:
        """Path, key node and value node of everything below the top."""
        yield from _below(self.root, ())

    def line(self, path: Path) -> int:
        """Line of a key or item, or of the nearest thing above it that is there; the top is line 1."""
        while path and not self.has(path):
            path = path[:-1]
        key, value = self.node(path)
        return (key or value).start_mark.line + 1 if path else 1

    def line_at(self, position: int) -> int:
        """Line of a position in the text."""
        return self.text.count("\n", 0, position) + 1

    def span(self, path: Path) -> tuple[int, int]:
        """Where a value begins and ends in the text."""
        return self._span(self.node(path)[1])

    def spliced(self, start: int, end: int, text: str) -> str:
        """The text with a stretch of it replaced."""
        return self.text[:start] + text + self.text[end:]

    def replaced(self, path: Path, value: str) -> str:
        """The text with another value, given as YAML, at a path."""
        key, node = self.node(path)
        start, end = self._span(node)
        if key is None:
            return self.spliced(start, end, value)
        return self.spliced(key.end_mark.index, end, f": {value}")

    def renamed(self, path: Path, name: str) -> str:
        """The text with another key at a path."""
        key, _ = self.node(path)
        return self.spliced(key.start_mark.index, key.end_mark.index, name)

    def added(self, path: Path, key: str, value: Any, levels: int = 0) -> str:
        """The text with one key more in the mapping at a path; the value's first levels are written as blocks."""
        _, node = self.node(path)
        if node.flow_style or not node.value:
            return self._enclosed(node, f"{written(key)}: {written(value)}")
        indent = node.value[0][0].start_mark.column
        return self._below(node, _entry(key, value, indent, levels))

    def appended(self, path: Path, value: Any) -> str:
        """The text with one item more in the list at a path."""
        _, node = self.node(path)
        if node.flow_style or not node.value:
            return self._enclosed(node, written(value))
        return self._below(node, f"{' ' * (node.value[0].start_mark.column - 2)}- {written(value)}")

    def dropped(self, path: Path) -> str:
        """The text without what stands at a path."""
        _, holder = self.node(path[:-1])
        mapping = isinstance(holder, yaml.MappingNode)
        spans = [((key if mapping else value).start_mark.index, self._span(value)[1]) for key, value in _pairs(holder)]
        if len(spans) == 1:
            return self.replaced(path[:-1], "{}" if mapping else "[]")
        names = [key.value if mapping else position for position, (key, _) in enumerate(_pairs(holder))]
        at = names.index(path[-1])
        if at + 1 < len(spans):
            return self.spliced(spans[at][0], spans[at + 1][0], "")
        return self.spliced(spans[at - 1][1], spans[at][1], "")

    def _span(self, node: Any) -> tuple[int, int]:
        start, end = node.start_mark.index, node.end_mark.index
        return start, start + len(self.text[start:end].rstrip())

    def _enclosed(self, node: Any, text: str) -> str:
        end = self._span(node)[1] - 1
        return self.spliced(end, end, f", {text}" if node.value else text)

    def _below(self, node: Any, text: str) -> str:
        end = self._span(node)[1]
        return self.spliced(end, end, f"\n{text}")


def _entry(key: str, value: Any, indent: int, levels: int) -> str:
    """Lines of a key and its value, mappings of the first levels as blocks."""
    start = f"{' ' * indent}{written(key)}:"
    if not levels or not isinstance(value, dict):
        return f"{start} {written(value)}"
    return "\n".join([start, *(_entry(name, inner, indent + 2, levels - 1) for name, inner in value.items())])


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return node.value if isinstance(node, yaml.MappingNode) else [(None, item) for item in node.value]


def _below(node: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(node, yaml.ScalarNode):
        return
    for position, (key, value) in enumerate(_pairs(node)):
        below = (*path, position if key is None else key.value)
        yield below, key, value
        yield from _below(value, below)


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    return [_plain(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value
