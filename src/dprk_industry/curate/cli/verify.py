"""`dprk-industry verify`: hold article texts against the published digests."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import load_article, read
from dprk_industry.curate.corpus import Corpus, Disk, Locator
from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.verify import Copy, Verdict, verify

SHOWN = 60
"""Characters that are printed of a block of a text."""
COPIES = {True: "the stored copy", False: "another copy", None: "an excerpt"}
"""What a text is to its annotation; the last where that has no hash, as of a part of an article."""


def run(given: argparse.Namespace) -> int:
    """Print a verdict on each text; 1 if one of them does not fit its annotation."""
    corpus = read(given.root)
    clean = True
    unread = []
    for path in given.texts:
        try:
            text = load_article(path, corpus.root)
        except CannotRunError as error:
            unread.append(str(error))
            continue
        verdict = verify(text, corpus.collection.sheets)
        clean = clean and verdict is not None and verdict.good
        for line in _lines(path, verdict, corpus, numbered=given.numbered):
            print(line)
    sheets = {sheet.file for sheet in corpus.collection.sheets}
    if lost := [file for file in corpus.ground.articles if file not in sheets]:
        print(f"cannot be read, so no text was held against it: {', '.join(lost)}; run `check`", file=sys.stderr)
    if unread:
        raise CannotRunError("; ".join(unread))
    return 0 if clean else 1


def _lines(path: Path, verdict: Verdict | None, corpus: Corpus, *, numbered: bool) -> Iterator[str]:
    if verdict is None:
        yield f"{path}: no annotation has this text"
        return
    article = verdict.sheet.article
    told = f"all {article.paragraph_count} paragraphs"
    if verdict.missing:
        told = f"lacks paragraph {', '.join(map(str, verdict.missing))} of {article.paragraph_count}"
    yield f"{path}: {article.id}, {COPIES[verdict.same_copy]}, {told}{_surplus(verdict)}"
    for number, words in enumerate(verdict.paragraphs if numbered else (), start=1):
        yield f"{number:4} {'(not in this text)' if words is None else _shown(words)}"
    locator = Locator(Disk(corpus.root))
    yield from (_copied(verdict.sheet.file, copy, locator) for copy in verdict.copies)


def _surplus(verdict: Verdict) -> str:
    """Blocks of the text that the annotation does not count: closing lines, captions, or what the copy has more."""
    found = ", ".join(f'block {number} "{_shown(part)}"' for number, part in verdict.surplus)
    return f"; not counted there: {found}" if found else ""


def _shown(part: str) -> str:
    return " ".join(part.split())[:SHOWN]


def _copied(file: str, copy: Copy, locator: Locator) -> str:
    message = f"the note copies the text ({copy.words}): write your own words instead of `{copy.note}`"
    found = locator.finding(file, "", Problem(copy.path, message), Severity.ERROR)
    return f"{found.location}: {found.message}"
