"""`dprk-industry show`: an article, a record or a facility as a readable sheet."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.corpus import Corpus
from dprk_industry.curate.sheet import UnknownIdError, sheet


def run(given: argparse.Namespace) -> int:
    """Print the sheet; files whose faults may keep something off it are named."""
    corpus = read(given.root)
    if corpus.stopped:
        raise CannotRunError("the vocabularies cannot be read; see `dprk-industry check`")
    try:
        printed = sheet(corpus.collection, given.id)
    except UnknownIdError as error:
        raise CannotRunError(_lost(given.id, corpus) or str(error)) from None
    print(printed, end="")
    if concerned := [file for file in _faulty(corpus) if _concerns(file, given.id, printed, corpus)]:
        print(f"faults may keep something off this sheet; run `check` on {', '.join(concerned)}", file=sys.stderr)
    return 0


def _faulty(corpus: Corpus) -> list[str]:
    """Files with faults of reading."""
    return list(dict.fromkeys(finding.location.file for finding in corpus.findings))


def _lost(name: str, corpus: Corpus) -> str | None:
    """Why a sheet cannot be shown, where it is for the faults of its own file."""
    file = next((file for file in _faulty(corpus) if Path(file).stem == name.partition("#")[0]), None)
    return f"`{name}` cannot be read; run `dprk-industry check {file}`" if file else None


def _concerns(file: str, name: str, printed: str, corpus: Corpus) -> bool:
    """Whether the faults of a file may keep something off a sheet.

    Any article may hold an account of a record or facility; the sheet of an article shows of others only what they are
    named for. What a facility or registry does not tell is printed by its bare id.
    """
    folder, stem = Path(file).parent.as_posix(), Path(file).stem
    of_article = any(held.article.id == name for held in corpus.collection.sheets)
    if folder.startswith("dataset/annotations"):
        return not of_article or stem in printed
    if folder == "dataset/registries":
        lost = [entry for registry, entry in corpus.collection.lost_entries if registry == stem]
        return not lost or any(entry in printed for entry in lost)
    return stem in printed if folder == "dataset/facilities" else of_article and stem == "exceptions"
