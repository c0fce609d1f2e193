"""What a rule is: a code, a sentence that says the good state, why, how to mend, and a small function that looks."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from dprk_industry.curate.findings import Problem, Severity

Check = Callable[..., Iterator[Problem]]
"""Looks at `(sheet, world)` in the scope of an article, at `(world)` in that of the dataset."""


class Scope(StrEnum):
    """What a rule looks at."""

    READING = "reading"
    """The reader or the models see to it while a file is read; there is no function."""
    ARTICLE = "article"
    """One article at a time; the function gives problems."""
    DATASET = "dataset"
    """Everything at once; the function names the file of each problem."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule of the dataset."""

    code: str
    title: str
    """One sentence that says what holds where the rule is kept."""
    why: str
    mend: str
    severity: Severity = Severity.ERROR
    scope: Scope = Scope.ARTICLE
    whole: bool = False
    """True if the rule looks for what is missing, so that it can speak only of files read without a fault."""
    check: Check | None = None

    def __post_init__(self) -> None:
        for name in ("code", "title", "why", "mend"):
            if not getattr(self, name):
                raise ValueError(f"rule {self.code}: {name} is empty")


def rule(
    code: str, severity: Severity = Severity.ERROR, scope: Scope = Scope.ARTICLE, *, whole: bool = False
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring gives title, `Why:` and `Mend:`. Nothing is registered."""

    def made(check: Check) -> Rule:
        title, why, mend = parts(inspect.getdoc(check) or "")
        return Rule(code, title, why, mend, severity, scope, whole=whole, check=check)

    return made


def declared(code: str, text: str) -> Rule:
    """Make a rule that the reader or the models enforce."""
    title, why, mend = parts(inspect.cleandoc(text))
    return Rule(code, title, why, mend, scope=Scope.READING)


def parts(text: str) -> tuple[str, str, str]:
    """Title, why and mend of a rule's text, each as one line."""
    title, _, rest = text.partition("\n\nWhy: ")
    why, _, mend = rest.partition("\nMend: ")
    return tuple(" ".join(part.split()) for part in (title, why, mend))  # type: ignore[return-value]
