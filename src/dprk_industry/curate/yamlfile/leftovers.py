"""Lines that a merge left, and lines indented by other signs than spaces: told all at once; pure.

Asked only about texts that the parser refused. It stops at the first such line, and whoever mends that meets the next.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import name

from dprk_industry.curate.findings import Problem, counted
from dprk_industry.curate.yamlfile.text import Fault, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MERGE = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_INDENTED = re.compile(r" *([^\S ])\s*\S")
_LEFT = "a merge left this line; keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>"


def leftovers(text: str) -> list[Fault]:
    """The faults of such lines: one for each conflict of a merge, and one for each sign that indents lines."""
    rows = text.split("\n")
    return [*_conflicts(rows), *_odd(rows)]


def _conflicts(rows: Sequence[str]) -> Iterator[Fault]:
    inside = False
    for number, row in enumerate(rows, start=1):
        if _MERGE.match(row):
            if not inside or row.startswith("<"):
                yield Fault(Mark(number, 1), Problem((), _LEFT))
            inside = not row.startswith(">")


def _odd(rows: Sequence[str]) -> Iterator[Fault]:
    found: dict[str, list[Mark]] = {}
    for number, row in enumerate(rows, start=1):
        if odd := _INDENTED.match(row):
            found.setdefault(odd[1], []).append(Mark(number, odd.start(1) + 1))
    for sign, (first, *others) in found.items():
        message = f"the {name(sign, 'character').lower()} U+{ord(sign):04X} stands in the indentation; write spaces"
        more = f"; {counted(len(others), 'more line')} below likewise" if others else ""
        yield Fault(first, Problem((), message + more))
