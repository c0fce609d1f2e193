"""On which dataset a command works: the one named, the checkout around the current folder, or the installed one."""

from __future__ import annotations

from pathlib import Path

from dprk_industry._locate import data_root
from dprk_industry.curate.cli import CannotRunError
from dprk_industry.curate.corpus import Corpus, NoDatasetError, load
from dprk_industry.errors import DataNotFoundError

MARK = Path("dataset") / "vocabularies"


def find_root(given: Path | None) -> Path:
    """Root of the dataset to work on.

    Raises:
        CannotRunError: there is no dataset where it was looked for.

    """
    if given is not None:
        return given
    here = Path.cwd()
    around = next((folder for folder in (here, *here.parents) if (folder / MARK).is_dir()), None)
    if around is not None:
        return around
    try:
        return data_root()
    except DataNotFoundError as error:
        raise CannotRunError(f"{error}; name the dataset with --root") from None


def load_bytes(path: Path) -> bytes:
    """Bytes of a file that a person named.

    Raises:
        CannotRunError: the file cannot be read.

    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRunError(f"{path} cannot be read: {error.strerror}") from None


def read(given: Path | None) -> Corpus:
    """The dataset to work on, read.

    Raises:
        CannotRunError: there is no dataset where it was looked for.

    """
    try:
        return load(find_root(given))
    except NoDatasetError as error:
        raise CannotRunError(str(error)) from None
