"""What records must agree on: one small function for each rule, all of them listed here."""

from __future__ import annotations

from dprk_industry.curate.rules import (
    amounts,
    articles,
    bounds,
    cascades,
    changed,
    contacts,
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
    references,
    registries,
    repeats,
    sources,
)
from dprk_industry.curate.rules.base import Rule, Scope, examples

GROUPS: dict[str, tuple[Rule, ...]] = {
    "Reading a file": reading.RULES,
    "Files and identity": files.RULES,
    "References": references.RULES,
    "Articles": articles.RULES,
    "Sources": sources.RULES,
    "Evidence": evidence.RULES,
    "Orders": orders.RULES,
    "Orders that carry out or change others": cascades.RULES,
    "Outcomes": outcomes.RULES,
    "Grades and clashing accounts": grades.RULES,
    "Incidents and consequences": incidents.RULES,
    "Links": links.RULES,
    "Amounts": amounts.RULES,
    "Factors": factors.RULES,
    "Registries": registries.RULES,
    "Facilities": facilities.RULES,
    "Repetitions": repeats.RULES,
    "Bounds": bounds.RULES,
    "Permanence": permanence.RULES,
    "Reasons for changes": changed.RULES,
    "Privacy": contacts.RULES,
    "Exceptions": exceptions.RULES,
}
"""Every rule by what it is about: a group for each module."""

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for group in GROUPS.values() for rule in group), key=lambda rule: rule.code)
)
"""Every rule, in the order of their codes; a code whose checks look at two scopes stands twice."""

__all__ = ["GROUPS", "RULES", "Rule", "Scope", "examples"]
