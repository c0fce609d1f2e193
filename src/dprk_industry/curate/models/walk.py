"""Walks through a record: every reference, party and text that it holds.

`holdings` gathers them without their places, which is all that a sound record needs; `references`, `parties` and
`texts` tell where each stands, for the few records in which something is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, get_args, get_origin

from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.base import Model, alias, hints
from dprk_industry.curate.models.records import Party
from dprk_industry.curate.models.scalars import FREE_TEXT, Reference
from dprk_industry.curate.models.shapes import ByShape, OneOrMore
from dprk_industry.curate.values import frozen


@frozen()
class _Step:
    """What is known of a field before its value is seen."""

    attribute: str
    key: str
    table: str | None
    """Table to which its texts refer."""
    alone: bool
    """True if a single value may stand without a list."""
    by_source: bool
    """True if the names of sources may stand as keys."""


@cache
def _steps(model: Any) -> tuple[_Step, ...]:
    return tuple(_step(name, hint) for name, hint in hints(model).items())


def _step(name: str, hint: Any) -> _Step:
    marks = getattr(hint, "__metadata__", ())
    alone = any(isinstance(mark, OneOrMore) for mark in marks)
    by_source = any(isinstance(mark, ByShape) for mark in marks)
    return _Step(name, alias(name), None if by_source else _table(hint), alone, by_source)


def _table(hint: Any) -> str | None:
    """Table that a type refers to, looked for in its annotations."""
    if isinstance(hint, Reference):
        return hint.to
    metadata = getattr(hint, "__metadata__", ())
    return next((table for inner in (*metadata, *get_args(hint)) if (table := _table(inner))), None)


def references(record: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Path, table and id of every reference that a record holds, nested ones included."""
    for step in _steps(record.__class__):
        value = getattr(record, step.attribute, None)
        if value:
            yield from _in_value(value, step, (*path, step.key))


def _in_value(value: Any, step: _Step, path: Path) -> Iterator[tuple[Path, str, str]]:
    if isinstance(value, str):
        if step.table:
            yield path, step.table, value
    elif isinstance(value, tuple):
        alone = step.alone and len(value) == 1
        for position, inner in enumerate(value):
            yield from _in_value(inner, step, path if alone else (*path, position))
    elif isinstance(value, dict):
        for key, inner in value.items():
            if step.by_source:
                yield (*path, key), "sources", key
            yield from _in_value(inner, step, (*path, key))
    elif is_dataclass(value):
        yield from references(value, path)


def parties(record: Any, path: Path = ()) -> Iterator[tuple[Path, Party]]:
    """Path of every party that a record holds, and the party."""
    if isinstance(record, Party):
        yield path, record
    elif is_dataclass(record):
        for step in _steps(record.__class__):
            yield from parties(getattr(record, step.attribute, None), (*path, step.key))
    elif isinstance(record, dict | tuple):
        for key, inner in record.items() if isinstance(record, dict) else enumerate(record):
            yield from parties(inner, (*path, key))


def texts(record: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text that a record holds, codes and ids included, with its path."""
    if isinstance(record, str):
        yield path, record
    elif is_dataclass(record):
        for step in _steps(record.__class__):
            yield from texts(getattr(record, step.attribute, None), (*path, step.key))
    elif isinstance(record, dict | tuple):
        for key, inner in record.items() if isinstance(record, dict) else enumerate(record):
            yield from texts(inner, (*path, key))


class Holdings:
    """What a record and all records inside it hold, places left aside."""

    __slots__ = ("free_texts", "parties", "references")

    references: dict[str, set[str]]
    """Ids referred to, by table."""
    free_texts: list[str]
    """Texts in somebody's own words."""

    def __init__(self) -> None:
        self.references, self.free_texts = defaultdict(set), []
        self.parties: list[Party] = []


def holdings(record: Any) -> Holdings:
    """Gather what a record holds."""
    found = Holdings()
    _gather((record,), found)
    for table, ids in zip(_PARTY_TABLES, zip(*map(_of_party, found.parties), strict=True), strict=False):
        found.references[table].update(filter(None, ids))
    return found


_PARTY_TABLES = ("facilities", "actors", "places")
_of_party = attrgetter("facility", "actor", "place")


Collect = Callable[[Any, Any, Holdings], None]
"""Gathers a value of a field; told the table to which its ids refer, or how to get what its records hold."""


def _id(value: str, table: str, into: Holdings) -> None:
    into.references[table].add(value)


def _ids(value: Iterable[str], table: str, into: Holdings) -> None:
    into.references[table].update(value)


def _keys(value: Any, table: str, into: Holdings) -> None:
    if isinstance(value, dict):
        into.references[table].update(value)


def _text(value: str, _: Any, into: Holdings) -> None:
    into.free_texts.append(value)


def _party(value: Party, _: Any, into: Holdings) -> None:
    into.parties.append(value)


def _parties(value: Iterable[Party], _: Any, into: Holdings) -> None:
    into.parties += value


def _record(value: Any, _: Any, into: Holdings) -> None:
    _gather((value,), into)


def _records(value: Iterable[Any], _: Any, into: Holdings) -> None:
    _gather(value, into)


def _named(value: dict[str, Any], _: Any, into: Holdings) -> None:
    _gather(value.values(), into)


def _notes(value: Iterable[Any], note: Callable[[Any], str | None], into: Holdings) -> None:
    into.free_texts += filter(None, map(note, value))


@cache
def lists(model: type) -> tuple[str, ...]:
    """Fields of a model that hold a list of ids or of records."""
    return tuple(name for name, (collect, _) in _fields(model) if collect in {_ids, _parties, _records, _notes})


@cache
def _plan(model: Any) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[Collect, Any], ...]]:
    """What gets the values of those fields that hold something to be gathered, and how each of them is."""
    # a getter of one name alone gives no tuple, so one more is asked for and left over
    getter = attrgetter(*(name for name, _ in _fields(model)), "__class__", "__class__")
    return getter, tuple(how for _, how in _fields(model))


@cache
def _fields(model: Any) -> list[tuple[str, tuple[Collect, Any]]]:
    return [(name, how) for name, hint in hints(model).items() if (how := _how(hint))]


@cache
def _how(hint: Any) -> tuple[Collect, Any] | None:
    parts = list(_parts(hint))
    origins = {get_origin(part) for part in parts}
    table = _table(hint) or ""
    if any(isinstance(part, ByShape) for part in parts):
        return _keys, table
    if Party in parts:
        return (_parties if tuple in origins else _party), table
    model = next((part for part in parts if isinstance(part, type) and issubclass(part, Model)), None)
    if model and tuple in origins and (note := _only_text(model)):
        return _notes, attrgetter(note)
    if model:
        return (_named if dict in origins else _records if tuple in origins else _record), table
    if table:
        return (_ids if tuple in origins else _id), table
    return (_text, table) if FREE_TEXT in parts else None


def _only_text(model: type) -> str | None:
    """The field in somebody's own words, of a model that has one and beside it nothing to be gathered."""
    fields = _fields(model)
    return fields[0][0] if len(fields) == 1 and fields[0][1][0] is _text else None


def _parts(hint: Any) -> Iterator[Any]:
    """A type, the types of which it is made, and the marks on each."""
    yield hint
    yield from getattr(hint, "__metadata__", ())
    for inner in get_args(hint):
        yield from _parts(inner)


def _gather(records: Iterable[Any], into: Holdings) -> None:
    """Gather what records hold."""
    for record in records:
        getter, plan = _plan(record.__class__)
        for value, (collect, about) in zip(getter(record), plan):  # noqa: B905 - `strict` takes longer than all else
            if value:
                collect(value, about, into)
