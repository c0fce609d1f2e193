"""Holds codings made apart against the one rule that they must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge
from dprk_industry.curate.corpus import Disk, Locator
from dprk_industry.curate.models.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.rules import Rule

GUARDED = "R85"
"""Nothing that lies in the repository may lead to a private person, however it was made."""


def guarded(ground: Ground, rules: Iterable[Rule]) -> Iterator[Finding]:
    """Findings on codings made apart, beside those on their form."""
    judge = Judge((rule for rule in rules if rule.code == GUARDED), Locator(Disk(ground.root)))
    for sheet in ground.apart.codings:
        yield from judge.article(sheet, Collection.of(ground.known, (sheet,)))
