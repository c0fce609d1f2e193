"""`dprk-industry check`: all rules on the files given, or on the whole dataset."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from dprk_industry.curate.check import check_corpus
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.reporters import text


def run(given: argparse.Namespace) -> int:
    """Print the findings; 0 if there are none, else 1."""
    corpus = read(given.root)
    wanted = [_inside(path, corpus.root) for path in given.paths]
    found = check_corpus(corpus)
    if wanted:
        found = [finding for finding in found if any(_under(finding.location.file, name) for name in wanted)]
    for line in text.report(found, colour=sys.stdout.isatty()):
        print(line)
    sheets = [
        held for held in corpus.collection.sheets if not wanted or any(_under(held.file, name) for name in wanted)
    ]
    print(text.summary(found, len(sheets), sum(len(held.entries) for held in sheets)), file=sys.stderr)
    return 1 if found else 0


def _inside(path: Path, root: Path) -> str:
    """Path of a file or folder from the root.

    Raises:
        CannotRunError: there is no such file, or it lies outside the dataset.

    """
    if not path.exists():
        raise CannotRunError(f"there is no file or folder {path}")
    absolute = path.resolve()
    if not absolute.is_relative_to(root.resolve()):
        raise CannotRunError(f"{path} lies outside the dataset {root}; name its dataset with --root")
    return absolute.relative_to(root.resolve()).as_posix()


def _under(file: str, name: str) -> bool:
    return name in {".", file} or file.startswith(f"{name}/")
