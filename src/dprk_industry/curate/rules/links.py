"""Group H: what one record is to another, where no key of a record says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import ends, referred, roots
from dprk_industry.curate.models.records import Outcome
from dprk_industry.curate.rules.base import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Entry, Sheet

IN_LINKS = ("corroborates", "contradicts", "updates", "cites")
"""Relations that stand under `links`; each of the others is a key of the record that it runs from."""
KEYS = {"concerns": "`order` (on an outcome) or `concerns` (on a factor)"}
"""Keys that are not called like their relation."""


@rule("R63")
def same_thing_before(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    `same_as` joins records of one kind, never a record to itself, and never points to a later article.

    Why: a case is counted once, under the record that was published first; records already there are not touched.
    Mend: point to the record of the same kind in the earlier article, or in the same one.
    Bad: orders: {mill-order: {same_as: half-done}}, outcomes: {half-done: {order: mill-order}}
    Good: orders: {mill-order: {same_as: tidings-earlier#mill-order}}
    """
    for entry in (entry for entry in sheet.entries if entry.record.same_as):
        for path, name, other in referred(entry, "same_as", world):
            if other.id == entry.id:
                yield Problem(path, f"`{name}` is this record itself; `same_as` points to another one")
            elif other.kind != entry.kind:
                message = f"`{name}` is of kind {other.kind}, this record of kind {entry.kind}"
                yield Problem(path, message, other=world.file(other), there=other.path)
            elif entry.article.published.certainly_before(other.article.published):
                dates = f"{other.article.published}, after this one ({entry.article.published})"
                message = f"`{name}` was published {dates}; let the later record point to the earlier"
                yield Problem(path, message, other=world.file(other), there=("published",))


@rule("R64")
def link_says_what(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A link joins two records: corroborates those of different roots, contradicts with the `field` in dispute.

    Why: two accounts of one root are one account, however often it is told. Of the relations only corroborates,
    contradicts, updates and cites stand under `links`; the others are keys of the records.
    Mend: delete the link, or find the root of both sources by their `via` and `outlet`; name the `field` that differs
    (status, achieved, date); move another relation to its key.
    Warns: of contradicts without `field`.
    Bad: links: [{from: half-done, relation: contradicts, to: all-well}]
    Good: links: [{from: half-done, relation: contradicts, to: all-well, field: status}]
    """
    for position, link in enumerate(sheet.article.links):
        if link.relation not in IN_LINKS:
            key = KEYS.get(link.relation, f"`{link.relation}`")
            message = f"{link.relation} is no relation for `links`; write it as the key {key} of the record"
            yield Problem(("links", position, "relation"), message)
        if link.relation == "contradicts" and link.field is None and sheet.whole:
            message = "contradicts without `field`; on which field do the two differ?"
            yield Problem(("links", position), message, Severity.WARNING)
    for position, link, one, other in ends(sheet.article, world):
        path = ("links", position, "to")
        if one.id == other.id:
            yield Problem(path, f"the link runs from `{link.from_}` to itself")
        elif link.relation == "corroborates" and roots(one) == roots(other):
            found = " and ".join(sorted(roots(one)))
            message = f"`{link.to}` rests on the same root as `{link.from_}` ({found}), so it corroborates nothing"
            yield Problem(path, message, other=world.file(other), there=other.path)


@rule("R65", Severity.WARNING)
def update_from_later(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A link of relation updates points from the later state of affairs to the earlier one.

    Why: the direction says which state is the newer; it is read from `as_of`.
    Mend: turn the link round, or correct `as_of`.
    Bad: {from: half-done (as_of 2019-03-19), relation: updates, to: all-done (as_of 2019-04-30)}
    Good: {from: all-done (as_of 2019-04-30), relation: updates, to: half-done (as_of 2019-03-19)}
    """
    for position, link, one, other in ends(sheet.article, world):
        newer, older = _as_of(one), _as_of(other)
        if link.relation == "updates" and newer and older and newer.certainly_before(older):
            message = f"`{link.from_}` holds as of {newer}, before `{link.to}` ({older}), which it updates"
            message = f"{message}; turn the link round"
            yield Problem(("links", position), message, other=world.file(other), there=(*other.path, "as_of"))


def _as_of(entry: Entry) -> Edtf | None:
    return entry.record.as_of if isinstance(entry.record, Outcome) else None


RULES = (same_thing_before, link_says_what, update_from_later)
