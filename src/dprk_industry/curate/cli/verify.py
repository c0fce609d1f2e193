"""`dprk-industry verify`: hold article texts against the published digests."""

from __future__ import annotations

import argparse
from pathlib import Path

from dprk_industry.curate.cli.roots import load_article, read
from dprk_industry.curate.verify import Verdict, verify

SHOWN = 60
"""Characters that are printed of a block of a text."""
COPIES = {True: "the stored copy", False: "another copy", None: "no stored copy to compare with"}
"""What a text is to its annotation; the last where that has no hash."""


def run(given: argparse.Namespace) -> int:
    """Print a verdict on each text; 1 if one of them does not fit its annotation."""
    sheets = read(given.root).collection.sheets
    clean = True
    for path in given.texts:
        verdict = verify(load_article(path), sheets)
        clean = clean and verdict is not None and verdict.good
        for line in _lines(path, verdict):
            print(line)
    return 0 if clean else 1


def _lines(path: Path, verdict: Verdict | None) -> list[str]:
    if verdict is None:
        return [f"{path}: no annotation has this text"]
    article = verdict.sheet.article
    copy = COPIES[verdict.same_copy]
    told = f"all {article.paragraph_count} paragraphs"
    if verdict.missing:
        told = f"lacks paragraph {', '.join(map(str, verdict.missing))} of {article.paragraph_count}"
    copied = (
        f"{verdict.sheet.file}: a note copies the text ({words}): write your own words instead of `{note}`"
        for note, words in verdict.copies
    )
    return [f"{path}: {article.id}, {copy}, {told}{_surplus(verdict)}", *copied]


def _surplus(verdict: Verdict) -> str:
    """Blocks of the text that the annotation does not count: closing lines, captions, or what the copy has more."""
    found = ", ".join(f'block {number} "{" ".join(part.split())[:SHOWN]}"' for number, part in verdict.surplus)
    return f"; not counted there: {found}" if found else ""
