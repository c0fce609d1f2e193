"""Reads a dataset's files into a `Collection`, gathering what is wrong with them: the only reader of the disk."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.findings import Finding, Location, Problem, Severity, few
from dprk_industry.curate.models import released
from dprk_industry.curate.models.collection import SECTIONS, Collection, Sheet
from dprk_industry.curate.models.registry import Registries
from dprk_industry.curate.models.repair import read
from dprk_industry.curate.models.scalars import MissingVocabularyError
from dprk_industry.curate.models.validate import FORMS, validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dprk_industry.curate.findings import Path as DataPath
    from dprk_industry.curate.models.changes import Released
    from dprk_industry.curate.models.faults import Fault

REGISTRIES = ("outlets", "places", "actors", "calendar", "annotators")
LISTS = ("retired", "exceptions", "bounds", "changes")
LARGEST = 250_000
"""Largest annotation that is read, in bytes; some rules compare each record of an article with each other one."""
DEEPEST = 4
"""How many folders inside each other are looked through for records, which lie in the first or second."""
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: without waiting, for what was a file a moment ago may be a pipe now."""
_VOCABULARY = re.compile("dataset/vocabularies/[a-z_]+[.]yaml")


class NoDatasetError(Exception):
    """Raised where there is no dataset to read."""


@dataclass
class Locator:
    """Adds line and column to problems; a file is read again for them, and only when it has a problem."""

    root: Path
    _places: dict[str, Mapping[DataPath, yamlfile.Place]] = field(default_factory=dict)

    def finding(self, file: str, code: str, problem: Problem, severity: Severity, record: str = "") -> Finding:
        """A problem of a file with its place, the code of its rule and its weight."""
        if file not in self._places:
            try:
                self._places[file] = yamlfile.locate(read_bytes(self.root, file))
            except OSError:
                self._places[file] = {}
        location = Location(file, *_mark(self._places[file], problem))
        return Finding(location, code, problem.message, problem.severity or severity, record or Path(file).stem)


@dataclass(frozen=True)
class Corpus:
    """A dataset as read from disk: the collection of what could be read, and the findings on the rest."""

    root: Path
    collection: Collection
    findings: tuple[Finding, ...]
    locator: Locator
    files: frozenset[str] = frozenset()
    """Every file that was read, from the root."""
    stopped: bool = False
    """True if nothing but the vocabularies was read, because they are at fault and all else rests on them."""


def load(root: Path) -> Corpus:
    """Read the dataset under a root: vocabularies, registries, facilities, articles.

    Raises:
        NoDatasetError: there is no folder `dataset/vocabularies` under the root.

    """
    if not (root / "dataset" / "vocabularies").is_dir():
        raise NoDatasetError(f"no dataset under {root}: expected the folder dataset/vocabularies")
    return _Reader(root).corpus()


class _Reader:
    """Reads the files of one dataset, keeping the faults of each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.locator = Locator(root)
        self.findings: list[Finding] = []
        self.validator = validator({})
        self.unreadable: set[str] = set()
        self.lost: set[tuple[str, str]] = set()
        self.files: set[str] = set()

    def corpus(self) -> Corpus:
        """Everything under the root."""
        vocabularies = self._vocabularies()
        self.validator = validator({name: list(listed.codes) for name, listed in vocabularies.items()})
        if self.findings or self._lacks_vocabulary():
            return self._corpus(Collection(), stopped=True)
        registries = {name: self._registry(name) for name in REGISTRIES}
        lists = {name: self._one(f"dataset/{name}.yaml", name) for name in LISTS}
        facility_files = self._facilities()
        facilities = {facility.id: facility for facility in facility_files.values()}
        held = Registries(
            vocabularies=vocabularies,
            facilities=facilities,
            retired=lists["retired"] or {},
            exceptions=lists["exceptions"] or (),
            bounds=lists["bounds"] or {},
            changes=lists["changes"] or (),
            **registries,
        )
        sheets = tuple(sheet for file in self._files("annotations") if (sheet := self._sheet(file)))
        collection = Collection(
            registries=held,
            sheets=sheets,
            facility_files=facility_files,
            unreadable=frozenset(self.unreadable),
            released=self._released(),
            lost_entries=frozenset(self.lost),
        )
        self._strays()
        return self._corpus(collection)

    def _corpus(self, collection: Collection, *, stopped: bool = False) -> Corpus:
        return Corpus(self.root, collection, tuple(self.findings), self.locator, frozenset(self.files), stopped)

    def _strays(self) -> None:
        """Find fault with record files that lie where no record is looked for."""
        folders = (self.root / "dataset", self.root / "dataset" / "registries")
        for folder in (each for each in folders if each.resolve().is_relative_to(self.root.resolve())):
            for path in sorted(folder.glob("*.y*ml")):
                file = path.relative_to(self.root).as_posix()
                if file not in self.files:
                    self._add(file, "R01", Problem((), "no file of this name is read here; is it in the right folder?"))

    def _lacks_vocabulary(self) -> bool:
        """Whether a vocabulary that the models ask for is not there, which is found fault with."""
        for form in FORMS:
            try:
                self.validator.adapter(form)
            except MissingVocabularyError as error:
                self._add(f"dataset/vocabularies/{error}.yaml", "R01", Problem((), "the vocabulary is not there"))
                return True
        return False

    def _vocabularies(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for file in self._files("vocabularies"):
            if not _VOCABULARY.fullmatch(file):
                message = "a vocabulary lies in dataset/vocabularies, under a name of small letters and underscores"
                self._add(file, "R01", Problem((), message))
                continue
            vocabulary = self._one(file, "vocabulary")
            if vocabulary is not None:
                found[Path(file).stem] = vocabulary
        return found

    def _registry(self, name: str) -> dict[str, Any]:
        entries: dict[str, Any] | None = self._one(f"dataset/registries/{name}.yaml", name)
        if entries is None:
            self.lost.add((name, ""))
        return entries or {}

    def _facilities(self) -> dict[str, Any]:
        read = {file: self._one(file, "facility") for file in self._files("facilities")}
        self.lost |= {("facilities", Path(file).stem) for file, facility in read.items() if facility is None}
        return {file: facility for file, facility in read.items() if facility is not None}

    def _released(self) -> tuple[Released, ...]:
        """The list of released ids; a dataset without one has released nothing."""
        if not os.path.lexists(self.root / released.FILE):
            return ()
        try:
            return released.parse(read_bytes(self.root, released.FILE, released.MAX_BYTES))
        except OSError as error:
            self._add(released.FILE, "R01", Problem((), f"the file cannot be read: {error.strerror or error}"))
        except released.ReleasedError as error:
            message = f"{error}; `dprk-industry release` writes this file, so take it from the last release"
            self.findings.append(Finding(Location(released.FILE, error.line), "R01", message, Severity.ERROR))
        return ()

    def _files(self, folder: str) -> Iterable[str]:
        """Files of a folder of the dataset, in order; what is no .yaml file is found fault with."""
        top = self.root / "dataset" / folder
        try:
            _inside(self.root, top)
        except OSError as error:
            self._unseen(top, f"the folder cannot be read: {error.strerror}")
            return
        for here, folders, names in os.walk(top, onerror=self._unlisted):
            depth = len(Path(here).relative_to(top).parts)
            folders[:] = [name for name in sorted(folders) if self._entered(Path(here) / name, depth)]
            for name in sorted(names):
                file = (Path(here) / name).relative_to(self.root).as_posix()
                if name.endswith(".yaml"):
                    yield file
                elif not name.startswith("."):
                    self._add(file, "R01", Problem((), "not a record file; records end in .yaml"))

    def _entered(self, folder: Path, depth: int) -> bool:
        """Whether a folder is looked through; if not, it is found fault with."""
        wrong = ""
        if folder.is_symlink():
            wrong = "the folder is a link, and links to folders are not followed; put the folder itself here"
        elif folder.suffix == ".yaml":
            wrong = "a folder stands here under the name of a record file; rename or delete it"
        elif depth == DEEPEST:
            wrong = f"more than {DEEPEST} folders lie inside each other; records lie in the first or second"
        if wrong:
            self._unseen(folder, wrong)
        return not wrong

    def _unlisted(self, error: OSError) -> None:
        self._unseen(Path(str(error.filename)), f"the folder cannot be read: {error.strerror}")

    def _unseen(self, folder: Path, wrong: str) -> None:
        """Find fault with a folder that is not looked through; what it holds counts as lost."""
        file = folder.relative_to(self.root)
        self.unreadable.add(folder.name)
        self.lost.add((file.parts[1], ""))
        self._add(file.as_posix(), "R01", Problem((), wrong))

    def _read(self, file: str, most: int = yamlfile.MAX_BYTES) -> Any:
        """Plain data of a file; None, with findings, where there is none."""
        self.files.add(file)
        try:
            raw = read_bytes(self.root, file, most)
        except OSError as error:
            self._add(file, "R01", Problem((), f"the file cannot be read: {error.strerror or error}"))
            return None
        document = yamlfile.parse(raw)
        faults = ((fault.mark, fault.code, fault.problem.message) for fault in document.faults)
        self._found(file, faults)
        if document.data is not None and b"#" in raw:
            message = "a comment stands here; say it in a `note`, or delete it"
            self._found(file, ((mark, "R88", message) for mark in yamlfile.comments(raw.decode("utf-8"))))
        return document.data

    def _found(self, file: str, faults: Iterable[tuple[tuple[int, int], str, str]]) -> None:
        """Add findings at marks of a file, each with its code and message; of very many, the first and their number."""
        stem = Path(file).stem
        found = (Finding(Location(file, *mark), code, said, Severity.ERROR, stem) for mark, code, said in faults)
        self.findings.extend(few(found))

    def _one(self, file: str, form: str) -> Any:
        """Typed record of a file, or None; findings for what cannot be read.

        Of a registry, the entries that are sound are read, and the others are remembered as lost.
        """
        data = self._read(file)
        if data is None:
            return None
        checked = self.validator.check(form, data)
        self._report(file, checked.faults, data)
        if form in REGISTRIES and isinstance(data, dict):
            lost = {str(fault.problem.path[0]) for fault in checked.faults if fault.problem.path}
            self.lost |= {(form, name) for name in lost}
            checked = self.validator.check(form, {name: entry for name, entry in data.items() if name not in lost})
        return checked.record

    def _sheet(self, file: str) -> Sheet | None:
        """An article; one with faults is read without what is faulty, so that the rules still see the rest."""
        before = len(self.findings)
        data = self._read(file, LARGEST)
        given = _names(data)
        reading = read(self.validator, "article", data) if data is not None else None
        self._report(file, reading.faults if reading else (), data)
        if reading is None or reading.record is None:
            self.unreadable.add(Path(file).stem)
            return None
        whole = len(self.findings) == before
        return Sheet(file, reading.record, frozenset(given - _names(data)), whole, reading.doubtful)

    def _report(self, file: str, faults: Iterable[Fault], data: Any) -> None:
        for fault in faults:
            self._add(file, fault.code, fault.problem, record=record_id(data, fault.problem.path, Path(file).stem))

    def _add(self, file: str, code: str, problem: Problem, record: str = "") -> None:
        self.findings.append(self.locator.finding(file, code, problem, Severity.ERROR, record))


def _names(data: Any) -> set[str]:
    """Names of all records and sources that an article's data gives."""
    if not isinstance(data, dict):
        return set()
    sections = [data.get(section) for section in (*SECTIONS, "sources")]
    return {name for section in sections if isinstance(section, dict) for name in section}


def record_id(data: Any, path: DataPath, stem: str) -> str:
    """Id of the record of a file in which a path lies; that of the file itself where it lies in none."""
    own = data.get("id") if isinstance(data, dict) else None
    name = own if isinstance(own, str) else stem
    in_record = len(path) > 1 and path[0] in {*SECTIONS, "sources"}
    return f"{name}#{path[1]}" if in_record else name


def read_bytes(root: Path, file: str, most: int = yamlfile.MAX_BYTES) -> bytes:
    """Bytes of a file of the dataset.

    Raises:
        OSError: the file cannot be read, has more bytes than it may, is no ordinary file, or is a link that leads out
            of the root.

    """
    path = _inside(root, root / file)
    if not path.exists():
        raise OSError(0, "it is a link that leads nowhere" if path.is_symlink() else "it is not there")
    if not path.is_file():
        raise OSError(0, "it is no ordinary file")
    with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(0, "it is no ordinary file")
        raw = stream.read(most + 1)
    if len(raw) > most:
        raise OSError(0, f"it has more than {most:,} bytes")
    return raw


def _inside(root: Path, path: Path) -> Path:
    """A path that does not lead out of the root.

    Raises:
        OSError: it is a link that does.

    """
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except RuntimeError:
        raise OSError(0, "it is a link that leads to itself") from None
    if not inside:
        raise OSError(0, "it is a link that leads out of the dataset")
    return path


def _mark(places: Mapping[DataPath, yamlfile.Place], problem: Problem) -> yamlfile.Mark:
    """Mark of the longest part of the problem's path that stands in the file."""
    for length in range(len(problem.path), 0, -1):
        place = places.get(problem.path[:length])
        if place:
            exact = length == len(problem.path) or problem.path[length:] == (0,)
            return place.key if problem.on_key or not exact or _is_block(place) else place.value
    return yamlfile.Mark(1, 1)


def _is_block(place: yamlfile.Place) -> bool:
    """Whether a value begins on a later line than its key, so that the key is the better place to point at."""
    return place.value.line > place.key.line
