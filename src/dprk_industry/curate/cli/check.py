"""`dprk-industry check`: all rules on the files given, or on the whole dataset."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from dprk_industry.curate.check import check_corpus
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.cli.roots import read
from dprk_industry.curate.corpus import Corpus
from dprk_industry.curate.findings import Finding
from dprk_industry.curate.reporters import machine, sarif, text
from dprk_industry.curate.rules import RULES


def run(given: argparse.Namespace) -> int:
    """Print the findings; 0 if there are none, else 1."""
    corpus = read(given.root)
    wanted = [_inside(path, corpus) for path in given.paths] or ["."]
    found = [finding for finding in check_corpus(corpus) if _among(finding.location.file, wanted)]
    sheets = [held for held in corpus.collection.sheets if _among(held.file, wanted)]
    for line in _report(given.format, found, [held.file for held in sheets]):
        print(line)
    if corpus.stopped:
        print("mend the vocabularies first; nothing else was checked", file=sys.stderr)
    counted = text.summary(found, len(sheets), sum(len(held.entries) for held in sheets))
    print(f"{counted} in {corpus.root}", file=sys.stderr)
    return 1 if found else 0


def _report(form: str, found: list[Finding], files: list[str]) -> Iterable[str]:
    """Lines of a report in a format."""
    if form == "json":
        return [machine.json_text(found)]
    if form == "github":
        return machine.github(found)
    if form == "sarif":
        return [sarif.sarif(found, RULES)]
    if form == "junit":
        return [machine.junit(found, files)]
    return text.report(found, colour=sys.stdout.isatty())


def _inside(path: Path, corpus: Corpus) -> str:
    """Path of a file or folder from the root.

    Raises:
        CannotRunError: there is no such file, it lies outside the dataset, or it is none that is checked.

    """
    root = corpus.root
    if not path.exists():
        raise CannotRunError(f"there is no file or folder {path}")
    absolute = path.resolve()
    if not absolute.is_relative_to(root.resolve()):
        raise CannotRunError(f"{path} lies outside the dataset {root}; name its dataset with --root")
    name = absolute.relative_to(root.resolve()).as_posix()
    known = {*corpus.files, *(finding.location.file for finding in corpus.findings)}
    if not corpus.stopped and not any(_among(file, [name]) for file in known):
        raise CannotRunError(f"{path} is no file of the dataset that is checked, and holds none")
    return name


def _among(file: str, names: Iterable[str]) -> bool:
    """Whether a file is one of those named, or lies in one of the folders named."""
    return any(name in {".", file} or file.startswith(f"{name}/") for name in names)
