"""One record in full: its gist, and under it every key that it has, its relations and who tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.records import Consequence, Incident, Order, Outcome
from dprk_industry.curate.sheet.dates import day
from dprk_industry.curate.sheet.gist import gist
from dprk_industry.curate.sheet.layout import field, item
from dprk_industry.curate.sheet.words import Words, numbered
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.sheet.web import Tie, Web

Fields = list[tuple[str, str | None]]
"""Labels and what stands behind them; None or nothing where there is nothing to tell."""

MUTUAL = {"same_as": "same as", "corroborates": "corroborates", "contradicts": "contradicts"}
"""Relations that both records see alike."""
OUTWARD = {**MUTUAL, "because_of": "because of"}
INWARD = {**MUTUAL, "amends": "amended by", "updates": "updated by", "cites": "cited by"}
"""Relations that are told of the other record too; the rest has places of its own on a sheet."""


@frozen(slots=False)
class View:
    """What a sheet is made from."""

    words: Words
    web: Web
    home: str | None = None
    """The article that the sheet shows, where it shows one: its records go by their names."""
    shown: Container[str] = ()
    """Full ids of the records whose gist stands on the sheet, so that it need not be told again."""

    def name(self, entry: Entry) -> str:
        """Name of a record of the article at hand, the full id of another."""
        return entry.slug if entry.article.id == self.home else entry.id

    def mention(self, record_id: str) -> str:
        """A record in passing: its name, with its origin and gist unless they stand on the sheet; else the bare id."""
        entry = self.web.records.get(record_id)
        if entry is None:
            return record_id
        if record_id in self.shown:
            return self.name(entry)
        return f"{self.name(entry)} ({self.words.origin(entry)}): {gist(entry, self.words)}"


def block(entry: Entry, view: View, depth: int = 0) -> list[str]:
    """A record in full, as an item of a list."""
    return [*item(f"{view.name(entry)}: {gist(entry, view.words)}", depth), *facts(entry, view, depth + 1)]


def blocks(entries: list[Entry], view: View) -> list[str]:
    """Several records in full."""
    return [line for entry in entries for line in block(entry, view)]


def facts(entry: Entry, view: View, depth: int = 0) -> list[str]:
    """Lines of every key of a record that its gist does not tell."""
    told: Fields = [
        *(("amount", view.words.amount(amount)) for amount in entry.record.amounts),
        *_own(entry, view.words),
        *_relations(entry, view),
        ("note", entry.record.note),
        *_told(entry, view),
        ("manner", _manner(entry, view.words)),
    ]
    return [line for label, text in told for line in field(label, text, depth)]


def _own(entry: Entry, words: Words) -> Fields:
    """Keys that a record's kind alone has."""
    record = entry.record
    if isinstance(record, Order):
        return _order(record, words)
    if isinstance(record, Outcome):
        return _outcome(record, words)
    if isinstance(record, Incident):
        return [("date", _day(record.date))]
    if isinstance(record, Consequence):
        return [("by", words.party(record.issuer)), ("date", _day(record.date))]
    return []


def _order(order: Order, words: Words) -> Fields:
    return [
        ("issued", _day(order.issued)),
        ("deadline", words.deadline(order.deadline)),
        ("for", words.parties(order.beneficiaries)),
        ("not for", words.parties(order.exempt)),
        ("campaign", words.occasion(order.campaign)),
        ("change", words.label("change", order.change)),
    ]


def _outcome(outcome: Outcome, words: Words) -> Fields:
    return [
        ("campaign", words.occasion(outcome.campaign)),
        ("period", _day(outcome.period)),
        ("as of", _day(outcome.as_of)),
        ("achieved", _day(outcome.achieved)),
        ("timing", words.label("timing", outcome.timing)),
    ]


def _day(value: Edtf | None) -> str | None:
    return day(value) if value else None


def _relations(entry: Entry, view: View) -> Fields:
    """Relations of a record, those of one kind under one label."""
    others: dict[str, list[str]] = {}
    for tie in view.web.ties(entry):
        differing = f", on {tie.field}" if tie.field else ""
        if label := _relation(entry, tie):
            others.setdefault(label, []).append(f"{view.mention(tie.other)}{differing}")
    return [(label, "; ".join(dict.fromkeys(mentions))) for label, mentions in others.items()]


def _relation(entry: Entry, tie: Tie) -> str | None:
    """Label of a relation as a record sees it; None if it is not told of that record."""
    if not tie.outward:
        return INWARD.get(tie.relation)
    if tie.relation == "concerns" and isinstance(entry.record, Outcome):
        return "order"
    return OUTWARD.get(tie.relation, tie.relation)


def _told(entry: Entry, view: View) -> Iterator[tuple[str, str]]:
    """Each source of a record with its paragraphs, and the article where the sheet shows several."""
    for name in dict.fromkeys(source for source, _ in entry.evidence):
        numbers = [number for source, number in entry.evidence if source == name]
        yield "told by", f"{_teller(entry, name, view)}, {numbered(numbers)}{_article(entry, view)}"


def _teller(entry: Entry, name: str | None, view: View) -> str:
    """Name and grade of a source, or who it is where its article's sources are not on the sheet."""
    source = entry.article.sources.get(name or "")
    if source is None:
        return name or "no source given"
    if entry.article.id == view.home:
        return f"{name} ({source.reliability})"
    return f"{view.words.source(source)} ({view.words.graded('reliability', source.reliability)})"


def _article(entry: Entry, view: View) -> str:
    if entry.article.id == view.home:
        return ""
    return f" of {view.words.outlet(entry.article.outlet)}, {entry.article.published}"


def _manner(entry: Entry, words: Words) -> str:
    manner = words.label("manner", entry.manner) or "not given"
    return f"{manner}; credibility: {words.graded('credibility', entry.credibility)}"
