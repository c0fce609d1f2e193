"""Values with named fields: dataclasses that share their methods.

`dataclass` writes and compiles the methods of each class anew, which takes a millisecond a class. The some sixty
classes on the way of a check took longer than all else in checking one file, so here all share four plain methods.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool = False, slots: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]:
    """Make a class a dataclass whose values are equal if all fields are, unless `eq` says that each is itself alone.

    That nobody changes a value is for the type checker to see; nothing is spent on it at run time.
    """

    def made(cls: type[T]) -> type[T]:
        cls.__init__ = _init  # type: ignore[method-assign]
        if eq:
            cls.__eq__ = _equal  # type: ignore[method-assign]
            cls.__hash__ = _hash  # type: ignore[method-assign]
        cls.__repr__ = _shown  # type: ignore[method-assign]
        return dataclass(init=False, repr=False, eq=False, kw_only=kw_only, slots=slots)(cls)

    return made


def _init(self: Any, *given: Any, **named: Any) -> None:
    """Take the fields in their order or by name.

    Raises:
        TypeError: a field is missing, unknown or given twice.

    """
    known = _known(self.__class__)
    taken = dict(zip(known, given, strict=False)) | named
    if len(taken) < len(given) + len(named) or taken.keys() - known.keys():
        raise TypeError(f"{type(self).__name__} takes each of {', '.join(known)} once")
    for name, each in known.items():
        setattr(self, name, taken[name] if name in taken else _default(self, each))


@cache
def _known(model: type) -> dict[str, Field[Any]]:
    """Fields of a dataclass by their names."""
    return {each.name: each for each in fields(model)}


def _default(self: Any, each: Field[Any]) -> Any:
    if each.default_factory is not MISSING:
        return each.default_factory()
    if each.default is MISSING:
        raise TypeError(f"{type(self).__name__} needs {each.name}")
    return each.default


def _parts(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, each.name) for each in fields(self)])


def _equal(self: Any, other: object) -> Any:
    return _parts(self) == _parts(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_parts(self))


def _shown(self: Any) -> str:
    given = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__name__}({given})"
