"""`dprk-industry check`: all rules on the files given, or on the whole dataset."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from dprk_industry.curate.check import Checked, NoClusterError, examine
from dprk_industry.curate.cli import CannotRunError, print_for_programs
from dprk_industry.curate.cli.roots import find_root
from dprk_industry.curate.disk import NoDatasetError
from dprk_industry.curate.findings import Finding, Severity
from dprk_industry.curate.reporters import text

ANNOTATIONS = "dataset/annotations/"
RECORDS = (ANNOTATIONS, "dataset/facilities/", "dataset/double-coding/")
"""Folders of files on which not every other rests."""


def run(given: argparse.Namespace) -> int:
    """Print the findings; 0 if there are none on what was asked for, and all on which that rests can be read."""
    checked = _examine(given)
    wanted = [_inside(path, checked) for path in given.paths] or ["."]
    found = [finding for finding in checked.findings if any(map(finding.concerns, wanted))]
    articles = {file: count for file, count in checked.articles.items() if _among(file, wanted)}
    for line in _report(given.format, found, list(articles)):
        print(line)
    if checked.stopped:
        print("mend the vocabularies first; nothing else was checked", file=sys.stderr)
    counted = text.summary(found, len(articles), sum(articles.values()), _unread(found, checked))
    print(f"{counted} in {checked.root}", file=sys.stderr)
    beside = _beside(wanted, checked)
    unsure = any(_lost(error, checked) for error in beside[:1])
    if beside:
        print(text.beside(beside, unsure=unsure), file=sys.stderr)
    return 1 if found or unsure else 0


def _beside(wanted: Iterable[str], checked: Checked) -> list[Finding]:
    """Errors that do not concern what was asked for; first those on whose files every other rests."""
    errors = (finding for finding in checked.findings if finding.severity is Severity.ERROR)
    others = (error for error in errors if not any(map(error.concerns, wanted)))
    return sorted(others, key=lambda error: not _lost(error, checked))


def _lost(error: Finding, checked: Checked) -> bool:
    """Whether an error says that a vocabulary, registry or list cannot be read, on which every file rests."""
    file = error.location.file
    return checked.stopped or (error.code == "R01" and file in checked.files and not file.startswith(RECORDS))


def _examine(given: argparse.Namespace) -> Checked:
    try:
        return examine(find_root(given.root), cached=given.cache, jobs=given.jobs, address=given.dask)
    except (NoDatasetError, NoClusterError) as error:
        raise CannotRunError(str(error)) from None


def _unread(found: Iterable[Finding], checked: Checked) -> int:
    """How many of the articles with findings could not be read; none where nobody tried."""
    faulty = {finding.location.file for finding in found if finding.location.file.startswith(ANNOTATIONS)}
    return 0 if checked.stopped else len(faulty.intersection(checked.files).difference(checked.articles))


def _report(form: str, found: list[Finding], files: list[str]) -> Iterable[str]:
    """Lines of a report in a format."""
    if form == "text":
        return text.report(found, colour=sys.stdout.isatty())
    print_for_programs()
    from dprk_industry.curate.reporters import machine

    if form == "json":
        return [machine.json_text(found)]
    if form == "github":
        return machine.github(found)
    if form == "junit":
        return [machine.junit(found, files)]
    from dprk_industry.curate.reporters import sarif
    from dprk_industry.curate.rules import RULES

    return [sarif.sarif(found, RULES)]


def _inside(path: Path, checked: Checked) -> str:
    """Path of a file or folder from the root.

    Raises:
        CannotRunError: there is no such file, it lies outside the dataset, or it is none that is checked.

    """
    root = checked.root
    if not path.exists():
        raise CannotRunError(f"there is no file or folder {path}")
    absolute = path.resolve()
    if not absolute.is_relative_to(root.resolve()):
        raise CannotRunError(f"{path} lies outside the dataset {root}; name its dataset with --root")
    name = absolute.relative_to(root.resolve()).as_posix()
    known = {*checked.files, *(finding.location.file for finding in checked.findings)}
    if not checked.stopped and not any(_among(file, [name]) for file in known):
        raise CannotRunError(f"{path} is no file of the dataset that is checked, and holds none")
    return name


def _among(file: str, names: Iterable[str]) -> bool:
    """Whether a file is one of those named, or lies in one of the folders named."""
    return any(name in {".", file} or file.startswith(f"{name}/") for name in names)
