"""What the checker says: problems as rules see them, findings as people read them."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a file to a value."""


def follow(data: Any, path: Path) -> Any:
    """What stands at a path of plain data; None where nothing does."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the file, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


def counted(number: int, what: str) -> str:
    """A number of things, in the plural unless there is one."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


FEW = 4
"""How many names a message shows."""


def listed(names: Sequence[str]) -> str:
    """Names as a message shows them: of many the first ones, and how many more there are."""
    shown = [f"`{short(name)}`" for name in names]
    if len(shown) > FEW:
        shown[FEW - 1 :] = [f"{len(shown) - FEW + 1} more"]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


LONGEST = 60
"""How many characters of a value a message shows."""


def short(text: str) -> str:
    """A text as a message shows it: the beginning of a long one."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"


class Problem(NamedTuple):
    """A fault as a rule or a reader sees it; who found it and where it lies in the text is added later."""

    path: Path
    """Where in the data: keys and indexes from the top of the file."""
    message: str
    """What was found, what was expected and, where one exists, how to mend it."""
    severity: Severity | None = None
    """Given where one rule has both errors and warnings; otherwise the rule's own."""
    on_key: bool = False
    """True if the key itself is at fault and not its value."""
    file: str | None = None
    """The file concerned, named by those who look at more than one."""
    other: str | None = None
    """The file of the other end, where two files clash."""
    there: Path = ()
    """Where the other end of a clash stands, in `other` or, without it, in the same file."""
    near: Path | None = None
    """Where to point at in place of the path, where that is the whole file and something of it is not there."""


class Location(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    """Path from the dataset's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Finding(NamedTuple):
    """A problem with its place, its rule and its weight: one line of a report."""

    location: Location
    code: str
    """Code of the rule, such as `R30`."""
    message: str
    severity: Severity = Severity.ERROR
    record: str = ""
    """Id of the record or file concerned, as an exception would name it."""
    other: str = ""
    """The file of the other end, where two records, keys or files clash."""
    there: tuple[int, ...] = ()
    """Line and column of the other end; empty where there is none, or it is not known."""

    @property
    def told(self) -> str:
        """The message with the line of the other end, unless that is the finding's own."""
        if not self.there or (self.other, self.there[0]) == self.location[:2]:
            return self.message
        file = "line " if self.other == self.location.file else f"{self.other}:"
        return f"{self.message} (see {file}{self.there[0]})"

    def concerns(self, file: str) -> bool:
        """Whether a file, or one in a folder of that name, has to do with it."""
        ends = (self.location.file, self.other)
        return any(file in {".", end} or end.startswith(f"{file}/") for end in ends if end)


MOST = 100
"""How many findings of one kind on one file are told singly."""

Told = TypeVar("Told", Problem, Finding)


def few(found: Iterable[Told]) -> Iterator[Told]:
    """What was found of one kind on one file: the first hundred, and one more that says that there are others."""
    for number, each in enumerate(found):
        if number == MOST:
            yield _more(each)
            return
        yield each


def few_by_file(found: Iterable[Problem]) -> Iterator[Problem]:
    """What was found of one kind: of each file the first hundred, and one more that says that there are others."""
    told: Counter[str | None] = Counter()
    for each in found:
        told[each.file] += 1
        if told[each.file] <= MOST:
            yield each
        elif told[each.file] == MOST + 1:
            yield _more(each)


def _more(last: Told) -> Told:
    return last._replace(message=f"more than {MOST} findings of this kind on this file; mend those first", there=())
