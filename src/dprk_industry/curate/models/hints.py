"""What the type hints of the models say: the keys of a model in their order, and the types that a value may have."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import MISSING, fields
from typing import Annotated, Any, Union, get_args, get_origin

from dprk_industry.curate.models.base import alias, hints

LAST = {"last": True}
"""Mark of a field of a base that stands behind the fields of the classes made from it."""


def keys(model: Any) -> dict[str, Any]:
    """Keys of a model in the order in which they are written, each with its type hint."""
    ordered = sorted(fields(model), key=lambda field: "last" in field.metadata)
    return {alias(field.name): hints(model)[field.name] for field in ordered}


def required(model: Any) -> set[str]:
    """Keys of a model that must be there."""
    return {alias(field.name) for field in fields(model) if field.default is field.default_factory is MISSING}


def choices(hint: Any, marks: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every type that a hint allows, with the marks of `Annotated` around it; a union has several."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *around = get_args(hint)
        yield from choices(inner, (*marks, *around))
    elif origin in {Union, types.UnionType}:
        for choice in get_args(hint):
            yield from choices(choice, marks)
    else:
        yield hint, marks
