"""Group D: on which paragraphs a record rests."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.rules.base import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet

MOST_PARAGRAPHS = 6
"""A record that rests on more is probably several."""


@rule("R25")
def evidence_in_range(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every record rests on paragraphs that the article has, each named once for a source.

    Why: every coded record can be traced to the place that says so.
    Mend: number the body's paragraphs from 1; headline, captions and closing lines do not count.
    Bad: TODO
    Good: TODO
    """
    count = sheet.article.paragraph_count
    for entry in sheet.entries:
        path = (*entry.path, "paragraphs")
        if not entry.evidence:
            yield Problem(path, "no paragraph is named; which ones say so?")
        for (source, number), times in Counter(entry.evidence).items():
            if number > count:
                yield Problem(path, f"paragraph {number}, but the article has {count}")
            if times > 1:
                yield Problem(path, f"paragraph {number} is named {times} times for the source `{source}`")
    for position, number in enumerate(sheet.article.background):
        if number > count:
            yield Problem(("background", position), f"paragraph {number}, but the article has {count}")


@rule("R26", Severity.WARNING, whole=True)
def paragraphs_accounted_for(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    In a news report read in full, every paragraph supports a record or is listed as background.

    Why: what was passed over was passed over on purpose.
    Mend: code what the paragraph says, or list it in `background`.
    Bad: TODO
    Good: TODO
    """
    article = sheet.article
    if article.genre != "news" or article.read != "full":
        return
    used = {number for entry in sheet.entries for _, number in entry.evidence} | set(article.background)
    if any(number > article.paragraph_count for number in used):
        return
    missing = [str(number) for number in range(1, article.paragraph_count + 1) if number not in used]
    if missing:
        message = f"no record rests on paragraph {', '.join(missing)}, and `background` does not list it"
        yield Problem(("paragraph_count",), message)


@rule("R27", Severity.WARNING)
def evidence_narrow(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    No record rests on more than six paragraphs.

    Why: one statement is one record; so many paragraphs hold several.
    Mend: split the record by what is said, or keep the paragraphs that carry it.
    Bad: TODO
    Good: TODO
    """
    for entry in sheet.entries:
        numbers = {number for _, number in entry.evidence}
        if len(numbers) > MOST_PARAGRAPHS:
            yield Problem((*entry.path, "paragraphs"), f"{len(numbers)} paragraphs; at most {MOST_PARAGRAPHS}")


RULES = (evidence_in_range, paragraphs_accounted_for, evidence_narrow)
