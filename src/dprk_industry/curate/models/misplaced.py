"""Keys that stand a level too deep or too high, or in the wrong section: one fault each, in place of all that follow.

A section that slipped into the one above, or keys that should stand inside the one above them, give a fault for every
key that is unknown or missing then. The models know where a key belongs; where the text has the key on a line of its
own, its indentation is at fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from dprk_industry.curate.findings import Path, Problem, counted, follow, listed, short
from dprk_industry.curate.models.faults import Fault, gathered_missing, missing, renamed
from dprk_industry.curate.models.hints import choices, keys, required

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Places = Mapping[Path, Any]
"""Where the key and the value of each path stand in the text: `key` and `value`, each with `line` and `column`."""
STEP = 2
"""Spaces a level."""


class Gathered(NamedTuple):
    """The faults to tell, and the paths of what is to be taken out of the data besides."""

    faults: tuple[Fault, ...]
    gone: tuple[Path, ...] = ()


class Move(NamedTuple):
    """Keys of one mapping that belong elsewhere."""

    paths: tuple[Path, ...]
    message: str
    follows: tuple[Path, ...]
    """Paths at and below which all faults follow from it."""
    homes: tuple[Path, ...]
    """Paths at which such a key is missing because it is elsewhere, or that are empty for that reason."""


def gathered(faults: Sequence[Fault], form: Any, data: Any, places: Places) -> Gathered:
    """The faults of data, with one for each run of keys that are indented wrongly in place of those that follow."""
    text = _Text(form, data, places)
    left, told, gone = list(faults), [], []
    for path in dict.fromkeys(fault.problem.path[:-1] for fault in faults if missing(fault)):
        if text.unbraced(path):
            left = [fault for fault in left if fault.problem.path[: len(path)] != path]
            message = "the keys of an entry of a list stand in braces: [{…: …, …: …}]; set them around these"
            told.append(Fault("R02", Problem(path, message)))
            gone.append(path)
    for path in _suspects(faults):
        if any(fault.problem.path[: len(path)] == path for fault in left) and (move := text.move(path, left)):
            left = [fault for fault in left if not _follows(fault, move)]
            told.append(Fault("R02", Problem(path, move.message, on_key=True)))
            gone += [*move.paths[1:], *move.follows]
    return Gathered(renamed(gathered_missing((*told, *left))), tuple(dict.fromkeys(gone)))


def _suspects(faults: Iterable[Fault]) -> Iterator[Path]:
    """Paths of the keys at or below which something is at fault, each once, those further up first."""
    paths = {fault.problem.path[:length]: None for fault in faults for length in range(1, len(fault.problem.path) + 1)}
    yield from sorted((path for path in paths if isinstance(path[-1], str)), key=len)


def _follows(fault: Fault, move: Move) -> bool:
    """Whether a fault is there only because keys stand elsewhere."""
    path = fault.problem.path
    if any(path[: len(above)] == above for above in (*move.paths, *move.follows)):
        return True
    lacking = missing(fault)
    return path in move.homes and (not lacking or lacking in {above[-1] for above in move.paths})


class _Text:
    """The data of a file, its form, and where everything stands."""

    def __init__(self, form: Any, data: Any, places: Places) -> None:
        self.form, self.data, self.places = form, data, places

    def move(self, path: Path, faults: Iterable[Fault]) -> Move | None:
        """Where a key belongs that is at fault here; None where it is not known, or not for its indentation."""
        if not isinstance(self.at(path[:-1]), dict) or not self.in_block(path[:-1]):
            return None
        unknown = any(fault.problem.path == path and fault.problem.on_key and not fault.instead for fault in faults)
        beside = self.before(path)
        empty = beside is not None and self.at(beside) == ""
        if beside and empty and (down := self.inside(beside, path, faults)):
            return down
        if (unknown or self.is_entry(path)) and (up := self.outside(path)):
            return up
        return (self.inside(beside, path, faults) if beside else None) or self.astray(path)

    def unbraced(self, path: Path) -> bool:
        """Whether a list holds the keys of one entry, each by itself because braces are missing around them."""
        items = self.at(path)
        if not isinstance(items, list) or len(items) == 1 or not all(isinstance(each, dict) for each in items):
            return False
        held = [key for each in items for key in each]
        known = (keys(model).keys() for model in self.models((*path, 0)))
        return len(held) == len({*held}) == len(items) and any({*held} <= each for each in known)

    def astray(self, path: Path) -> Move | None:
        """Entries of another section: all to the end of this one where the line of that is not there, else a run."""
        home, names = path[:-2], list(self.at(path[:-1]))
        if not self.is_entry(path) or self.suits(path, path):
            return None
        left = [(*path[:-1], name) for name in names[names.index(path[-1]) :]]
        for section in (key for model in self.models(home) for key in keys(model)):
            run = list(takewhile(partial(self.suits_in, (*home, section)), left))
            there = section in self.at(home)
            if run and (there or len(run) == len(left)):
                said = f"{_names(run)} {'have' if len(run) > 1 else 'has'} the keys of `{section}`, not of `{path[-2]}`"
                mend = (
                    f"move {'them' if len(run) > 1 else 'it'} there" if there else f"write the line `{section}:` above"
                )
                return Move(tuple(run), f"{said}: {mend}", (), ())
        return None

    def outside(self, path: Path) -> Move | None:
        """A key that stands inside of what it should stand beside."""
        key = path[-1]
        for length in range(len(path) - 2, -1, -1):
            home, sibling = path[:length], path[: length + 1]
            holder = self.at(home)
            if not isinstance(holder, dict) or not self.in_block(home) or not self.in_block(sibling):
                return None
            known = any(key in keys(model) for model in self.models(home))
            named = str(key)[:1].isalnum() and self.fits((*home, key), self.at(path))
            if key not in holder and (known or named):
                spaces = self.column(path) - self.column(sibling)
                rest = tuple(self.swallowed(path, (*home, key)))
                around, level = short(str(path[-2])), short(str(path[length]))
                where = "it" if around == level else f"`{level}`"
                message = f"`{key}` stands inside `{around}`, but belongs beside {where}"
                message += f": take {counted(spaces, 'space')} away before it{self.along(path, -spaces)}"
                return Move((path,), message, rest, (home, path[:-1])) if spaces > 0 else None
        return None

    def swallowed(self, path: Path, home: Path) -> Iterator[Path]:
        """What stands behind an empty key and would stand inside of it at its own place."""
        if self.at(path) != "":
            return
        behind = list(self.at(path[:-1]))
        for name in behind[behind.index(path[-1]) + 1 :]:
            if self.fits((*home, name), self.at((*path[:-1], name))):
                yield (*path[:-1], name)

    def inside(self, beside: Path, path: Path, faults: Iterable[Fault]) -> Move | None:
        """A run of keys that stand beside the one that they belong to."""
        holder = self.at(path[:-1])
        around = self.at(beside)
        names = list(holder)
        run = []
        for name in names[names.index(path[-1]) :]:
            each = (*path[:-1], name)
            taken = isinstance(around, dict) and name in around
            if taken or not self.is_strange(each, faults, empty=around == "") or not self.belongs(beside, each):
                break
            run.append(each)
        if not run or not (around == "" or (isinstance(around, dict) and self.in_block(beside))):
            return None
        within = self.column((*beside, next(iter(around)))) if around else self.column(beside) + STEP
        spaces = within - self.column(path)
        return Move(tuple(run), self.said(run, beside, spaces), (), (beside,)) if spaces > 0 else None

    def said(self, run: Sequence[Path], beside: Path, spaces: int) -> str:
        """That keys belong inside of the one above them."""
        above, mend = f"`{short(str(beside[-1]))}`", f"add {counted(spaces, 'space')} before"
        along = self.along(run[0], spaces)
        if len(run) == 1:
            return f"{_names(run)} stands beside {above}, but belongs inside: {mend} it{along}"
        return f"{_names(run)} stand beside {above}, but belong inside: {mend} each{along}"

    def along(self, path: Path, spaces: int) -> str:
        """Addition for a key with lines behind it that are not yet where they would have to be."""
        value = self.at(path)
        if not isinstance(value, dict) or not self.in_block(path):
            return ""
        there = self.column((*path, next(iter(value)))) == self.column(path) + spaces + STEP
        return "" if there else " and all that is in it"

    def is_strange(self, path: Path, faults: Iterable[Fault], *, empty: bool) -> bool:
        """Whether a key is unknown where it stands, or a name of records that is a key of records."""
        if any(fault.problem.path == path and fault.problem.on_key and fault.code == "R02" for fault in faults):
            return True
        return self.is_entry(path) and (empty or not self.fits(path, self.at(path)))

    def belongs(self, beside: Path, path: Path) -> bool:
        """Whether a key, or a name with what it holds, may stand inside another key."""
        return any(path[-1] in keys(model) for model in self.models(beside)) or self.fits(
            (*beside, path[-1]), self.at(path)
        )

    def fits(self, path: Path, value: Any) -> bool:
        """Whether a mapping of names allows an entry at a path with the keys that it has."""
        if not isinstance(value, dict) or not value or not self.is_entry(path):
            return False
        return any(2 * len(keys(model).keys() & value.keys()) > len(value) for model in self.models(path))

    def suits(self, path: Path, place: Path) -> bool:
        """Whether what stands at a path would have, at some place for entries, all keys that it must and no others."""
        given = self.at(path)
        found = [model for model in self.models(place) if self.is_entry(place)]
        return isinstance(given, dict) and any(required(model) <= given.keys() <= keys(model).keys() for model in found)

    def suits_in(self, section: Path, path: Path) -> bool:
        """Whether what stands at a path would suit a section."""
        return self.suits(path, (*section, path[-1]))

    def is_entry(self, path: Path) -> bool:
        """Whether any name may stand where a key stands."""
        return any(get_origin(choice) is dict for choice in _types(self.form, path[:-1]))

    def models(self, path: Path) -> list[Any]:
        """Models of which there may be one at a path."""
        return [choice for choice in _types(self.form, path) if is_dataclass(choice)]

    def at(self, path: Path) -> Any:
        """What stands at a path; None where nothing does."""
        return follow(self.data, path)

    def before(self, path: Path) -> Path | None:
        """The key before one in the same mapping."""
        names = list(self.at(path[:-1]))
        index = names.index(path[-1]) if path[-1] in names else 0
        return (*path[:-1], names[index - 1]) if index else None

    def column(self, path: Path) -> int:
        """Where a key begins in its line."""
        return int(self.places[path].key.column)

    def in_block(self, path: Path) -> bool:
        """Whether the keys of a mapping stand on lines of their own."""
        value = self.at(path)
        if not isinstance(value, dict) or not value:
            return False
        marks = [self.places[*path, key].key for key in value if (*path, key) in self.places]
        if len(marks) < len(value):
            return False
        opened = self.places[path].value if path in self.places else marks[0]
        return bool(opened == marks[0]) and len({mark.column for mark in marks}) == 1


def _types(form: Any, path: Path) -> Iterator[Any]:
    """Types that the value at a path may have: models, mappings, lists and single values."""
    for choice, _ in choices(form):
        if not path:
            yield choice
        elif is_dataclass(choice):
            if path[0] in keys(choice):
                yield from _types(keys(choice)[str(path[0])], path[1:])
        elif get_origin(choice) in {dict, tuple}:
            yield from _types(get_args(choice)[1 if get_origin(choice) is dict else 0], path[1:])


def _names(paths: Iterable[Path]) -> str:
    """The keys at the end of paths."""
    return listed([str(path[-1]) for path in paths])
