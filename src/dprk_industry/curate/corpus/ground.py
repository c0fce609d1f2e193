"""Reads everything but the articles: what each of them is read and judged against."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.corpus import codings, rest
from dprk_industry.curate.corpus.reader import Reader
from dprk_industry.curate.disk import Disk, NoDatasetError
from dprk_industry.curate.findings import Finding, Location, Problem, few
from dprk_industry.curate.models import boundaries, released
from dprk_industry.curate.models.collection import Known
from dprk_industry.curate.models.registry import Registries
from dprk_industry.curate.models.scalars import MissingVocabularyError
from dprk_industry.curate.models.validate import FORMS
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Collection

    from dprk_industry.curate.corpus.rest import Rest
    from dprk_industry.curate.findings import Path as DataPath
    from dprk_industry.curate.models.boundaries import Boundary
    from dprk_industry.curate.models.changes import Released

REGISTRIES = ("outlets", "places", "actors", "calendar", "annotators")
LISTS = ("retired", "exceptions", "bounds", "changes")
LEFT: dict[str, Rest] = {"retired": rest.entries, "exceptions": rest.waivers, "bounds": rest.entries}
"""What is left of those lists whose entries are read though others cannot be."""
_VOCABULARY = re.compile("dataset/vocabularies/[a-z_]+[.]yaml")


@frozen(slots=False)
class Ground:
    """Vocabularies, registries, facilities and lists of a dataset, and the names of its articles' files."""

    root: Path
    known: Known = field(default_factory=Known)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes of each vocabulary."""
    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()
    """Files that were looked for, from the root."""
    articles: tuple[str, ...] = ()
    """Files of articles, from the root, in order."""
    digests: dict[str, bytes] = field(default_factory=dict)
    """Digest of each file that was read."""
    apart: codings.Apart = field(default_factory=codings.Apart)
    """Articles that two coders coded apart."""
    stopped: bool = False
    """True if nothing but the vocabularies was read, because they are at fault and all else rests on them."""

    @property
    def ids(self) -> dict[str, Collection[str]]:
        """The ids of every registry, among which one that is misspelt is looked for."""
        return {name: getattr(self.known.registries, name) for name in (*REGISTRIES, "facilities")}


def survey(root: Path) -> Ground:
    """Read everything under a root but the articles.

    Raises:
        NoDatasetError: there is no folder `dataset/vocabularies` under the root.

    """
    if not (root / "dataset" / "vocabularies").is_dir():
        raise NoDatasetError(f"no dataset under {root}: expected the folder dataset/vocabularies")
    return _Surveyor(root).ground()


class _Surveyor:
    """Reads the files of one dataset that are no articles."""

    def __init__(self, root: Path) -> None:
        self.disk = Disk(root, digests={})
        self.reader = Reader(self.disk, {})
        self.lost: set[tuple[str, str]] = set()
        self.unseen: set[str] = set()
        self.doubtful: dict[str, frozenset[DataPath]] = {}
        self.files: list[str] = []

    def ground(self) -> Ground:
        """Everything but the articles."""
        files = filter(self._is_vocabulary, self._listed("vocabularies"))
        listed = {Path(file).stem: self._vocabulary(file) for file in files}
        vocabularies = {name: vocabulary for name, vocabulary in listed.items() if vocabulary is not None}
        codes = {name: tuple(vocabulary.codes) for name, vocabulary in vocabularies.items()}
        found = self.reader.taken()
        self.reader = Reader(self.disk, codes)
        self.reader.findings.extend(found)
        if self.unseen or len(vocabularies) < len(listed) or self._lacks_vocabulary():
            return self._ground(stopped=True)
        known = self._known(vocabularies)
        articles = self._listed("annotations")
        apart = self._apart(known)
        self._strays()
        known = replace(known, unseen=frozenset(self.unseen))
        return self._ground(known=known, codes=codes, articles=tuple(articles), apart=apart)

    def _ground(self, **read: Any) -> Ground:
        digests = self.disk.digests or {}
        return Ground(self.disk.root, findings=self.reader.taken(), files=tuple(self.files), digests=digests, **read)

    def _known(self, vocabularies: dict[str, Any]) -> Known:
        registries = {name: self._entries(f"dataset/registries/{name}.yaml", name) or {} for name in REGISTRIES}
        self.reader.ids |= registries
        lists = {name: self._entries(f"dataset/{name}.yaml", name, LEFT.get(name)) for name in LISTS}
        read = {file: self._facility(file) for file in self._listed("facilities")}
        facilities = {file: facility for file, facility in read.items() if facility is not None}
        sound = {facility.id: facility for file, facility in facilities.items() if file not in self.doubtful}
        self.lost |= {("facilities", name) for name in {Path(file).stem for file in read} - sound.keys()}
        held = Registries(
            vocabularies=vocabularies,
            facilities=sound,
            retired=lists["retired"] or {},
            exceptions=lists["exceptions"] or (),
            bounds=lists["bounds"] or {},
            changes=lists["changes"] or (),
            **registries,
        )
        lost = frozenset(self.lost)
        return Known(held, facilities, self.doubtful, lost, self._released(), self._boundaries())

    def _facility(self, file: str) -> Any:
        self.files.append(file)
        facility, doubtful = self.reader.facility(file)
        self.doubtful |= {file: doubtful} if doubtful else {}
        return facility

    def _apart(self, known: Known) -> codings.Apart:
        """What two coders coded apart; a dataset without it has no such folder."""
        if not (self.disk.root / "dataset" / codings.FOLDER).is_dir():
            return codings.Apart()
        files = self._listed(codings.FOLDER)
        self.files += files
        return codings.apart(self.reader, files, known)

    def _entries(self, file: str, name: str, left: Rest | None = rest.entries) -> Any:
        """The entries of a registry or list that can be read; the names of the others are kept as lost."""
        self.files.append(file)
        record, lost = self.reader.record(file, name, left)
        self.lost |= {(name, entry) for entry in (lost if record is not None else [""])}
        return record

    def _is_vocabulary(self, file: str) -> bool:
        """Whether a file is named as a vocabulary is; one that is not is found fault with, and not read."""
        if _VOCABULARY.fullmatch(file):
            return True
        message = "a vocabulary lies in dataset/vocabularies, under a name of small letters and underscores"
        self.reader.find(file, "R01", Problem((), message))
        return False

    def _vocabulary(self, file: str) -> Any:
        """A vocabulary; None if it is not sure that its list of codes was read as it was meant."""
        record = self._one(file, "vocabulary", partial(rest.terms, Path(file).stem))
        unsure = any(found.code == "R01" and found.location.file == file for found in self.reader.findings)
        return None if unsure else record

    def _one(self, file: str, form: str, left: Rest | None = None) -> Any:
        self.files.append(file)
        return self.reader.record(file, form, left)[0]

    def _lacks_vocabulary(self) -> bool:
        """Whether a vocabulary that the models ask for is not there, which is found fault with."""
        for form in FORMS:
            try:
                self.reader.validator.adapter(form)
            except MissingVocabularyError as error:
                file = f"dataset/vocabularies/{error}.yaml"
                self.reader.find(file, "R01", Problem((), "the vocabulary is not there"))
                return True
        return False

    def _listed(self, folder: str) -> list[str]:
        """Record files of a folder; what else lies there is found fault with."""
        listing = self.disk.listing(folder)
        for file, message in listing.strays:
            self.reader.find(file, "R01", Problem((), message))
        for file in listing.unseen:
            self.lost.add((folder, ""))
            self.unseen.add(Path(file).name)
        return listing.files

    def _strays(self) -> None:
        """Find fault with record files that lie where no record is looked for."""
        root = self.disk.root
        for folder in filter(self._inside, ("dataset", "dataset/registries")):
            for path in sorted((root / folder).glob("*.y*ml")):
                file = path.relative_to(root).as_posix()
                if file not in self.files:
                    message = "no file of this name is read here; is it in the right folder?"
                    self.reader.find(file, "R01", Problem((), message))

    def _inside(self, folder: str) -> bool:
        """Whether a folder lies inside the root; one that does not is told where its files are read."""
        try:
            self.disk.inside(folder)
        except OSError:
            return False
        return True

    def _boundaries(self) -> tuple[Boundary, ...]:
        """Areas of the provinces; a dataset without the file knows none."""
        self.files.append(boundaries.FILE)
        try:
            return boundaries.parse(self.disk.read(boundaries.FILE).decode("utf-8"))
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._unread(boundaries.FILE, error)
        except (UnicodeDecodeError, boundaries.BoundariesError) as error:
            self.reader.find(boundaries.FILE, "R01", Problem((), f"the file cannot be read: {error}"))
        return ()

    def _unread(self, file: str, error: OSError) -> None:
        self.reader.find(file, "R01", Problem((), f"the file cannot be read: {error.strerror or error}"))

    def _released(self) -> tuple[Released, ...]:
        """The list of released ids; a dataset without one has released nothing."""
        self.files.append(released.FILE)
        try:
            found, wrong = released.parse(self.disk.read(released.FILE))
        except FileNotFoundError:
            return ()
        except OSError as error:
            self._unread(released.FILE, error)
            return ()
        advice = "`dprk-industry release` writes this file, so take it from the last release"
        told = (Finding(Location(released.FILE, line), "R01", f"{said}; {advice}") for line, said in wrong)
        self.reader.findings.extend(few(told))
        return found
