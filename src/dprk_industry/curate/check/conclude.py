"""Brings the reports on single articles together: what articles say of each other, and the dataset as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge, Tentative
from dprk_industry.curate.corpus import Disk, Locator, Reader
from dprk_industry.curate.findings import Finding, Problem, Severity, few
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.models.index import Index
from dprk_industry.curate.rules.kinship import families

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from dprk_industry.curate.check.inspect import Report
    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.models.index import Summary
    from dprk_industry.curate.models.registry import Waiver
    from dprk_industry.curate.rules import Rule

EXCEPTIONS = "dataset/exceptions.yaml"


def conclude(ground: Ground, reports: Sequence[Report], rules: Iterable[Rule]) -> list[Finding]:
    """All findings on a dataset, sorted by place; waived ones are left out."""
    summaries = tuple(report.summary for report in reports if report.summary)
    unreadable = frozenset(Path(report.file).stem for report in reports if report.summary is None)
    index = Index.of(ground.known, summaries, unreadable | ground.known.unreadable)
    reader = Reader(Disk(ground.root), ground.codes)
    rules = tuple(rules)
    judge = Judge(rules, reader.locator)
    lots = families(index)
    related = {article.file for lot in lots for article in lot}
    found = [*ground.findings, *(finding for report in reports for finding in report.findings)]
    found += _settled((alone for report in reports if report.file not in related for alone in report.alone), index)
    for lot in lots:
        found += _together(lot, index, reader, judge)
    found += judge.dataset(index)
    return sorted(_waived(found, ground.known.registries.exceptions, reader.locator))


def _together(lot: tuple[Summary, ...], index: Index, reader: Reader, judge: Judge) -> Iterator[Finding]:
    """Findings on articles that concern each other; they are read once more for it."""
    sheets = tuple(sheet for article in lot if (sheet := reader.sheet(article.file)))
    reader.taken()
    world = Collection.of(index, sheets, elsewhere=index.record_ids)
    refer = {article.file for article in lot if article.refers_to}
    for sheet in sheets:
        if sheet.file in refer:
            yield from judge.article(sheet, world)
    yield from _settled(judge.linked(world), index)


def _settled(tentative: Iterable[Tentative], index: Index) -> Iterator[Finding]:
    """The findings that hold now that it is known whether everything could be read."""
    return (each.finding for each in tentative if index.whole or not each.if_whole)


def _waived(findings: list[Finding], exceptions: Sequence[Waiver], locator: Locator) -> Iterator[Finding]:
    """The findings without those warnings that an exception waives, and a finding for each exception left over."""
    waivers = {(waiver.rule, waiver.record) for waiver in exceptions}
    used = set()
    for finding in findings:
        key = (finding.code, finding.record)
        if finding.severity is Severity.WARNING and key in waivers:
            used.add(key)
        else:
            yield finding
    for problem in few(_unused(exceptions, used)):
        yield locator.finding(EXCEPTIONS, "R90", problem, Severity.ERROR)


def _unused(exceptions: Sequence[Waiver], used: Container[tuple[str, str]]) -> Iterator[Problem]:
    for position, waiver in enumerate(exceptions):
        if (waiver.rule, waiver.record) not in used:
            message = f"no warning {waiver.rule} on `{waiver.record}` to waive; delete the exception"
            yield Problem((position,), message)
