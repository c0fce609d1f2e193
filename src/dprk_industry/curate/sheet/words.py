"""Dates, grades, parties and records in words a person would use."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from dprk_industry.curate.models import derive
from dprk_industry.curate.models.records import Consequence, Factor, Incident, Order, Outcome
from dprk_industry.curate.tables import wording

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.models.records import Amount, Deadline, Party
    from dprk_industry.curate.models.registry import Registries


class Words:
    """Words for what records hold, with the labels of one dataset's vocabularies and registries."""

    def __init__(self, registries: Registries) -> None:
        self.registries = registries

    def label(self, vocabulary: str, code: str | None) -> str:
        """Label of a code in small letters; empty for none."""
        if code is None:
            return ""
        label = self.registries.vocabularies[vocabulary].codes[code].label
        return label if label.isupper() else label[0].lower() + label[1:]

    def party(self, party: Party) -> str:
        """Name of a party."""
        return wording.party_name(party, self.registries)

    def parties(self, parties: Iterable[Party]) -> str:
        """Names of several parties, joined with semicolons."""
        return "; ".join(map(self.party, parties))

    def amounts(self, amounts: Iterable[Amount]) -> str:
        """Amounts with what they are, joined with semicolons."""
        said = (f"{self.label('amount_role', each.role)}: {wording.amount_text(each)}" for each in amounts)
        return "; ".join(said).replace("_", " ")

    def deadline(self, deadline: Deadline | None) -> str:
        """Deadline with its kind, its last day and its occasion."""
        if deadline is None:
            return "not told (only an excerpt was read)"
        parts = [self.label("deadline_kind", deadline.kind)]
        if deadline.date:
            parts.append(f"{day(deadline.date)}{self._last(deadline.date)}")
        if deadline.occasion:
            parts.append(self.registries.calendar[deadline.occasion].name)
        if deadline.every:
            parts.append(f"every {deadline.every}")
        return ", ".join(parts)

    def _last(self, due: Edtf) -> str:
        return f", last day {plain(due.last)}" if due.last and due.first != due.last and due.exact else ""

    def grades(self, entry: Entry) -> str:
        """Source kind and both grades of a record, in words."""
        source = entry.article.sources[entry.source or ""]
        who = self.label("source_kind", source.kind)
        where = f", {self.registries.places[source.place].name}" if source.place else ""
        named = f" ({self.registries.outlets[source.outlet].name})" if source.outlet else ""
        reliable = f"{source.reliability} {self.label('reliability', source.reliability)}"
        credible = f"{entry.credibility} {self.label('credibility', entry.credibility)}"
        return f"{who}{named}{where}; source {reliable}, information {credible}"

    def origin(self, entry: Entry) -> str:
        """Root of a record's source, in words: the state, or the outlet that has the informant."""
        root = derive.root(entry.article, entry.source or "")
        if root == "state":
            return "state"
        outlet = self.registries.outlets.get(root.removeprefix("imagery:"))
        return f"{'imagery, ' if root.startswith('imagery:') else ''}{outlet.name if outlet else root}"

    def statement(self, entry: Entry) -> str:
        """What a record says, in one line."""
        said = self._statement(entry)
        manner = "" if entry.manner == "stated" else f"[{self.label('manner', entry.manner)}] "
        note = f" — {entry.record.note}" if entry.record.note else ""
        return f"{manner}{said}{note}"

    def _statement(self, entry: Entry) -> str:
        record = entry.record
        if isinstance(record, Order):
            demand = (wording.demand(record) or "").replace("_", " ")
            what = f"{self.label('action', record.action)}{f' ({demand})' if demand else ''}"
            return f"{self.party(record.issuer)} to {self.parties(record.addressees)}: {what}"
        if isinstance(record, Outcome):
            return self._outcome(record)
        if isinstance(record, Incident):
            when = f", {day(record.date)}" if record.date else ""
            kind = self.label("incident_type", record.type)
            return f"{kind} at {self.parties(record.at)}{when}{self._more(record.amounts)}"
        if isinstance(record, Consequence):
            kind, stage = self.label("consequence_type", record.type), self.label("stage", record.stage)
            return f"{kind}, {stage}: {self.parties(record.targets)}{self._more(record.amounts)}"
        return self._factor(record)

    def _outcome(self, outcome: Outcome) -> str:
        state = self.label("status", outcome.status) or "state not told"
        plan = f" of {self.label('plan', outcome.plan)}" if outcome.plan else ""
        when = f", as of {day(outcome.as_of)}" if outcome.as_of else ""
        period = f", for {day(outcome.period)}" if outcome.period else ""
        who = self.parties(outcome.subjects)
        kind = self.label("outcome_kind", outcome.kind)
        return f"{kind}{plan}: {state}{period}{when}{self._more(outcome.amounts)} ({who})"

    def _factor(self, factor: Factor) -> str:
        who = f" ({self.parties(factor.parties)})" if factor.parties else ""
        return f"{self.label('factor_type', factor.type)}{self._more(factor.amounts)}{who}"

    def _more(self, amounts: Iterable[Amount]) -> str:
        said = self.amounts(amounts)
        return f"; {said}" if said else ""


def day(value: Edtf) -> str:
    """A date as a person would say it, with its bounds where it is not exact."""
    if value.exact and value.first == value.last and value.first:
        return plain(value.first)
    if value.exact:
        return value.text
    first, last = value.first, value.last
    return f"{value.text} (between {plain(first) if first else '…'} and {plain(last) if last else '…'})"


def plain(value: date | None) -> str:
    """A day as `24 November 2021`."""
    return f"{value.day} {value:%B} {value.year}" if value else ""


def evidence(entry: Entry) -> str:
    """Paragraphs on which a record rests: `paragraphs 3, 6`."""
    numbers = sorted({number for _, number in entry.evidence})
    return f"paragraph{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
