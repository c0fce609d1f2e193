"""Reads single files into typed records, keeping what is wrong with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.corpus.locate import Locator, record_id
from dprk_industry.curate.findings import Finding, Location, Problem, Severity, few, follow
from dprk_industry.curate.models.collection import SECTIONS, Sheet
from dprk_industry.curate.models.nearest import nearest_entry
from dprk_industry.curate.models.validate import validator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.corpus.rest import Rest
    from dprk_industry.curate.disk import Source
    from dprk_industry.curate.findings import Path as DataPath
    from dprk_industry.curate.models.faults import Fault
    from dprk_industry.curate.models.repair import Reading

    Ids = Mapping[str, Collection[str]]

NAMED = (*SECTIONS, "sources")
"""Sections of an annotation that hold what has a name."""
_HELD_HERE = {"sources": ("sources",), "records": tuple(SECTIONS)}
"""Sections of an article with the names to which a reference to each of these tables leads."""


class Reader:
    """Reads the files of one dataset, keeping the faults of each."""

    def __init__(self, source: Source, codes: Mapping[str, Sequence[str]], ids: Ids | None = None) -> None:
        """Take where the files come from, the codes of each vocabulary, and what ids each registry has, if known."""
        self.source = source
        self.ids = dict(ids or {})
        self.locator = Locator(source)
        self.codes, self.validator = codes, validator(codes)
        self.findings: list[Finding] = []
        self._refused: set[DataPath] = set()

    def taken(self) -> tuple[Finding, ...]:
        """The findings since this was asked last."""
        found = tuple(self.findings)
        self.findings.clear()
        return found

    def record(self, file: str, form: str, rest: Rest | None = None) -> tuple[Any, set[str]]:
        """Typed record of a file, or None; findings for what cannot be read.

        With `rest`, a file with faults is read without what is faulty, and the names of that are given.
        """
        data = self.data(file)
        if data is None:
            return None, set()
        checked = self.validator.check(form, data)
        if not checked.faults:
            return checked.record, set()
        if self._is_astray(file, form, data):
            return None, set()
        told = self.validator.gathered(form, data, checked.faults, self.locator.places(file))
        self._report(file, self._seen(file, told.faults, data), data)
        left, lost = rest(data, checked.faults) if rest else (None, set())
        return self.validator.sound(form, left), lost

    def sheet(self, file: str, *, headless: bool = False) -> Sheet | None:
        """An article; one with faults is read without what is faulty, so that the rules still see the rest.

        One of which something that every article has cannot be read is given only where that is asked for.
        """
        before = len(self.findings)
        data = self.data(file)
        sound = self.validator.sound("article", data) if len(self.findings) == before else None
        if sound is not None:
            return Sheet(file, sound)
        if data is None or self._is_astray(file, "article", data):
            return None
        return self._faulty(file, data, headless=headless)

    def facility(self, file: str) -> tuple[Any, frozenset[DataPath]]:
        """A facility, or None; of one with faults what is left of it, and the paths of what must not be judged."""
        data = self.data(file)
        sound = self.validator.sound("facility", data) if data is not None else None
        if sound is not None or data is None or self._is_astray(file, "facility", data):
            return sound, frozenset()
        from dprk_industry.curate.corpus.rest import doubtful

        reading = self._reading(file, "facility", data, {"class": next(iter(self.codes["class"]), ""), "sources": {}})
        return (reading.record, doubtful(reading)) if reading.record is not None else (None, frozenset())

    def _is_astray(self, file: str, form: str, data: Any) -> bool:
        """Whether a file that is not sound is one of another form, which is found fault with."""
        from dprk_industry.curate.corpus.astray import astray  # most files have no faults

        message = astray(form, data)
        if message:
            self.find(file, "R01", Problem((), message))
        return bool(message)

    def _faulty(self, file: str, data: Any, *, headless: bool) -> Sheet | None:
        """An article without what is faulty."""
        from dprk_industry.curate.corpus.headless import beheaded, instead  # most articles have no faults

        reading = self._reading(file, "article", data, instead(file, self.codes) if headless else {})
        if reading.record is None:
            return None
        sheet = Sheet(file, reading.record, _lost(data, reading), whole=False, doubtful=reading.doubtful)
        return beheaded(sheet, reading.unread) if reading.unread else sheet

    def _reading(self, file: str, form: str, data: Any, spare: Mapping[str, Any]) -> Reading:
        """What can be read of faulty data, whose faults are kept."""
        from dprk_industry.curate.models.repair import read  # most files have no faults

        reading = read(self.validator, form, data, partial(self.locator.places, file), spare)
        self._report(file, self._seen(file, reading.faults, data), reading.data)
        return reading

    def data(self, file: str) -> Any:
        """Plain data of a file; None, with findings, where there is none."""
        try:
            raw = self.source.read(file)
        except OSError as error:
            self.find(file, "R01", Problem((), f"the file cannot be read: {error.strerror or error}"))
            return None
        document = yamlfile.parse(raw)
        for faults in filter(None, (document.faults, document.comments)):
            self.findings.extend(few(_finding(file, fault) for fault in faults))
        self._refused = {fault.problem.path for fault in document.faults if not fault.problem.on_key} - {()}
        return document.data

    def find(self, file: str, code: str, problem: Problem, record: str = "") -> None:
        """Keep a finding."""
        self.findings.append(self.locator.finding(file, code, problem, Severity.ERROR, record))

    def _seen(self, file: str, faults: Iterable[Fault], data: Any) -> Iterator[Fault]:
        """The faults without those of a key or value with a character that cannot be seen, of which R86 tells."""
        unseen = [found.location for found in self.findings if found.code == "R86" and found.location.file == file]
        for fault in faults:
            path, on_key = fault.problem.path, fault.problem.on_key
            place = self.locator.places(file).get(path) if unseen else None
            text = str(path[-1]) if on_key and path else follow(data, path)
            mark = (place.key if on_key else place.value) if place else None
            if not mark or not any(_holds(text, mark, location) for location in unseen):
                yield fault

    def _report(self, file: str, faults: Iterable[Fault], data: Any) -> None:
        """Keep the faults of a file's data, but not those of values with which the reader found fault already."""
        for fault in faults:
            problem = fault.problem
            if not self._refused.isdisjoint(problem.path[:end] for end in range(1, len(problem.path) + 1)):
                continue
            if fault.sought:
                table, found = fault.sought
                known = _named(data, _HELD_HERE[table]) if table in _HELD_HERE else self.ids.get(table, ())
                advice = nearest_entry(found, known) or _registry(table)
                problem = problem._replace(message=f"{problem.message}{advice}")
            self.find(file, fault.code, problem, record_id(data, problem.path, Path(file).stem))


def _registry(table: str) -> str:
    """Where the ids of a table stand; nothing of what an article itself holds."""
    if table in _HELD_HERE:
        return ""
    place = table if table == "facilities" else f"registries/{table}.yaml"
    return f"; those that are known stand in dataset/{place}"


def _finding(file: str, fault: yamlfile.Fault) -> Finding:
    """What the reading of a file found, which knows its place already."""
    return Finding(Location(file, *fault.mark), fault.code, fault.problem.message, Severity.ERROR, Path(file).stem)


def _holds(text: Any, mark: yamlfile.Mark, location: Location) -> bool:
    """Whether a text that begins at a mark holds what cannot be seen.

    An escape is told where the text begins; for any other such character a space was read, a quote may come before it.
    """
    offset = location.column - mark.column
    within = isinstance(text, str) and location.line == mark.line and offset >= 0
    return within and (offset == 0 or " " in text[offset - 1 : offset + 1])


def _named(data: Any, sections: Iterable[str]) -> set[str]:
    """Names that stand in some of the sections of an article's data."""
    held = [data.get(section) for section in sections] if isinstance(data, dict) else []
    return {name for section in held if isinstance(section, dict) for name in section}


def _lost(data: Any, reading: Reading) -> frozenset[str]:
    """Names of records and sources that were not read, with an empty one where a name is at fault or not known."""
    misnamed = any(fault.code == "R05" and fault.problem.on_key for fault in reading.faults)
    unnamed = any(not isinstance(data.get(section, {}), dict) for section in NAMED)
    return frozenset(_names(data) - _names(reading.data)).union({""} if misnamed or unnamed else ())


def _names(data: Any) -> set[str]:
    """Names of all records and sources that an article's data gives, in whichever level they stand."""
    if not isinstance(data, dict):
        return set()
    named = _named(data, NAMED)
    return named.union({name for name, value in data.items() if isinstance(value, dict)}, *map(_names, data.values()))
