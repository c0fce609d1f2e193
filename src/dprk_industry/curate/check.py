"""Runs the rules over a dataset and gives the findings, sorted by place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.corpus import Corpus, load, record_id
from dprk_industry.curate.findings import Finding, Problem, Severity, few, few_by_file
from dprk_industry.curate.rules import RULES, Rule, Scope

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from dprk_industry.curate.models.collection import Collection
    from dprk_industry.curate.models.registry import Waiver

EXCEPTIONS = "dataset/exceptions.yaml"


def check(root: Path, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings on the dataset under a root, sorted by file, line and column.

    Raises:
        NoDatasetError: there is no dataset under the root.

    """
    return check_corpus(load(root), rules)


def check_corpus(corpus: Corpus, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """All findings on a dataset that was read already."""
    found = [*corpus.findings]
    for rule in () if corpus.stopped else rules:
        for file, problem in _problems(rule, corpus.collection):
            record = _record(corpus.collection, file, problem)
            found.append(corpus.locator.finding(file, rule.code, problem, rule.severity, record))
    return sorted(_waived(corpus, found))


def _problems(rule: Rule, collection: Collection) -> Iterator[tuple[str, Problem]]:
    """Problems that a rule sees, each with its file.

    A rule that looks for what is missing says nothing where a part could not be read.
    """
    whole = not collection.unreadable and all(sheet.whole for sheet in collection.sheets)
    if rule.scope is Scope.DATASET and (whole or not rule.whole):
        for problem in few_by_file(_guarded(rule, collection)):
            yield problem.file or "dataset", problem
    if rule.scope is Scope.ARTICLE:
        for sheet in collection.sheets:
            if sheet.whole or not rule.whole:
                for problem in few(_guarded(rule, sheet, collection)):
                    if problem.path not in sheet.doubtful:
                        yield sheet.file, problem


def _guarded(rule: Rule, *args: object) -> Iterator[Problem]:
    """Problems of one call; a rule that crashes is a problem too, and the run goes on."""
    if rule.check is None:
        return
    try:
        yield from rule.check(*args)
    except Exception as error:  # noqa: BLE001 - a fault in one rule must not hide what the others see
        yield Problem((), f"this rule failed here ({type(error).__name__}: {error}); please report it as a bug")


def _record(collection: Collection, file: str, problem: Problem) -> str:
    """Id of the record that a problem is about, as an exception would name it."""
    sheet = next((sheet for sheet in collection.sheets if sheet.file == file), None)
    if sheet:
        return record_id({"id": sheet.article.id}, problem.path, sheet.article.id)
    in_registry = file.startswith("dataset/registries/") and problem.path
    return str(problem.path[0]) if in_registry else ""


def _waived(corpus: Corpus, findings: list[Finding]) -> Iterator[Finding]:
    """The findings without those warnings that an exception waives, and a finding for each exception left over."""
    waivers = {(waiver.rule, waiver.record) for waiver in corpus.collection.registries.exceptions}
    used = set()
    for finding in findings:
        key = (finding.code, finding.record)
        if finding.severity is Severity.WARNING and key in waivers:
            used.add(key)
        else:
            yield finding
    for problem in few(_unused(corpus.collection.registries.exceptions, used)):
        yield corpus.locator.finding(EXCEPTIONS, "R90", problem, Severity.ERROR)


def _unused(waivers: Iterable[Waiver], used: Container[tuple[str, str]]) -> Iterator[Problem]:
    for position, waiver in enumerate(waivers):
        if (waiver.rule, waiver.record) not in used:
            message = f"no warning {waiver.rule} on `{waiver.record}` to waive; delete the exception"
            yield Problem((position,), message)
