"""Group J: purposes, obstacles, causes, enforcement, responses and effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import holds, referred
from dprk_industry.curate.models.records import Factor
from dprk_industry.curate.rules.base import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet

SERVES = {"hindrance": ("obstacle", "cause")}
"""Roles that a group of types serves, where it is not called like its role."""
BELONGS_TO = {
    "purpose": ("order",),
    "obstacle": ("order", "outcome"),
    "enforcement": ("order", "outcome"),
    "response": ("order", "outcome", "incident"),
    "cause": ("outcome", "incident", "factor of role response", "factor of role effect"),
}
"""Kinds of record to which factors of a role belong; an effect may belong to any."""


@rule("R72")
def type_of_its_role(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    The type of a factor belongs to its role; obstacle and cause share their types.

    Why: a shortage that is coded as a purpose would be counted among the purposes.
    Mend: take a type of the role, or correct the role; what hinders is an obstacle before and a cause afterwards.
    Bad: factors: {no-coke: {concerns: mill-order, role: response, type: fuel}}
    Good: factors: {no-coke: {concerns: mill-order, role: obstacle, type: fuel}}
    """
    codes = world.registries.vocabularies["factor_type"].codes
    for entry, factor in sheet.factors:
        term = codes.get(factor.type)
        group = term.group if term and term.group else "any"
        fit = SERVES.get(group, (group,))
        if group != "any" and factor.role not in fit:
            message = f"{factor.type} is a type for {' and '.join(fit)}, but the role is {factor.role}"
            yield Problem((*entry.path, "type"), message)


@rule("R73")
def concerns_fit_role(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A factor concerns what a factor of its role can belong to.

    Why: a purpose is that of an order; what explains something past is a cause of it, what stands in the way of
    something to come is an obstacle to it.
    Mend: point to the record that the role asks for, or correct the role.
    Bad: outcomes: {half-done: {order: mill-order}}, factors: {flats: {concerns: half-done, role: purpose}}
    Good: outcomes: {half-done: {order: mill-order}}, factors: {flats: {concerns: mill-order, role: purpose}}
    """
    for entry, factor in sheet.factors:
        if sheet.whole and not factor.concerns:
            yield Problem((*entry.path, "concerns"), "the factor concerns nothing; to which record does it belong?")
        fit = BELONGS_TO.get(factor.role)
        for path, name, other in referred(entry, "concerns", world):
            kind = f"factor of role {other.record.role}" if isinstance(other.record, Factor) else other.kind
            if fit and kind not in fit:
                message = f"`{name}` is of kind {kind}; a factor of role {factor.role} concerns {_listed(fit)}"
                yield Problem(path, message)


def _listed(kinds: tuple[str, ...]) -> str:
    return f"{', '.join(kinds[:-1])} or {kinds[-1]}" if kinds[:-1] else kinds[0]


@rule("R74", Severity.WARNING, whole=True)
def official_purpose_told(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A rumoured purpose stands beside a purpose told as so, or a note says that none was given.

    Why: a rumour is worth telling against what was said officially; where nothing was said, the note shows that it was
    looked for.
    Mend: code the official purpose of the same order as a factor of its own, or say in `note` that there is none.
    Bad: factors: {guns: {manner: rumour, concerns: mill-order, role: purpose, type: weapons}}
    Good: factors: {guns: {manner: rumour, concerns: mill-order, role: purpose, type: weapons, note: no other is told}}
    """
    purposes = [(entry, factor) for entry, factor in sheet.factors if factor.role == "purpose"]
    for entry, factor in purposes:
        if entry.manner == "rumour" and not factor.note:
            told = (other.concerns for one, other in purposes if not one.manner or holds(one, world.registries) == 1)
            if not any({*map(entry.full, factor.concerns)} & {*map(entry.full, concerns)} for concerns in told):
                message = "a rumoured purpose, but no other of the same order is told as so; code it, or say in `note`"
                yield Problem((*entry.path, "manner"), f"{message} that none is given")


RULES = (type_of_its_role, concerns_fit_role, official_purpose_told)
