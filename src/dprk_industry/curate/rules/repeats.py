"""Nothing is said twice: rows of the published tables have keys, and a repetition would break them."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import Path, Problem
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.models.walk import lists
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dprk_industry.curate.models.collection import Collection, Known, Sheet


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
        kind: Any = entry.record.__class__
        names, several = _lists(kind)
        values = several(entry.record)
        if max(map(len, values)) > 1:
            for name, value in zip(names, values, strict=False):
                yield from _repeated(value, (*entry.path, alias(name)))
    yield from _repeated(sheet.article.annotators, ("annotators",))
    for _, path, amount in sheet.amounts:
        if len(amount.per) > 1:
            yield from _repeated(amount.per, (*path, "per"))
    joined: dict[tuple[str, str, str], int] = {}
    for position, link in enumerate(sheet.article.links):
        key = (full_id(sheet.article.id, link.from_), link.relation, full_id(sheet.article.id, link.to))
        if joined.setdefault(key, position) != position:
            message = f"link {joined[key] + 1} of the list joins these two already"
            yield Problem(("links", position), message, there=("links", joined[key]))


@rule("R92", scope=Scope.KNOWN)
def no_spelling_or_source_twice(world: Known) -> Iterator[Problem]:
    """
    No party, reference or link is listed twice.

    Why: the second says nothing new, and the published tables have one row for each.
    Mend: delete one of the two.
    Bad: names: {dprk: [Sample Iron Works, Sample Iron Works]}
    Good: names: {dprk: [Sample Iron Works], other: [Sample Ironworks]}
    """
    for file, facility in world.facility_files.items():
        spelled: dict[str, Path] = {}
        for path, name in facility.spellings:
            if name in spelled:
                message = f"`{name}` is among the names of this facility already"
                yield Problem(path, message, file=file, there=spelled[name])
            spelled.setdefault(name, path)
        lists: dict[Path, tuple[str, ...]] = {("sources", fact): held for fact, held in facility.sources.items()}
        lists |= {("ids", scheme): held for scheme, held in facility.ids.items()}
        lists |= {("products",): facility.products, ("unlike",): facility.unlike}
        for where, values in lists.items():
            for problem in _repeated(values, where):
                yield problem._replace(file=file)


@cache
def _lists(model: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """Fields of a model in which something could stand twice, and what gets their values."""
    names = tuple(name for name in lists(model) if name != "amounts")
    return names, attrgetter(*names, names[-1])  # a getter of one name alone would give no tuple


def _repeated(values: tuple[Any, ...], path: Path) -> Iterator[Problem]:
    seen: dict[Any, int] = {}
    for position, value in enumerate(values):
        if value in seen:
            shown = f"`{value}`" if isinstance(value, str) else "this one"
            yield Problem((*path, position), f"{shown} stands in the list a second time", there=(*path, seen[value]))
        seen.setdefault(value, position)


RULES = (nothing_listed_twice, no_spelling_or_source_twice)
