"""Alarms: how many of each thing the dataset should hold at least and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.collection import SECTIONS
from dprk_industry.curate.models.index import KINDS
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.index import Index


@rule("R91", Severity.WARNING, Scope.DATASET, whole=True)
def as_many_as_foreseen(world: Index) -> Iterator[Problem]:
    """
    There are as many articles, facilities and records of each kind as dataset/bounds.yaml foresees.

    Why: a folder that went missing, or a script that wrote too much, breaks no other rule.
    Mend: look for what is missing or too much; if the dataset has really grown or shrunk so far, move the bound.
    Bad: orders: {min: 100, max: 900} with 12 orders in the dataset
    Good: orders: {min: 100, max: 900} with 412 orders in the dataset
    """
    counts = _counts(world)
    for name, bound in world.registries.bounds.items():
        if not bound.min <= counts[name] <= bound.max:
            message = f"{counts[name]:,} {name}; foreseen are {bound.min:,} to {bound.max:,}"
            yield Problem((name,), message, on_key=True, file="dataset/bounds.yaml")


def _counts(world: Index) -> dict[str, int]:
    sections = [sum(counts) for counts in zip(*(article.counts for article in world.articles), strict=True)]
    counted = dict(zip(KINDS, sections or [0] * len(KINDS), strict=True))
    return {
        "articles": len(world.articles),
        "facilities": len(world.registries.facilities),
        **{section: counted[section] for section in SECTIONS},
    }


RULES = (as_many_as_foreseen,)
