"""Which line of a text is indented wrongly, where the parser failed of it; pure, and asked only then.

The parser fails at the first line whose indentation fits no level that is open. Often that is the faulty one; but a
name that lost its spaces closes the levels above it, and only a later, innocent line fails. So each line shortly before
is tried at every other indentation: if exactly one of them makes the text regular, with two spaces a level, it is told.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.findings import counted, short
from dprk_industry.curate.yamlfile.blocks import Line, lines
from dprk_industry.curate.yamlfile.text import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STEP = 2
"""Spaces a level."""
_BEFORE, _BEHIND = 60, 8
"""How many lines before the one that failed are tried, and how many behind it have to fit then."""
_MOST = 20_000
"""How many lines of a text are looked at."""


class Level(NamedTuple):
    """A level that is open: its indentation, whether it is a list, and the key that it stands at."""

    column: int
    is_list: bool
    name: str


Levels = tuple[Level, ...]


class State(NamedTuple):
    """The levels that are open behind a line, and whether a deeper one may follow."""

    levels: Levels = ()
    opens: bool = True


class Shift(NamedTuple):
    """A line of those given, by its place among them, and the indentation that it should have."""

    line: int
    column: int


def indentation(text: str, failed: int) -> tuple[Mark, str] | None:
    """Where the indentation is off of which the parser failed in a line, and what was expected there.

    None where the line fits, so that something else made the parser fail.
    """
    known = list(islice(lines(text), _MOST))
    states = list(_states(known))
    index = len(states) - 1
    if index == len(known) or known[index].number != failed:
        return None
    return _mixed(known, states[index], index) or _off(known, states, index)


def _mixed(known: Sequence[Line], state: State, index: int) -> tuple[Mark, str] | None:
    """That a name with a record below it is a key among items, or an item among keys, which no indentation mends."""
    line = known[index]
    first = next((other for other in reversed(known[:index]) if other.column <= line.column), line)
    if not (_names_record(line) and _names_record(first)) or first.column != line.column or state.opens:
        return None
    mark = Mark(line.number, line.column + 1)
    if first.dashes and not line.dashes:
        message = f"a key stands here among items of a list; begin both this line and line {first.number} with '- ', or"
        return mark, f"{message} neither; or, if it belongs to the item above, {_mend(STEP)}"
    if line.dashes and not first.dashes:
        return mark, f"an item of a list stands here among keys; take its '- ' away, as in line {first.number}"
    return None


def _names_record(line: Line) -> bool:
    return line.key is not None and line.opens


def _off(known: Sequence[Line], states: Sequence[State], index: int) -> tuple[Mark, str] | None:
    """Place and message of the line at fault; if that is the key of a section above, another may be missing below."""
    line, columns, other = _blamed(known, states, index)
    told = _told(known, states, line, columns, other)
    above, failed = known[line], known[index]
    if told and line == index - 1 and (above.column, failed.column) == (0, STEP) and not above.opens:
        mark, message = told
        return mark, f"{message}; or the line of the key that line {failed.number} belongs to is missing above it"
    return told


def _blamed(known: Sequence[Line], states: Sequence[State], index: int) -> tuple[int, list[int], int | None]:
    """The line at fault, the indentations possible for it, and a line before it that may be at fault in its place."""
    repairs = list(_repairs(known, states, index)) or list(_along(known, states, index))
    likely = max((_likely(known, repair) for repair in repairs), default=0)
    best = [repair for repair in repairs if _likely(known, repair) == likely]
    odd = [repair for repair in best if repair.line != index and _is_odd(known, states, repair.line)]
    own = sorted(repair.column for repair in repairs if repair.line == index)
    for found in (best, odd):
        if len(found) == 1 and (found[0].line != index or _is_nearest(found[0].column, own, known[index].column)):
            return found[0].line, [found[0].column], None
    columns = own if len(own) == 2 else _near(states[index], known[index].column)  # noqa: PLR2004 - one or the other
    others = {repair.line for repair in best} - {index}
    return index, columns, others.pop() if len(others) == 1 else None


def _is_nearest(column: int, columns: Sequence[int], begins: int) -> bool:
    """Whether no other of the columns is nearer to that at which a line begins."""
    return all(abs(column - begins) <= abs(other - begins) for other in columns)


def _likely(known: Sequence[Line], repair: Shift) -> int:
    """How many more lines have the same key where a line should be than where it is."""
    line = known[repair.line]
    name = line.key[1] if line.key else ""
    columns = [other.column for other in known if other.key and other.key[1] == name and other is not line]
    return columns.count(repair.column) - columns.count(line.column)


def _is_odd(known: Sequence[Line], states: Sequence[State], index: int) -> bool:
    """Whether a line begins a level that is not two spaces deeper than the one around it."""
    return _after(states[index], known[index], known[index].column, regular=True) is None


def _states(known: Sequence[Line]) -> Iterator[State]:
    """The state before each line, up to the first that fits none; behind the last, if all fit."""
    state: State | None = State()
    for line in known:
        if state is None:
            return
        yield state
        state = _after(state, line, line.column)
    if state is not None:
        yield state


def _after(state: State, line: Line, column: int, *, regular: bool = False) -> State | None:
    """The state behind a line that is indented so far; None where it does not fit."""
    levels, opens = state
    if regular and opens and levels and column < levels[-1].column + (0 if line.dashes else 1):
        return None  # a key without a value
    for offset in line.dashes:
        entered = _enter(levels, Level(column + offset, is_list=True, name=""), opens, regular and not offset)
        if entered is None:
            return None
        levels, opens = entered, True
    if line.key:
        offset, name = line.key
        entered = _enter(levels, Level(column + offset, is_list=False, name=name), opens, regular and not offset)
        if entered is None:
            return None
        levels = entered
    return State(levels, line.opens)


def _enter(levels: Levels, level: Level, opens: bool, regular: bool) -> Levels | None:  # noqa: FBT001 - of one walk
    """The levels that are open once a key or item stands there; None where it may not."""
    if opens and (not levels or level.column > levels[-1].column):
        above = levels[-1].column if levels else -STEP
        return None if regular and level.column != above + STEP else (*levels, level)
    if opens and level.is_list and level.column == levels[-1].column and not levels[-1].is_list:
        return (*levels, level)
    while levels and levels[-1].column > level.column:
        levels = levels[:-1]
    if levels and levels[-1].is_list and not level.is_list:
        levels = levels[:-1]  # the items of a list may stand in the column of its key
    fits = levels and levels[-1][:2] == level[:2]
    return (*levels[:-1], level) if fits else None


def _repairs(known: Sequence[Line], states: Sequence[State], index: int) -> Iterator[Shift]:
    """Lines that, put at another indentation, make the lines around the one that failed regular."""
    for candidate in range(index, max(index - _BEFORE, -1), -1):
        for column in _columns(states[candidate]):
            repair = Shift(candidate, column)
            if column != known[candidate].column and _fits(known, states, repair, index):
                yield repair


def _along(known: Sequence[Line], states: Sequence[State], index: int) -> Iterator[Shift]:
    """Indentations of the line that failed, and of all that is deeper, that make the lines behind it regular."""
    for column in _columns(states[index]):
        if _fits(known, states, Shift(index, column), index, whole=True):
            yield Shift(index, column)


def _columns(state: State) -> range:
    """Indentations that a line may have, from none to one level more than the line before it."""
    return range(0, state.levels[-1].column + STEP + 1 if state.levels else 1, STEP)


def _fits(known: Sequence[Line], states: Sequence[State], shift: Shift, index: int, *, whole: bool = False) -> bool:
    """Whether all is regular once a line is moved, or the `whole` of it with all that is deeper."""
    state: State | None = states[shift.line]
    moved = known[shift.line]
    along = whole
    for position, line in enumerate(known[shift.line : index + _BEHIND], start=shift.line):
        column = shift.column if position == shift.line else line.column
        if along and position > shift.line:
            along = line.column > moved.column
            column += shift.column - moved.column if along else 0
        state = _after(state, line, column, regular=True) if state else None
        if state is None:
            return False
    return True


def _near(state: State, column: int) -> list[int]:
    """The nearest indentations that would be possible, one to the left and one to the right."""
    possible = {level.column for level in state.levels}
    if state.opens and state.levels:
        possible.add(state.levels[-1].column + STEP)
    left = max((each for each in possible if each < column), default=None)
    right = min((each for each in possible if each > column), default=None)
    return [each for each in (left, right) if each is not None]


def _told(
    known: Sequence[Line], states: Sequence[State], index: int, columns: list[int], other: int | None
) -> tuple[Mark, str] | None:
    """Place and message of a line that should be indented otherwise; None where no other indentation is possible."""
    line, state = known[index], states[index]
    found = f"indented by {counted(line.column, 'space')}" if line.column else "not indented"
    message = f"{found}; expected {' or '.join(f'{column} ({_as(state, column)})' for column in columns)}"
    if len(columns) == 1:
        message += f": {_mend(columns[0] - line.column)}"
    if other is not None:
        message += f"; or line {known[other].number} is indented wrongly"
    return (Mark(line.number, line.column + 1), message + _or(known, state, index)) if columns else None


def _as(state: State, column: int) -> str:
    """Which line above has an indentation."""
    level = next((level for level in reversed(state.levels) if level.column == column), None)
    if level:
        return "as the items above" if level.is_list else f"as `{short(level.name)}` above"
    if not state.levels:
        return "as the first key of a file"
    above = state.levels[-1]
    return "inside the item above" if above.is_list else f"inside `{short(above.name)}`"


def _mend(spaces: int) -> str:
    return f"add {counted(spaces, 'space')}" if spaces > 0 else f"take {counted(-spaces, 'space')} away"


def _or(known: Sequence[Line], state: State, index: int) -> str:
    """What else may be meant by a line that is deeper than all that may stand there."""
    line = known[index]
    if state.opens or not state.levels or line.column <= state.levels[-1].column:
        return ""
    if known[index - 1].text:
        return "; or, if it goes on with the text above, put that in quotes"
    siblings = known[index + 1 : index + 2]
    if siblings and siblings[0].column == line.column and not line.opens:
        return "; or the line of the key that it belongs to is missing above"
    return ""
