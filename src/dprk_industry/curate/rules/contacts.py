"""Group L, second part: nothing in the data leads to a private person."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import Problem
from dprk_industry.curate.models import released
from dprk_industry.curate.models.walk import texts
from dprk_industry.curate.rules.base import Scope, also, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Known, Sheet

_ADDRESS = r"https?://\S+"
_DAY = r"\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})\b"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TELEPHONE = r"""(?x)(?<![\w.+-])(?:
        (?:\+|00)[1-9](?:[ ().\-]{0,2}\d){8,14}         # international: +82 2 345 6789
      | \(0\d{1,3}\)[ -]?\d{3,4}[ -]\d{4}               # with a prefix in brackets: (02) 345-6789
      | 0\d{1,3}([-. ])\d{3,4}\1\d{4}                   # with a prefix: 010-2345-6789
      | \d{3}([-.])\d{3}\2(?!\d\d00)\d{4} | \(\d{3}\)[ ]?\d{3}-\d{4}  # 191-345-6789, (202) 345-6789
      | 01[016-9]\d{7,8} | 1[3-9](?!\d*000\b)\d{9}      # mobile without spaces, Korean and Chinese
      | (?i:tel|telephone|phone|mobile|fax|전화|휴대폰|팩스)(?i:[ ]no|[ ]number)?[.:]+[ ]?[+(]?\d[\d ().\-]{5,}\d
    )(?![\w-])"""

# The patterns above are compiled when they are first used: most runs meet no text that calls for them.
_NUMBER = re.compile(r"\d[\d ().\-]{5,}\d")
"""Stands in every text that holds a number by which somebody could be reached."""


@rule("R85", scope=Scope.KNOWN)
def nobody_reachable(world: Known) -> Iterator[Problem]:
    """
    No field holds an e-mail address or a telephone number.

    Why: those who speak to outlets risk their lives, and nothing in this dataset may lead to a private person; that
    no field names one is the reviewer's to see.
    Mend: delete it, also from the history of a branch that is not yet merged, and tell a maintainer.
    Bad: note: source reached at 010-2345-6789
    Good: note: source reached by telephone
    """
    for file, record in _registered(world):
        yield from _contacts(record, file)


@also(nobody_reachable, Scope.ARTICLE)
def nobody_reachable_by_article(sheet: Sheet, world: Collection) -> Iterator[Problem]:
    """The texts of an article."""
    if _is_suspect("\n".join(sheet.holdings.free_texts)):
        yield from _contacts(sheet.article)


def _contacts(record: Any, file: str | None = None) -> Iterator[Problem]:
    for path, text in texts(record):
        what = _contact(text)
        if what:
            message = f"{what} stands here; delete it (dates and amounts are written 2019-03-20 and 1500 t)"
            yield Problem(path, message, file=file)


def _is_suspect(text: str) -> bool:
    """Whether a text may hold anything by which somebody could be reached; most do not, and this is quick."""
    return "@" in text or _NUMBER.search(text) is not None


def _contact(text: str) -> str | None:
    """What a text holds by which somebody could be reached; web addresses and dates are left aside."""
    if not _is_suspect(text):
        return None
    bare = re.sub(_DAY, " ", re.sub(_ADDRESS, " ", text))
    if re.search(_MAIL, bare):
        return "an e-mail address"
    return "a telephone number" if re.search(_TELEPHONE, bare) else None


def _registered(world: Known) -> Iterator[tuple[str, Any]]:
    """Everything but the articles that is read from files, with the file."""
    yield from world.facility_files.items()
    for name, vocabulary in world.registries.vocabularies.items():
        yield f"dataset/vocabularies/{name}.yaml", vocabulary
    for name in (field.name for field in fields(world.registries)):
        if name not in {"vocabularies", "facilities"}:
            folder = "dataset/registries" if name in {*released.REGISTRIES, "annotators"} else "dataset"
            yield f"{folder}/{name}.yaml", getattr(world.registries, name)


RULES = (nobody_reachable, nobody_reachable_by_article)
