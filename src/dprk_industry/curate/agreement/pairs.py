"""The two codings of each article that was coded twice, and what they have in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from dprk_industry.curate.agreement.reading import View
from dprk_industry.curate.models.collection import Entry, Sheet
from dprk_industry.curate.values import frozen


@frozen(slots=False)
class Pair:
    """Two codings of one article by coders who worked apart; the first is the one whose handle sorts first."""

    sheets: tuple[Sheet, Sheet]

    @property
    def article_id(self) -> str:
        """Id of the article."""
        return self.sheets[0].article.id

    @property
    def coders(self) -> tuple[str, str]:
        """Handles of the two coders."""
        return coder(self.sheets[0]), coder(self.sheets[1])

    @property
    def origin(self) -> date:
        """Day from which the days of both codings are counted: that of publication, as the first coder has it."""
        published = self.sheets[0].article.published
        return published.first or published.last or date.min


def coder(sheet: Sheet) -> str:
    """Handle of the coder in whose folder a coding lies."""
    return PurePosixPath(sheet.file).parent.name


def paired(codings: Iterable[Sheet]) -> tuple[list[Pair], list[Sheet]]:
    """Pairs of codings by article, and the codings that still wait for a second one."""
    found: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sorted(codings, key=coder):
        found[sheet.article.id].append(sheet)
    lots = [lot for _, lot in sorted(found.items())]
    return [Pair((lot[0], lot[1])) for lot in lots if len(lot) > 1], [lot[0] for lot in lots if len(lot) == 1]


@frozen(slots=False)
class Match:
    """Which records of two codings stand for the same thing."""

    pair: Pair
    both: tuple[tuple[Entry, Entry], ...]
    """Matched records, that of the first coder in front."""

    @cached_property
    def alone(self) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """Records that the first coder alone has, and those that the second alone has."""
        first, second = (
            tuple(entry for entry in sheet.entries if entry.path not in {entries[side].path for entries in self.both})
            for side, sheet in enumerate(self.pair.sheets)
        )
        return first, second

    @cached_property
    def views(self) -> tuple[View, View]:
        """From where the values of the two coders are looked at."""
        first, second = (
            View(self.pair.origin, self._names(side, coder)) for side, coder in enumerate(self.pair.coders)
        )
        return first, second

    def _names(self, side: int, coder: str) -> dict[str, str]:
        """Shared names of a coder's records: matched ones have that of the first coder, others one of their own."""
        own = {entry.slug: f"{coder} {entry.slug}" for entry in self.alone[side]}
        return own | {entries[side].slug: entries[0].slug for entries in self.both}
