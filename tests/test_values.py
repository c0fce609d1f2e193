"""Values with named fields: they behave as dataclasses do."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields, replace
from typing import Any

import pytest

from dprk_industry.curate.values import frozen


@frozen()
class Point:
    """A point."""

    x: int
    y: int = 0
    marks: tuple[str, ...] = field(default_factory=tuple)


@frozen(kw_only=True)
class Named(Point):
    """A point with a name."""

    name: str


@frozen(eq=False)
class Mark:
    """A mark."""

    name: str


@dataclass(frozen=True, slots=True)
class Twin:
    """What `dataclass` makes of the same fields."""

    x: int
    y: int = 0
    marks: tuple[str, ...] = field(default_factory=tuple)


@pytest.mark.parametrize(
    ("given", "named"), [((1,), {}), ((1, 2), {}), ((), {"x": 1, "marks": ("a",)}), ((1,), {"y": 2})]
)
def test_a_value_is_made_shown_and_compared_as_a_dataclass_is(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    point: Any = Point(*given, **named)
    twin = Twin(*given, **named)
    assert repr(point) == repr(twin).replace("Twin", "Point")
    assert [getattr(point, each.name) for each in fields(twin)] == [getattr(twin, each.name) for each in fields(twin)]
    assert point == Point(*given, **named)
    assert hash(point) == hash(Point(*given, **named))
    assert point != replace(point, y=7)
    assert point != twin
    assert pickle.loads(pickle.dumps(point)) == point  # noqa: S301 - made here
    assert not hasattr(point, "__dict__")


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((1, 2, (), 4), {})])
def test_what_a_dataclass_refuses_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for model in (Point, Twin):
        with pytest.raises(TypeError):
            model(*given, **named)


def test_fields_are_inherited() -> None:
    assert Named(x=1, name="a") == Named(name="a", x=1, y=0)
    with pytest.raises(TypeError, match="needs name"):
        Named(x=1)  # type: ignore[call-arg]  # that is what is tried


def test_a_value_may_be_equal_to_itself_alone() -> None:
    assert Mark("a") != Mark("a")
    assert len({Mark("a"), Mark("a")}) == 2
