"""Puts the files of a dataset that people write into canonical form, each on its own; nothing is written here."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from dprk_industry.curate.canonical import canonical
from dprk_industry.curate.corpus import LISTS, REGISTRIES, Disk
from dprk_industry.curate.findings import Finding, Location, Severity
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = {"annotations": "article", "facilities": "facility", "vocabularies": "vocabulary"}
"""Folders of the dataset whose files are all of one form."""


@frozen()
class Fixed:
    """A file as it is and as it should be."""

    file: str
    before: str = ""
    after: str = ""
    """Canonical text; empty where there are findings."""
    findings: tuple[Finding, ...] = ()
    """Why the file has no canonical form."""

    @property
    def changed(self) -> bool:
        """Whether the file is not yet in canonical form."""
        return not self.findings and self.before != self.after


def record_files(root: Path) -> Iterator[str]:
    """Paths from the root of all files that hold records, in order; links to folders are not followed."""
    for here, folders, names in os.walk(root / "dataset"):
        folders.sort()
        for name in sorted(names):
            file = (Path(here) / name).relative_to(root).as_posix()
            if form_of(file):
                yield file


def form_of(file: str) -> str | None:
    """Form of a file by its place in the dataset; None if no records are looked for there."""
    path = PurePosixPath(file)
    if path.suffix != ".yaml":
        return None
    folder, *_ = path.parts[1:]
    names = {"dataset": LISTS, "dataset/registries": REGISTRIES}.get(path.parent.as_posix(), ())
    return path.stem if path.stem in names else FOLDERS.get(folder)


def fixed(root: Path, file: str) -> Fixed:
    """A record file in canonical form; with the findings of its reading if it cannot be read without a fault.

    A link is left as it is: what it leads to is fixed in its own place, or is none of ours.
    """
    try:
        raw = Disk(root).read(file)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return Fixed(file, findings=(Finding(Location(file), "R01", message, Severity.ERROR, Path(file).stem),))
    if (root / file).is_symlink():
        return Fixed(file)
    made = canonical(raw, file, form_of(file) or "")
    findings = tuple(
        Finding(Location(file, *fault.mark), fault.code, fault.problem.message, Severity.ERROR, Path(file).stem)
        for fault in made.faults
    )
    return Fixed(file, findings=findings) if findings else Fixed(file, raw.decode("utf-8"), made.text or "")
