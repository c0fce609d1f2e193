"""Keys that stand in one mapping a second time, told as what led to them; pure.

Where the line with the name of a record is lost, or the dash of an item, its keys go on with those of the one above. So
keys that stand there a second time, one below the other, are told together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.findings import Path, Problem, listed, short
from dprk_industry.curate.yamlfile.text import Fault, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Repeat(NamedTuple):
    """A key that stands in its mapping already."""

    path: Path
    mark: Mark
    first: int
    """The line in which it stands first."""
    known: int
    """How many keys the mapping has so far, each counted once; the same for repeats without another between them."""
    heads: bool
    """Whether it is the first key of the mapping."""
    begins: bool
    """Whether it begins its line."""
    doubled: bool
    """Whether the line above says the same and has nothing below it."""


def repeated(repeats: Sequence[Repeat]) -> Iterator[Fault]:
    """The faults of the repeated keys of one mapping, one for those that have one cause."""
    run: list[Repeat] = []
    keys: set[str | int] = set()
    for repeat in repeats:
        if run and (repeat.path[-1] in keys or not _go_together(run, repeat)):
            yield _fault(run)
            run, keys = [], set()
        run.append(repeat)
        keys.add(repeat.path[-1])
    if run:
        yield _fault(run)


def _go_together(run: Sequence[Repeat], repeat: Repeat) -> bool:
    """Whether a key comes of what led to those before it."""
    if not (run[-1].begins and repeat.begins) or run[-1].doubled or repeat.doubled:
        return False
    return len(run) > 1 or run[0].heads or run[0].known == repeat.known


def _fault(run: Sequence[Repeat]) -> Fault:
    message = _of_one(run[0]) if len(run) == 1 else _of_many(run)
    return Fault(run[0].mark, Problem(run[0].path, message, on_key=True))


def _of_one(repeat: Repeat) -> str:
    advice = "delete one of the two lines" if repeat.doubled else "keep one of them, or give them different names"
    key = short(str(repeat.path[-1]))
    return f"the key {key!r} stands here a second time, first in line {repeat.first}; {advice}"


def _of_many(run: Sequence[Repeat]) -> str:
    keys = listed([str(repeat.path[-1]) for repeat in run])
    item = len(run[0].path) > 1 and isinstance(run[0].path[-2], int)
    lost = "is the '- ' of an item missing here" if item else "is the line with the name of a record missing above"
    return f"{keys} stand here a second time, first from line {run[0].first} on; {lost}? Otherwise keep one of each"
