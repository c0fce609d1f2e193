"""Group D: on which paragraphs a record rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Path, Problem, Severity
from dprk_industry.curate.rules.base import Scope, also, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Entry, Sheet

MOST_PARAGRAPHS = 6
"""A record that rests on more is probably several."""


@rule("R25")
def evidence_in_range(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every record rests on paragraphs that the article has, each named once for a source.

    Why: every coded record can be traced to the place that says so.
    Mend: number the body's paragraphs from 1; headline, captions and closing lines do not count.
    Bad: paragraph_count: 9, orders: {quota: {paragraphs: [3, 10]}}
    Good: paragraph_count: 9, orders: {quota: {paragraphs: [3, 9]}}
    """
    article = sheet.article
    count = max(article.paragraph_count, len(article.paragraph_digests))  # where the two differ, R83 tells
    if not any(_astray(entry, count) for entry in sheet.entries) and not _out_of(article.background, count):
        return
    for entry in sheet.entries:
        if not entry.evidence and sheet.whole:
            yield Problem((*entry.path, "paragraphs"), "no paragraph is named; which ones say so?")
    for path, numbers in _numbers(sheet):
        named: set[int] = set()
        for position, number in enumerate(numbers):
            if number > count:
                message = f"paragraph {number}, but the article has {count}; count the body's paragraphs from 1"
                yield Problem((*path, position), message, there=("paragraph_count",))
            elif number in named:
                yield Problem((*path, position), f"paragraph {number} is named before; once is enough")
            named.add(number)


def _astray(entry: Entry, count: int) -> bool:
    """Whether something may be wrong with the paragraphs of a record."""
    numbers = entry.record.paragraphs
    return isinstance(numbers, dict) or not numbers or _out_of(numbers, count)


def _out_of(numbers: tuple[int, ...], count: int) -> bool:
    """Whether a paragraph is named twice, or is none of the article's."""
    return bool(numbers) and (max(numbers) > count or len(set(numbers)) < len(numbers))


def _numbers(sheet: Sheet) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """The lists of paragraph numbers of an article, each with its path."""
    yield ("background",), sheet.article.background
    for entry in sheet.entries:
        path = (*entry.path, "paragraphs")
        paragraphs = entry.record.paragraphs
        if isinstance(paragraphs, dict):
            yield from (((*path, source), numbers) for source, numbers in paragraphs.items())
        else:
            yield path, paragraphs


@rule("R26", Severity.WARNING, whole=True)
def paragraphs_accounted_for(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    In a news report read in full, every paragraph supports a record or is listed as background, none both.

    Why: what was passed over was passed over on purpose.
    Mend: code what the paragraph says, or list it in `background`; take it out there once a record rests on it.
    Bad: paragraph_count: 3, orders: {quota: {paragraphs: [1, 2]}}
    Good: paragraph_count: 3, background: [3], orders: {quota: {paragraphs: [1, 2]}}
    """
    article = sheet.article
    if article.genre != "news" or article.read != "full" or not sheet.entries:
        return
    if not all(entry.evidence for entry in sheet.entries):
        return  # R25 asks on which paragraphs they rest
    used = {number for entry in sheet.entries for _, number in entry.evidence} | set(article.background)
    count = article.paragraph_count
    if count != len(article.paragraph_digests) or any(number > count for number in used):
        return  # R83 and R25 tell that the numbers are wrong
    missing = [str(number) for number in range(1, count + 1) if number not in used]
    if missing:
        message = f"no record rests on paragraph {', '.join(missing)}; code what it says, or list it in `background`"
        yield Problem(("paragraph_count",), message)


@also(paragraphs_accounted_for, Scope.ARTICLE)
def background_supports_nothing(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """What is listed as background, against the evidence of the records."""
    background = sheet.article.background
    if not background:
        return
    by_number = {number: entry for entry in reversed(sheet.entries) for _, number in entry.evidence}
    for position, number in enumerate(background):
        if entry := by_number.get(number):
            message = f"`{entry.slug}` rests on paragraph {number}; take it out of `background`"
            yield Problem(("background", position), message, there=entry.path)


@rule("R27", Severity.WARNING)
def evidence_narrow(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    No record rests on more than six paragraphs.

    Why: one statement is one record; so many paragraphs hold several.
    Mend: split the record by what is said, or keep the paragraphs that carry it.
    Bad: half-done: {paragraphs: [1, 2, 3, 4, 5, 6, 7], status: partial}
    Good: half-done: {paragraphs: [2, 7], status: partial}
    """
    for entry in sheet.entries:
        if len(entry.evidence) <= MOST_PARAGRAPHS:
            continue
        numbers = {number for _, number in entry.evidence}
        if len(numbers) > MOST_PARAGRAPHS:
            message = f"rests on {len(numbers)} paragraphs, expected at most {MOST_PARAGRAPHS}; split it by statement"
            yield Problem((*entry.path, "paragraphs"), message)


RULES = (evidence_in_range, paragraphs_accounted_for, background_supports_nothing, evidence_narrow)
