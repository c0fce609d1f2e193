"""Nothing is said twice: rows of the published tables have keys, and a repetition would break them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import Path, Problem
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Sheet


@rule("R92")
def nothing_listed_twice(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """
    No party, reference or link is listed twice.

    Why: the second says nothing new, and the published tables have one row for each.
    Mend: delete one of the two; two fields on which accounts differ stand in one link, joined with a comma.
    Bad: concerns: [local-order, local-order]
    Good: concerns: [local-order, central-order]
    """
    for entry in sheet.entries:
        for field in fields(entry.record):
            value = getattr(entry.record, field.name)
            if isinstance(value, tuple) and field.name not in {"amounts", "paragraphs"}:
                yield from _repeated(value, (*entry.path, alias(field.name)))
    joined: dict[tuple[str, str, str], int] = {}
    for position, link in enumerate(sheet.article.links):
        key = (full_id(sheet.article.id, link.from_), link.relation, full_id(sheet.article.id, link.to))
        if joined.setdefault(key, position) != position:
            yield Problem(("links", position), f"link {joined[key] + 1} of the list joins these two already")


@rule("R92", scope=Scope.DATASET)
def no_spelling_or_source_twice(world: Collection) -> Iterator[Problem]:
    """
    No party, reference or link is listed twice.

    Why: the second says nothing new, and the published tables have one row for each.
    Mend: delete one of the two.
    Bad: names: [Sample Iron Works, Sample Iron Works]
    Good: names: [Sample Iron Works, Sample Ironworks]
    """
    for file, facility in world.facility_files.items():
        lists: dict[Path, tuple[str, ...]] = {("names",): (facility.name, *facility.names)}
        lists |= {("sources", fact): sources for fact, sources in facility.sources.items()}
        for path, values in lists.items():
            for problem in _repeated(values, path):
                yield Problem(path, problem.message, file=file)


def _repeated(values: tuple[Any, ...], path: Path) -> Iterator[Problem]:
    seen: set[Any] = set()
    for position, value in enumerate(values):
        if value in seen:
            shown = f"`{value}`" if isinstance(value, str) else "this one"
            yield Problem((*path, position), f"{shown} stands in the list a second time")
        seen.add(value)


RULES = (nothing_listed_twice, no_spelling_or_source_twice)
