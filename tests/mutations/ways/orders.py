"""Single orders: parties, deadlines, actions."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import any_item, dated, earlier, full, published, referred, years
from mutations.mutator import breaks
from mutations.places import amounts, entries, having, lacking, records, those, vocabulary

ORDERS = records("orders")
NEEDED = {"date": "date", "period_end": "date", "within": "date", "occasion": "occasion", "recurring": "every"}
SPANS = ("day", "week", "month", "year")


def alone(draft: Draft) -> Iterator[Spot]:
    """Orders that carry out or change no other one, and that no other one carries out or changes."""
    above = referred(draft, "implements", "amends")
    for order in lacking(ORDERS, "implements", "amends")(draft):
        if full(draft, order) not in above:
            yield order


@breaks("R28", ORDERS)
def no_addressee(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "addressees", [])


def needing(draft: Draft) -> Iterator[Spot]:
    """Deadlines of a kind that needs another key."""
    for order in ORDERS(draft):
        if draft.get(order / "deadline" / "kind") in NEEDED:
            yield order / "deadline"


@breaks("R29", needing)
def deadline_without_its_key(draft: Draft, deadline: Spot, dice: Random) -> Spot:
    draft.drop(deadline / NEEDED[draft.get(deadline / "kind")])
    return deadline


@breaks("R29", ORDERS)
def deadline_of_bare_kind(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "deadline", {"kind": dice.choice(list(NEEDED))})


@breaks("R29", ORDERS)
def deadline_with_too_much(draft: Draft, order: Spot, dice: Random) -> Spot:
    kind = "urgent" if draft.get(order.top / "read") == "excerpt" else dice.choice(["none", "urgent"])
    draft.put(order / "deadline", {"kind": kind, "every": "month"})
    return order / "deadline" / "every"


@breaks("R29", ORDERS)
def due_every_person(draft: Draft, order: Spot, dice: Random) -> Spot:
    span = dice.choice([code for code in vocabulary(draft, "per") if code not in SPANS])
    draft.put(order / "deadline", {"kind": "recurring", "every": span})
    return order / "deadline" / "every"


@breaks("R30", those(ORDERS, lambda draft, order: dated(draft, order / "issued")))
def due_before_issue(draft: Draft, order: Spot, dice: Random) -> Spot:
    due = earlier(draft.get(order / "issued"), dice.randint(1, 3))
    draft.put(order / "deadline", {"kind": "date", "date": due})
    return order / "deadline" / "date"


@breaks("R30", lacking(alone, "issued"))
def issued_after_due(draft: Draft, order: Spot, dice: Random) -> Spot:
    issued = earlier(published(draft, order))
    draft.put(order / "deadline", {"kind": "period_end", "date": earlier(issued, dice.randint(1, 3))})
    draft.put(order / "issued", issued)
    return order / "deadline" / "date"


@breaks("R31", alone)
def not_on_the_day(draft: Draft, order: Spot, dice: Random) -> Spot:
    occasion = dice.choice(list(having(entries("calendar"), "monthday")(draft)))
    wrong = dice.choice([day for day in ("01-07", "06-30", "11-13") if day != draft.get(occasion / "monthday")])
    bounds = years(draft.get(order / "issued")) or years(published(draft, order)) or (0, 0)
    date = f"{bounds[1] + 1:04}-{wrong}"
    draft.put(order / "deadline", {"kind": "occasion", "date": date, "occasion": occasion.name})
    return order / "deadline" / "date"


@breaks("R31", alone)
def not_in_the_span(draft: Draft, order: Spot, dice: Random) -> Spot:
    bounds = years(published(draft, order)) or (0, 0)
    spans = [entry for entry in having(entries("calendar"), "span")(draft) if dated(draft, entry / "span")]
    occasion = dice.choice(spans)
    date = f"{max(bounds[1], (years(draft.get(occasion / 'span')) or (0, 0))[1]) + 1:04}-03-03"
    draft.put(order / "deadline", {"kind": "occasion", "date": date, "occasion": occasion.name})
    return order / "deadline" / "date"


def silent(draft: Draft) -> Iterator[Spot]:
    """Orders with a deadline of kind none in articles read in full."""
    for order in ORDERS(draft):
        if draft.get(order / "deadline" / "kind") == "none" and draft.get(order.top / "read") == "full":
            yield order


@breaks("R32", silent)
def silence_of_an_excerpt(draft: Draft, order: Spot, dice: Random) -> Spot:
    draft.put(order.top / "read", "excerpt")
    return order / "deadline"


@breaks("R32", lacking(ORDERS, "deadline"))
def silence_told_of_an_excerpt(draft: Draft, order: Spot, dice: Random) -> Spot:
    draft.put(order.top / "read", "excerpt")
    return draft.put(order / "deadline", {"kind": "none"})


@breaks("R39", lacking(ORDERS, "implements"))
def issuer_addressed(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.append(order / "addressees", draft.get(order / "issuer"))


@breaks("R40", ORDERS)
def only_intended(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "manner", dice.choice(["intent", "forecast"]))


@breaks("R41", lacking(ORDERS, "beneficiaries"))
def allocated_to_nobody(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "action", "allocate")


@breaks("R42", ORDERS)
def instalments_of_other_length(draft: Draft, order: Spot, dice: Random) -> Spot:
    span, every = dice.sample(SPANS, 2)
    draft.put(order / "deadline", {"kind": "recurring", "every": every})
    target = {"role": "target", "item": any_item(draft, dice), "value": "20", "unit": "t", "per": ["person", span]}
    return draft.append(order / "amounts", target) / "per"


@breaks("R43", records("orders", "incidents", "factors"))
def other_unexplained(draft: Draft, record: Spot, dice: Random) -> Spot:
    draft.drop(record / "note")
    return draft.put(record / ("action" if record.path[0] == "orders" else "type"), "other")


@breaks("R43", amounts())
def unclear_unexplained(draft: Draft, amount: Spot, dice: Random) -> Spot:
    draft.drop(amount / "note")
    return draft.put(amount / "word", "unclear")
