"""Events to data, looking neither left nor right: for the many files in which nothing is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from dprk_industry.curate.disk import MAX_BYTES
from dprk_industry.curate.yamlfile import events
from dprk_industry.curate.yamlfile.text import CONTROL, MAX_DEPTH, MAX_SCALAR, ORDINARY

if TYPE_CHECKING:
    from collections.abc import Callable


class _DoubtError(Exception):
    """The quick reading met something that needs a closer look."""


def _may_be_special(text: str) -> bool:
    """Whether an anchor, alias, tag, directive, explicit key, escape or second document may stand in a text."""
    if "\\" in text or "\n---" in text or "\n..." in text or text.startswith(("---", "...")):
        return True
    for sign in "&*!%?":
        found = text.find(sign)
        while found >= 0:
            if found == 0 or text[found - 1] in " \n,:[{-?":
                return True
            found = text.find(sign, found + 1)
    return False


def quick(raw: bytes) -> Any:
    """Data of a text in which nothing is refused; None where that is not certain at first sight."""
    if len(raw) > MAX_BYTES or (raw.isascii() and raw.translate(None, ORDINARY)):
        return None
    try:
        text = raw.decode("utf-8")
        if _may_be_special(text) or (not raw.isascii() and CONTROL.search(text)):
            return None
        reader = events.loader(text)
        try:
            reader.get_event(), reader.get_event()
            data = _quick_value(reader.get_event(), reader.get_event, 1)
            ended = (
                type(reader.get_event()) is yaml.DocumentEndEvent and type(reader.get_event()) is yaml.StreamEndEvent
            )
            return data if ended else None
        finally:
            reader.dispose()
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
        if key in result or len(key) > MAX_SCALAR:
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
