"""Looks at articles that concern each other together; those that were not put aside are read once more for it."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge, Tentative
from dprk_industry.curate.corpus import Disk, Reader
from dprk_industry.curate.models.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.index import Index, Summary
    from dprk_industry.curate.rules import Rule

BATCH = 16
"""How many lots are read before they are judged."""


def together(
    ground: Ground,
    index: Index,
    lots: Sequence[tuple[Summary, ...]],
    rules: Iterable[Rule],
    aside: Mapping[str, Sheet] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Findings on lots of articles of which those of a lot concern each other."""
    reader = Reader(Disk(ground.root), ground.codes)
    judge = Judge(rules, reader.locator)
    for start in range(0, len(lots), BATCH):
        batch = lots[start : start + BATCH]
        files = ([article.file for article in lot] for lot in batch)
        read = ((aside.get(file) or reader.sheet(file, headless=True) for file in lot) for lot in files)
        worlds = [Collection.of(index, tuple(filter(None, sheets)), elsewhere=index.record_ids) for sheets in read]
        reader.taken()
        refer = {article.file for lot in batch for article in lot if article.refers_to}
        told = [(sheet, world) for world in worlds for sheet in world.sheets if sheet.file in refer]
        yield from chain.from_iterable(judge.articles(told))
        yield from settled(chain.from_iterable(judge.linked(worlds)), index)


def settled(tentative: Iterable[Tentative], index: Index) -> Iterator[Finding]:
    """The findings that hold now that it is known whether everything could be read."""
    return (each.finding for each in tentative if index.whole or not each.if_whole)
