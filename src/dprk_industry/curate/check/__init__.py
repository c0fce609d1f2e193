"""Runs the rules over a dataset and gives the findings, sorted by place.

Articles are inspected one after the other and not kept; what must be known of all of them at once is gathered in an
index, and only articles that concern each other are looked at together. So memory grows with the ids, not with the
texts, and articles can be inspected in several processes or on several machines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dprk_industry.curate.check.conclude import conclude
from dprk_industry.curate.check.inspect import inspect
from dprk_industry.curate.corpus import survey
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.rules import Rule

__all__ = ["Checked", "check", "examine"]


@dataclass(frozen=True)
class Checked:
    """A dataset that was checked."""

    ground: Ground
    findings: list[Finding]
    """All findings, sorted by file, line and column."""
    articles: dict[str, int]
    """Number of records of each article that could be read, by file."""


def check(root: Path, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings on the dataset under a root, sorted by file, line and column.

    Raises:
        NoDatasetError: there is no dataset under the root.

    """
    return examine(root, rules).findings


def examine(root: Path, rules: Iterable[Rule] = RULES) -> Checked:
    """Check the dataset under a root.

    Raises:
        NoDatasetError: there is no dataset under the root.

    """
    ground = survey(root)
    if ground.stopped:
        return Checked(ground, sorted(ground.findings), {})
    rules = tuple(rules)
    reports = inspect(ground, ground.articles, rules)
    counted = {report.file: sum(report.summary.counts[1:]) for report in reports if report.summary}
    return Checked(ground, conclude(ground, reports, rules), counted)
