"""Finds which records of two codings stand for the same thing.

Records can stand for the same thing if they are of one kind and share a paragraph. How well they fit is the Jaccard
index of their paragraphs, and to a small part what they say, which decides between records of the same paragraphs. Of
all ways to join them one to one, that with the greatest sum is taken (the assignment problem, solved by scipy).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_industry.curate.agreement.distances import masi_distance
from dprk_industry.curate.agreement.pairs import Match, Pair
from dprk_industry.curate.agreement.reading import View, evidence
from dprk_industry.curate.agreement.variables import KINDS, SETS
from dprk_industry.curate.models.collection import SECTIONS, Entry

CONTENT = {
    "order": ("issuer", "addressees", "action"),
    "outcome": ("subjects", "kind", "status"),
    "incident": ("at", "type"),
    "consequence": ("targets", "type", "stage"),
    "factor": ("role", "type", "parties"),
}
"""Keys of which a fit takes account, by kind of record."""
WEIGHT = 0.1
"""Full likeness in content weighs this much beside full likeness in evidence."""


def match(pair: Pair) -> Match:
    """Join the records of two codings, each to one at most."""
    return Match(pair, tuple(entries for kind in SECTIONS.values() for entries in _of_kind(pair, kind)))


def _of_kind(pair: Pair, kind: str) -> Iterator[tuple[Entry, Entry]]:
    first, second = ([entry for entry in sheet.entries if entry.kind == kind] for sheet in pair.sheets)
    view = View(pair.origin, {})
    for row, column in assigned([[fit(one, other, view) for other in second] for one in first]):
        yield first[row], second[column]


def assigned(fits: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Rows and columns joined one to one so that the sum of their fits is greatest; none is joined at a fit of 0."""
    from scipy.optimize import linear_sum_assignment

    if not fits or not fits[0]:
        return []
    rows, columns = linear_sum_assignment(fits, maximize=True)
    chosen = zip(map(int, rows), map(int, columns), strict=True)
    return [(row, column) for row, column in chosen if fits[row][column] > 0]


def fit(one: Entry, other: Entry, view: View) -> float:
    """How well two records of one kind fit, from 0, where they share no paragraph, to 1."""
    mine, theirs = (set(evidence(entry, "paragraphs", view)) for entry in (one, other))
    shared = len(mine & theirs) / len(mine | theirs) if mine & theirs else 0.0
    return (shared + WEIGHT * likeness(one, other, view)) / (1 + WEIGHT) if shared else 0.0


def likeness(one: Entry, other: Entry, view: View) -> float:
    """How much two records of one kind say the same, from 0 to 1."""
    wanted = [variable for variable in KINDS[one.kind] if variable.name in CONTENT[one.kind]]
    alike = 0.0
    for variable in wanted:
        mine, theirs = variable.unit((one, other), (view, view))
        alike += 1 - masi_distance(mine, theirs) if variable.scale is SETS else mine == theirs
    return alike / len(wanted)
