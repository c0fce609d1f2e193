"""Group B: articles, their dates, kinds and digests."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.nearest import nearest
from dprk_industry.curate.rules.base import declared, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Sheet
    from dprk_industry.curate.models.records import Article

_YEAR = re.compile(r"[0-9]{4}")
EARLIEST = date(1990, 1, 1)
"""No article is older."""


def lies_ahead(day: Edtf, article: Article) -> bool:
    """Whether a day certainly lies after an article's publication, one day of time zones granted.

    A date of publication before all articles of the dataset is seen to by R14 and not judged.
    """
    published = article.published
    return not _too_old(published) and published.certainly_before(day, days=1)


def _too_old(published: Edtf) -> bool:
    """Whether a date lies before the first day of the dataset; of one with an open end, whether it begins before."""
    known = published.last or published.first
    return known is not None and known < EARLIEST


@rule("R11", whole=True)
def full_text_hashed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article read in full has the hash of its text.

    Why: anyone who holds the text can then see whether it is the one that was read.
    Mend: add `text_sha256`, the SHA-256 of the stored copy, byte for byte; or set `read` to excerpt.
    Bad: paragraph_count: 9, read: full
    Good: paragraph_count: 9, read: excerpt
    """
    if sheet.article.read == "full" and sheet.article.text_sha256 is None:
        yield Problem(("read",), "the whole text was read; add its `text_sha256`, or set `read` to excerpt")


@rule("R12")
def dating_explained(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The way in which an article was dated fits the date it was given.

    Why: a date worked out from the text is never exact, and a date from outside stands or falls with the fact it
    rests on.
    Mend: dated by text: mark the date as approximate (2015-03~), a set or with unknown digits; dated outside: name the
    fact in `note`; dated by url: the year stands in the address.
    Warns: of a year that does not stand in the address, where an article is dated by it.
    Bad: published: 2015-03-14, dated_by: text
    Good: published: 2015-03~, dated_by: text
    """
    article = sheet.article
    if article.dated_by == "text" and article.published.exact:
        found = f"`{article.published}` is exact, but worked out from the text"
        yield Problem(("published",), f"{found}; write it as approximate, a set, or with unknown digits")
    if article.dated_by == "outside" and not article.note and sheet.whole:
        yield Problem(("dated_by",), "dated by a fact outside the text; name the fact in `note`")
    years = _YEAR.findall(article.published.text)
    if article.dated_by == "url" and not any(year in article.url for year in years):
        message = f"dated by the url, but the year of `{article.published}` does not stand in it; correct one of them"
        yield Problem(("dated_by",), message, Severity.WARNING, there=("published",))


@rule("R13")
def annotated_after_publication(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article is annotated after it was published.

    Why: nobody can code what is not yet written; one of the two dates is wrong.
    Mend: correct `annotated` or `published`.
    Bad: published: 2026-11-23, annotated: 2026-11-22
    Good: published: 2026-10-23, annotated: 2026-11-22
    """
    annotated, published = sheet.article.annotated, sheet.article.published
    if published.first and annotated < published.first <= world.today:
        message = f"annotated {annotated}, but published {published}; correct one of the two dates"
        yield Problem(("annotated",), message, there=("published",))


@rule("R14")
def published_in_our_time(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article is published neither in the future nor before 1990.

    Why: such a date is a slip of the pen.
    Mend: correct `published`.
    Bad: published: 2109-03-20
    Good: published: 2019-03-20
    """
    published = sheet.article.published
    if published.first and published.first > world.today:
        yield Problem(("published",), f"published {published}, which is in the future; correct the date")
    if _too_old(published):
        yield Problem(("published",), f"published {published}, but the dataset begins with 1990; correct the date")


@rule("R15", whole=True)
def relay_has_source(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article of genre relay has a source of kind media or state_report.

    Why: a relay retells another outlet, and that outlet is its source.
    Mend: add the outlet as a source, or choose another genre.
    Bad: genre: relay, sources: {resident: {kind: resident, reliability: C}}
    Good: genre: relay, sources: {wire: {kind: media, outlet: wire, reliability: B}}
    """
    kinds = {source.kind for source in sheet.article.sources.values()}
    if sheet.article.genre == "relay" and not kinds & {"media", "state_report"}:
        message = "genre relay, but no source of kind media or state_report; add the outlet that it retells"
        yield Problem(("genre",), f"{message}, or choose another genre")


@rule("R16", whole=True)
def genre_shown(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A fulfilment text has an outcome met or exceeded; a denial has a record that is denied.

    Why: the genre names what the text is for, so the record of it must be there.
    Mend: add the record, or choose another genre (plan_text, news).
    Bad: genre: fulfilment, outcomes: {new-kiln: {kind: fulfilment, status: under_way}}
    Good: genre: plan_text, outcomes: {new-kiln: {kind: fulfilment, status: under_way}}
    """
    article = sheet.article
    statuses = {outcome.status for outcome in article.outcomes.values()}
    if article.genre == "fulfilment" and not statuses & {"met", "exceeded"}:
        message = "genre fulfilment, but no outcome with status met or exceeded; add it, or choose another genre"
        yield Problem(("genre",), message)
    if article.genre == "denial" and not any(entry.manner in {"denied", None} for entry in sheet.entries):
        yield Problem(("genre",), "genre denial, but no record with manner denied; add it, or choose another genre")


@rule("R17", whole=True)
def something_recorded(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every article has a record; a news report has an order, an outcome or an incident.

    Why: an article without a record says nothing that this dataset holds.
    Mend: code what the text says, or take the article out of the dataset.
    Warns: of a news report without order, outcome and incident.
    Bad: genre: news, factors: {no-coke: {role: cause, type: fuel}}
    Good: genre: news, outcomes: {idle: {status: stopped}}, factors: {no-coke: {role: cause, type: fuel}}
    """
    article = sheet.article
    if not sheet.entries:
        yield Problem((), "the article has no record at all; code what it says, or take it out of the dataset")
    elif article.genre == "news" and not (article.orders or article.outcomes or article.incidents):
        message = "a news report without order, outcome or incident; look again or choose another genre"
        yield Problem(("genre",), message, Severity.WARNING)


NOTES_SHORT = declared(
    "R18",
    """
    A note has at most 140 characters and is in the annotator's own words.

    Why: no article text is redistributed; a note is a hint for the next reader, not a summary.
    Mend: shorten the note; what is a fact belongs into a key.
    Bad: note: "the furnaces stood still in January, were lit again in February, went out for want of coke in March and
    will not burn again before the summer, says the source"
    Good: note: "lit in February, out again in March for want of coke"
    """,
)


@rule("R83")
def digests_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    There is one digest for each paragraph, eight hexadecimal digits each.

    Why: by the digests anyone who holds the text can see that paragraph numbers mean the same.
    Mend: compute the list again from the text; do not type digests by hand.
    Bad: paragraph_count: 3, paragraph_digests: [0a1b2c3d, 4e5f6071]
    Good: paragraph_count: 3, paragraph_digests: [0a1b2c3d, 4e5f6071, 8293a4b5]
    """
    article = sheet.article
    if sheet.whole and len(article.paragraph_digests) != article.paragraph_count:
        found = f"paragraphs: {article.paragraph_count}, digests: {len(article.paragraph_digests)}"
        message = f"{found}; expected one for each, computed from the text"
        yield Problem(("paragraph_digests",), message, there=("paragraph_count",))


@rule("R84")
def annotators_registered(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Annotators are handles of the registry.

    Why: agreement between coders is counted by handle, and no private name stands in the data.
    Mend: take a handle of dataset/registries/annotators.yaml, or register a new one there.
    Bad: annotators: [testr]
    Good: annotators: [tester]
    """
    if not sheet.article.annotators and sheet.whole:
        yield Problem(("annotators",), "nobody is named; give the handle of who annotated the article")
    for position, name in enumerate(sheet.article.annotators):
        if name not in world.registries.annotators and not world.lost_entry("annotators", name):
            register = "; correct it, or register it in dataset/registries/annotators.yaml"
            advice = nearest(name, world.registries.annotators) or register
            yield Problem(("annotators", position), f"`{name}` is no registered annotator{advice}")


RULES = (
    full_text_hashed,
    dating_explained,
    annotated_after_publication,
    published_in_our_time,
    relay_has_source,
    genre_shown,
    something_recorded,
    NOTES_SHORT,
    digests_complete,
    annotators_registered,
)
