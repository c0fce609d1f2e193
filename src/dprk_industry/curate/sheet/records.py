"""Sheet of one record: what it says, the cascade around it, and every account of what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dprk_industry.curate.models.records import Factor, Order
from dprk_industry.curate.sheet.blocks import View, blocks, facts
from dprk_industry.curate.sheet.gist import gist
from dprk_industry.curate.sheet.layout import field, item, section, title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dprk_industry.curate.models.collection import Entry

ROLES = {
    "purpose": "Purposes, told and rumoured",
    "obstacle": "What stands in the way",
    "cause": "Causes",
    "enforcement": "How it is enforced",
    "response": "What those below do about it",
    "effect": "What follows",
}


def record_sheet(entry: Entry, view: View) -> list[str]:
    """Lines of the sheet of a record."""
    case = view.web.case(entry)
    view = replace(view, shown={each.id for each in case} | {each.id for each, _ in _orders(entry, view)})
    return [
        *title(f"{entry.kind.capitalize()}: {gist(entry, view.words)}"),
        *_header(entry, view),
        *section("Cascade", _cascade(entry, view)),
        *section("Other reports of it", blocks([other for other in case if other != entry], view)),
        *accounts([told for told in _joined(case, "concerns", view) if told.kind == "outcome"], view),
        *_surroundings(case, view),
    ]


def _header(entry: Entry, view: View) -> list[str]:
    return [
        *field("id", entry.id),
        *facts(entry, view),
        *field("read in", entry.article.headline),
        *field("address", entry.article.url),
    ]


def _cascade(marked: Entry, view: View) -> list[str]:
    """Orders from the head of the cascade down, those that carry another out indented; the marked one has an arrow."""
    lines: list[str] = []
    for entry, depth in _orders(marked, view):
        lines += item(_brief(entry, view), depth, ">" if entry.id == marked.id else "-")
    return lines


def _orders(entry: Entry, view: View) -> list[tuple[Entry, int]]:
    """Orders of the cascade around an order, with their depth; none around a record of another kind."""
    heads = [view.web.top(entry, view.web.records)] if entry.kind == "order" else []
    return view.web.cascade(heads, view.web.records)


def _brief(entry: Entry, view: View) -> str:
    """An order with its demand and deadline in one line."""
    order = entry.record
    due = f"deadline: {view.words.deadline(order.deadline)}" if isinstance(order, Order) else ""
    parts = [gist(entry, view.words), *map(view.words.amount, order.amounts), due]
    return f"{view.name(entry)}: {'; '.join(parts)}"


def _joined(case: Iterable[Entry], relation: str, view: View) -> list[Entry]:
    """Records that have a relation to a record of a case."""
    return list({told.id: told for entry in case for told in view.web.of(entry, relation)}.values())


def accounts(told: list[Entry], view: View) -> list[str]:
    """Every account, side by side: those of one origin under one heading, the state's first."""
    origins = sorted({view.words.origin(entry) for entry in told}, key=lambda origin: (origin != "state", origin))
    lines: list[str] = []
    for origin in origins:
        of_origin = [entry for entry in told if view.words.origin(entry) == origin]
        lines += section(f"Accounts by {origin}", blocks(of_origin, view))
    return lines


def factors(told: Iterable[Entry], view: View) -> list[str]:
    """Factors, those of one role under one heading."""
    by_role: dict[str, list[Entry]] = {role: [] for role in ROLES}
    for entry in told:
        if isinstance(entry.record, Factor):
            by_role[entry.record.role].append(entry)
    return [line for role, heading in ROLES.items() for line in section(heading, blocks(by_role[role], view))]


def _surroundings(case: list[Entry], view: View) -> list[str]:
    """Incidents, consequences and factors that belong to the records of a case, and what else they brought about."""
    after = _joined(case, "because_of", view)
    return [
        *section("Incidents under way", blocks(_joined(case, "during", view), view)),
        *section("Consequences", blocks([told for told in after if told.kind == "consequence"], view)),
        *section("Brought about by it", blocks([told for told in after if told.kind != "consequence"], view)),
        *factors(_joined(case, "concerns", view), view),
    ]
