"""The gist of a record in one line: who is to do what, what state was reached, what happened where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.records import Consequence, Incident, Order, Outcome

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Entry
    from dprk_industry.curate.models.records import AnyRecord
    from dprk_industry.curate.sheet.words import Words


def gist(entry: Entry, words: Words) -> str:
    """What a record says, in one line; its manner in front where that is not `stated`."""
    manner = f"[{words.label('manner', entry.manner)}] " if entry.manner not in {None, "stated"} else ""
    return f"{manner}{_gist(entry.record, words)}"


def _gist(record: AnyRecord, words: Words) -> str:
    if isinstance(record, Order):
        action = words.label("action", record.action)
        return f"{words.party(record.issuer)} to {words.parties(record.addressees)}: {action}"
    if isinstance(record, Outcome):
        return _state(record, words)
    if isinstance(record, Incident):
        return f"{words.label('incident_type', record.type)} at {words.parties(record.at)}"
    if isinstance(record, Consequence):
        kind, stage = words.label("consequence_type", record.type), words.label("stage", record.stage)
        return f"{kind}, {stage}: {words.parties(record.targets)}"
    who = f" ({words.parties(record.parties)})" if record.parties else ""
    return f"{words.label('factor_role', record.role)}: {words.label('factor_type', record.type)}{who}"


def _state(outcome: Outcome, words: Words) -> str:
    plan = f", {words.label('plan', outcome.plan)}" if outcome.plan else ""
    state = words.label("status", outcome.status) or "state not told"
    who = f" ({words.parties(outcome.subjects)})" if outcome.subjects else ""
    return f"{words.label('outcome_kind', outcome.kind)}{plan}: {state}{who}"
