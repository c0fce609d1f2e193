"""Holds what stands beside the articles against its rules, once for as long as it does not change."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge
from dprk_industry.curate.corpus import Apart, Disk, Locator
from dprk_industry.curate.models.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.rules import Rule

GUARDED = "R85"
"""Nothing that lies in the repository may lead to a private person, however it was made: the one rule that codings made
apart must keep, beside those on their form."""


def judged(ground: Ground, rules: Iterable[Rule]) -> Ground:
    """A ground with what its rules find, and without what nothing else looks at: codings made apart, and boundaries."""
    rules = tuple(rules)
    locator = Locator(Disk(ground.root))
    found = Judge(rules, locator).known(ground.known)
    guard = Judge((rule for rule in rules if rule.code == GUARDED), locator)
    codings = [(sheet, Collection.of(ground.known, (sheet,))) for sheet in ground.apart.codings]
    found += chain.from_iterable(guard.articles(codings))
    known = replace(ground.known, boundaries=())
    return replace(ground, known=known, apart=Apart(), findings=(*ground.findings, *found))
