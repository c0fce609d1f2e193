"""Warnings that were looked at and stay: each exception has a reason, and one that waives nothing is an error."""

from __future__ import annotations

from dprk_industry.curate.rules.base import declared

EXCEPTIONS_USED = declared(
    "R90",
    """
    Every exception waives a warning that is there.

    Why: a list of exceptions may only shrink; one that no longer waives anything hides the next fault.
    Mend: delete the entry from dataset/exceptions.yaml, or correct its `rule` and `record`; errors cannot be waived.
    Bad: [{rule: R30, record: tidings-steel-quota#second, reason: the text says so}]
    Good: [{rule: R38, record: tidings-steel-quota#second, reason: the province granted two more weeks}]
    """,
)

RULES = (EXCEPTIONS_USED,)
