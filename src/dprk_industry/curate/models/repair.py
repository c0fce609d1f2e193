"""Reads faulty data as far as it can be read, so that one fault does not hide the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import Path, Problem, follow
from dprk_industry.curate.models.faults import Fault
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dprk_industry.curate.models.misplaced import Places
    from dprk_industry.curate.models.validate import Validator


@frozen()
class Reading:
    """What could be read of a file's data, and what is wrong with it."""

    record: Any
    """Typed record; None if nothing is left to read."""
    data: Any
    """The data as it was read in the end."""
    faults: tuple[Fault, ...]
    """Every fault of the data as given."""
    unread: frozenset[str] = frozenset()
    """Keys for which something else stands in the record, because what the data gives cannot be read."""

    @property
    def doubtful(self) -> frozenset[Path]:
        """Paths of values that were read as what was probably meant."""
        return frozenset(fault.problem.path for fault in self.faults if fault.instead and not fault.problem.on_key)


def read(
    validator: Validator, form: str, data: Any, places: Callable[[], Places], instead: Mapping[str, Any]
) -> Reading:
    """Read data as a record of a form; where it is faulty, a copy is changed until it can be read.

    For keys of its own that it must have, and of which nothing can be read, something else may be put in. Where
    everything stands in the text is asked only if there are faults.
    """
    checked = validator.check(form, data)
    faults = checked.faults
    unread: frozenset[str] = frozenset()
    if faults:
        faults, gone = validator.gathered(form, data, faults, places())
        data = _copy(data)
        if gone and repair(data, [*faults, *(Fault("R02", Problem(path, "")) for path in gone)]):
            checked = validator.check(form, data)
    while checked.faults:
        if not repair(data, checked.faults):
            lacking = {key: value for key, value in instead.items() if key not in data}
            if unread or not lacking or not isinstance(data, dict):
                break
            data |= lacking
            unread = frozenset(lacking)
        checked = validator.check(form, data)
    return Reading(checked.record, data, faults, unread)


def _copy(data: Any) -> Any:
    """The same data, every part of it an object of its own."""
    if isinstance(data, dict):
        return {key: _copy(value) for key, value in data.items()}
    return [_copy(value) for value in data] if isinstance(data, list) else data


def repair(data: Any, faults: Iterable[Fault]) -> bool:
    """Change faulty data towards what can be read; False if nothing could be changed or nothing is left.

    A misspelt key or code becomes the one that was probably meant, any other faulty value is taken out, and a mapping
    that lacks a key goes as a whole.
    """
    changed = False
    for fault in sorted(faults, key=lambda fault: _order(fault.problem.path), reverse=True):
        path = fault.problem.path
        if not path:
            return False
        if isinstance(follow(data, path[:-1]), str):
            path = path[:-1]
        changed = _mend(follow(data, path[:-1]), path[-1], fault) or changed
    return changed


def _mend(holder: Any, key: str | int, fault: Fault) -> bool:
    """Put right or take out one value of a mapping or list; False if it is not there."""
    instead = fault.instead
    if isinstance(holder, dict) and key in holder:
        value = holder.pop(key)
        if instead and fault.problem.on_key:
            holder.setdefault(instead, value)
        elif instead:
            holder[key] = instead
        return True
    if isinstance(holder, list) and isinstance(key, int) and key < len(holder):
        holder[key : key + 1] = [instead] if instead else []
        return True
    return False


def _order(path: Path) -> tuple[tuple[int, int, str], ...]:
    return tuple((0, part, "") if isinstance(part, int) else (1, 0, part) for part in path)
