"""Commas that are missing between the keys of a mapping in braces, or are another sign; pure.

Asked only about texts that the parser refused: it says of them that a bracket is not closed.
"""

from __future__ import annotations

import re
from unicodedata import name

from dprk_industry.curate.findings import short

Found = tuple[int, str]
"""A place in a text, and what is wrong there."""

_SIGNS = ";\u060c\u061b\u3001\ufe10\ufe50\ufe51\ufe54\uff0c\uff1b\uff64"
"""Signs that people take for a comma."""
_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_PLAIN = r"""[^\s,:{}\[\]"'][^,:{}\[\]\n]{0,999}?"""
"""How long it may be is bounded, so that no file takes long."""
_VALUE = rf"""(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|\[[^\[\]{{}}"']*\]|\{{[^\[\]{{}}"']*\}}|{_PLAIN})"""
_SOUND = re.compile(rf"\s*{_KEY}: +{_VALUE} {{0,9}},")
_SLIP = re.compile(rf"\s*{_KEY}: +{_VALUE}(?: {{0,9}}([{_SIGNS}]) *| {{1,9}})({_KEY}):(?= )")


def wrong_comma(text: str, brace: int) -> Found | None:
    """Where a comma is missing in the mapping whose brace opens at a place, or another sign stands for it."""
    if text[brace : brace + 1] != "{":
        return None
    place = brace + 1
    while sound := _SOUND.match(text, place):
        place = sound.end()
    slip = _SLIP.match(text, place)
    if not slip:
        return None
    if slip[1]:
        sign = "`;`" if slip[1] == ";" else f"the {name(slip[1]).lower()} U+{ord(slip[1]):04X}"
        return slip.start(1), f"{sign} stands where a comma belongs; write a comma"
    message = f"a comma is missing before `{short(slip[2])}`; or, if that belongs to the value, put the value in quotes"
    return len(text[: slip.start(2)].rstrip(" ")), message
