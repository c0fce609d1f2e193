"""Sheet of one record: what was ordered, the cascade around it, and every account of what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.records import Order
from dprk_industry.curate.sheet.layout import field, item, section, title
from dprk_industry.curate.sheet.words import Words, day, evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.sheet.web import Web

ROLES = {
    "purpose": "Purposes, told and rumoured",
    "obstacle": "What stands in the way",
    "cause": "Causes",
    "enforcement": "How it is enforced",
    "response": "What those below do about it",
    "effect": "What follows",
}


def record_sheet(entry: Entry, words: Words, web: Web) -> list[str]:
    """Lines of the sheet of a record."""
    case = web.case(entry)
    lines = [*title(f"{entry.kind.capitalize()}: {words.statement(entry)}"), *_header(entry, words)]
    if isinstance(entry.record, Order):
        lines += _order_fields(entry.record, words)
        lines += section("Cascade", cascade(_top(entry, web), words, web, entry))
        lines += section("Changes", [line for other in web.both(entry, "amends") for line in _short(other, words)])
    lines += section(
        "Other reports of it", [line for other in case if other != entry for line in account(other, words, web)]
    )
    lines += accounts(_accounts(case, web), words, web)
    lines += surroundings(case, words, web)
    return lines


def _header(entry: Entry, words: Words) -> list[str]:
    return [
        *field("id", entry.id),
        *field("told by", words.grades(entry)),
        *field("read in", f"{entry.article.headline} ({evidence(entry)})"),
        *field("address", entry.article.url),
    ]


def _order_fields(order: Order, words: Words) -> list[str]:
    return [
        *field("issued", day(order.issued) if order.issued else None),
        *field("deadline", words.deadline(order.deadline)),
        *field("demand", words.amounts(order.amounts)),
        *field("for", words.parties(order.beneficiaries)),
        *field("not for", words.parties(order.exempt)),
        *field("campaign", words.registries.calendar[order.campaign].name if order.campaign else None),
        *field("change", words.label("change", order.change)),
    ]


def _top(entry: Entry, web: Web) -> Entry:
    """The order at the head of the cascade to which an order belongs."""
    seen = {entry.id}
    while (above := web.to(entry, "implements")) and above[0].id not in seen:
        entry = above[0]
        seen.add(entry.id)
    return entry


def cascade(entry: Entry, words: Words, web: Web, marked: Entry | None = None, depth: int = 0) -> list[str]:
    """An order and, indented under it, the orders that carry it out; the marked one has an arrow."""
    order = entry.record
    due = words.deadline(order.deadline) if isinstance(order, Order) else ""
    text = f"{words.statement(entry)}; deadline: {due} [{entry.slug}]"
    below = [line for child in web.of(entry, "implements") for line in cascade(child, words, web, marked, depth + 1)]
    return [*item(text, depth, ">" if marked and entry.id == marked.id else "-"), *below]


def _accounts(case: Iterable[Entry], web: Web) -> list[Entry]:
    found = {told.id: told for entry in case for told in web.of(entry, "concerns") if told.kind == "outcome"}
    return list(found.values())


def accounts(told: list[Entry], words: Words, web: Web) -> list[str]:
    """Every account, side by side: those of one origin under one heading, the state's first."""
    origins = sorted({words.origin(entry) for entry in told}, key=lambda origin: (origin != "state", origin))
    lines: list[str] = []
    for origin in origins:
        of_origin = [entry for entry in told if words.origin(entry) == origin]
        lines += section(f"Accounts by {origin}", [line for entry in of_origin for line in account(entry, words, web)])
    return lines


def account(entry: Entry, words: Words, web: Web) -> list[str]:
    """One account: what it says, who says so and where, and what contradicts or supports it."""
    lines = [*item(words.statement(entry)), *_source(entry, words)]
    for relation, sign in (("contradicts", "against"), ("corroborates", "with"), ("updates", "later or earlier")):
        for other in web.both(entry, relation):
            lines += field(sign, f"{words.origin(other)}: {words.statement(other)} [{other.id}]", 1)
    return lines


def _source(entry: Entry, words: Words) -> list[str]:
    return field("told by", f"{words.grades(entry)}; {evidence(entry)} [{entry.slug}]", 1)


def _short(entry: Entry, words: Words) -> list[str]:
    return [*item(words.statement(entry)), *_source(entry, words)]


def surroundings(case: list[Entry], words: Words, web: Web) -> list[str]:
    """Consequences, incidents and factors that belong to the records of a case."""
    after = {told.id: told for entry in case for told in web.of(entry, "because_of")}
    during = {told.id: told for entry in case for told in web.of(entry, "during")}
    about = {told.id: told for entry in case for told in web.of(entry, "concerns") if told.kind == "factor"}
    lines = section("Incidents under way", [line for told in during.values() for line in _short(told, words)])
    lines += section("Consequences", [line for told in after.values() for line in _short(told, words)])
    for role, heading in ROLES.items():
        told_as = [told for told in about.values() if getattr(told.record, "role", None) == role]
        lines += section(heading, [line for told in told_as for line in _short(told, words)])
    return lines
