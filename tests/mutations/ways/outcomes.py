"""Outcomes: kinds, yardsticks, days, ratios, timing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import any_item, as_so, earlier, later, listed, published, told
from mutations.mutator import breaks
from mutations.places import having, lacking, records, records_of, those, vocabulary, with_value
from mutations.ways.orders import alone

OUTCOMES = records("outcomes")
FULFILMENTS = with_value(OUTCOMES, "kind", "fulfilment")


@breaks("R44", OUTCOMES)
def nobodys_outcome(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.put(outcome / "subjects", [])


def certain(draft: Draft, outcome: Spot) -> bool:
    return told(draft, outcome, "manner") not in {"intent", "unknown", "denied"}


@breaks("R44", having(those(OUTCOMES, certain), "status"))
def status_missing(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.drop(outcome / "status").above


@breaks("R44", having(OUTCOMES, "status"))
def status_of_other_kind(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    codes = vocabulary(draft, "status")
    others = [code for code, term in codes.items() if term["outcome_kind"] != draft.get(outcome / "kind")]
    return draft.put(outcome / "status", dice.choice(others))


@breaks("R45", FULFILMENTS)
def no_yardstick(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.drop(outcome / "plan").above


@breaks("R45", lacking(FULFILMENTS, "campaign"))
def no_campaign(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    draft.put(outcome / "plan", "campaign")
    return outcome


@breaks("R45", those(FULFILMENTS, lambda draft, outcome: bool(draft.get(outcome.top / "orders"))))
def no_assignment(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    draft.put(outcome / "plan", "assignment")
    return draft.drop(outcome / "order").above


@breaks("R45", OUTCOMES)
def outcome_of_no_order(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    others = [record.name for record in records_of(draft, outcome, "outcomes", "incidents", "factors")]
    return draft.put(outcome / "order", dice.choice(others))


@breaks("R46", those(OUTCOMES, as_so))
def told_before_it_was(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.put(outcome / dice.choice(["as_of", "achieved"]), later(published(draft, outcome), dice.randint(1, 5)))


@breaks("R46", lacking(those(alone, as_so), "deadline"))
def told_before_it_was_ordered(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "issued", later(published(draft, order), dice.randint(1, 5)))


@breaks("R47", with_value(OUTCOMES, "status", "met", "exceeded", "missed", "partial"))
def ratio_against_status(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    reached = draft.get(outcome / "status") in {"met", "exceeded"}
    value = dice.randint(20, 90) if reached else dice.randint(101, 150)
    ratio = {"role": "ratio", "item": any_item(draft, dice), "value": str(value), "unit": "percent", "base": "plan"}
    return draft.append(outcome / "amounts", ratio)


def of_one_order(draft: Draft) -> Iterator[Spot]:
    """Fulfilments told as so of an order of their article."""
    for outcome in those(FULFILMENTS, as_so)(draft):
        orders = listed(draft.get(outcome / "order"))
        if len(orders) == 1 and draft.get(outcome.top / "orders" / orders[0]):
            yield outcome


@breaks("R48", of_one_order)
def missed_before_due(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    (order,) = listed(draft.get(outcome / "order"))
    due = later(published(draft, outcome), dice.randint(1, 3))
    draft.put(outcome.top / "orders" / order / "deadline", {"kind": "date", "date": due})
    draft.put(outcome / "status", "missed")
    return draft.put(outcome / "as_of", earlier(published(draft, outcome)))


def reached(draft: Draft, outcome: Spot) -> bool:
    """Whether an outcome is of the past."""
    return told(draft, outcome, "manner") not in {"forecast", "intent"}


@breaks("R49", lacking(those(OUTCOMES, reached), "achieved", "amounts"))
def early_by_how_much(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    return draft.put(outcome / "timing", "early")


@breaks("R49", lacking(those(OUTCOMES, reached), "order", "amounts"))
def early_after_the_end(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    achieved = earlier(published(draft, outcome))
    draft.put(outcome / "period", earlier(achieved, dice.randint(1, 3)))
    draft.put(outcome / "timing", "early")
    return draft.put(outcome / "achieved", achieved)
