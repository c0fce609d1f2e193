"""What is left of a file's data without what is faulty, so that one faulty entry does not hide the others."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dprk_industry.curate.findings import Path
    from dprk_industry.curate.models.faults import Fault
    from dprk_industry.curate.models.repair import Reading

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


def waivers(data: Any, faults: Iterable[Fault]) -> tuple[Any, set[str]]:
    """The sound exceptions; of the others their positions and, as written, the rules and records that they name."""
    lost = {fault.problem.path[:1] for fault in faults}
    if not isinstance(data, list) or () in lost:
        return None, set()
    left = [entry for position, entry in enumerate(data) if (position,) not in lost]
    others = [entry for position, entry in enumerate(data) if (position,) in lost]
    return left, {str(position) for (position,) in lost}.union(*map(_words, others))


def _words(data: Any) -> Iterator[str]:
    """Every word of some data; of an exception's reason none."""
    if isinstance(data, str):
        yield from data.split()
    elif isinstance(data, dict):
        yield from (word for key, value in data.items() if key != "reason" for word in _words(value))
    else:
        yield from (word for value in data or () for word in _words(value))


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


def doubtful(reading: Reading) -> frozenset[Path]:
    """Where a facility that was read in part may not say what its file says: at a fault, and in a list with a fault."""
    found = {tuple(takewhile(lambda part: isinstance(part, str), fault.problem.path)) for fault in reading.faults}
    found |= {(key,) for key in reading.unread}
    if ("lat" in reading.data) != ("lon" in reading.data):
        found |= {("lat",), ("lon",)}
    return frozenset(found)
