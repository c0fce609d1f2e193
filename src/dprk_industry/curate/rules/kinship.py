"""Which articles concern each other, so that they must be looked at together."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dprk_industry.curate.models.derive import roots
from dprk_industry.curate.models.index import Claim, shared
from dprk_industry.curate.rules.grades import ENOUGH, accounts
from dprk_industry.curate.rules.registries import accidents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.index import Index, Summary
    from dprk_industry.curate.models.registry import Registries


def claims(sheet: Sheet, registries: Registries) -> tuple[Claim, ...]:
    """What an article tells that another one may contradict or repeat (R54, R80).

    Accounts of one order are not among them: articles that speak of one order refer to each other.
    """
    told = [
        Claim(("outcome", facility, outcome.plan), str(reached), shared(frozenset(roots(entry))), when)
        for entry, outcome, facility, reached in accounts(sheet, registries)
        if (when := outcome.period or outcome.as_of)
    ]
    happened = [
        Claim(("incident", facility, kind), "", shared(frozenset(roots(entry))), when)
        for entry, facility, kind, when in accidents(sheet)
    ]
    return (*told, *happened)


def families(index: Index) -> list[tuple[Summary, ...]]:
    """Articles that refer to each other or tell of the same thing, each lot in the order of the files.

    An article that refers to others makes a lot even if none of them is there; all that is left stands alone.
    """
    parent = {article.id: article.id for article in index.articles}

    def find(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for one, other in _ties(index):
        if one in parent and other in parent:
            parent[find(one)] = find(other)
    lots: dict[str, list[Summary]] = defaultdict(list)
    for article in index.articles:
        lots[find(article.id)].append(article)
    return [tuple(lot) for lot in lots.values() if len(lot) > 1 or lot[0].refers_to]


def _ties(index: Index) -> Iterator[tuple[str, str]]:
    """Pairs of articles that concern each other."""
    told: dict[tuple[str | None, ...], list[tuple[str, Claim]]] = defaultdict(list)
    for article in index.articles:
        yield from ((article.id, other) for other in article.refers_to)
        for claim in article.claims:
            told[claim.about].append((article.id, claim))
    for same in told.values():
        for (one, mine), (other, theirs) in combinations(same, 2):
            if one != other and _concerned(mine, theirs):
                yield one, other


def _concerned(one: Claim, other: Claim) -> bool:
    """Whether two claims about the same speak of one time, and of an outcome say the opposite from two roots."""
    opposed = one.says != other.says and len(one.roots | other.roots) >= ENOUGH
    return (opposed or one.about[0] == "incident") and one.when.overlaps(other.when)
