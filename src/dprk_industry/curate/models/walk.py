"""Walks through a record: every reference it holds and every party, with where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.records import Party
from dprk_industry.curate.models.scalars import Reference
from dprk_industry.curate.models.shapes import ByShape, OneOrMore


@dataclass(frozen=True, slots=True)
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
    hints = get_type_hints(model, include_extras=True)
    return tuple(_step(field.name, hints[field.name]) for field in fields(model))


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
        value = getattr(record, step.attribute)
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
            yield from parties(getattr(record, step.attribute), (*path, step.key))
    elif isinstance(record, dict | tuple):
        for key, inner in record.items() if isinstance(record, dict) else enumerate(record):
            yield from parties(inner, (*path, key))
