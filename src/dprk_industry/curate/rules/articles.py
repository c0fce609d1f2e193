"""Group B: articles, their dates, kinds and digests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.faults import nearest
from dprk_industry.curate.rules.base import declared, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet

EARLIEST = date(1990, 1, 1)
"""No article is older."""


@rule("R11")
def full_text_hashed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article read in full has the hash of its text.

    Why: anyone who holds the text can then see whether it is the one that was read.
    Mend: add `text_sha256`, the SHA-256 of the stored copy, byte for byte; or set `read` to excerpt.
    Bad: TODO
    Good: TODO
    """
    if sheet.article.read == "full" and sheet.article.text_sha256 is None:
        yield Problem(("read",), "the whole text was read, but `text_sha256` is missing")


@rule("R12")
def dating_explained(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The way in which an article was dated fits the date it was given.

    Why: a date worked out from the text is never exact, and a date from outside stands or falls with the fact it
    rests on.
    Mend: dated by text: mark the date as approximate (2015-03~), a set or with unknown digits; dated outside: name the
    fact in `note`; dated by url: the year stands in the address.
    Bad: TODO
    Good: TODO
    """
    article = sheet.article
    if article.dated_by == "text" and article.published.exact:
        found = f"`{article.published}` is exact, but worked out from the text"
        yield Problem(("published",), f"{found}; write it as approximate, a set, or with unknown digits")
    if article.dated_by == "outside" and not article.note:
        yield Problem(("dated_by",), "dated by a fact outside the text; name the fact in `note`")
    if article.dated_by == "url" and article.published.text[:4] not in article.url:
        message = f"dated by the url, but the year of `{article.published}` does not stand in it"
        yield Problem(("dated_by",), message, Severity.WARNING)


@rule("R13")
def annotated_after_publication(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article is annotated after it was published.

    Why: nobody can code what is not yet written; one of the two dates is wrong.
    Mend: correct `annotated` or `published`.
    Bad: TODO
    Good: TODO
    """
    first = sheet.article.published.first
    if first and sheet.article.annotated < first:
        yield Problem(("annotated",), f"annotated {sheet.article.annotated}, but published {sheet.article.published}")


@rule("R14")
def published_in_our_time(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article is published neither in the future nor before 1990.

    Why: such a date is a slip of the pen.
    Mend: correct `published`.
    Bad: TODO
    Good: TODO
    """
    published = sheet.article.published
    if published.first and published.first > world.today:
        yield Problem(("published",), f"published {published}, which is in the future")
    if published.last and published.last < EARLIEST:
        yield Problem(("published",), f"published {published}; the dataset begins with 1990")


@rule("R15", whole=True)
def relay_has_source(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An article of genre relay has a source of kind media or state_report.

    Why: a relay retells another outlet, and that outlet is its source.
    Mend: add the outlet as a source, or choose another genre.
    Bad: TODO
    Good: TODO
    """
    kinds = {source.kind for source in sheet.article.sources.values()}
    if sheet.article.genre == "relay" and not kinds & {"media", "state_report"}:
        yield Problem(("genre",), "genre relay, but no source of kind media or state_report")


@rule("R16", whole=True)
def genre_shown(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A fulfilment text has an outcome met or exceeded; a denial has a record that is denied.

    Why: the genre names what the text is for, so the record of it must be there.
    Mend: add the record, or choose another genre (plan_text, news).
    Bad: TODO
    Good: TODO
    """
    article = sheet.article
    if article.genre == "fulfilment" and not any(
        outcome.status in {"met", "exceeded"} for outcome in article.outcomes.values()
    ):
        yield Problem(("genre",), "genre fulfilment, but no outcome with status met or exceeded")
    if article.genre == "denial" and not any(entry.manner == "denied" for entry in sheet.entries):
        yield Problem(("genre",), "genre denial, but no record with manner denied")


@rule("R17", whole=True)
def something_recorded(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every article has a record; a news report has an order, an outcome or an incident.

    Why: an article without a record says nothing that this dataset holds.
    Mend: code what the text says, or take the article out of the dataset.
    Bad: TODO
    Good: TODO
    """
    article = sheet.article
    if not sheet.entries:
        yield Problem((), "the article has no record at all")
    elif article.genre == "news" and not (article.orders or article.outcomes or article.incidents):
        message = "a news report without order, outcome or incident; look again or choose another genre"
        yield Problem(("genre",), message, Severity.WARNING)


NOTES_SHORT = declared(
    "R18",
    """
    A note has at most 140 characters and is in the annotator's own words.

    Why: no article text is redistributed; a note is a hint for the next reader, not a summary.
    Mend: shorten the note; what is a fact belongs into a key.
    Bad: TODO
    Good: TODO
    """,
)


@rule("R83")
def digests_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    There is one digest for each paragraph, eight hexadecimal digits each.

    Why: by the digests anyone who holds the text can see that paragraph numbers mean the same.
    Mend: compute the list again from the text; do not type digests by hand.
    Bad: TODO
    Good: TODO
    """
    article = sheet.article
    if sheet.whole and len(article.paragraph_digests) != article.paragraph_count:
        found = f"{len(article.paragraph_digests)} digests for {article.paragraph_count} paragraphs"
        yield Problem(("paragraph_digests",), f"{found}; expected one for each")


@rule("R84")
def annotators_registered(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Annotators are handles of the registry.

    Why: agreement between coders is counted by handle, and no private name stands in the data.
    Mend: take a handle of dataset/registries/annotators.yaml, or register a new one there.
    Bad: TODO
    Good: TODO
    """
    for position, name in enumerate(sheet.article.annotators):
        if name not in world.registries.annotators:
            advice = nearest(name, world.registries.annotators)
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
