"""Credibility, and accounts that stand against each other."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from mutations.draft import Draft, Spot
from mutations.meaning import add_record, as_so, full, header, joined, later_articles, roots, tellers, told
from mutations.mutator import breaks
from mutations.places import SECTIONS, entries, records, those
from mutations.ways.outcomes import FULFILMENTS

REACHED = ("met", "exceeded")
FAILED = ("missed", "nominal")
GRAVE = ("execution", "life_term", "labour_term")


def by_state_alone(draft: Draft) -> Iterator[Spot]:
    """Fulfilments that the state alone tells of as so."""
    tied = joined(draft)
    for outcome in those(FULFILMENTS, as_so)(draft):
        if roots(draft, outcome) == {"state"} and full(draft, outcome) not in tied:
            yield outcome


@breaks("R50", by_state_alone)
def state_believed(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    draft.put(outcome / "status", dice.choice(REACHED))
    return draft.put(outcome / "credibility", "2")


def may_be_rumoured(draft: Draft, record: Spot) -> bool:
    """Whether a record may become a rumour without breaking another rule."""
    left_open = record.path[0] == "outcomes" and "status" not in draft.get(record)
    return not left_open and draft.get(record / "role") != "purpose"


@breaks("R51", those(records(), may_be_rumoured))
def rumour_believed(draft: Draft, record: Spot, dice: Random) -> Spot:
    draft.put(record / "manner", "rumour")
    return draft.put(record / "credibility", dice.choice("23"))


@breaks("R51", those(records(), lambda draft, record: told(draft, record, "manner") in {"forecast", "intent"}))
def prospect_believed(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "credibility", dice.choice("234"))


def doubtful(draft: Draft, record: Spot) -> bool:
    """Whether another rule has a say on the grade of a record."""
    success, grave = draft.get(record / "status") in REACHED, draft.get(record / "type") in GRAVE
    return success or grave or told(draft, record, "manner") == "rumour"


def plain(draft: Draft) -> Iterator[Spot]:
    """Records told as so by one source, with no link that lifts or lowers them and no other rule on their grade."""
    tied = joined(draft, "corroborates", "contradicts")
    for record in those(records(), as_so)(draft):
        free = full(draft, record) not in tied
        if free and len(tellers(draft, record)) == 1 and not doubtful(draft, record):
            yield record


@breaks("R52", plain)
def confirmed_by_nobody(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "credibility", "1")


@breaks("R52", plain)
def improbable_for_nobody(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "credibility", "5")


def in_company(draft: Draft) -> Iterator[Spot]:
    """Such records with another one of their kind in their article."""
    found = list(plain(draft))
    yield from (record for record in found if companions(found, record))


def companions(found: list[Spot], record: Spot) -> list[Spot]:
    return [other for other in found if other != record and other.above == record.above]


@breaks("R53", in_company)
def both_believed(draft: Draft, record: Spot, dice: Random) -> Spot:
    other = dice.choice(companions(list(plain(draft)), record))
    for one in (record, other):
        draft.put(one / "credibility", "2")
    link = {"from": record.name, "relation": "contradicts", "to": other.name, "field": "note"}
    return draft.append(record.top / "links", link)


def opposed(draft: Draft, outcome: Spot) -> str:
    """A status that says the contrary."""
    return "missed" if draft.get(outcome / "status") in REACHED else "met"


def judged(draft: Draft) -> Iterator[Spot]:
    """Fulfilments of plants of which is told as so and with a time that they were reached, or were not."""
    for outcome in those(FULFILMENTS, as_so)(draft):
        plants = [party for party in draft.get(outcome / "subjects") if "facility" in party]
        if plants and draft.get(outcome / "status") in REACHED + FAILED and when(draft, outcome):
            yield outcome


def when(draft: Draft, outcome: Spot) -> str | None:
    found: str | None = draft.get(outcome / "period", draft.get(outcome / "as_of"))
    return found


def contrary(draft: Draft, outcome: Spot) -> dict[str, Any]:
    """What another account of the same would say."""
    same = {key: draft.get(outcome / key) for key in ("subjects", "kind", "plan", "campaign")}
    given = {key: value for key, value in same.items() if value}
    return {**given, "status": opposed(draft, outcome), "period": when(draft, outcome)}


@breaks("R54", judged)
def opposed_in_one_article(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    source = {"kind": "outlet_voice", "reliability": "C"}
    if "state" not in roots(draft, outcome):
        state = [entry.name for entry in entries("outlets")(draft) if draft.get(entry / "kind") == "state"]
        source = {"kind": "state_report", "outlet": dice.choice(state), "reliability": "D"}
    draft.put(outcome.top / "sources" / "another", source)
    orders = draft.get(outcome / "order")
    record = {**header(draft, outcome), "source": "another", **({"order": orders} if orders else {})}
    return add_record(draft, outcome.top, "outcomes", "contrary", {**record, **contrary(draft, outcome)}) / "status"


def of_other_roots(draft: Draft, outcome: Spot) -> list[Spot]:
    """Later articles with a record told by another root than that of an outcome."""
    held = ((article, first_record(draft, article)) for article in later_articles(draft, outcome))
    return [record for _, record in held if record and not roots(draft, record) & roots(draft, outcome)]


def first_record(draft: Draft, article: Spot) -> Spot | None:
    return next((article / section / name for section in SECTIONS for name in draft.get(article / section, ())), None)


@breaks("R54", those(judged, lambda draft, outcome: bool(of_other_roots(draft, outcome))))
def opposed_in_two_articles(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    record = dice.choice(of_other_roots(draft, outcome))
    told_so = {**header(draft, record), **contrary(draft, outcome)}
    return add_record(draft, record.top, "outcomes", "contrary", told_so) / "status"
