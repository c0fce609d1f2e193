"""What is left of a file's data without what is faulty, so that one faulty entry does not hide the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dprk_industry.curate.models.faults import Fault

    Rest = Callable[[Any, Iterable[Fault]], tuple[Any, set[str]]]
    """Gives what is left of data, None if that is of no use, and the names of what was left out."""

TOLD = {"label", "definition", "example"}
"""What every code has and no rule judges by."""
JUDGED = {"class", "credibility", "factor_type", "manner", "reliability", "status"}
"""Vocabularies of whose codes rules ask more: without a group or a rank they would say what is not true."""


def entries(data: Any, faults: Iterable[Fault]) -> tuple[Any, set[str]]:
    """The sound entries of a registry, and the names of the others: an empty one where a name itself is at fault."""
    if not isinstance(data, dict):
        return None, set()
    paths = [(fault.problem.path, fault.problem.on_key) for fault in faults if fault.problem.path]
    lost = {str(path[0]) for path, _ in paths} | {"" for path, on_key in paths if on_key and len(path) == 1}
    return {name: entry for name, entry in data.items() if name not in lost}, lost


def terms(vocabulary: str, data: Any, faults: Iterable[Fault]) -> tuple[Any, set[str]]:
    """A vocabulary of which every code is known; where something else is at fault, the code stands in its place."""
    from dprk_industry.curate.models.faults import missing  # most files have no faults

    codes = data.get("codes") if isinstance(data, dict) else None
    if not isinstance(codes, dict):
        return None, set()
    mended = {code: dict(term) if isinstance(term, dict) else term for code, term in codes.items()}
    for fault in faults:
        path = (*fault.problem.path, *filter(None, [missing(fault)]))
        if path[:1] != ("codes",) or len(path) != len(("codes", "code", "key")):
            return None, set()
        _, code, key = path
        texts = TOLD & {key, fault.instead}
        if vocabulary in JUDGED and not texts:
            return None, set()
        mended[code].pop(key, None)
        mended[code] |= dict.fromkeys(texts, code)
    return {**data, "codes": mended}, set()
