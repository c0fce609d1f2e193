"""The rules as one Markdown page, from the same texts that `dprk-industry explain` prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dprk_industry.curate.publish import about
from dprk_industry.curate.rules import examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dprk_industry.curate.rules import Rule

BANNER = about.banner("the docstrings of the rules in src/dprk_industry/curate/rules")
INTRODUCTION = """\
What every file of the dataset keeps to.
`dprk-industry check` holds the files against these rules and names the code of each one that is broken.
`dprk-industry explain R30` prints what stands here of one rule.
An error refuses the file.
A warning asks for a second look: mend it, or waive it with its reason in `dataset/exceptions.yaml`.
Why a statement is coded in one way and not in another is told in the [coding manual](coding-manual.md).
"""


def render(groups: Mapping[str, Iterable[Rule]]) -> str:
    """Text of docs/rules.md: the rules in their groups, with a table of contents."""
    held = {title: _by_code(rules) for title, rules in groups.items()}
    listed = "\n".join(f"- [{title}](#{_anchor(title)}): {_links(rules)}" for title, rules in held.items())
    sections = (
        "\n".join((f"## {title}\n", *(_rule(code, rules) for code, rules in group.items())))
        for title, group in held.items()
    )
    return "\n".join((f"<!-- {BANNER} -->\n\n# Rules\n", INTRODUCTION, f"## Contents\n\n{listed}\n", *sections))


def _by_code(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Rules in the order of their codes; a code has several where its checks look at several scopes."""
    found: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.code):
        found.setdefault(rule.code, []).append(rule)
    return found


def _links(codes: Iterable[str]) -> str:
    return ", ".join(f"[{code}](#{code.lower()})" for code in codes)


def _anchor(title: str) -> str:
    """Anchor of a heading of plain words, as GitHub makes it."""
    return title.lower().replace(" ", "-")


def _rule(code: str, rules: Iterable[Rule]) -> str:
    first, *_ = rules
    lines = [
        f"### {code}\n",
        f"**{_plain(first.text.title)}** ({first.severity})\n",
        f"- Why: {_plain(first.text.why)}",
        f"- Mend: {_plain(first.text.mend)}",
        *([f"- Only a warning: {_plain(first.text.warns)}"] if first.text.warns else []),
        *(f"- Bad: `{bad}`\n- Good: `{good}`" for bad, good in examples(rules)),
    ]
    return "".join(f"{line}\n" for line in lines)


def _plain(text: str) -> str:
    """Text in which nothing outside of backticks is taken for a tag."""
    return re.sub(r"`[^`]*`|<", lambda found: "\\<" if found[0] == "<" else found[0], text)
