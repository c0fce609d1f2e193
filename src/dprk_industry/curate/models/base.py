"""What everything that is read from a file has in common.

The records are standard dataclasses that pydantic checks (see `validate`): twenty classes of `BaseModel` take longer to
import than a whole check of one file may take.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, ClassVar


def alias(name: str) -> str:
    """Key of a field in the file: `class_` and `from_` stand for `class` and `from`."""
    return name.removesuffix("_")


def hints(model: Any) -> dict[str, Any]:
    """Type of each field of a model.

    The modules of the models do without deferred annotations, for evaluating those costs more than a whole check of one
    file.
    """
    return {field.name: field.type for field in fields(model)}


class Model:
    """Base of everything that is read from a file: unknown keys are refused, field docstrings are kept."""

    __slots__ = ()
    IN_BLOCKS: ClassVar[bool] = False
    """True if its keys stand on lines of their own in a file, however short it is."""
    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "alias_generator": alias,
    }
