"""How the models have a value written: which keys in which order, what stands in blocks, what is put in quotes."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import field, replace
from functools import cache
from typing import Any, get_args, get_origin

from dprk_industry.curate.models.base import Model
from dprk_industry.curate.models.hints import choices, keys
from dprk_industry.curate.models.scalars import FREE_TEXT, QuotedWith
from dprk_industry.curate.models.shapes import OneOrMore
from dprk_industry.curate.values import frozen

ANY_TYPE = frozenset({"string", "integer", "number", "boolean"})


@frozen()
class Style:
    """How a value is written; what no model knows is written as its data have it."""

    keys: Mapping[str, Any] = field(default_factory=dict)
    """Type hints of the keys of a model, in their order."""
    values: Any = None
    """Type hint of the values of a mapping of names."""
    items: Any = None
    """Type hint of the items of a list."""
    in_blocks: bool = False
    """True if keys or items stand on lines of their own, however short they are."""
    alone: bool = False
    """True if a single item stands without a list around it."""
    types: frozenset[str] = ANY_TYPE
    """JSON types under which a reader may see a single value."""
    quoted: str = ""
    """Signs with which a text is put in quotes."""

    def of_key(self, key: str) -> Style:
        """Style of a key's value."""
        return style(self.keys.get(key, self.values))

    @property
    def sections(self) -> frozenset[str]:
        """Keys of a model that hold many models: the sections of a file, if there are several."""
        held = {key: style(hint) for key, hint in self.keys.items()}
        found = frozenset(key for key, each in held.items() if style(each.values).keys or style(each.items).keys)
        return found if len(found) > 1 else frozenset()


@cache
def style(hint: Hashable) -> Style:
    """Style of what a type hint of the models stands for; None for what no model knows."""
    made = Style()
    marks = [mark for _, around in choices(hint) for mark in around]
    for choice, _ in choices(hint):
        if isinstance(choice, type) and issubclass(choice, Model):
            made = replace(made, keys=keys(choice), in_blocks=choice.IN_BLOCKS)
        elif get_origin(choice) is dict:
            made = replace(made, values=get_args(choice)[1])
        elif get_origin(choice) is tuple:
            items = get_args(choice)[0]
            made = replace(made, items=items, in_blocks=_is_free_text(items))
    return replace(
        made,
        alone=any(isinstance(mark, OneOrMore) for mark in marks),
        types=frozenset(kind for mark in marks for kind in getattr(mark, "json_types", ())) or ANY_TYPE,
        quoted="".join(mark.signs for mark in marks if isinstance(mark, QuotedWith)),
    )


def _is_free_text(hint: Any) -> bool:
    return any(FREE_TEXT in marks for _, marks in choices(hint))


def ordered(data: Any, wanted: Style) -> Any:
    """Data with the keys of models in their order, those that no model knows behind them."""
    if isinstance(data, dict):
        known = (key for key in wanted.keys if key in data)
        return {key: ordered(data[key], wanted.of_key(key)) for key in dict.fromkeys((*known, *data))}
    if isinstance(data, list):
        if wanted.alone and len(data) == 1 and isinstance(data[0], str):
            return data[0]
        return [ordered(item, style(wanted.items)) for item in data]
    return data
