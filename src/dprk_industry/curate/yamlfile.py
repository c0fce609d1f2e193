"""YAML text to plain data, every scalar as text; and, when something is wrong, where each value stands.

The reader accepts the part of YAML that a record needs (mappings, lists, scalars) and refuses the rest: tags, anchors,
aliases, several documents, duplicate keys, deep nesting, oversized input. It works on PyYAML's C events, so nothing a
file says is ever constructed or resolved: `no`, `0123` and `2021-11-24` stay the text they are.

Most files have no faults. `parse` therefore reads a file without looking left or right, and only where it meets
something that it does not expect reads it again with care; `locate` gives the position of every value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from dprk_industry.curate.findings import Path, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MAX_BYTES = 1_000_000
"""Largest file that is read, in bytes."""
MAX_DEPTH = 16
"""Deepest nesting of mappings and lists."""
MAX_SCALAR = 5_000
"""Longest single value, in characters."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, line separators and bidirectional marks: none of them may stand in a record."""


class Mark(NamedTuple):
    """A place in a text; line and column count from 1."""

    line: int
    column: int


class Place(NamedTuple):
    """Where a value stands and, in a mapping, where its key stands."""

    key: Mark
    value: Mark


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the reader refuses, and where."""

    mark: Mark
    problem: Problem
    code: str = "R01"


@dataclass(slots=True)
class Document:
    """What a text holds: plain data (None if it could not be read to its end) and the faults met on the way."""

    data: Any = None
    faults: list[Fault] = field(default_factory=list)


class _UnreadableError(Exception):
    """Reading cannot go on; carries the fault."""

    def __init__(self, mark: Mark, message: str) -> None:
        super().__init__(message)
        self.fault = Fault(mark, Problem((), message))


def parse(raw: bytes) -> Document:
    """Read a file's bytes into plain data: dict, list and str only.

    All faults are gathered; reading stops at the first that makes the rest unreadable.
    """
    sound = _quick(raw)
    if sound is not None:
        return Document(sound)
    document = Document()
    try:
        text = _decode(raw)
        document.faults.extend(_control_characters(text))
        builder = _Builder(_events(CONTROL.sub(" ", text) if document.faults else text), document.faults)
        data = builder.document()
        document.data = None if builder.broken else data
    except _UnreadableError as error:
        follows = any(0 <= error.fault.mark.line - fault.mark.line <= 1 for fault in document.faults)
        document.faults += [] if follows else [error.fault]
    document.faults = sorted(map(_with_first(raw), document.faults), key=lambda fault: fault.mark)
    return document


def _with_first(raw: bytes) -> Callable[[Fault], Fault]:
    """Add to the fault of a repeated key the line of its first appearance."""
    places: dict[Path, Place] = {}

    def extended(fault: Fault) -> Fault:
        if not fault.problem.on_key:
            return fault
        places.update(places or locate(raw))
        line = places[fault.problem.path].key.line if fault.problem.path in places else "above"
        message = f"{fault.problem.message}, first in line {line}; keep one of them, or give them different names"
        return replace(fault, problem=replace(fault.problem, message=message))

    return extended


class _DoubtError(Exception):
    """The quick reading met something that needs a closer look."""


_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"


def _may_be_special(text: str) -> bool:
    """Whether an anchor, alias, tag, directive, escape or second document may stand in a text."""
    if "\\" in text or "\n---" in text or "\n..." in text or text.startswith(("---", "...")):
        return True
    for sign in "&*!%":
        found = text.find(sign)
        while found >= 0:
            if found == 0 or text[found - 1] in " \n,:[{-":
                return True
            found = text.find(sign, found + 1)
    return False


def _quick(raw: bytes) -> Any:
    """Data of a text in which nothing is refused; None where that is not certain at first sight."""
    if len(raw) > MAX_BYTES or (raw.isascii() and raw.translate(None, _ORDINARY)):
        return None
    try:
        text = raw.decode("utf-8")
        if _may_be_special(text) or (not raw.isascii() and CONTROL.search(text)):
            return None
        loader = _Loader(text)
        try:
            loader.get_event(), loader.get_event()
            data = _quick_value(loader.get_event(), loader.get_event, 1)
            return data if type(loader.get_event()) is yaml.DocumentEndEvent else None
        finally:
            loader.dispose()
    except (_DoubtError, yaml.YAMLError, UnicodeError):
        return None


def _quick_value(event: Any, following: Callable[[], Any], depth: int) -> Any:
    kind = type(event)
    if kind is yaml.MappingStartEvent and depth <= MAX_DEPTH:
        return _quick_mapping(following, depth)
    if kind is yaml.SequenceStartEvent and depth <= MAX_DEPTH:
        return _quick_list(following, depth)
    if kind is not yaml.ScalarEvent or len(event.value) > MAX_SCALAR:
        raise _DoubtError
    return event.value


def _quick_mapping(following: Callable[[], Any], depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    scalar, below = yaml.ScalarEvent, depth + 1
    while True:
        event = following()
        if type(event) is not scalar:
            if type(event) is yaml.MappingEndEvent:
                return result
            raise _DoubtError
        key = event.value
        if key in result:
            raise _DoubtError
        event = following()
        if type(event) is scalar and len(event.value) <= MAX_SCALAR:
            result[key] = event.value
        else:
            result[key] = _quick_value(event, following, below)


def _quick_list(following: Callable[[], Any], depth: int) -> list[Any]:
    result: list[Any] = []
    ended, below = yaml.SequenceEndEvent, depth + 1
    while type(event := following()) is not ended:
        result.append(_quick_value(event, following, below))
    return result


def locate(raw: bytes) -> dict[Path, Place]:
    """Place of every key and value of a file, by path; empty if the file cannot be read."""
    try:
        text = _decode(raw)
        builder = _Builder(_events(CONTROL.sub(" ", text)), [], places={})
        builder.document()
    except _UnreadableError:
        return {}
    return builder.places or {}


def _decode(raw: bytes) -> str:
    if len(raw) > MAX_BYTES:
        raise _UnreadableError(Mark(1, 1), f"the file has {len(raw):,} bytes; at most {MAX_BYTES:,} are read: split it")
    if raw.startswith(b"\xef\xbb\xbf"):
        raise _UnreadableError(Mark(1, 1), "the file begins with a byte order mark; save it as UTF-8 without BOM")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        found = raw[error.start]
        raise _UnreadableError(
            _mark_at(before), f"byte 0x{found:02x} is not UTF-8; save the file in the encoding UTF-8"
        ) from None


def _mark_at(before: str) -> Mark:
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _control_characters(text: str) -> Iterator[Fault]:
    """Faults of characters that may not stand in a file; carriage returns are one fault of the whole file."""
    returns = False
    for match in CONTROL.finditer(text):
        mark = _mark_at(text[: match.start()])
        if match[0] == "\t":
            yield Fault(mark, Problem((), "a tab stands here; write spaces, two for each level of indentation"))
        elif match[0] != "\r":
            yield Fault(mark, Problem((), f"{_name(match[0])} stands in the text; delete it"), "R86")
        elif not returns:
            returns = True
            yield Fault(
                mark, Problem((), "lines end with a carriage return; save the file with line feeds alone"), "R86"
            )


def _name(character: str) -> str:
    kind = "bidirectional or line mark" if ord(character) > 0x9F else "control character"  # noqa: PLR2004 - last C1
    return f"the {kind} U+{ord(character):04X}"


def _events(text: str) -> Iterator[Any]:
    """Events of a text; a syntax fault of YAML becomes a sentence about what to write."""
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _UnreadableError(_mark(mark), _explain(error)) from None
    except (yaml.reader.ReaderError, UnicodeError):
        raise _UnreadableError(Mark(1, 1), "the file holds characters that YAML does not allow") from None
    finally:
        loader.dispose()


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)


_ADVICE = (
    (
        "mapping values are not allowed",
        "a colon stands inside a plain value, or the indentation is off; quote the value",
    ),
    ("block end|block mapping", "the indentation is off, or a colon is missing behind a key; two spaces a level"),
    ("block sequence", "the indentation of a list is off; its items begin with '- ' in one column"),
    ("flow sequence|expected ',' or '\\]'", "a list is not closed; expected ',' or ']'"),
    ("flow mapping|expected ',' or '}'", "a mapping is not closed; expected ',' or '}'"),
    ("escape", "an unknown escape stands in a double-quoted value; write a backslash in single quotes"),
    ("quoted scalar|end of stream", "a quoted value is not closed; end it with the same quotation mark"),
    ("could not find expected ':'|simple key", "a colon is missing behind a key, or a value runs over the line"),
    ("alias|anchor", "an anchor or alias stands here; write the value out, or quote it if it begins with & or *"),
    ("tag", "a tag stands here; write the value alone, or quote it if it begins with !"),
    ("start any token", "a value begins with a character that YAML keeps for itself; quote the value"),
    ("document start", "a second document begins here; one file holds one record"),
)


def _explain(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    advice = next((advice for pattern, advice in _ADVICE if re.search(pattern, said)), "this is no YAML")
    return f"{advice} (the parser says: {said})"


class _Builder:
    """Builds plain data from events, noting what is refused; with `places`, notes positions too."""

    def __init__(self, events: Iterator[Any], faults: list[Fault], places: dict[Path, Place] | None = None) -> None:
        self.events = events
        self.faults = faults
        self.places = places
        self.broken = False

    def document(self) -> Any:
        """The one document of the stream."""
        documents = 0
        data: Any = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _UnreadableError(
                        _mark(event.start_mark), "a second document begins here; one file holds one record"
                    )
            elif isinstance(event, yaml.NodeEvent):
                data = self.value(event, (), 1)
        if not documents:
            raise _UnreadableError(Mark(1, 1), "the file is empty; expected a record")
        return data

    def value(self, event: Any, path: Path, depth: int) -> Any:
        """The data of the node that begins with this event."""
        kind = type(event)
        if event.anchor is not None:
            self._refuse_anchor(event, path, alias=kind is yaml.AliasEvent)
        if kind is yaml.ScalarEvent:
            return self._scalar(event, path)
        if kind is yaml.AliasEvent:
            return None
        if event.tag is not None:
            self._refuse_tag(event, path)
        if depth > MAX_DEPTH:
            raise _UnreadableError(
                _mark(event.start_mark), f"nested deeper than {MAX_DEPTH} levels; no record needs that"
            )
        return self._mapping(event, path, depth) if kind is yaml.MappingStartEvent else self._list(path, depth)

    def _scalar(self, event: Any, path: Path) -> str:
        text: str = event.value
        if event.tag is not None:
            self._refuse_tag(event, path)
        if len(text) > MAX_SCALAR:
            self._refuse(event, path, f"a value of {len(text):,} characters; at most {MAX_SCALAR:,} are read")
        if event.style == '"' and (found := CONTROL.search(text)):
            self._refuse(event, path, f"{_name(found[0])} stands in the value; delete the escape", code="R86")
        return text

    def _mapping(self, start: Any, path: Path, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in self.events:
            if type(event) is yaml.MappingEndEvent:
                return result
            if type(event) is not yaml.ScalarEvent:
                raise _UnreadableError(
                    _mark(event.start_mark), "a list, mapping or alias stands as a key; a key is one word"
                )
            key = self.value(event, path, depth)
            first = key not in result
            if not first:
                self._refuse(event, (*path, key), f"the key {key!r} stands here a second time", on_key=True)
            below = (*path, key) if first else (*path, key, "again")
            node = next(self.events)
            if self.places is not None and first:
                self.places[below] = Place(_mark(event.start_mark), _mark(node.start_mark))
            value = self.value(node, below, depth + 1)
            if first:
                result[key] = value
        raise _UnreadableError(
            _mark(start.start_mark), "this mapping has no end"
        )  # pragma: no cover - the parser says so

    def _list(self, path: Path, depth: int) -> list[Any]:
        result: list[Any] = []
        for event in self.events:
            if type(event) is yaml.SequenceEndEvent:
                break
            below = (*path, len(result))
            if self.places is not None:
                mark = _mark(event.start_mark)
                self.places[below] = Place(mark, mark)
            result.append(self.value(event, below, depth + 1))
        return result

    def _refuse(self, event: Any, path: Path, message: str, *, code: str = "R01", on_key: bool = False) -> None:
        self.faults.append(Fault(_mark(event.start_mark), Problem(path, message, on_key=on_key), code))

    def _refuse_anchor(self, event: Any, path: Path, *, alias: bool) -> None:
        self.broken = self.broken or alias
        sign = "*" if alias else "&"
        what = f"the alias *{event.anchor}" if alias else f"the anchor &{event.anchor}"
        self._refuse(event, path, f"{what} stands here; write the value out, or quote it if it begins with {sign}")

    def _refuse_tag(self, event: Any, path: Path) -> None:
        if event.tag != "!":
            self._refuse(event, path, f"the tag {event.tag} stands here; write the value alone, without a tag")
