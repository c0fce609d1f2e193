"""Who looks at the articles: this process; or, as kinds of it, several of this machine or those of a cluster.

Whoever it is, what is found comes in the order of the files.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Self

from dprk_industry.curate.check.inspect import Report, inspect
from dprk_industry.curate.check.together import together
from dprk_industry.curate.disk import Disk
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any, TypeAlias

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.index import Index, Summary

    Lots: TypeAlias = Sequence[tuple[Summary, ...]]
    """Articles that concern each other, lot by lot."""

PAYS = 2_000
"""Articles for which one more process is worth starting."""


def pays(articles: int) -> int:
    """Number of processes that pay for so many articles."""
    return max(1, min(os.cpu_count() or 1, articles // PAYS))


class Workers:
    """This process alone; others that work for it are there until it is left."""

    def __init__(self, ground: Ground) -> None:
        """Take what the articles are judged against."""
        self._ground = ground
        self._aside: dict[str, Sheet] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nobody else was called."""

    def inspect(self, files: Sequence[str]) -> Iterable[Report]:
        """Read and judge articles against what is known beside them; gives a report on each, in order."""
        return inspect(self._ground, Disk(self._ground.root, digests={}), files, RULES, self._aside)

    def together(self, index: Index, lots: Lots) -> Iterable[Finding]:
        """Findings on articles that concern each other."""
        return together(self._ground, index, lots, RULES, self._aside)


def chunks(given: Sequence[Any], size: int) -> list[Sequence[Any]]:
    """Parts of a sequence, each of that size but the last."""
    return [given[start : start + size] for start in range(0, len(given), size)]
