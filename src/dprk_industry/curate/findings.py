"""What the checker says: problems as rules see them, findings as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""The keys and indexes that lead from the top of a file to a value."""


class Severity(StrEnum):
    """How much a finding weighs: an error refuses the file, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
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


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file; line and column count from 1."""

    file: str
    """Path from the dataset's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A problem with its place, its rule and its weight: one line of a report."""

    location: Location
    code: str
    """Code of the rule, such as `R30`."""
    message: str
    severity: Severity = Severity.ERROR
    record: str = ""
    """Id of the record or file concerned, as an exception would name it."""
