"""The two places where a key has more than one shape: a reference or a list of them, and paragraphs."""

from __future__ import annotations

from typing import Any, get_args

from dprk_industry.curate.values import frozen

LIST, MAP = "[list]", "[map]"
"""Names of the branches; pydantic puts them into the path of an error."""


@frozen(eq=False)
class OneOrMore:
    """A single value or a list of them; read into a tuple."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        return cs.no_info_before_validator_function(listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Both shapes in one schema, because editors tell of a choice of schemas less well."""
        many: dict[str, Any] = handler(schema)
        return {**many["items"], **many, "type": ["string", "array"]}


def listed(value: Any) -> Any:
    """A list of one for a single text; anything else as it is."""
    return [value] if isinstance(value, str) else value


@frozen(eq=False)
class ByShape:
    """A list, or a mapping to lists; which one is told by the shape of what stands there."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema as cs

        many, mapping = (handler(choice) for choice in get_args(source))
        return cs.tagged_union_schema({LIST: many, MAP: mapping}, discriminator=shape)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        """Both shapes in one schema: `items` speaks of lists alone, `patternProperties` of mappings alone."""
        many, mapping = handler(schema)["oneOf"]
        return {**many, **mapping, "type": ["array", "object"]}


def shape(value: Any) -> str:
    """The branch of `ByShape` that a value belongs to."""
    return MAP if isinstance(value, dict) else LIST
