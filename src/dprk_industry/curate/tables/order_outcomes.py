"""The headline table: one row for each order and addressee, with what came of it as far as anyone says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.models import derive
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.models.records import Article, Consequence, Deadline, Order, Outcome, Record, Source
from dprk_industry.curate.tables import wording
from dprk_industry.curate.tables.columns import Column, Row, Table, Value, dated, joined
from dprk_industry.curate.tables.columns import field as column

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.models.collection import Collection, Entry
    from dprk_industry.curate.models.records import Party

REACHED = {"met", "exceeded"}
NOT_YET = {"not_started", "under_way", "partial", "nominal"}


class Account(NamedTuple):
    """An outcome that tells how far an order was carried out, with its record's entry."""

    entry: Entry
    outcome: Outcome

    @property
    def root(self) -> str:
        """Root of the account's first source."""
        return root_of(self.entry)


@dataclass
class _Cases:
    """What the collection holds on each case of an order."""

    accounts: dict[str, list[Account]] = field(default_factory=lambda: defaultdict(list))
    """Outcomes of kind fulfilment that hold and concern an order of the case."""
    threats: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Types of consequence threatened because of an order of the case."""
    opponents: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Roots of the records that a contradicts link joins to a record, either way round."""


def _gather(collection: Collection, cases: dict[str, str]) -> _Cases:
    found = _Cases()
    for entry in collection.records.values():
        if derive.holds(entry, collection.registries) == 1:
            _gather_record(entry, entry.record, cases, found)
    for sheet in collection.sheets:
        for link in sheet.article.links:
            ends = [collection.records.get(full_id(sheet.article.id, name)) for name in (link.from_, link.to)]
            if link.relation == "contradicts":
                for one, other in (ends, reversed(ends)):
                    if one and other:
                        found.opponents[one.id].add(root_of(other))
    return found


def _gather_record(entry: Entry, record: Record, cases: dict[str, str], found: _Cases) -> None:
    if isinstance(record, Outcome) and record.kind == "fulfilment":
        for case in {cases.get(entry.full(name), "") for name in record.order}:
            found.accounts[case].append(Account(entry, record))
    if isinstance(record, Consequence) and record.stage == "threatened":
        for name in record.because_of:
            found.threats[cases.get(entry.full(name), "")].add(record.type)


def _rows(collection: Collection) -> Iterator[Row]:
    cases = derive.cases(collection)
    gathered = _gather(collection, cases)
    for entry in collection.records.values():
        if isinstance(entry.record, Order) and derive.holds(entry, collection.registries) == 1:
            case = cases[entry.id]
            for party, name in _addressees(entry.record, collection).items():
                accounts = [account for account in gathered.accounts[case] if concerns(account.outcome, party)]
                yield {
                    **_article_cells(entry, collection),
                    **_order_cells(entry, entry.record, case, collection),
                    "addressee": name,
                    **_addressee_cells(party, collection),
                    "threatened": joined(sorted(gathered.threats[case])),
                    **_account_cells(entry.record, accounts, gathered),
                }


def _addressees(order: Order, collection: Collection) -> dict[Party, str]:
    """The addressees of an order with their names; two of one name are told apart by their place."""
    names = {party: wording.party_name(party, collection.registries) for party in order.addressees}
    printed = list(names.values())
    return {
        party: f"{name} ({party.place or party.facility})" if printed.count(name) > 1 else name
        for party, name in names.items()
    }


def concerns(outcome: Outcome, addressee: Party) -> bool:
    """Whether an account is about an addressee: where both name facilities, the addressee's is among them."""
    named = {party.facility for party in outcome.subjects if party.facility}
    return not (addressee.facility and named) or addressee.facility in named


def _article_cells(entry: Entry, collection: Collection) -> dict[str, Value]:
    outlet = collection.registries.outlets[entry.article.outlet]
    return {
        "article_id": entry.article.id,
        "url": entry.article.url,
        "outlet": outlet.name,
        "outlet_kind": outlet.kind,
        "published": entry.article.published.text,
    }


def _order_cells(entry: Entry, order: Order, case: str, collection: Collection) -> dict[str, Value]:
    deadline = order.deadline
    return {
        "order_id": entry.id,
        "case_id": case,
        "issuer": wording.party_name(order.issuer, collection.registries),
        "issuer_level": derive.level(order.issuer, collection.registries),
        "action": order.action,
        "demand": wording.demand(order),
        "issued": order.issued.text if order.issued else None,
        "deadline_kind": deadline.kind if deadline else None,
        **dated("deadline", deadline.date if deadline else None),
        "campaign": order.campaign,
        "reliability": entry.article.sources[entry.source or ""].reliability,
        "credibility": entry.credibility,
        "paragraphs": joined(sorted({number for _, number in entry.evidence})),
    }


def _addressee_cells(party: Party, collection: Collection) -> dict[str, Value]:
    facility = collection.registries.facilities.get(party.facility or "")
    return {
        "facility_id": facility.id if facility else None,
        "facility_name": facility.name if facility else None,
        "province": wording.province(party, collection.registries),
        "sector": wording.sector(party, collection.registries),
    }


def _account_cells(order: Order, accounts: list[Account], gathered: _Cases) -> dict[str, Value]:
    chosen = chosen_account(accounts)
    outcome = chosen.outcome if chosen else None
    return {
        "outcome_status": outcome.status if outcome else None,
        "outcome_timing": outcome.timing if outcome else None,
        "outcome_as_of": outcome.as_of.text if outcome and outcome.as_of else None,
        "outcome_source_kind": chosen.entry.article.sources[chosen.entry.source or ""].kind if chosen else None,
        "met_deadline": met_deadline(order.deadline, outcome),
        "accounts": len(accounts),
        "roots": len({account.root for account in accounts}),
        "disputed": disputed(accounts, gathered.opponents),
    }


def root_of(entry: Entry) -> str:
    """Root of a record's first source."""
    return derive.root(entry.article, entry.source or "")


def chosen_account(accounts: list[Account]) -> Account | None:
    """The account with the best credibility, then the latest `as_of_max`, then the smallest id; None without any."""

    def preference(account: Account) -> tuple[int, int, str]:
        as_of = account.outcome.as_of
        last = as_of.last if as_of and as_of.last else date.min
        return (int(account.entry.credibility or 6), -last.toordinal(), account.entry.id)

    return min(accounts, key=preference, default=None)


def met_deadline(deadline: Deadline | None, outcome: Outcome | None) -> str:
    """Whether the deadline was met, by the chosen account: yes, no or unknown.

    Yes: met or exceeded, and said to be in time, or achieved or so by the deadline's last possible day. No: missed or
    late, achieved after that day, or still unfinished after it. Unknown otherwise, and always without an account or
    with a deadline of kind none or urgent.
    """
    if deadline is None or deadline.kind in {"none", "urgent"} or outcome is None:
        return "unknown"
    due = deadline.date.last if deadline.date else None
    if outcome.status in REACHED and _in_time(outcome, due):
        return "yes"
    return "no" if _too_late(outcome, due) else "unknown"


def _in_time(outcome: Outcome, due: date | None) -> bool:
    if outcome.timing in {"early", "on_time"}:
        return True
    lasts = [day.last for day in (outcome.achieved, outcome.as_of) if day and day.last]
    return due is not None and any(last <= due for last in lasts)


def _too_late(outcome: Outcome, due: date | None) -> bool:
    if outcome.status == "missed" or outcome.timing == "late":
        return True
    if due is None:
        return False
    achieved = outcome.achieved.first if outcome.achieved else None
    as_of = outcome.as_of.first if outcome.as_of else None
    unfinished = outcome.status in NOT_YET and as_of is not None and as_of > due
    return unfinished or (achieved is not None and achieved > due)


def disputed(accounts: list[Account], opponents: Mapping[str, set[str]]) -> bool:
    """Whether two roots disagree: reached against missed or nominal, or a contradicts link to another root."""
    reached = {account.root for account in accounts if account.outcome.status in REACHED}
    failed = {account.root for account in accounts if account.outcome.status in {"missed", "nominal"}}
    if any(one != other for one in reached for other in failed):
        return True
    return any(opponents.get(account.entry.id, set()) - {account.root} for account in accounts)


def _told(model: type, name: str, own: str, description: str, **changes: object) -> tuple[Column, ...]:
    """A column that repeats a field of a model under a name and a description of its own."""
    return column(model, name, own, description=description, **changes)[:1]


ORDER_OUTCOMES = Table(
    "order_outcomes",
    "Orders and their outcomes",
    "One row for each order and addressee, ready to analyse: who ordered what from whom, by when, under what threat, "
    "and what came of it by the best-graded account. Count orders by distinct `case_id`. An empty outcome means that "
    "nobody says anything, not that nothing was done.",
    (
        Column("article_id", "Article that reports the order.", required=True, refers="articles.article_id"),
        Column("url", "Address of the article.", required=True),
        Column("outlet", "Name of the outlet.", required=True),
        Column("outlet_kind", "Kind of the outlet.", required=True, vocabulary="outlet_kind"),
        *_told(Article, "published", "published", "Date of publication (EDTF)."),
        Column("order_id", "Record of the order.", required=True, refers="orders.record_id"),
        Column("case_id", "Case of the order: one real order.", required=True, refers="records.record_id"),
        Column("issuer", "Name of the issuer.", required=True),
        Column(
            "issuer_level",
            "Level of the issuer.",
            options=("leader", "central", "province", "county", "enterprise"),
        ),
        Column("addressee", "Name of the addressee.", required=True),
        Column(
            "facility_id", "Facility that is the addressee or to which it belongs.", refers="facilities.facility_id"
        ),
        Column("facility_name", "Name of that facility."),
        Column("province", "Province of the addressee; empty for the whole country and for actors."),
        Column(
            "sector",
            "Class of the facility, else class of the addressee if it is one of enterprises.",
            vocabulary="class",
        ),
        *_told(Order, "action", "action", "What is to be done."),
        Column("demand", "What is demanded, in words made from the order's amounts."),
        *_told(Order, "issued", "issued", "When the order was issued (EDTF)."),
        *_told(Deadline, "kind", "deadline_kind", "How the deadline is set.", required=False),
        *column(Deadline, "date", "deadline", description="Deadline as told (EDTF)."),
        *_told(Order, "campaign", "campaign", "Campaign or plan that the order belongs to."),
        Column(
            "threatened",
            "Types of all consequences threatened or promised because of an order of the case, sorted.",
            vocabulary="consequence_type",
            many=True,
        ),
        *_told(Outcome, "status", "outcome_status", "Status by the chosen account: best credibility, then latest."),
        *_told(Outcome, "timing", "outcome_timing", "Timing by the chosen account."),
        *_told(Outcome, "as_of", "outcome_as_of", "When that state of affairs held (EDTF)."),
        *_told(Source, "kind", "outcome_source_kind", "Kind of the chosen account's first source.", required=False),
        Column(
            "met_deadline",
            "Whether the deadline was met by the chosen account; unknown without one.",
            required=True,
            options=("yes", "no", "unknown"),
        ),
        Column("accounts", "Number of accounts of how far the order was carried out.", "integer", required=True),
        Column("roots", "Number of independent roots among the accounts.", "integer", required=True),
        Column("disputed", "True if two roots disagree.", "boolean", required=True),
        *_told(Source, "reliability", "reliability", "Reliability of the order's first source."),
        *_told(Record, "credibility", "credibility", "Credibility of the order.", required=True),
        Column("paragraphs", "Paragraphs of the article on which the order rests.", required=True, many=True),
    ),
    ("order_id", "addressee"),
    _rows,
)
