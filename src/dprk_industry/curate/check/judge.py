"""Holds articles and the dataset against the rules, and gives each finding its place."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.corpus import record_id
from dprk_industry.curate.findings import MOST, Finding, Problem, Severity, few_by_file
from dprk_industry.curate.models.base import hints
from dprk_industry.curate.models.records import Article
from dprk_industry.curate.rules import Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dprk_industry.curate.corpus import Locator
    from dprk_industry.curate.models.collection import Collection, Known, Sheet
    from dprk_industry.curate.models.index import Index, Summary


class Tentative(NamedTuple):
    """A finding about articles that concern each other."""

    finding: Finding
    if_whole: bool
    """True if it looks for what is missing, so that it holds only if everything could be read in full."""


class Judge:
    """Applies rules; a rule that crashes is a finding too, and the run goes on."""

    def __init__(self, rules: Iterable[Rule], locator: Locator) -> None:
        self._locator = locator
        self._rules: dict[Scope, list[Rule]] = {scope: [] for scope in Scope}
        for rule in rules:
            self._rules[rule.scope].append(rule)
        self._of_parts = [rule for rule in self._rules[Scope.ARTICLE] if not rule.whole]

    def articles(self, told: Sequence[tuple[Sheet, Collection]]) -> list[list[Finding]]:
        """Findings on each of several articles, each given with those around it.

        A rule that looks for what is missing is silent where a part could not be read.
        """
        found: list[list[Finding]] = [[] for _ in told]
        for rules, whole in ((self._rules[Scope.ARTICLE], True), (self._of_parts, False)):
            chosen = [(each, into) for each, into in zip(told, found, strict=True) if each[0].whole is whole]
            every = _all_problems(rules, [each for each, _ in chosen])
            for ((sheet, _), into), problems in zip(chosen, every, strict=True):
                into += [
                    self._finding(rule, sheet.file, problem, _record(sheet, problem))
                    for rule, problem in problems
                    if problem.path not in sheet.doubtful
                ]
        return found

    def linked(self, worlds: Sequence[Collection]) -> list[list[Tentative]]:
        """Findings on each of several lots of articles that concern each other."""
        every = _all_problems(self._rules[Scope.LINKED], [(world,) for world in worlds])
        return [self._tentative(world, problems) for world, problems in zip(worlds, every, strict=True)]

    def _tentative(self, world: Collection, problems: list[tuple[Rule, Problem]]) -> list[Tentative]:
        found = []
        for rule, problem in problems:
            sheet = next((sheet for sheet in world.sheets if sheet.file == problem.file), world.sheets[0])
            finding = self._finding(rule, sheet.file, problem, _record(sheet, problem))
            found.append(Tentative(finding, rule.whole))
        return found

    def known(self, world: Known) -> list[Finding]:
        """Findings on what stands beside the articles."""
        return self._on_many(self._rules[Scope.KNOWN], world)

    def dataset(self, index: Index) -> list[Finding]:
        """Findings on the dataset as a whole."""
        rules = [rule for rule in self._rules[Scope.DATASET] if index.whole or not rule.whole]
        return self._on_many(rules, index, index.articles)

    def _on_many(self, rules: list[Rule], world: Known, articles: Iterable[Summary] = ()) -> list[Finding]:
        [problems] = _all_problems(rules, [(world,)])
        return [
            self._finding(rule, problem.file or "dataset", problem, _record_of(problem, articles))
            for rule, problem in problems
            if not (world.doubtful and _is_doubtful(rule, problem, world))
        ]

    def _finding(self, rule: Rule, file: str, problem: Problem, record: str) -> Finding:
        return self._locator.finding(file, rule.code, problem, rule.severity, record)


def _all_problems(rules: list[Rule], worlds: Sequence[tuple[object, ...]]) -> list[list[tuple[Rule, Problem]]]:
    """Problems that rules see in each of several worlds.

    The rules take turns, not the worlds, because code that was run just now runs faster. Only where a rule crashes are
    all called again, each guarded by itself.
    """
    found: list[list[tuple[Rule, Problem]]] = [[] for _ in worlds]
    try:
        for rule, check in ((rule, rule.check) for rule in rules if rule.check):
            for world, into in zip(worlds, found, strict=True):
                for problem in check(*world):
                    into.append((rule, problem))
    except Exception:  # noqa: BLE001 - a fault in one rule must not hide what the others see
        found = [[(rule, problem) for rule in rules for problem in _guarded(rule, *world)] for world in worlds]
    return [_not_too_many(each) for each in found]


def _is_doubtful(rule: Rule, problem: Problem, world: Known) -> bool:
    """Whether what is said of a facility that was read in part may only follow from what was not read of it."""
    paths = world.doubtful.get(problem.file or "")
    if paths is None:
        return False
    warns = (problem.severity or rule.severity) is Severity.WARNING
    ends = (path[:end] for path in (problem.path, problem.there) for end in range(1, len(path) + 1))
    return rule.whole or warns or not paths.isdisjoint(ends)


def _not_too_many(found: list[tuple[Rule, Problem]]) -> list[tuple[Rule, Problem]]:
    """Problems with those of one rule counted where there are very many."""
    if len(found) <= MOST:
        return found
    lots = ((rule, (problem for _, problem in lot)) for rule, lot in groupby(found, lambda each: each[0]))
    return [(rule, problem) for rule, problems in lots for problem in few_by_file(problems)]


def _guarded(rule: Rule, *args: object) -> Iterator[Problem]:
    """Problems of one rule; a crash is one too, unless the rule asks for what cannot be read of an article."""
    try:
        yield from rule.check(*args) if rule.check else ()
    except AttributeError as error:
        if not (isinstance(error.obj, Article) and error.name in hints(Article)):
            yield _crash(error)
    except Exception as error:  # noqa: BLE001 - it is told as a finding
        yield _crash(error)


def _crash(error: Exception) -> Problem:
    return Problem((), f"this rule failed here ({type(error).__name__}: {error}); please report it as a bug")


def _record_of(problem: Problem, articles: Iterable[Summary]) -> str:
    """Id of the record or entry of a registry that a problem is about, as an exception would name it."""
    file = problem.file or ""
    article = next((article for article in articles if article.file == file), None)
    if article:
        return record_id({"id": article.id}, problem.path, article.id)
    in_registry = file.startswith("dataset/registries/") and problem.path
    return str(problem.path[0]) if in_registry else ""


def _record(sheet: Sheet, problem: Problem) -> str:
    """Id of the record that a problem is about, as an exception would name it."""
    return record_id({"id": sheet.article.id}, problem.path, sheet.article.id)
