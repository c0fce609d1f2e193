"""Brings the reports on single articles together: what articles say of each other, and the dataset as a whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dprk_industry.curate.check.judge import Judge
from dprk_industry.curate.check.together import settled
from dprk_industry.curate.corpus import Disk, Locator
from dprk_industry.curate.findings import Finding, Problem, Severity, few
from dprk_industry.curate.models.index import Index
from dprk_industry.curate.models.nearest import nearest_id, one_slip
from dprk_industry.curate.rules import RULES
from dprk_industry.curate.rules.kinship import families

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from dprk_industry.curate.check.inspect import Report
    from dprk_industry.curate.check.workers import Workers
    from dprk_industry.curate.corpus import Ground
    from dprk_industry.curate.models.registry import Waiver

EXCEPTIONS = "dataset/exceptions.yaml"
Key = tuple[str, str]
"""Rule and record of a warning."""


def conclude(ground: Ground, reports: Sequence[Report], workers: Workers) -> list[Finding]:
    """All findings on a dataset, sorted by place; waived ones are left out."""
    summaries = tuple(report.summary for report in reports if report.summary)
    unreadable = frozenset(Path(report.file).stem for report in reports if not _found_by_id(report))
    index = Index.of(ground.known, summaries, unreadable)
    locator = Locator(Disk(ground.root))
    lots = families(index)
    related = {article.file for lot in lots for article in lot}
    of_lots = workers.together(index, lots)
    found = [*ground.findings, *(finding for report in reports for finding in report.findings)]
    found += settled((alone for report in reports if report.file not in related for alone in report.alone), index)
    found += Judge(RULES, locator).dataset(index)
    found += of_lots
    return sorted(_waived(found, index, locator))


def _found_by_id(report: Report) -> bool:
    """Whether an article is what others find under the name of its file."""
    return report.summary is not None and report.file.endswith(f"/{report.summary.id}.yaml")


def _waived(findings: list[Finding], index: Index, locator: Locator) -> Iterator[Finding]:
    """The findings without those warnings that an exception waives, and a finding for each exception left over.

    Of an exception that cannot be read any warning may be meant whose rule or record it names, of a list or an article
    that cannot be read any at all; of exceptions that can, any may be left over because what it waives cannot be read.
    """
    exceptions = index.registries.exceptions
    waivers = {(waiver.rule, waiver.record) for waiver in exceptions}
    used: set[Key] = set()
    left: set[Key] = set()
    for finding in findings:
        key = (finding.code, finding.record)
        strange = Path(finding.location.file).stem in index.unreadable
        unknown = any(index.lost_entry("exceptions", name) for name in key)
        if finding.severity is Severity.WARNING and (strange or unknown or key in waivers):
            used.add(key)
        else:
            left.update([key] if finding.severity is Severity.WARNING else ())
            yield finding
    whole = index.whole and all(table != "exceptions" for table, _ in index.lost_entries)
    for problem in few(_unused(exceptions, used, sorted(left))) if whole else ():
        yield locator.finding(EXCEPTIONS, "R90", problem, Severity.ERROR)


def _unused(exceptions: Sequence[Waiver], used: Container[Key], left: Sequence[Key]) -> Iterator[Problem]:
    """Exceptions that waive nothing, those that repeat another one included."""
    first: dict[Key, int] = {}
    for position, waiver in enumerate(exceptions):
        key = (waiver.rule, waiver.record)
        before = first.setdefault(key, position)
        if before != position:
            message = f"a second exception for {waiver.rule} on `{waiver.record}`; delete one of the two"
            yield Problem((position,), message, there=(before,))
        elif key not in used:
            advice = _meant(waiver, left) or "; delete the exception"
            yield Problem((position,), f"no warning {waiver.rule} on `{waiver.record}` to waive{advice}")


def _meant(waiver: Waiver, left: Sequence[Key]) -> str:
    """A suggestion for an exception that may be meant for one of the warnings that are left."""
    rule = next((rule for rule, record in left if record == waiver.record and one_slip(rule, waiver.rule)), None)
    records = (record for rule, record in left if rule == waiver.rule)
    return f"; did you mean {rule}?" if rule else nearest_id(waiver.record, records)
