"""Findings as lines for people: `path:line:column: CODE message`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Severity, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dprk_industry.curate.findings import Finding

RED, YELLOW, BOLD, PLAIN = "\033[31m", "\033[33m", "\033[1m", "\033[0m"
EXAMPLES = 5
"""How often one and the same message is printed before the rest is counted."""


def report(findings: Sequence[Finding], *, colour: bool = False) -> Iterator[str]:
    """A line for each finding, and one for what was left out of a message that repeats; colour where asked for."""
    left = Counter((finding.code, finding.message) for finding in findings)
    shown: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        key = (finding.code, finding.message)
        shown[key] += 1
        if shown[key] <= EXAMPLES:
            yield _line(finding, colour=colour)
        elif shown[key] == left[key]:
            more = left[key] - EXAMPLES
            yield f"{finding.code} {_visible(finding.message)}: {counted(more, 'more place')}"


def _line(finding: Finding, *, colour: bool) -> str:
    warning = finding.severity is Severity.WARNING
    code = f"{finding.code} warning:" if warning else finding.code
    place, message = _visible(str(finding.location)), _visible(finding.message)
    if not colour:
        return f"{place}: {code} {message}"
    return f"{BOLD}{place}{PLAIN}: {YELLOW if warning else RED}{code}{PLAIN} {message}"


def _visible(text: str) -> str:
    """A text in which line breaks and signs that nobody sees, or that command a terminal, stand as escapes."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def summary(findings: Iterable[Finding], articles: int, records: int, unread: int = 0) -> str:
    """One line that says how much was checked, how many files could not be, and what was found."""
    found = list(findings)
    errors = sum(finding.severity is Severity.ERROR for finding in found)
    warnings = len(found) - errors
    said = f"{counted(errors, 'error')}, {counted(warnings, 'warning')}" if found else "no findings"
    lost = f"{counted(unread, 'file')} could not be read, " if unread else ""
    return f"{lost}{counted(articles, 'article')}, {counted(records, 'record')}: {said}"


def beside(errors: Sequence[Finding], *, unsure: bool) -> str:
    """One line on errors in files that were not asked for; `unsure` where nothing can be relied on for them."""
    files = counted(len({error.location.file for error in errors}), "other file")
    said = f"errors in {files} can hide some here; `dprk-industry check` tells them"
    return f"{'not known to be sound: ' if unsure else ''}{said}, first {_line(errors[0], colour=False)}"
