"""Amounts of matched records, put side by side by what they are and what they count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from dprk_industry.curate.models.collection import Entry
from dprk_industry.curate.models.derive import bounds
from dprk_industry.curate.models.records import Amount


def name(amount: Amount) -> str:
    """What an amount is and what it counts: `target scrap_iron`."""
    return f"{amount.role} {amount.item}" if amount.item else amount.role


def number(amount: Amount) -> Decimal | None:
    """The number that stands for an amount: its value, else the middle of its bounds; None where only words tell."""
    if amount.value is not None:
        return amount.value
    ends = [end for end in bounds(amount) if end is not None]
    return sum(ends, Decimal(0)) / len(ends) if ends else None


def side_by_side(one: Entry, other: Entry) -> Iterator[tuple[Amount, Amount]]:
    """Amounts of two records that are and count the same; of several, the smallest with the smallest, and so on."""
    mine, theirs = _by_name(one), _by_name(other)
    for shared in sorted(mine.keys() & theirs.keys()):
        yield from zip(mine[shared], theirs[shared], strict=False)


def _by_name(entry: Entry) -> dict[str, list[Amount]]:
    found: dict[str, list[Amount]] = defaultdict(list)
    for amount in sorted(entry.record.amounts, key=lambda amount: (number(amount) or Decimal(0), amount.word or "")):
        found[name(amount)].append(amount)
    return found
