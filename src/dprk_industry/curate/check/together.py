"""Looks at articles that concern each other together; those that were not put aside are read once more for it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge, Tentative
from dprk_industry.curate.corpus import Disk, Reader
from dprk_industry.curate.models.collection import Collection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.index import Index, Summary
    from dprk_industry.curate.rules import Rule


def together(
    ground: Ground,
    index: Index,
    lots: Iterable[tuple[Summary, ...]],
    rules: Iterable[Rule],
    aside: Mapping[str, Sheet] = MappingProxyType({}),
) -> Iterator[Finding]:
    """Findings on lots of articles of which those of a lot concern each other."""
    reader = Reader(Disk(ground.root), ground.codes)
    judge = Judge(rules, reader.locator)
    for lot in lots:
        sheets = (aside.get(article.file) or reader.sheet(article.file) for article in lot)
        yield from _on_lot(lot, tuple(filter(None, sheets)), index, judge)
        reader.taken()


def _on_lot(lot: tuple[Summary, ...], sheets: tuple[Sheet, ...], index: Index, judge: Judge) -> Iterator[Finding]:
    world = Collection.of(index, sheets, elsewhere=index.record_ids)
    refer = {article.file for article in lot if article.refers_to}
    for sheet in sheets:
        if sheet.file in refer:
            yield from judge.article(sheet, world)
    yield from settled(judge.linked(world), index)


def settled(tentative: Iterable[Tentative], index: Index) -> Iterator[Finding]:
    """The findings that hold now that it is known whether everything could be read."""
    return (each.finding for each in tentative if index.whole or not each.if_whole)
