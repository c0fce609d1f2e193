"""Reads articles one after the other, holds each against the rules, and remembers what others need to know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.check.judge import Judge, Tentative
from dprk_industry.curate.corpus import Reader
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.models.index import Summary, summary
from dprk_industry.curate.rules.kinship import claims

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.disk import Source
    from dprk_industry.curate.findings import Finding
    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.rules import Rule


class Report(NamedTuple):
    """What was found on one article without knowing the others."""

    file: str
    digest: bytes
    """Digest of the file as it was read."""
    summary: Summary | None
    """None if the article could not be read."""
    findings: tuple[Finding, ...]
    alone: tuple[Tentative, ...]
    """What holds as well if no other article concerns this one."""


class _Read(NamedTuple):
    """A file, its article if it could be read, and what was found on the way."""

    file: str
    sheet: Sheet | None
    faults: tuple[Finding, ...]


BATCH = 32
"""How many articles are read before they are judged: the reader and the rules take turns, which spares both time."""
MOST_ASIDE = 3_000
"""How many articles are put aside: some dozens of megabytes of them."""


def inspect(
    ground: Ground,
    source: Source,
    files: Sequence[str],
    rules: Iterable[Rule],
    aside: dict[str, Sheet] | None = None,
) -> list[Report]:
    """Read and judge articles; one that refers to others is only read, for its rules must see them.

    Such articles are put aside where there is a place for them, so that they need not be read again.
    """
    return list(_reports(ground, source, files, rules, aside))


def _reports(
    ground: Ground, source: Source, files: Sequence[str], rules: Iterable[Rule], aside: dict[str, Sheet] | None
) -> Iterator[Report]:
    reader = Reader(source, ground.codes)
    judge = Judge(rules, reader.locator)
    for start in range(0, len(files), BATCH):
        chosen = files[start : start + BATCH]
        batch = [_Read(file, reader.sheet(file, headless=True), reader.taken()) for file in chosen]
        sheets = [each.sheet for each in batch if each.sheet]
        known = {sheet.file: summary(sheet, claims(sheet, ground.known.registries)) for sheet in sheets}
        judged = _judged([sheet for sheet in sheets if not known[sheet.file].refers_to], ground, judge)
        for file, sheet, faults in batch:
            found, alone = judged.get(file, ((), ()))
            if sheet and file not in judged and aside is not None and len(aside) < MOST_ASIDE:
                aside[file] = sheet
            digest = (source.digests or {}).get(file, b"")
            yield Report(file, digest, known.get(file), (*faults, *found), tuple(alone))


def _judged(sheets: list[Sheet], ground: Ground, judge: Judge) -> dict[str, tuple[list[Finding], list[Tentative]]]:
    """What is found on articles that refer to no others, by file."""
    worlds = [Collection.of(ground.known, (sheet,)) for sheet in sheets]
    found = judge.articles(list(zip(sheets, worlds, strict=True)))
    files = (sheet.file for sheet in sheets)
    return dict(zip(files, zip(found, judge.linked(worlds), strict=True), strict=True))
