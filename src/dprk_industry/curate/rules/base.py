"""What a rule is: a code, a sentence that says the good state, why, how to mend, and a small function that looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import cache
from inspect import cleandoc

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.values import frozen

Check = Callable[..., Iterator[Problem]]
"""Looks at a sheet and the collection around it in the scope of an article, else at a collection or an index alone."""
OR_WAIVE = "or waive this in dataset/exceptions.yaml"
"""What a warning's message ends with where the text may really say so."""


class Scope(StrEnum):
    """What a rule looks at."""

    READING = "reading"
    """The reader or the models see to it while a file is read; there is no function."""
    ARTICLE = "article"
    """One article at a time; the function gives problems."""
    LINKED = "linked"
    """The articles that concern each other, as a collection; the function names the file of each problem."""
    KNOWN = "known"
    """What stands beside the articles; the function names the file of each problem."""
    DATASET = "dataset"
    """Everything at once, of articles only the index; the function names the file of each problem."""


@frozen()
class Text:
    """What a rule says to people, each as one line; read from its docstring."""

    title: str
    """One sentence that says what holds where the rule is kept."""
    why: str
    mend: str
    bad: str
    """An example that breaks the rule."""
    good: str
    """The same example mended."""
    warns: str = ""
    """Of what a rule only warns whose other findings are errors."""


@frozen()
class Rule:
    """A named rule of the dataset."""

    code: str
    written: str
    """The rule's text as it stands in the docstring."""
    severity: Severity = Severity.ERROR
    scope: Scope = Scope.ARTICLE
    whole: bool = False
    """True if the rule looks for what is missing, so that it can speak only of files read without a fault."""
    check: Check | None = None

    @property
    def text(self) -> Text:
        """What the rule says to people.

        Raises:
            ValueError: a part is missing; also under `python -OO`, which takes docstrings away.

        """
        return read_text(self.code, self.written)


def rule(
    code: str, severity: Severity = Severity.ERROR, scope: Scope = Scope.ARTICLE, *, whole: bool = False
) -> Callable[[Check], Rule]:
    """Make a rule of a function; its docstring is the rule's text. Nothing is registered."""

    def made(check: Check) -> Rule:
        return Rule(code, check.__doc__ or "", severity, scope, whole=whole, check=check)

    return made


def also(first: Rule, scope: Scope, *, whole: bool = False) -> Callable[[Check], Rule]:
    """Make a second rule of a code, with the text and weight of the first, that looks at something else."""

    def made(check: Check) -> Rule:
        return Rule(first.code, first.written, first.severity, scope, whole=whole, check=check)

    return made


def declared(code: str, text: str) -> Rule:
    """Make a rule that the reader or the models enforce."""
    return Rule(code, text, scope=Scope.READING)


def examples(rules: Iterable[Rule]) -> list[tuple[str, str]]:
    """The bad and the good examples of several rules, none of them twice."""
    return list(dict.fromkeys((rule.text.bad, rule.text.good) for rule in rules))


@cache
def read_text(code: str, text: str) -> Text:
    """Parts of a rule's text: the title, then what stands behind `Why:`, `Mend:`, `Warns:`, `Bad:` and `Good:`.

    Only `Warns:` may be missing.

    Raises:
        ValueError: a part is missing; also under `python -OO`, which takes docstrings away.

    """
    title, *rest = re.split(r"\n+(Why|Mend|Warns|Bad|Good): ", cleandoc(text))
    parts = {"title": title, **dict(zip(map(str.lower, rest[::2]), rest[1::2], strict=True))}
    lines = {name: " ".join(part.split()) for name, part in parts.items()}
    missing = [name for name in ("title", "why", "mend", "bad", "good") if not lines.get(name)]
    if missing:
        raise ValueError(f"rule {code}: its text lacks {', '.join(missing)}")
    return Text(**lines)
