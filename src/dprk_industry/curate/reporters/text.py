"""Findings as lines for people: `path:line:column: CODE message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.findings import Finding

RED, YELLOW, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[1m", "\033[0m"


def report(findings: Iterable[Finding], *, colour: bool = False) -> Iterator[str]:
    """A line for each finding; colour only where it is asked for."""
    for finding in findings:
        warning = finding.severity is Severity.WARNING
        code = f"{finding.code} warning:" if warning else finding.code
        place = str(finding.location)
        if colour:
            code = f"{YELLOW if warning else RED}{code}{PLAIN}"
            place = f"{BOLD}{place}{PLAIN}"
        yield f"{place}: {code} {finding.message}"


def summary(findings: Iterable[Finding], articles: int, records: int) -> str:
    """One line that says how much was checked and what was found."""
    found = list(findings)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    warnings = len(found) - errors
    said = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}" if found else "no findings"
    return f"{_count(articles, 'article')}, {_count(records, 'record')}: {said}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
