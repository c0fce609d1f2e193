"""What a release leaves behind in the checkout: the list of released ids, and its part of CHANGELOG.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dprk_industry.curate.release import numbers, report

if TYPE_CHECKING:
    from dprk_industry.curate.release.delta import Delta

_BEGIN = "<!-- data {version}: written by `dprk-industry release`; do not edit by hand -->"
_END = "<!-- end of data {version} -->"
_HEADING = re.compile(r"^## \[?(\d+\.\d+\.\d+)\]?.*$", re.MULTILINE)


def changelog(text: str, delta: Delta) -> str:
    """CHANGELOG.md with the generated part on the data of a version.

    The part stands between marks at the end of the version's section; the section is made where there is none.
    """
    begin, end = (mark.format(version=delta.new) for mark in (_BEGIN, _END))
    part = f"{begin}\n\n{_body(delta)}\n\n{end}"
    before, found, rest = text.partition(begin)
    if found:
        _, closed, after = rest.partition(end)
        return f"{before}{part}{after}" if closed else f"{before}{part}\n{rest}"
    sections = list(_HEADING.finditer(text))
    for place, heading in enumerate(sections):
        if heading[1] == delta.new:
            stop = sections[place + 1].start() if place + 1 < len(sections) else len(text)
            return f"{text[:stop].rstrip()}\n\n{part}\n\n{text[stop:]}".rstrip() + "\n"
    stop = next((found.start() for found in sections if _older(found[1], delta.new)), len(text))
    return f"{text[:stop].rstrip()}\n\n## {delta.new}\n\n{part}\n\n{text[stop:]}".rstrip() + "\n"


def _older(version: str, other: str) -> bool:
    return numbers.number(version) < numbers.number(other)


def _body(delta: Delta) -> str:
    title = "Data: first release" if delta.old == "0.0.0" else f"Data: changes since {delta.old}"
    return f"### {title}\n\n{report.section(delta)}"
