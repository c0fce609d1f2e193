"""Single values as YAML: plain where readers of YAML 1.1 and 1.2 alike see what the model has there, else in quotes."""

from __future__ import annotations

import io
import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Collection

    from dprk_industry.curate.canonical.style import Style

TEXT = frozenset({"string"})
_FAITHFUL = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{0,3}[1-9])?")
"""Numbers that every reader writes again as they stood."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Older(yaml.resolver.Resolver):
    """What readers of YAML 1.1 take a plain value for."""


class _Newer(yaml.resolver.BaseResolver):
    """What readers of YAML 1.2 take a plain value for, by its core schema."""


_Older.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^[yYnN]$"), list("yYnN"))
for _tag, _pattern in (
    ("null", "null|Null|NULL|~|"),
    ("bool", "true|True|TRUE|false|False|FALSE"),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
    ("float", r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
):
    _Newer.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), None)
_READERS: tuple[Any, ...] = (_Older(), _Newer())
_ANALYST: Any = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True)


def scalar(text: str, wanted: Style, *, in_line: bool) -> str:
    """A value on one line; `in_line` where it stands between brackets or braces."""
    return _written(text, wanted.types, wanted.quoted, in_line=in_line)


def key(text: str) -> str:
    """A key: always a text, whatever it looks like."""
    return _written(text, TEXT, "", in_line=True)


@cache
def _written(text: str, types: frozenset[str], quoted: str, *, in_line: bool) -> str:
    analysis = _ANALYST.analyze_scalar(text)
    allowed = analysis.allow_flow_plain if in_line else analysis.allow_block_plain
    plain = allowed and not any(sign in text for sign in quoted) and _is_seen_as_meant(text, types)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _is_seen_as_meant(text: str, types: Collection[str]) -> bool:
    """Whether both kinds of readers see a value of one of these JSON types, from which the text can be had back."""
    tags = (reader.resolve(yaml.ScalarNode, text, (True, False)) for reader in _READERS)
    return all(_fits(tag.rpartition(":")[2], text, types) for tag in tags)


def _fits(tag: str, text: str, types: Collection[str]) -> bool:
    if tag in {"int", "float"}:
        number = "number" in types or (tag == "int" and "integer" in types)
        return number and ("string" not in types or _FAITHFUL.fullmatch(text) is not None)
    if tag == "bool":
        return "boolean" in types and text in {"true", "false"}
    return tag == "str" or (tag == "timestamp" and _DAY.fullmatch(text) is not None)
