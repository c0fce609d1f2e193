"""Orders that carry out or change others; the second order is made of the first where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from typing import Any

from mutations.draft import Draft, Spot
from mutations.meaning import add_record, dated, earlier, header, id_of, later, level
from mutations.mutator import breaks
from mutations.places import facilities, items, lacking, records_of, those
from mutations.ways.orders import ORDERS, alone

CENTRAL = {"class": "authorities", "place": "KP"}


def offspring(draft: Draft, order: Spot, **more: Any) -> Spot:
    """A new order with the parties and the action of another one."""
    copied = {key: draft.get(order / key) for key in ("issuer", "addressees", "beneficiaries", "action")}
    given = {key: value for key, value in copied.items() if value}
    record = {**header(draft, order), **given, "note": "handed on", **more}
    return add_record(draft, order.top, "orders", f"{order.name}-handed-on", record)


def with_others(draft: Draft) -> Iterator[Spot]:
    """Orders in articles that have records of another kind."""
    yield from (order for order in ORDERS(draft) if not_orders(draft, order))


def not_orders(draft: Draft, order: Spot) -> list[str]:
    kinds = ("outcomes", "incidents", "consequences", "factors")
    return [record.name for record in records_of(draft, order, *kinds)]


@breaks("R33", with_others)
def carries_out_no_order(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "implements", dice.choice(not_orders(draft, order)))


@breaks("R33", with_others)
def changes_no_order(draft: Draft, order: Spot, dice: Random) -> Spot:
    draft.put(order / "change", "reaffirmed")
    return draft.put(order / "amends", dice.choice(not_orders(draft, order)))


@breaks("R33", alone)
def carries_out_itself(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "implements", order.name)


@breaks("R33", alone)
def changes_in_a_circle(draft: Draft, order: Spot, dice: Random) -> Spot:
    other = offspring(draft, order, amends=order.name, change="reaffirmed")
    draft.put(order / "change", "reaffirmed")
    return draft.put(order / "amends", other.name)


@breaks("R33", alone)
def carried_out_in_a_circle(draft: Draft, order: Spot, dice: Random) -> Spot:
    other = offspring(draft, order, implements=order.name)
    return draft.put(order / "implements", other.name)


def from_below(draft: Draft, order: Spot) -> bool:
    """Whether the issuer ranks below the centre."""
    return level(draft, draft.get(order / "issuer")) > 1


@breaks("R34", those(ORDERS, from_below))
def parent_from_below(draft: Draft, order: Spot, dice: Random) -> Spot:
    return offspring(draft, order, implements=order.name, issuer=CENTRAL) / "implements"


@breaks("R35", ORDERS)
def handed_to_others(draft: Draft, order: Spot, dice: Random) -> Spot:
    named = {party.get("class") for party in draft.get(order / "addressees")}
    other = dice.choice([name for name in ("prosecutors", "police", "guard", "trader") if name not in named])
    added = {"class": other, "place": "KP-09"}
    child = offspring(draft, order, implements=order.name, addressees=[*draft.get(order / "addressees"), added])
    return child / "addressees" / len(draft.get(order / "addressees"))


@breaks("R36", those(ORDERS, lambda draft, order: dated(draft, order / "issued")))
def child_issued_first(draft: Draft, order: Spot, dice: Random) -> Spot:
    issued = earlier(draft.get(order / "issued"), dice.randint(1, 3))
    return offspring(draft, order, implements=order.name, issued=issued) / "issued"


def due(draft: Draft, order: Spot) -> bool:
    return dated(draft, order / "deadline" / "date")


@breaks("R36", those(ORDERS, due))
def child_due_last(draft: Draft, order: Spot, dice: Random) -> Spot:
    deadline = {"kind": "date", "date": later(draft.get(order / "deadline" / "date"), dice.randint(1, 3))}
    return offspring(draft, order, implements=order.name, deadline=deadline) / "deadline" / "date"


@breaks("R37", ORDERS)
def change_not_told(draft: Draft, order: Spot, dice: Random) -> Spot:
    return offspring(draft, order, amends=order.name) / "amends"


@breaks("R37", lacking(ORDERS, "amends"))
def change_of_nothing(draft: Draft, order: Spot, dice: Random) -> Spot:
    return draft.put(order / "change", dice.choice(["raised", "postponed", "reaffirmed"]))


@breaks("R37", those(ORDERS, due))
def postponed_to_earlier(draft: Draft, order: Spot, dice: Random) -> Spot:
    change, moved = dice.choice([("postponed", earlier), ("advanced", later)])
    deadline = {"kind": "date", "date": moved(draft.get(order / "deadline" / "date"))}
    return offspring(draft, order, amends=order.name, change=change, deadline=deadline) / "change"


def measured(draft: Draft) -> Iterator[Spot]:
    """Targets of orders in a plain number."""
    for order in ORDERS(draft):
        for amount in items(draft, order / "amounts"):
            given = draft.get(amount)
            plain = not {"min", "max", "word"} & given.keys()
            if given["role"] == "target" and plain and Decimal(given.get("value", "0")) > 0:
                yield amount


@breaks("R37", measured)
def raised_to_less(draft: Draft, amount: Spot, dice: Random) -> Spot:
    order, old = amount.above.above, Decimal(draft.get(amount / "value"))
    change, value = dice.choice([("raised", old / 2), ("lowered", old * 2)])
    target = {**draft.get(amount), "value": format(value, "f")}
    return offspring(draft, order, amends=order.name, change=change, amounts=[target]) / "change"


@breaks("R38", those(ORDERS, lambda draft, order: level(draft, draft.get(order / "issuer")) < 4))
def changed_from_below(draft: Draft, order: Spot, dice: Random) -> Spot:
    plant = dice.choice([id_of(draft, facility) for facility in facilities(draft)])
    issuer = {"facility": plant, "class": "management"}
    return offspring(draft, order, amends=order.name, change="reaffirmed", issuer=issuer) / "issuer"
