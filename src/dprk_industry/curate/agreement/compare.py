"""Compares all codings made apart: everything that the page tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dprk_industry.curate.agreement import figures
from dprk_industry.curate.agreement.distances import Matrix
from dprk_industry.curate.agreement.matching import match
from dprk_industry.curate.agreement.measures import Found, Measure, Unit, found, measure
from dprk_industry.curate.agreement.pairs import Match, paired
from dprk_industry.curate.agreement.resample import draws
from dprk_industry.curate.agreement.variables import AMOUNT, ARTICLE, CREDIBILITY, KINDS, RECORD, Variable
from dprk_industry.curate.corpus import Apart
from dprk_industry.curate.models.collection import Sheet
from dprk_industry.curate.models.registry import Draw
from dprk_industry.curate.values import frozen

Things = Callable[[Match], Iterator[tuple[Any, Any]]]
"""Gives the things that two coders have in common in one article, each as both have it."""


@frozen(slots=False)
class Agreement:
    """How far coders agree on the articles that two of them coded."""

    draws: tuple[Draw, ...]
    matches: tuple[Match, ...]
    """One for each article, by id."""
    waiting: tuple[Sheet, ...]
    """Codings to which there is no second one."""
    found: dict[str, Found]
    """By kind of record, how many records both coders have."""
    found_in_all: Found
    measures: dict[str, tuple[Measure, ...]]
    """Agreement on the variables, by what has them: record, a kind of record, amount, article."""

    def variables(self) -> Iterator[tuple[str, Measure]]:
        """Every variable once, with what has it; credibility is told of all records together."""
        for group, measured in self.measures.items():
            for each in measured:
                if group == "record" or each.variable is not CREDIBILITY:
                    yield group, each


def compare(apart: Apart) -> Agreement:
    """Match the codings and measure the agreement on all variables of which some value is given."""
    pairs, waiting = paired(apart.codings)
    matches = tuple(map(match, pairs))
    weights = draws(len(matches))
    groups = {
        "record": (RECORD, _records),
        **{kind: (variables, _of_kind(kind)) for kind, variables in KINDS.items()},
        "amount": (AMOUNT, _amounts),
        "article": (ARTICLE, _articles),
    }
    return Agreement(
        draws=apart.draws,
        matches=matches,
        waiting=tuple(waiting),
        found={kind: found(matches, (kind,), weights) for kind in KINDS},
        found_in_all=found(matches, tuple(KINDS), weights),
        measures={name: _measured(variables, matches, things, weights) for name, (variables, things) in groups.items()},
    )


def _measured(
    variables: Sequence[Variable], matches: Sequence[Match], things: Things, weights: Matrix
) -> tuple[Measure, ...]:
    measured = (measure(each, [_units(each, match, things) for match in matches], weights) for each in variables)
    return tuple(each for each in measured if each.given)


def _units(variable: Variable, match: Match, things: Things) -> list[Unit]:
    return [variable.unit(both, match.views) for both in things(match)]


def _records(match: Match) -> Iterator[tuple[Any, Any]]:
    yield from match.both


def _of_kind(kind: str) -> Things:
    return lambda match: (both for both in match.both if both[0].kind == kind)


def _amounts(match: Match) -> Iterator[tuple[Any, Any]]:
    for one, other in match.both:
        yield from figures.side_by_side(one, other)


def _articles(match: Match) -> Iterator[tuple[Any, Any]]:
    first, second = match.pair.sheets
    yield first.article, second.article
