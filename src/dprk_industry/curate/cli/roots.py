"""On which dataset a command works: the one named, the checkout around the current folder, or the installed one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_industry._locate import data_root
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.disk import NoDatasetError
from dprk_industry.errors import DataNotFoundError

if TYPE_CHECKING:
    from dprk_industry.curate.corpus import Corpus

MARKS = ("annotations", "registries", "vocabularies")
"""Folders of a dataset; one of them is enough to know it by."""
LARGEST = 10_000_000
"""Largest text that is read, in bytes."""


def find_root(given: Path | None) -> Path:
    """Root of the dataset to work on.

    Raises:
        CannotRunError: there is no dataset where it was looked for.

    """
    if given is not None:
        return given
    here = Path.cwd()
    around = checkout(here)
    if around is not None:
        return around
    try:
        return data_root()
    except DataNotFoundError as error:
        raise CannotRunError(f"{error}; name the dataset with --root") from None


def find_checkout(given: Path | None) -> Path:
    """Root of the checkout to write into: the one around the folder named, else around the current one.

    Raises:
        CannotRunError: there is none; the installed data are never written to.

    """
    root = checkout((given or Path.cwd()).resolve())
    if root is None:
        raise CannotRunError("there is no checkout of the dataset here; name its folder with --root")
    return root


def checkout(here: Path) -> Path | None:
    """The folder, or one above it, that holds a dataset of its own."""
    folders = (here, *here.parents)
    return next((folder for folder in folders if any((folder / "dataset" / mark).is_dir() for mark in MARKS)), None)


def load_article(path: Path, root: Path) -> bytes:
    """Bytes of the text of an article, in a file that a person named; warns if it lies where it would be published.

    Raises:
        CannotRunError: the file cannot be read, or holds no text in UTF-8.

    """
    from dprk_industry.curate import paragraphs

    try:
        if not path.is_file():
            raise CannotRunError(f"{path} is no file that can be read")
        if path.stat().st_size > LARGEST:
            raise CannotRunError(f"{path} has more than {LARGEST:,} bytes; that is no article")
        raw = path.read_bytes()
        paragraphs.decode(raw)
    except OSError as error:
        raise CannotRunError(f"{path} cannot be read: {error.strerror}") from None
    except paragraphs.NotTextError as error:
        raise CannotRunError(f"{path}: {error}") from None
    if path.resolve().is_relative_to(root.resolve()):
        told = f"warning: {path} lies in the folder of the dataset and would be published with it; move it out"
        print(told, file=sys.stderr)
    return raw


def read(given: Path | None) -> Corpus:
    """The dataset to work on, read.

    Raises:
        CannotRunError: there is no dataset where it was looked for.

    """
    from dprk_industry.curate.corpus import load

    try:
        return load(find_root(given))
    except NoDatasetError as error:
        raise CannotRunError(str(error)) from None
