"""Group G: accidents, and what is done, threatened or promised to people."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import bounds, cases, ranks_below, referred, roots, support
from dprk_industry.curate.models.records import Order
from dprk_industry.curate.rules.amounts import CASUALTIES, numbers
from dprk_industry.curate.rules.articles import lies_ahead
from dprk_industry.curate.rules.base import Scope, rule
from dprk_industry.curate.rules.grades import ENOUGH, believed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Entry, Sheet
    from dprk_industry.curate.models.records import Party

BROUGHT_ABOUT_BY = {
    "consequence": ("order", "outcome", "incident", "consequence"),
    "outcome": ("outcome", "incident"),
    "incident": ("outcome", "incident"),
}
"""Kinds of record to which `because_of` points from each kind."""
GRAVE = {"execution", "life_term", "labour_term"}
BEFORE = {"imposed": "pending", "lifted": "imposed"}
"""Stage that comes right before a stage."""


@rule("R55")
def victims_counted(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Casualties are whole numbers, not negative, and the severely injured are not more than the injured.

    Why: people are counted, and the severely injured are among the injured; that casualties stand on incidents alone
    is seen to by R70.
    Mend: correct the numbers; count the severely injured in `injured` too; half of the crew is an amount of role share.
    Bad: amounts: [{role: injured, value: 2}, {role: injured_severe, value: 6}]
    Good: amounts: [{role: injured, value: 8}, {role: injured_severe, value: 6}]
    """
    for _, path, amount in (each for each in sheet.amounts if each[2].role in CASUALTIES):
        for key, number in numbers(amount).items():
            if number < 0 or number != number.to_integral_value():
                yield Problem((*path, key), f"{number} {amount.role}; expected a whole number from 0")
    for entry, incident in sheet.incidents:
        most = [bounds(amount)[1] for amount in incident.amounts if amount.role == "injured"]
        for position, amount in enumerate(incident.amounts):
            least = bounds(amount)[0] if amount.role == "injured_severe" else None
            if least is not None and most and all(limit is not None and limit < least for limit in most):
                message = f"{least} severely injured, but only {most[0]} injured; the former count among the latter"
                injured = [amount.role for amount in incident.amounts].index("injured")
                path, there = ((*entry.path, "amounts", number) for number in (position, injured))
                yield Problem(path, message, there=there)


@rule("R56")
def accident_happened(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    An incident has a place, and happened before it was published, one day of time zones granted.

    Why: what is feared for the future has not happened; an actor is no place.
    Mend: name the plant, or a class in a place, under `at`; correct `date` or `published`; a feared accident has manner
    forecast.
    Bad: published: 2019-03-20, incidents: {blast: {at: [{facility: example-mill}], date: 2019-04-20}}
    Good: published: 2019-03-20, incidents: {blast: {at: [{facility: example-mill}], date: 2019-03-18}}
    """
    for entry, incident in sheet.incidents:
        if sheet.whole and not any(party.facility or party.place for party in incident.at):
            yield Problem((*entry.path, "at"), "the incident has no place; at which plant, or where, did it happen?")
        ahead = entry.manner in {"forecast", "intent", None}  # one that is missing may have been such
        if incident.date and not ahead and lies_ahead(incident.date, sheet.article):
            message = f"happened {incident.date}, but the article was published {sheet.article.published}"
            yield Problem((*entry.path, "date"), message, there=("published",))


@rule("R57")
def accident_under_order(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    `during` joins an incident to an order that was there when it happened.

    Why: days between accident and deadline are counted by it; nobody works under an order that is not yet issued.
    Mend: point to the order that was being carried out, or correct the dates; an order that follows from an accident
    is not `during`.
    Bad: orders: {clean-up: {issued: 2019-03-18}}, incidents: {blast: {during: clean-up, date: 2019-03-10}}
    Good: orders: {produce-more: {issued: 2019-03-01}}, incidents: {blast: {during: produce-more, date: 2019-03-10}}
    """
    for entry, incident in sheet.incidents:
        for path, name, other in referred(entry, "during", world):
            issued = other.record.issued if isinstance(other.record, Order) else None
            if other.kind != "order":
                message = f"`{name}` is of kind {other.kind}, expected an order"
                yield Problem(path, message, other=world.file(other), there=other.path)
            elif incident.date and issued and incident.date.certainly_before(issued):
                message = f"happened {incident.date}, but `{name}` was issued {issued}, after it"
                yield Problem(path, message, other=world.file(other), there=(*other.path, "issued"))


@rule("R58")
def consequence_complete(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A consequence has a target, a stage and `because_of`, which points to what can bring a record of its kind about.

    Why: a penalty without reason or victim cannot be tied to an order; a consequence follows from an order, outcome,
    incident or consequence, and an outcome or incident from an outcome or incident.
    Mend: name the target; point to what the text gives as the reason; why something happened otherwise is a factor of
    role cause.
    Bad: factors: {no-coke: {type: fuel}}, consequences: {scolding: {because_of: no-coke}}
    Good: outcomes: {too-little: {status: missed}}, consequences: {scolding: {because_of: too-little}}
    """
    for entry, consequence in sheet.consequences:
        if sheet.whole and not consequence.targets:
            yield Problem((*entry.path, "targets"), "the consequence has no target; who suffers or enjoys it?")
        if sheet.whole and not consequence.because_of:
            yield Problem((*entry.path, "because_of"), "`because_of` is empty; what does the consequence follow from?")
    for entry, _ in (*sheet.consequences, *sheet.outcomes, *sheet.incidents):
        fit = BROUGHT_ABOUT_BY[entry.kind]
        for path, name, other in referred(entry, "because_of", world):
            if other.kind not in fit:
                kinds = f"{', '.join(fit[:-1])} or {fit[-1]}"
                message = f"`{name}` is of kind {other.kind}; expected the {kinds} that brought it about"
                yield Problem(path, message, other=world.file(other), there=other.path)


@rule("R59")
def lifted_was_imposed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A pardon, or a consequence that is lifted, points with `because_of` to a consequence.

    Why: what is lifted must be known, or a penalty would count for ever.
    Mend: record the penalty as a consequence of its own, and point to it.
    Bad: consequences: {freed: {because_of: mill-order, type: pardon, stage: imposed}}
    Good: consequences: {freed: {because_of: camp, type: pardon, stage: imposed}, camp: {type: labour_term}}
    """
    for entry, consequence in sheet.consequences:
        if consequence.type != "pardon" and consequence.stage != "lifted":
            continue
        found = [other.kind for _, _, other in referred(entry, "because_of", world)]
        if found and len(found) == len(consequence.because_of) and "consequence" not in found:
            what = "a pardon" if consequence.type == "pardon" else "a consequence at stage lifted"
            message = f"{what} points to the consequence it ends; found {', '.join(found)} alone"
            yield Problem((*entry.path, "because_of"), message)


@rule("R60", Severity.WARNING)
def threat_from_above(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Who threatens does not rank below who is threatened.

    Why: threats run downwards. The place of people and enterprises says where they are, not how high they stand, so
    only actors, bodies of a place and plants are compared.
    Mend: correct `issuer` or `targets`; if the text really says so, waive the warning with that reason.
    Bad: consequences: {warning: {issuer: {facility: example-mill}, targets: [{actor: cabinet}], stage: threatened}}
    Good: consequences: {warning: {issuer: {actor: cabinet}, targets: [{facility: example-mill}], stage: threatened}}
    """
    for entry, consequence in sheet.consequences:
        issuer = consequence.issuer
        if consequence.stage == "threatened" and issuer:
            ranked = [target for target in consequence.targets if _has_rank(target, world)]
            if any(ranks_below(issuer, target, world.registries) for target in ranked):
                message = "who threatens ranks below who is threatened; are issuer and target the right way round?"
                yield Problem((*entry.path, "issuer"), message, there=(*entry.path, "targets"))


def _has_rank(party: Party, world: Collection) -> bool:
    """Whether the level of a party says how high it stands."""
    term = world.registries.vocabularies["class"].codes.get(party.class_ or "")
    return term is None or term.group == "organ"


@rule("R61", Severity.WARNING, Scope.LINKED, whole=True)
def grave_penalty_confirmed(world: Collection) -> Iterator[Problem]:
    """
    An execution or a term of labour or life that is believed has two roots, or is told by the state itself.

    Why: reports of the gravest penalties from a single source have often proved false.
    Mend: grade the record 3 or worse, or add the second source or the corroborates link.
    Bad: consequences: {camp: {type: labour_term, stage: imposed, credibility: 2}}
    Good: consequences: {camp: {type: labour_term, stage: imposed, credibility: 3}}
    """
    for sheet in world.sheets:
        for entry, consequence in sheet.consequences:
            grave = consequence.type in GRAVE and consequence.stage == "imposed" and believed(entry, "3", world)
            if grave and "state" not in roots(entry) and len(support(entry, world)) < ENOUGH:
                message = f"credibility {entry.credibility}, but one root alone tells of {consequence.type}"
                yield Problem((*entry.path, "credibility"), f"{message}; 3 is the best", file=sheet.file)


@rule("R62", Severity.WARNING, Scope.LINKED)
def stages_in_order(world: Collection) -> Iterator[Problem]:
    """
    Within a case nothing is imposed before it is pending, nor lifted before it is imposed.

    Why: stages follow each other; a date or a `same_as` is wrong. What is lifted is also compared with the consequence
    to which it points.
    Mend: correct the dates, or take the `same_as` out if they are two penalties.
    Bad: consequences: {trial: {stage: pending, date: 2019-03}, camp: {same_as: trial, stage: imposed, date: 2019-02}}
    Good: consequences: {trial: {stage: pending, date: 2019-02}, camp: {same_as: trial, stage: imposed, date: 2019-03}}
    """
    told = [(sheet, entry, record) for sheet in world.sheets for entry, record in sheet.consequences]
    if not any(record.stage in BEFORE for _, _, record in told):
        return
    case = cases(world)
    dated: dict[tuple[str, str], list[tuple[Entry, Edtf]]] = defaultdict(list)
    for _, entry, record in told:
        if record.date:
            dated[case[entry.id], record.stage].append((entry, record.date))
    for sheet, entry, record in told:
        before = BEFORE.get(record.stage, "")
        concerned = {case[entry.id]}
        if record.stage == "lifted":
            concerned |= {case[other.id] for _, _, other in referred(entry, "because_of", world)}
        for other, day in (pair for name in sorted(concerned) for pair in dated[name, before]):
            if record.date and record.date.certainly_before(day):
                message = f"{record.stage} {record.date}, but {before} only {day} (`{other.id}`)"
                there = (*other.path, "date")
                yield Problem((*entry.path, "date"), message, file=sheet.file, other=world.file(other), there=there)


RULES = (
    victims_counted,
    accident_happened,
    accident_under_order,
    consequence_complete,
    lifted_was_imposed,
    threat_from_above,
    grave_penalty_confirmed,
    stages_in_order,
)
