"""Events to data, with an eye on all that is refused and on where everything stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from dprk_industry.curate.findings import Path, Problem, short
from dprk_industry.curate.yamlfile.events import mark_of
from dprk_industry.curate.yamlfile.repeats import Repeat, repeated
from dprk_industry.curate.yamlfile.text import (
    CONTROL,
    MAX_DEPTH,
    MAX_SCALAR,
    Fault,
    Mark,
    Place,
    UnreadableError,
    name_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_Above = tuple[Any, str, Any]
"""Event of a key, the key, and the event of its value."""


class Builder:
    """Builds plain data from events, noting what is refused and where everything stands."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        self.places: dict[Path, Place] = {}
        self.broken = False
        self._events: Iterator[Any] = iter(())
        self._text = ""
        self._repeats = 0
        self._repeated: list[list[Repeat]] = []
        self._references: dict[str, list[Fault]] = {"anchor": [], "alias": []}

    def document(self, events: Iterator[Any], text: str) -> Any:
        """The one document of a stream of events, which are those of a text."""
        try:
            return self._document(events, text)
        finally:
            self.faults.extend(_first(found) for found in self._references.values() if found)
            for repeats in self._repeated:
                told = list(repeated(repeats))
                self.faults.extend(told)
                self.broken = self.broken or len(told) < len(repeats)  # a record is lost, to which others may refer

    def _document(self, events: Iterator[Any], text: str) -> Any:
        self._events, self._text = events, text
        documents = 0
        data: Any = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    message = "a second document begins here; one file holds one record"
                    raise UnreadableError(mark_of(event.start_mark), message)
            elif isinstance(event, yaml.NodeEvent):
                data = self.value(event, (), 1)
        if not documents and not self.faults:
            raise UnreadableError(Mark(1, 1), "the file is empty; expected a record")
        return data

    def value(self, event: Any, path: Path, depth: int) -> Any:
        """The data of the node that begins with this event."""
        kind = type(event)
        if event.anchor is not None:
            self._refuse_reference(event, path, *(("alias", "*") if kind is yaml.AliasEvent else ("anchor", "&")))
        if kind is yaml.ScalarEvent:
            return self._scalar(event, path)
        if kind is yaml.AliasEvent:
            return None
        if event.tag is not None:
            self._refuse_tag(event, path)
        if depth > MAX_DEPTH:
            raise UnreadableError(
                mark_of(event.start_mark), f"nested deeper than {MAX_DEPTH} levels; no record needs that"
            )
        return self._mapping(path, depth) if kind is yaml.MappingStartEvent else self._list(path, depth)

    def _scalar(self, event: Any, path: Path) -> str:
        text: str = event.value
        before = event.start_mark.index - 1
        if text and before >= 0 and self._text[before] == "?":
            self._refuse(event, path, "a question mark stands right before this; quote both, or put a space between")
        if event.tag is not None:
            self._refuse_tag(event, path)
        if len(text) > MAX_SCALAR:
            self._refuse(event, path, f"a value of {len(text):,} characters; at most {MAX_SCALAR:,} are read")
        if event.style == '"' and (found := CONTROL.search(text)):
            self._refuse(event, path, f"{name_of(found[0])} stands in the value; delete the escape", code="R86")
            return CONTROL.sub("", text)
        return text

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        home, into = path, result
        above: _Above | None = None
        repeats: list[Repeat] = []
        self._repeated.append(repeats)
        while type(event := next(self._events)) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                message = "a list, mapping or alias stands where a key is expected; is a bracket before it not closed?"
                raise UnreadableError(mark_of(event.start_mark), message)
            key = self.value(event, path, depth)
            if key in into and above and key != above[1] and _heads(*above, event):
                first = self.places[*path, key].key.line
                del into[above[1]]
                path, into = (*home, above[1]), {}
                result[above[1]] = into
                self._refuse_level(above[0], path, key, first)
            below = (*path, key)
            if key in into:
                repeats.append(self._repeat(event, path, key, into, above))
                below = (*below, f"(again {self._repeats})")
            node = next(self._events)
            above = (event, key, node)
            self.places[below] = Place(mark_of(event.start_mark), mark_of(node.start_mark))
            into.setdefault(key, self.value(node, below, depth + 1))
        return result

    def _repeat(self, event: Any, path: Path, key: str, into: dict[str, Any], above: _Above | None) -> Repeat:
        """A key that stands in a mapping already, and is forgotten there if the line above says it and no more."""
        self._repeats += 1
        mark, first = event.start_mark, self.places[*path, key].key.line
        begins = not self._text[mark.index - mark.column : mark.index].strip(" ")
        heads = next(iter(into)) == key
        doubled = above is not None and above[1] == key and _heads(*above, event)
        if doubled:
            del into[key]
        return Repeat((*path, key), mark_of(mark), first, len(into), heads=heads, begins=begins, doubled=doubled)

    def _refuse_level(self, event: Any, path: Path, repeated: str, first: int) -> None:
        """Refuse a key that heads what is below it, though both stand on one level."""
        key = f"`{short(str(path[-1]))}`"
        said = f"nothing is inside {key}, and `{short(repeated)}` below it stands here a second time"
        advice = f"if it belongs to {key}, take 2 spaces away before {key}"
        self._refuse(event, path, f"{said}, first in line {first}; {advice}")

    def _list(self, path: Path, depth: int) -> list[Any]:
        result: list[Any] = []
        while type(event := next(self._events)) is not yaml.SequenceEndEvent:
            below = (*path, len(result))
            mark = mark_of(event.start_mark)
            self.places[below] = Place(mark, mark)
            result.append(self.value(event, below, depth + 1))
        return result

    def _refuse(self, event: Any, path: Path, message: str, *, code: str = "R01", on_key: bool = False) -> None:
        self.faults.append(Fault(mark_of(event.start_mark), Problem(path, message, on_key=on_key), code))

    def _refuse_reference(self, event: Any, path: Path, kind: str, sign: str) -> None:
        self.broken = self.broken or kind == "alias"
        message = f"the {kind} {sign}{short(event.anchor)} stands here; write the value out, or quote it if it begins"
        fault = Fault(mark_of(event.start_mark), Problem(path, f"{message} with {sign}"))
        self._references[kind].append(fault)

    def _refuse_tag(self, event: Any, path: Path) -> None:
        self._refuse(event, path, f"the tag {_short(event.tag)} stands here; write the value alone, without a tag")


def _heads(event: Any, _: str, node: Any, below: Any) -> bool:
    """Whether a key on its own line has no value, so that it may head the keys that stand below it."""
    empty = type(node) is yaml.ScalarEvent and not node.value and not node.style
    return empty and 0 < event.start_mark.column == below.start_mark.column


def _first(faults: list[Fault]) -> Fault:
    """The first of faults that have one cause, and how many more there are."""
    fault, left = faults[0], len(faults) - 1
    message = f"{fault.problem.message}; {left:,} more of them below" if left else fault.problem.message
    return Fault(fault.mark, fault.problem._replace(message=message), fault.code)


def _short(tag: str) -> str:
    """A tag as it is written in a file."""
    return short(tag.replace("tag:yaml.org,2002:", "!!"))
