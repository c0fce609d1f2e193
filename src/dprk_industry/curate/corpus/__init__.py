"""Reads a dataset's files, gathering what is wrong with them: the only reader of the disk.

`survey` reads everything but the articles, a `Reader` one article at a time, `load` all of it at once.
"""

from __future__ import annotations

from pathlib import Path

from dprk_industry.curate.corpus.codings import DRAWS, Apart
from dprk_industry.curate.corpus.ground import LISTS, REGISTRIES, Ground, survey
from dprk_industry.curate.corpus.locate import Locator, record_id
from dprk_industry.curate.corpus.reader import Reader
from dprk_industry.curate.disk import Disk, NoDatasetError
from dprk_industry.curate.findings import Finding
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.values import frozen

__all__ = [
    "DRAWS",
    "LISTS",
    "REGISTRIES",
    "Apart",
    "Corpus",
    "Disk",
    "Ground",
    "Locator",
    "NoDatasetError",
    "Reader",
    "load",
    "record_id",
    "survey",
]


@frozen(slots=False)
class Corpus:
    """A dataset as read from disk: the collection of what could be read, and the findings on the rest."""

    ground: Ground
    collection: Collection
    findings: tuple[Finding, ...]

    @property
    def root(self) -> Path:
        """Root under which the dataset lies."""
        return self.ground.root

    @property
    def stopped(self) -> bool:
        """True if nothing but the vocabularies was read, because they are at fault and all else rests on them."""
        return self.ground.stopped


def load(root: Path) -> Corpus:
    """Read the dataset under a root: vocabularies, registries, facilities, articles.

    Raises:
        NoDatasetError: there is no folder `dataset/vocabularies` under the root.

    """
    ground = survey(root)
    reader = Reader(Disk(root), ground.codes, ground.ids)
    read = {file: reader.sheet(file) for file in ground.articles}
    sheets = tuple(sheet for sheet in read.values() if sheet is not None)
    unreadable = frozenset(Path(file).stem for file, sheet in read.items() if sheet is None)
    collection = Collection.of(ground.known, sheets, unreadable=unreadable)
    return Corpus(ground, collection, (*ground.findings, *reader.taken()))
