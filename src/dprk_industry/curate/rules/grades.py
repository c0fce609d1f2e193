"""Group F, second half: how far an account is to be trusted, and accounts that stand against each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.findings import Problem, Severity, listed
from dprk_industry.curate.models.derive import cases, ends, holds, joined, published_before, referred, roots, support
from dprk_industry.curate.models.records import Outcome
from dprk_industry.curate.rules.base import Scope, rule
from dprk_industry.curate.rules.sources import rank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from dprk_industry.curate.models.collection import Collection, Entry, Sheet
    from dprk_industry.curate.models.records import Outcome
    from dprk_industry.curate.models.registry import Registries

REACHED = {"met", "exceeded"}
FAILED = {"missed", "nominal"}
JUDGED = REACHED | FAILED
AHEAD = {"forecast", "intent", "unknown"}
"""Manners of what nobody can know yet."""
TALK = {"rumour", *AHEAD}
"""Manners of what nobody vouches for."""
ENOUGH = 2
"""Roots that confirm a record."""


class Account(NamedTuple):
    """An outcome that says of a facility that something was reached, or was not."""

    entry: Entry
    outcome: Outcome
    facility: str
    reached: bool


def believed(entry: Entry, best: str, world: Collection) -> bool:
    """Whether a record is graded better than a grade of credibility."""
    return rank(entry.credibility, "credibility", world) < rank(best, "credibility", world)


@rule("R50", scope=Scope.LINKED, whole=True)
def state_success_doubted(world: Collection) -> Iterator[Problem]:
    """
    A success that the state alone tells of has credibility 3 or worse.

    Why: the state reports on itself; only a source of another root can lift its word, be it among the record's own
    sources or in a record that a corroborates link joins to it, either way round.
    Mend: grade the record 3 (6 where it gives neither figure nor result), or add the corroborates link.
    Bad: outcomes: {all-well: {source: state-paper, status: met, credibility: 2}}
    Good: outcomes: {all-well: {source: state-paper, status: met, credibility: 3}}
    """
    for sheet in world.sheets:
        for entry, outcome in sheet.outcomes:
            told = outcome.status in REACHED and holds(entry, world.registries) == 1
            if told and believed(entry, "3", world) and support(entry, world) == {"state"}:
                message = f"credibility {entry.credibility}, but only the state says {outcome.status}; 3 is the best"
                message = f"{message}, unless a record with another root corroborates it"
                yield Problem((*entry.path, "credibility"), message, file=sheet.file)


@rule("R51")
def talk_not_believed(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    A rumour has credibility 4 or worse; what is forecast, intended or unknown has 6.

    Why: nobody vouches for a rumour, and of what lies ahead nothing can be confirmed yet.
    Mend: correct the grade, or the manner if the source vouches for it.
    Warns: of what is forecast, intended or unknown.
    Bad: factors: {guns: {manner: rumour, credibility: 3, role: purpose, type: weapons}}
    Good: factors: {guns: {manner: rumour, credibility: 4, role: purpose, type: weapons}}
    """
    for entry in sheet.entries:
        if entry.manner not in TALK or (not sheet.whole and entry.record.credibility is None):
            continue  # a grade that is missing may be what was too faulty to be read
        path = (*entry.path, "credibility")
        if entry.manner == "rumour" and believed(entry, "4", world):
            yield Problem(path, f"credibility {entry.credibility} for a rumour; 4 is the best")
        given = entry.kind != "order" or entry.manner == "unknown"  # of an order that lies ahead R40 tells
        if given and entry.manner in AHEAD and entry.credibility and entry.credibility != "6":
            message = f"credibility {entry.credibility} with manner {entry.manner}; expected 6"
            yield Problem(path, message, Severity.WARNING)


@rule("R52", scope=Scope.LINKED, whole=True)
def extremes_founded(world: Collection) -> Iterator[Problem]:
    """
    Credibility 1 rests on two roots, credibility 5 on a contradiction.

    Why: confirmed means that somebody independent says so too, improbable that somebody says otherwise; two articles
    of one outlet, or two organs of the state, are one root.
    Mend: grade the record 2 or 3, or add the second source or the corroborates link; with 5 add the contradicts link.
    Bad: sources: {resident: {kind: resident}}, outcomes: {idle: {source: resident, credibility: 1}}
    Good: sources: {resident: {kind: resident}}, outcomes: {idle: {source: resident, credibility: 3}}
    """
    disputed = {entry.id for pair in joined(world, "contradicts") for entry in pair}
    for sheet in world.sheets:
        found = [entry for entry in sheet.entries if _extreme(entry, disputed, world)]
        given = [entry for entry in found if entry.record.credibility is None]
        if len(given) > 1:
            needed = "two roots" if given[0].credibility == "1" else "a contradicts link"
            message = f"credibility {given[0].credibility} needs {needed}; {listed([entry.slug for entry in given])}"
            message = f"{message} take it from here without; correct it here, or give each of them its own"
            yield Problem(("defaults", "credibility"), message, file=sheet.file)
            found = [entry for entry in found if entry not in given]
        for entry in found:
            message = "credibility 5 needs a contradicts link, from or to the record; what speaks against it?"
            if entry.credibility == "1":
                alone = ", ".join(sorted(support(entry, world)))
                message = f"credibility 1 needs two roots; found {alone} alone, and no other corroborates it"
            yield Problem((*entry.path, "credibility"), message, file=sheet.file)


def _extreme(entry: Entry, disputed: AbstractSet[str], world: Collection) -> bool:
    """Whether a record is graded confirmed or improbable without that on which such a grade rests."""
    if entry.credibility == "1":
        return len(support(entry, world)) < ENOUGH
    return entry.credibility == "5" and entry.id not in disputed


@rule("R53", Severity.WARNING)
def one_side_doubted(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    Of two accounts that contradict each other at most one has credibility 1 or 2.

    Why: they cannot both be right.
    Mend: grade the weaker one 3 or worse, or both.
    Bad: {from: half-done {credibility: 2}, relation: contradicts, to: all-well {credibility: 2}}
    Good: {from: half-done {credibility: 2}, relation: contradicts, to: all-well {credibility: 3}}
    """
    for position, link, one, other in ends(sheet.article, world):
        if link.relation == "contradicts" and believed(one, "3", world) and believed(other, "3", world):
            message = f"`{link.from_}` has credibility {one.credibility} and `{link.to}` {other.credibility}"
            message = f"{message}, though they contradict each other; doubt at least one"
            there = (*other.path, "credibility")
            yield Problem(("links", position), message, other=world.file(other), there=there)


@rule("R54", Severity.WARNING, Scope.LINKED, whole=True)
def opposed_accounts_joined(world: Collection) -> Iterator[Problem]:
    """
    Where one root says reached and another missed or nominal, a contradicts link joins the accounts.

    Why: that is what this dataset is for. Compared are accounts told as so of one facility and plan that speak of
    overlapping periods, of one order or, where the text gives no period, of overlapping days; a link between other
    records of the same cases counts, and so does updates, if the later account only tells of a later state.
    Mend: add the contradicts link with the `field` in dispute, or an updates link.
    Bad: outcomes: {half-done: {status: missed, plan: year}, all-well: {source: state-paper, status: met, plan: year}}
    Good: links: [{from: half-done, relation: contradicts, to: all-well, field: status}]
    """
    told = [account for sheet in world.sheets for account in accounts(sheet, world.registries)]
    if len({account.reached for account in told}) < len(("reached", "not reached")):
        return
    case = cases(world)
    settled = {frozenset((case[one.id], case[other.id])) for one, other in joined(world, "contradicts", "updates")}
    for later, record, earlier, before in _opposed(told, world):
        pair = frozenset((case[later.id], case[earlier.id]))
        if pair in settled:
            continue
        settled.add(pair)
        said = f"{record.status} here, but `{earlier.id}` of another root says {before.status}"
        message = f"{said} of the same facility, plan and time; join them by a contradicts link, or by updates"
        file, other = world.file(later), world.file(earlier)
        yield Problem((*later.path, "status"), message, file=file, other=other, there=(*earlier.path, "status"))


def accounts(sheet: Sheet, registries: Registries) -> list[Account]:
    """Outcomes told as so that say that something was reached or was not, each for every facility that it is about."""
    return [
        Account(entry, outcome, facility, outcome.status in REACHED)
        for entry, outcome in sheet.outcomes
        if outcome.status in JUDGED and holds(entry, registries) == 1
        for facility in sorted({party.facility for party in outcome.subjects if party.facility})
    ]


def _opposed(found: list[Account], world: Collection) -> Iterator[tuple[Entry, Outcome, Entry, Outcome]]:
    """Pairs of a later and an earlier account of one yardstick, the one reached and the other not."""
    told: dict[tuple[str, str | None, bool], list[tuple[Entry, Outcome]]] = defaultdict(list)
    for entry, outcome, facility, reached in sorted(found, key=lambda account: published_before(account.entry)):
        for other, before in told[facility, outcome.plan, not reached]:
            if len(roots(entry) | roots(other)) >= ENOUGH and _same_yardstick(entry, outcome, other, before, world):
                yield entry, outcome, other, before
        told[facility, outcome.plan, reached].append((entry, outcome))


def _same_yardstick(entry: Entry, one: Outcome, other: Entry, two: Outcome, world: Collection) -> bool:
    case = cases(world)
    mine, theirs = ({case[known.id] for _, _, known in referred(told, "order", world)} for told in (entry, other))
    if (mine and theirs and not mine & theirs) or (one.campaign and two.campaign and one.campaign != two.campaign):
        return False
    if one.period and two.period:
        return one.period.overlaps(two.period)
    ours, others = one.period or one.as_of, two.period or two.as_of
    return bool(mine & theirs) or (ours is not None and others is not None and ours.overlaps(others))


RULES = (
    state_success_doubted,
    talk_not_believed,
    extremes_founded,
    one_side_doubted,
    opposed_accounts_joined,
)
