"""Group E, second half: orders that carry out or change other orders."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import MOST, Problem, Severity
from dprk_industry.curate.models.derive import circles, ranks_below, within
from dprk_industry.curate.models.records import Order
from dprk_industry.curate.rules.base import OR_WAIVE, Scope, also, rule
from dprk_industry.curate.rules.orders import NEEDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Entry, Sheet
    from dprk_industry.curate.models.records import Amount

Pair = tuple["Entry", Order, "Entry", Order]
"""An order with its entry, and the order that it refers to with its own."""


def parents(sheet: Sheet, world: Collection) -> Iterator[Pair]:
    """Orders of an article that carry out another one, with that one."""
    for entry, order in sheet.orders:
        if order.implements:
            yield from _with_order(entry, order, order.implements, world)


def amended(sheet: Sheet, world: Collection) -> Iterator[Pair]:
    """Orders of an article that change another one, with that one."""
    for entry, order in sheet.orders:
        for reference in order.amends:
            yield from _with_order(entry, order, reference, world)


def _with_order(entry: Entry, order: Order, reference: str, world: Collection) -> Iterator[Pair]:
    other = world.records.get(entry.full(reference))
    if other is not None and isinstance(other.record, Order):
        yield entry, order, other, other.record


@rule("R33")
def order_to_order(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    `implements` and `amends` join order to order, and no chain of them comes back to where it began.

    Why: a cascade is a tree; an order that carries out its own child makes no sense.
    Mend: point to the order that was there first.
    Bad: central: {action: restart, implements: province}, province: {action: restart, implements: central}
    Good: central: {action: restart}, province: {action: restart, implements: central}
    """
    for entry, order in sheet.orders:
        if not order.implements and not order.amends:
            continue
        implemented = (order.implements,) if order.implements else ()
        for key, references in (("implements", implemented), ("amends", order.amends)):
            for reference in references:
                other = world.records.get(entry.full(reference))
                if other is not None and other.kind != "order":
                    message = f"`{reference}` is of kind {other.kind}; `{key}` points to an order"
                    yield Problem((*entry.path, key), message, other=world.file(other), there=other.path)


@also(order_to_order, Scope.LINKED)
def no_circle_of_orders(world: Collection) -> Iterator[Problem]:
    """No chain of `implements` or `amends` comes back to where it began, within an article or among several."""
    if not any(order.implements or order.amends for sheet in world.sheets for _, order in sheet.orders):
        return
    held = {entry.id: (sheet.file, entry, order) for sheet in world.sheets for entry, order in sheet.orders}
    carried = {name: [entry.full(order.implements)] for name, (_, entry, order) in held.items() if order.implements}
    changed = {name: [*map(entry.full, order.amends)] for name, (_, entry, order) in held.items() if order.amends}
    for key, leads in (("implements", carried), ("amends", changed)):
        for circle in islice(circles(leads), MOST):
            file, entry, _ = held[next(name for name in held if name in circle)]
            message = f"the chain of `{key}` comes back to `{entry.slug}`; the order that was first has no `{key}`"
            yield Problem((*entry.path, key), message, file=file)


@rule("R34")
def parent_from_above(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The issuer of a parent order does not rank below the issuer of the child.

    Why: orders are carried out downwards.
    Mend: turn `implements` round, or correct the issuers.
    Bad: central: {implements: local, issuer: {actor: cabinet}}, local: {issuer: {class: management, place: KP-09}}
    Good: central: {issuer: {actor: cabinet}}, local: {implements: central, issuer: {class: management, place: KP-09}}
    """
    for entry, order, parent, above in parents(sheet, world):
        if ranks_below(above.issuer, order.issuer, world.registries):
            message = f"`{parent.slug}`, which it carries out, comes from a lower issuer; turn `implements` round"
            message = f"{message}, or correct the issuers"
            there = (*parent.path, "issuer")
            yield Problem((*entry.path, "implements"), message, other=world.file(parent), there=there)


@rule("R35", Severity.WARNING, whole=True)
def addressees_inside(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The addressees of a child order lie inside those of its parent.

    Why: an order is handed on to those whom it was meant for.
    Mend: check both addressees; if the text widens the circle, waive the warning with that reason.
    Bad: central: {addressees: [{class: steel_mill, place: KP}]},
    province: {implements: central, addressees: [{class: coal_mine, place: KP-09}]}
    Good: central: {addressees: [{class: steel_mill, place: KP}]},
    province: {implements: central, addressees: [{class: steel_mill, place: KP-09}]}
    """
    for entry, order, parent, above in parents(sheet, world):
        for position, addressee in enumerate(order.addressees):
            fits = any(within(addressee, outer, world.registries) for outer in above.addressees)
            if above.addressees and not fits:
                message = f"not inside the addressees of `{parent.slug}`, which this order carries out"
                message = f"{message}; correct one of them, {OR_WAIVE}"
                path, there = (*entry.path, "addressees", position), (*parent.path, "addressees")
                yield Problem(path, message, other=world.file(parent), there=there)


@rule("R36")
def child_after_parent(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A child order is not issued before its parent, and is not due after it.

    Why: what is carried out was ordered before; whoever hands an order on rarely grants more time.
    Mend: correct the dates; if the text really grants more time, waive the warning with that reason.
    Warns: of a child that is due after its parent.
    Bad: central: {issued: 2019-03-01}, province: {implements: central, issued: 2019-02-01}
    Good: central: {issued: 2019-03-01}, province: {implements: central, issued: 2019-03-05}
    """
    for entry, order, parent, above in parents(sheet, world):
        if order.issued and above.issued and order.issued.certainly_before(above.issued):
            message = f"issued {order.issued}, but `{parent.slug}`, which it carries out, was issued {above.issued}"
            message, there = f"{message}; correct one of the two dates", (*parent.path, "issued")
            yield Problem((*entry.path, "issued"), message, other=world.file(parent), there=there)
        due, limit = _due(order), _due(above)
        if due and limit and due.last and limit.last and due.last > limit.last:
            message = f"due {due}, but `{parent.slug}`, which it carries out, is due {limit}; mend, {OR_WAIVE}"
            path, there = ((*each.path, "deadline", "date") for each in (entry, parent))
            yield Problem(path, message, Severity.WARNING, other=world.file(parent), there=there)


def _due(order: Order) -> Edtf | None:
    return order.deadline.date if order.deadline and order.deadline.kind in NEEDED else None


@rule("R37")
def change_as_told(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    `amends` and `change` stand together, and dates and amounts move the way that `change` says.

    Why: a postponed order with an earlier deadline contradicts itself.
    Mend: add the missing key, or correct `change`, the dates or the amounts.
    Bad: first: {deadline: {kind: date, date: 2019-04-15}},
    second: {amends: first, change: postponed, deadline: {kind: date, date: 2019-04-01}}
    Good: first: {deadline: {kind: date, date: 2019-04-15}},
    second: {amends: first, change: postponed, deadline: {kind: date, date: 2019-05-01}}
    """
    for entry, order in sheet.orders:
        if bool(order.amends) != bool(order.change) and sheet.whole:
            given, missing = ("amends", "change") if order.amends else ("change", "amends")
            message = f"`{given}` without `{missing}`; add `{missing}`, or take `{given}` out"
            yield Problem((*entry.path, given), message, on_key=True)
    for entry, order, other, before in amended(sheet, world):
        new, old = _due(order), _due(before)
        if new and old and new.last and old.last and new.first and old.first:
            wrong = {"postponed": new.last <= old.first, "advanced": new.first >= old.last}
            if wrong.get(order.change or "", False):
                message = f"{order.change}, but due {new} instead of {old} (`{other.slug}`)"
                message, there = f"{message}; correct `change` or the dates", (*other.path, "deadline", "date")
                yield Problem((*entry.path, "change"), message, other=world.file(other), there=there)
        for mine, theirs in _comparable(order, before):
            if _moved_wrongly(order.change, mine, theirs):
                moved = "lower" if order.change == "raised" else "higher"
                message = f"{order.change}, but the target for {mine.item} is {moved} than in `{other.slug}`"
                message, there = f"{message}; correct `change` or the amounts", (*other.path, "amounts")
                yield Problem((*entry.path, "change"), message, other=world.file(other), there=there)


def _comparable(order: Order, before: Order) -> Iterator[tuple[Amount, Amount]]:
    """Pairs of targets of two orders that measure the same thing."""
    for mine in order.amounts:
        for theirs in before.amounts:
            same = (mine.item, mine.unit, mine.per, mine.base) == (theirs.item, theirs.unit, theirs.per, theirs.base)
            if mine.role == theirs.role == "target" and same:
                yield mine, theirs


def _moved_wrongly(change: str | None, new: Amount, old: Amount) -> bool:
    """Whether a raised target certainly fell, or a lowered one rose."""
    if change == "raised":
        return _less(_most(new), _least(old))
    return change == "lowered" and _less(_most(old), _least(new))


def _less(one: Decimal | None, other: Decimal | None) -> bool:
    return one is not None and other is not None and one < other


def _most(amount: Amount) -> Decimal | None:
    return amount.max if amount.max is not None else None if amount.min is not None else amount.value


def _least(amount: Amount) -> Decimal | None:
    return amount.min if amount.min is not None else None if amount.max is not None else amount.value


@rule("R38", Severity.WARNING)
def amended_from_above(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The issuer of an amendment does not rank below the issuer of the amended order.

    Why: who is bound by an order cannot change it; where a text says so, it is worth a look.
    Mend: correct the issuers; if the body below really granted it, waive the warning with that reason.
    Bad: first: {issuer: {actor: cabinet}}, second: {amends: first, issuer: {class: party_committee, place: KP-09}}
    Good: first: {issuer: {actor: cabinet}}, second: {amends: first, issuer: {actor: cabinet}}
    """
    for entry, order, other, before in amended(sheet, world):
        if ranks_below(order.issuer, before.issuer, world.registries):
            message = f"`{other.slug}`, which it changes, comes from a higher issuer; correct an issuer, {OR_WAIVE}"
            yield Problem((*entry.path, "issuer"), message, other=world.file(other), there=(*other.path, "issuer"))


RULES = (
    order_to_order,
    no_circle_of_orders,
    parent_from_above,
    addressees_inside,
    child_after_parent,
    change_as_told,
    amended_from_above,
)
