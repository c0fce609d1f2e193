"""Group F, first half: how far an order or plan was carried out, how a plant runs, how much it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import bounds, holds, referred
from dprk_industry.curate.models.records import Order, Outcome
from dprk_industry.curate.rules.articles import lies_ahead
from dprk_industry.curate.rules.base import rule
from dprk_industry.curate.rules.orders import NEEDED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Entry, Sheet
    from dprk_industry.curate.models.records import Amount

AHEAD = {"forecast", "intent"}
"""Manners of what has not happened yet."""
OPEN = {"intent", "unknown", "denied"}
"""Manners in which a text may leave the status open."""
WHOLE = 100
"""The plan itself, in percent."""
ABOUT, ROUGH = 1, 5
"""By how much a ratio may miss the plan and still be about 100: an exact one, and one that the text calls rough."""


@rule("R44")
def status_of_its_kind(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An outcome has a subject, and its status belongs to its kind.

    Why: carrying out, running and making are three scales, and a status of another scale cannot be compared; only a
    text that plans, denies or does not know may leave the status open.
    Mend: name the plant, body or class under `subjects`; take a status of the kind, or correct the kind; with manner
    intent, unknown or denied `status` may be left out.
    Bad: outcomes: {idle: {subjects: [{facility: example-mill}], kind: fulfilment, status: stopped}}
    Good: outcomes: {idle: {subjects: [{facility: example-mill}], kind: operation, status: stopped}}
    """
    codes = world.registries.vocabularies["status"].codes
    for entry, outcome in sheet.outcomes:
        if sheet.whole and not outcome.subjects:
            yield Problem((*entry.path, "subjects"), "the outcome has no subject; whose outcome is it?")
        if sheet.whole and outcome.status is None and entry.manner and entry.manner not in OPEN:
            message = f"no status, but manner {entry.manner}; how far, how or how much does the text say?"
            yield Problem((*entry.path, "status"), message)
        term = codes.get(outcome.status or "")
        if term and term.outcome_kind != outcome.kind:
            fit = ", ".join(code for code, other in codes.items() if other.outcome_kind == outcome.kind)
            message = f"{outcome.status} is a status of {term.outcome_kind}, not of {outcome.kind}"
            message, there = f"{message}; expected one of {fit}", (*entry.path, "kind")
            yield Problem((*entry.path, "status"), message, there=there)


@rule("R45")
def yardstick_given(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A fulfilment names the plan that it is measured by, and the campaign or order behind it.

    Why: met says nothing unless it is known what was to be met; `order` may be missing where the article records no
    order at all.
    Mend: add `plan` (unstated if the text names none), `campaign` with plan campaign, `order` with plan assignment.
    Warns: of plan assignment without `order` where the article records orders.
    Bad: outcomes: {half-done: {kind: fulfilment, status: partial}}
    Good: outcomes: {half-done: {order: mill-order, kind: fulfilment, status: partial, plan: assignment}}
    """
    for entry, outcome in sheet.outcomes:
        if outcome.kind == "fulfilment" and sheet.whole:
            for key, message, severity in _without_yardstick(outcome, ordered=bool(sheet.article.orders)):
                yield Problem((*entry.path, key), message, severity)
        for path, name, other in referred(entry, "order", world):
            if other.kind != "order":
                message = f"`{name}` is of kind {other.kind}, expected an order"
                yield Problem(path, message, other=world.file(other), there=other.path)


def _without_yardstick(outcome: Outcome, *, ordered: bool) -> Iterator[tuple[str, str, Severity]]:
    if outcome.plan is None:
        yield "plan", "a fulfilment without `plan`; unstated, if the text names none", Severity.ERROR
    if outcome.plan == "campaign" and outcome.campaign is None:
        yield "campaign", "plan campaign without `campaign`; which one?", Severity.ERROR
    if outcome.plan == "assignment" and not outcome.order and ordered:
        yield "order", "plan assignment without `order`; is it one of the orders of this article?", Severity.WARNING


@rule("R46")
def told_after_it_was(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    What is told as so was ordered, reached or observed before it was published, one day of time zones granted.

    Why: nobody reports what has not happened yet; one of the two dates is wrong.
    Mend: correct `issued`, `as_of`, `achieved` or `published`; what lies ahead has manner forecast or intent.
    Bad: published: 2019-03-20, outcomes: {half-done: {status: partial, as_of: 2019-03-25}}
    Good: published: 2019-03-20, outcomes: {half-done: {status: partial, as_of: 2019-03-19}}
    """
    for entry in sheet.entries:
        for key in ("issued", "as_of", "achieved"):
            day: Edtf | None = getattr(entry.record, key, None)
            if day and holds(entry, world.registries) == 1 and lies_ahead(day, sheet.article):
                message = f"{key} {day}, but the article was published {sheet.article.published}"
                yield Problem((*entry.path, key), message, there=("published",))


@rule("R47")
def ratio_fits_status(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A ratio to the plan fits the status: above 100 is exceeded, below is missed or partial, about 100 is met.

    Why: status and ratio say the same thing twice and must agree; met is about 100 within one percent, and a number
    that the text calls rough is granted five.
    Mend: correct the status or the number; a ratio has the plan as 100, so "by 7 percent more" is 107.
    Warns: of a ratio that is not about 100 where the status is met.
    Bad: outcomes: {ahead: {status: exceeded, amounts: [{role: ratio, item: coal, value: 7, base: plan}]}}
    Good: outcomes: {ahead: {status: exceeded, amounts: [{role: ratio, item: coal, value: 107, base: plan}]}}
    """
    for entry, outcome in sheet.outcomes:
        for position, amount in enumerate(outcome.amounts):
            expected = _expected(outcome.status, amount) if (amount.role, amount.base) == ("ratio", "plan") else None
            if expected:
                told = " to ".join(str(number) for number in sorted({n for n in bounds(amount) if n is not None}))
                message = f"{outcome.status}, but {told} percent of plan; expected {expected}"
                weight = Severity.WARNING if outcome.status == "met" else Severity.ERROR
                path, there = (*entry.path, "amounts", position), (*entry.path, "status")
                yield Problem(path, message, weight, there=there)


def _expected(status: str | None, amount: Amount) -> str | None:
    """What a ratio to the plan should be under a status, if it certainly is not."""
    low, high = bounds(amount)
    rough = ROUGH if amount.approximate else 0
    if status == "exceeded" and high is not None and high <= WHOLE - rough:
        return "more than 100"
    if status in {"missed", "partial"} and low is not None and low >= WHOLE + rough:
        return "less than 100"
    return "about 100" if status == "met" and _far(low, high, rough or ABOUT) else None


def _far(low: Decimal | None, high: Decimal | None, slack: int) -> bool:
    return (low is not None and low > WHOLE + slack) or (high is not None and high < WHOLE - slack)


@rule("R48")
def missed_after_deadline(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Nothing is called missed before its deadline begins, unless it is forecast.

    Why: before the deadline an order can only be partial or under way; instalments of a recurring order are left out,
    because each falls due by itself.
    Mend: correct `as_of` or the deadline, take status partial or under_way, or manner forecast if failure is expected.
    Bad: outcomes: {too-late: {order: due-in-april, status: missed, as_of: 2019-03-19}}
    Good: outcomes: {too-late: {order: due-in-april, status: partial, as_of: 2019-03-19}}
    """
    for entry, outcome in sheet.outcomes:
        open_or_not = {"forecast", "denied", "unknown", None}  # one that is missing may have been such
        if outcome.status != "missed" or outcome.as_of is None or entry.manner in open_or_not:
            continue
        for name, order, due in _deadlines(entry, world):
            if outcome.as_of.certainly_before(due):
                message = f"missed as of {outcome.as_of}, but `{name}` is due {due}; until then partial or under_way"
                there = (*order.path, "deadline", "date")
                yield Problem((*entry.path, "as_of"), message, other=world.file(order), there=there)


def _deadlines(entry: Entry, world: Collection) -> Iterator[tuple[str, Entry, Edtf]]:
    """Orders that an outcome is about, each as it names it, and when they are due; recurring ones are left out."""
    for _, name, other in referred(entry, "order", world):
        deadline = other.record.deadline if isinstance(other.record, Order) else None
        if deadline and deadline.date and deadline.kind in NEEDED and deadline.kind != "recurring":
            yield name, other, deadline.date


@rule("R49", Severity.WARNING, whole=True)
def lead_told(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Timing early comes with the lead, or with a day of achievement before the deadline.

    Why: early is claimed often, and counts for more where the text says by how much; the end of `period` is the
    deadline of a plan without an order, and where no deadline is known the day of achievement suffices; of what is
    only expected or intended neither can be known.
    Mend: add an amount of role lead, or `achieved`; if the text says no more than early, waive the warning.
    Bad: outcomes: {done: {status: met, plan: year, period: 2018, timing: early}}
    Good: outcomes: {done: {status: met, plan: year, period: 2018, achieved: 2018-11, timing: early}}
    """
    for entry, outcome in sheet.outcomes:
        if outcome.timing != "early" or entry.manner in {*AHEAD, None}:
            continue
        if any(amount.role == "lead" for amount in outcome.amounts):
            continue
        if outcome.achieved is None:
            message = "early, but neither an amount of role lead nor `achieved`; by how much?"
            yield Problem((*entry.path, "timing"), message)
            continue
        ordered = list(_deadlines(entry, world))
        due = [day for _, _, day in ordered] or ([outcome.period] if outcome.period else [])
        first = outcome.achieved.first
        if first and due and all(day.last and first >= day.last for day in due):
            told = ", ".join(str(day) for day in due)
            message = f"early, but achieved {outcome.achieved} and due {told}; correct one of them"
            order = ordered[0][1] if ordered else entry
            there = (*order.path, "deadline", "date") if ordered else (*entry.path, "period")
            yield Problem((*entry.path, "achieved"), message, other=world.file(order), there=there)


RULES = (
    status_of_its_kind,
    yardstick_given,
    told_after_it_was,
    ratio_fits_status,
    missed_after_deadline,
    lead_told,
)
