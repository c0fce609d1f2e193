"""Reads the codings of articles that two coders coded apart, and the draws that chose those articles.

A coding is kept as its coder left it, so it must have the form of an article, and no rule is applied to it but the one
that guards people (see `check.apart`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath

from dprk_industry.curate.corpus.reader import Reader
from dprk_industry.curate.findings import Problem
from dprk_industry.curate.models.collection import Known, Sheet
from dprk_industry.curate.models.registry import Draw
from dprk_industry.curate.values import frozen

FOLDER = "double-coding"
DRAWS = f"dataset/{FOLDER}/draws.yaml"
CODERS = 2
"""How many code an article apart."""


@frozen(slots=False)
class Apart:
    """What is kept of coding apart; it is published in no table."""

    draws: tuple[Draw, ...] = ()
    codings: tuple[Sheet, ...] = ()
    """Codings in the order of their files."""
    whole: bool = True
    """False if something could not be read."""


def apart(reader: Reader, files: Iterable[str], known: Known) -> Apart:
    """Read the files of the folder; the reader keeps what is wrong with them."""
    before = len(reader.findings)
    held = list(files)
    draws = reader.record(DRAWS, "draws")[0] if DRAWS in held else ()
    codings = tuple(sheet for file in held if file != DRAWS and (sheet := _coding(reader, file, known)))
    _count(reader, codings)
    return Apart(draws or (), codings, whole=len(reader.findings) == before)


def _coding(reader: Reader, file: str, known: Known) -> Sheet | None:
    path = PurePosixPath(file)
    coder = path.parent.name
    if path.parent.parent.name != FOLDER:
        message = f"no file is read here; a coding is dataset/{FOLDER}/<annotator>/<id>.yaml"
        reader.find(file, "R01", Problem((), message))
        return None
    sheet = reader.sheet(file)
    if coder not in known.registries.annotators and not known.lost_entry("annotators", coder):
        message = f"`{coder}` is no registered annotator; register it in dataset/registries/annotators.yaml"
        reader.find(file, "R84", Problem(("annotators",), message))
    if sheet is not None and sheet.article.annotators != (coder,):
        message = f"the file lies in the folder of `{coder}`, who alone stands here in a coding made apart"
        reader.find(file, "R84", Problem(("annotators",), message))
    if sheet is not None and sheet.article.id != path.stem:
        message = f"the id is `{sheet.article.id}`, but the file is named `{path.stem}`; give both the same name"
        reader.find(file, "R03", Problem(("id",), message))
    return sheet


def _count(reader: Reader, codings: Iterable[Sheet]) -> None:
    """Find fault with codings of an article that has two already, because no more than two are compared."""
    found: dict[str, list[str]] = defaultdict(list)
    for sheet in codings:
        found[sheet.article.id].append(sheet.file)
    for first, second, *more in (files for files in found.values() if len(files) > CODERS):
        for file in more:
            message = f"two codings of an article are compared, and there are {first} and {second} already"
            reader.find(file, "R03", Problem(("id",), message, other=second, there=("id",)))
