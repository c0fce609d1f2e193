"""What records must agree on: one small function for each rule, all of them listed here."""

from __future__ import annotations

from dprk_industry.curate.rules import (
    amounts,
    articles,
    bounds,
    cascades,
    evidence,
    exceptions,
    facilities,
    factors,
    files,
    grades,
    incidents,
    links,
    orders,
    outcomes,
    permanence,
    reading,
    registries,
    repeats,
    sources,
)
from dprk_industry.curate.rules.base import Rule, Scope

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *reading.RULES,
            *files.RULES,
            *articles.RULES,
            *sources.RULES,
            *evidence.RULES,
            *orders.RULES,
            *cascades.RULES,
            *outcomes.RULES,
            *grades.RULES,
            *incidents.RULES,
            *links.RULES,
            *amounts.RULES,
            *factors.RULES,
            *registries.RULES,
            *facilities.RULES,
            *repeats.RULES,
            *bounds.RULES,
            *permanence.RULES,
            *exceptions.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule, in the order of their codes; a code whose checks look at two scopes stands twice."""

__all__ = ["RULES", "Rule", "Scope"]
