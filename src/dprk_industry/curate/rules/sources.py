"""Group C: sources, their chains and grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import circles
from dprk_industry.curate.rules.articles import lies_ahead
from dprk_industry.curate.rules.base import OR_WAIVE, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet
    from dprk_industry.curate.models.records import Source

UNNAMED = {"resident", "insider_official", "insider_worker", "abroad", "hearsay"}
"""Kinds of source that are people without a name."""


def rank(grade: str | None, vocabulary: str, world: Collection) -> int:
    """Place of a grade in its list; 1 is best."""
    term = world.registries.vocabularies[vocabulary].codes.get(grade or "")
    return term.rank if term and term.rank else 99


@rule("R19")
def source_described(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Who passed a source on is named by `via`, who published it by `outlet`, as its kind asks.

    Why: the root of an account, and so its independence, is read from the chain.
    Mend: hearsay and organ need `via`; state_report and media need `outlet`, of kind state for the first and of
    another kind for the second; a chain of `via` never comes back to where it began.
    Bad: neighbour: {kind: hearsay, reliability: D}
    Good: neighbour: {kind: hearsay, via: resident, reliability: D}
    """
    for name, source in sheet.article.sources.items():
        path = ("sources", name)
        if source.kind in {"hearsay", "organ"} and source.via is None and sheet.whole:
            yield Problem(path, f"a source of kind {source.kind} needs `via`: who passed it on?")
        if source.kind in {"state_report", "media"} and source.outlet is None and sheet.whole:
            yield Problem(path, f"a source of kind {source.kind} needs `outlet`: who published it?")
        outlet = world.registries.outlets.get(source.outlet or "")
        if outlet and source.kind == "state_report" and outlet.kind != "state":
            message = f"`{source.outlet}` is an outlet of kind {outlet.kind}, expected state; is the source media?"
            yield Problem((*path, "outlet"), message)
        if outlet and source.kind == "media" and outlet.kind == "state":
            yield Problem((*path, "outlet"), f"`{source.outlet}` is a state outlet; its texts are of kind state_report")
    leads = {name: [source.via] for name, source in sheet.article.sources.items() if source.via}
    for circle in circles(leads):
        name = next(name for name in sheet.article.sources if name in circle)
        message = f"the chain of `via` comes back to `{name}`; who spoke first has no `via`"
        yield Problem(("sources", name, "via"), message)


@rule("R20")
def unnamed_not_trusted(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An unnamed person has reliability C or worse.

    Why: nobody outside the outlet can judge who it is.
    Mend: grade the source C (first hand), D (passed on) or worse.
    Bad: resident: {kind: resident, place: KP-09, reliability: B}
    Good: resident: {kind: resident, place: KP-09, reliability: C}
    """
    for name, source in sheet.article.sources.items():
        if _person_trusted(source, world):
            message = f"reliability {source.reliability} for an unnamed person ({source.kind}); grade it C or worse"
            yield Problem(("sources", name, "reliability"), message)


def _person_trusted(source: Source, world: Collection) -> bool:
    best = rank("C", "reliability", world)
    return source.kind in UNNAMED and rank(source.reliability, "reliability", world) < best


@rule("R21")
def state_not_trusted_on_itself(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A state text that tells of results has reliability D or worse.

    Why: the state reports on its own performance.
    Mend: grade the source D; if the same text also issues an order, split the source in two.
    Bad: organ: {kind: state_report, outlet: organ, reliability: B}, done: {source: organ, kind: fulfilment}
    Good: organ: {kind: state_report, outlet: organ, reliability: D}, done: {source: organ, kind: fulfilment}
    """
    for name, source in _state_trusted(sheet, world).items():
        message = f"reliability {source.reliability} for a state text on results; grade it D or worse"
        yield Problem(("sources", name, "reliability"), message)


def _state_trusted(sheet: Sheet, world: Collection) -> dict[str, Source]:
    carriers = {
        source
        for entry, outcome in sheet.outcomes
        for source, _ in entry.evidence
        if outcome.kind in {"fulfilment", "output"}
    }
    best = rank("D", "reliability", world)
    return {
        name: source
        for name, source in sheet.article.sources.items()
        if source.kind == "state_report" and name in carriers and rank(source.reliability, "reliability", world) < best
    }


@rule("R22")
def said_before_publication(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A source spoke before its words were published, one day of time zones granted.

    Why: one of the two dates is wrong.
    Mend: correct `said` or `published`.
    Bad: published: 2019-03-20, resident: {kind: resident, said: 2019-03-22}
    Good: published: 2019-03-20, resident: {kind: resident, said: 2019-03-21}
    """
    for name, source in sheet.article.sources.items():
        if source.said and lies_ahead(source.said, sheet.article):
            message = f"said {source.said}, after the article was published ({sheet.article.published})"
            message = f"{message}; correct one of the two dates"
            yield Problem(("sources", name, "said"), message, there=("published",))


@rule("R23", Severity.WARNING, whole=True)
def source_used(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Every source is used by a record, or is the way by which another came.

    Why: a source that says nothing has no place here.
    Mend: name it as the `source` of what it says, or delete it.
    Bad: sources: {resident: {kind: resident}, trader: {kind: abroad}}, orders: {quota: {source: resident}}
    Good: sources: {resident: {kind: resident}}, orders: {quota: {source: resident}}
    """
    used = {source for entry in sheet.entries for source, _ in entry.evidence}
    used |= {source.via for source in sheet.article.sources.values()}
    told = sheet.entries and all(entry.evidence and entry.source for entry in sheet.entries)
    if not told or used - {None, *sheet.article.sources}:
        return  # the rules on missing keys (R02), references (R06), empty articles (R17) and evidence (R25) speak first
    for name in sheet.article.sources:
        if name not in used:
            message = f"no record uses the source `{name}`; name it where it speaks, or delete it"
            yield Problem(("sources", name), message, on_key=True)


@rule("R24", Severity.WARNING)
def passed_on_not_better(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    No source is graded better than the source it came through.

    Why: what is passed on is at most as good as who passes it on.
    Mend: lower the grade, or say why not in an exception.
    Bad: resident: {kind: resident, reliability: D}, plant: {kind: organ, via: resident, reliability: C}
    Good: resident: {kind: resident, reliability: D}, plant: {kind: organ, via: resident, reliability: D}
    """
    for name, source in sheet.article.sources.items():
        via = sheet.article.sources.get(source.via or "")
        if via and rank(source.reliability, "reliability", world) < rank(via.reliability, "reliability", world):
            if _person_trusted(source, world) or name in _state_trusted(sheet, world):
                continue  # R20 and R21 tell of the grade
            message = f"reliability {source.reliability}, but it came through `{source.via}` of {via.reliability}"
            message += f"; grade it {via.reliability} or worse, {OR_WAIVE}"
            there = ("sources", source.via or "", "reliability")
            yield Problem(("sources", name, "reliability"), message, there=there)


RULES = (
    source_described,
    unnamed_not_trusted,
    state_not_trusted_on_itself,
    said_before_publication,
    source_used,
    passed_on_not_better,
)
