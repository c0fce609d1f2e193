"""`dprk-industry show`: an article, a record or a facility as a readable sheet."""

from __future__ import annotations

import argparse
import sys

from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.sheet import UnknownIdError, sheet


def run(given: argparse.Namespace) -> int:
    """Print the sheet; what could not be read of the dataset is missing from it, and said so."""
    corpus = read(given.root)
    if corpus.stopped:
        raise CannotRunError("the vocabularies cannot be read; see `dprk-industry check`")
    try:
        print(sheet(corpus.collection, given.id), end="")
    except UnknownIdError as error:
        raise CannotRunError(str(error)) from None
    if corpus.findings:
        print("some files could not be read in full; see `dprk-industry check`", file=sys.stderr)
    return 0
