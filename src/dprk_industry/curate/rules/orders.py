"""Group E, first half: one order by itself, its parties and its deadline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.rules.base import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Sheet

SPANS = ("day", "week", "month", "year")
"""Periods after which an instalment may fall due."""
NEEDED = {"date": "date", "period_end": "date", "within": "date", "occasion": "occasion", "recurring": "every"}
"""Key that a deadline of each kind needs; the others take none, and what they have all the same is for R29 alone."""


@rule("R28")
def parties_given(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An order has one issuer and at least one addressee.

    Why: without issuer, addressee and required action a sentence is no order, but a wish or a plan.
    Mend: name the addressee; it may follow from who acts. If nobody is told to act, code an outcome with manner intent.
    Bad: issuer: {class: authorities, place: KP}, addressees: [], action: restart
    Good: issuer: {class: authorities, place: KP}, addressees: [{class: steel_mill, place: KP}], action: restart
    """
    for entry, order in sheet.orders:
        if not order.addressees and sheet.whole:
            yield Problem((*entry.path, "addressees"), "the order has no addressee; who must act?")


@rule("R29")
def deadline_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A deadline says what its kind needs, and nothing that its kind excludes.

    Why: date, period_end and within are counted by `date`, occasion by `occasion`, recurring by `every`.
    Mend: add the key that the message names; with none and urgent take the others out; `every` is day, week, month
    or year.
    Bad: deadline: {kind: occasion, date: 2019-04-15}
    Good: deadline: {kind: occasion, date: 2019-04-15, occasion: kis-birth}
    """
    for entry, order in sheet.orders:
        if order.deadline:
            path = (*entry.path, "deadline")
            deadline = order.deadline
            given = [key for key in ("date", "occasion", "every") if getattr(deadline, key)]
            needed = NEEDED.get(deadline.kind)
            if needed and needed not in given and sheet.whole:
                message = f"a deadline of kind {deadline.kind} needs `{needed}`; add it, or choose another kind"
                yield Problem(path, message)
            for key in () if needed else given:
                message = f"a deadline of kind {deadline.kind} takes no `{key}`; leave it out, or choose another kind"
                yield Problem((*path, key), message, on_key=True)
            if deadline.every and deadline.every not in SPANS:
                yield Problem((*path, "every"), f"`every` is {deadline.every}; expected {', '.join(SPANS)}")


@rule("R30")
def due_after_issue(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The last possible day of a deadline is not before the first possible day of issue.

    Why: nothing can be due before it is ordered; one of the two dates is wrong.
    Mend: correct `deadline.date` or `issued`.
    Bad: issued: 2019-04-20, deadline: {kind: date, date: 2019-04-15}
    Good: issued: 2019-04-01, deadline: {kind: date, date: 2019-04-15}
    """
    for entry, order in sheet.orders:
        due = order.deadline.date if order.deadline and order.deadline.kind in NEEDED else None
        if due and order.issued and due.certainly_before(order.issued):
            message = f"due {due}, but issued {order.issued}; correct one of the two dates"
            yield Problem((*entry.path, "deadline", "date"), message, there=(*entry.path, "issued"))


@rule("R31")
def occasion_on_its_day(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A deadline tied to an occasion falls on its day, or into its span.

    Why: the calendar and the date say the same thing twice and must agree.
    Mend: correct the date, or choose the occasion that falls on it.
    Bad: deadline: {kind: occasion, date: 2019-05-01, occasion: kis-birth}
    Good: deadline: {kind: occasion, date: 2019-05-01, occasion: may-day}
    """
    for entry, order in sheet.orders:
        if order.deadline and order.deadline.kind in NEEDED and order.deadline.date and order.deadline.occasion:
            occasion = world.registries.calendar.get(order.deadline.occasion)
            if occasion and not _falls_on(order.deadline.date, occasion.monthday, occasion.span):
                day = occasion.monthday or occasion.span
                message = f"{order.deadline.date} does not fall on `{order.deadline.occasion}` ({day})"
                message = f"{message}; correct the date or the occasion"
                there = (*entry.path, "deadline", "occasion")
                yield Problem((*entry.path, "deadline", "date"), message, there=there)


def _falls_on(day: Edtf, monthday: str | None, span: Edtf | None) -> bool:
    if monthday is None:
        return span is None or day.overlaps(span)
    one_day = day.exact and day.first is not None and day.first == day.last
    return not one_day or day.text.endswith(monthday)


@rule("R32")
def silence_only_if_read(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A deadline of kind none stands only in articles read in full.

    Why: nothing follows from the silence of an excerpt.
    Mend: leave `deadline` out.
    Bad: read: excerpt, orders: {quota: {action: deliver, deadline: {kind: none}}}
    Good: read: excerpt, orders: {quota: {action: deliver}}
    """
    if sheet.article.read == "excerpt":
        for entry, order in sheet.orders:
            if order.deadline and order.deadline.kind == "none":
                message = "kind none, but only an excerpt was read; leave `deadline` out"
                yield Problem((*entry.path, "deadline"), message)


@rule("R39")
def issuer_not_addressee(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    No party is both issuer and addressee of one order.

    Why: what a party sets itself is a plan, not an order.
    Mend: name the body that gave the order, or code the plan as an outcome with manner intent.
    Bad: issuer: {facility: example-steel-mill}, addressees: [{facility: example-steel-mill}]
    Good: issuer: {facility: example-steel-mill, class: management}, addressees: [{facility: example-steel-mill}]
    """
    for entry, order in sheet.orders:
        for position, addressee in enumerate(order.addressees) if order.issuer in order.addressees else ():
            if addressee == order.issuer:
                message = "the addressee is the issuer too; who above gave the order?"
                yield Problem((*entry.path, "addressees", position), message, there=(*entry.path, "issuer"))


@rule("R40")
def order_was_given(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An order does not have manner intent or forecast.

    Why: an order that is planned or expected is not yet given.
    Mend: code the aim as an outcome with that manner.
    Bad: orders: {lighting: {manner: intent, action: restart}}
    Good: outcomes: {lighting: {manner: intent, kind: operation, status: starting}}
    """
    for entry, _ in sheet.orders:
        if entry.manner in {"intent", "forecast"}:
            message = f"manner {entry.manner} on an order; code an outcome with this manner instead"
            yield Problem((*entry.path, "manner"), message)


@rule("R41", Severity.WARNING, whole=True)
def allocation_has_beneficiary(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An order to allocate names who gains or loses.

    Why: the addressee is the supplier; whom the supply goes to is the point.
    Mend: add `beneficiaries`, or waive the warning if the text does not say.
    Bad: addressees: [{class: power_plant, place: KP}], action: allocate
    Good: addressees: [{class: power_plant, place: KP}], beneficiaries: [{class: railway, place: KP}], action: allocate
    """
    for entry, order in sheet.orders:
        if order.action == "allocate" and not order.beneficiaries:
            message = "an order to allocate without `beneficiaries`; who gains or loses by it?"
            yield Problem((*entry.path, "action"), message)


@rule("R42", Severity.WARNING)
def instalments_match(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Where a recurring target is per day, week, month or year, that is the period of the deadline.

    Why: 20 kg a month fall due each month.
    Mend: make `per` and `every` agree.
    Bad: amounts: [{role: target, value: 20, unit: kg, per: [month]}], deadline: {kind: recurring, every: year}
    Good: amounts: [{role: target, value: 20, unit: kg, per: [month]}], deadline: {kind: recurring, every: month}
    """
    for entry, order in sheet.orders:
        if order.deadline is None or order.deadline.kind != "recurring" or order.deadline.every not in SPANS:
            continue
        for position, amount in enumerate(order.amounts):
            spans = [span for span in amount.per if span in SPANS]
            if amount.role == "target" and spans and order.deadline.every not in spans:
                message = f"the target is per {spans[0]}, but falls due every {order.deadline.every}; make them agree"
                there = (*entry.path, "deadline", "every")
                yield Problem((*entry.path, "amounts", position, "per"), message, there=there)


@rule("R43", whole=True)
def other_explained(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The codes other (action, incident type, factor type) and unclear (amount word) come with a note.

    Why: a code that says nothing needs a word of what it stands for.
    Mend: add `note` to the record or to the amount.
    Bad: action: other
    Good: action: other, note: paint the chimneys before the visit
    """
    for entry in sheet.entries:
        for key in ("action", "type"):
            if getattr(entry.record, key, None) == "other" and not entry.record.note:
                yield Problem((*entry.path, key), f"{key} other without a note; what is it?")
        for position, amount in enumerate(entry.record.amounts):
            if amount.word == "unclear" and not amount.note:
                message = "word unclear without a note; which readings are there?"
                yield Problem((*entry.path, "amounts", position, "word"), message)


RULES = (
    parties_given,
    deadline_complete,
    due_after_issue,
    occasion_on_its_day,
    silence_only_if_read,
    issuer_not_addressee,
    order_was_given,
    allocation_has_beneficiary,
    instalments_match,
    other_explained,
)
