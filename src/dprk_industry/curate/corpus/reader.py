"""Reads single files into typed records, keeping what is wrong with each."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.corpus.headless import beheaded, instead
from dprk_industry.curate.corpus.locate import Locator, record_id
from dprk_industry.curate.findings import Finding, Location, Problem, Severity, few
from dprk_industry.curate.models.collection import SECTIONS, Sheet
from dprk_industry.curate.models.repair import Reading, read
from dprk_industry.curate.models.validate import validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dprk_industry.curate.disk import Source
    from dprk_industry.curate.models.faults import Fault

NAMED = (*SECTIONS, "sources")
"""Sections of an annotation that hold what has a name."""


class Reader:
    """Reads the files of one dataset, keeping the faults of each."""

    def __init__(self, source: Source, codes: Mapping[str, Sequence[str]]) -> None:
        self.source = source
        self.locator = Locator(source)
        self.codes, self.validator = codes, validator(codes)
        self.findings: list[Finding] = []

    def taken(self) -> tuple[Finding, ...]:
        """The findings since this was asked last."""
        found = tuple(self.findings)
        self.findings.clear()
        return found

    def record(self, file: str, form: str, *, by_entry: bool = False) -> tuple[Any, set[str]]:
        """Typed record of a file, or None; findings for what cannot be read.

        Of a registry (`by_entry`), the entries that are sound are read, and the names of the others are given, with an
        empty one where a name itself is at fault.
        """
        data = self.data(file)
        if data is None:
            return None, set()
        checked = self.validator.check(form, data)
        if checked.faults:
            told = self.validator.gathered(form, data, checked.faults, self.locator.places(file))
            self._report(file, told.faults, data)
        lost: set[str] = set()
        if by_entry and isinstance(data, dict):
            lost = {str(fault.problem.path[0]) for fault in checked.faults if fault.problem.path}
            lost |= {"" for fault in checked.faults if fault.problem.on_key and len(fault.problem.path) == 1}
            checked = self.validator.check(form, {name: entry for name, entry in data.items() if name not in lost})
        return checked.record, lost

    def sheet(self, file: str, *, headless: bool = False) -> Sheet | None:
        """An article; one with faults is read without what is faulty, so that the rules still see the rest.

        One of which something that every article has cannot be read is given only where that is asked for.
        """
        before = len(self.findings)
        data = self.data(file)
        sound = self.validator.sound("article", data) if len(self.findings) == before else None
        if sound is not None:
            return Sheet(file, sound)
        where, spare = partial(self.locator.places, file), instead(file, self.codes) if headless else {}
        reading = read(self.validator, "article", data, where, spare) if data is not None else None
        if reading is None:
            return None
        self._report(file, reading.faults, reading.data)
        if reading.record is None:
            return None
        sheet = Sheet(file, reading.record, _lost(data, reading), whole=False, doubtful=reading.doubtful)
        return beheaded(sheet, reading.unread) if reading.unread else sheet

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
        return document.data

    def find(self, file: str, code: str, problem: Problem, record: str = "") -> None:
        """Keep a finding."""
        self.findings.append(self.locator.finding(file, code, problem, Severity.ERROR, record))

    def _report(self, file: str, faults: Iterable[Fault], data: Any) -> None:
        for fault in faults:
            self.find(file, fault.code, fault.problem, record_id(data, fault.problem.path, Path(file).stem))


def _finding(file: str, fault: yamlfile.Fault) -> Finding:
    """What the reading of a file found, which knows its place already."""
    return Finding(Location(file, *fault.mark), fault.code, fault.problem.message, Severity.ERROR, Path(file).stem)


def _lost(data: Any, reading: Reading) -> frozenset[str]:
    """Names of records and sources that were not read, with an empty one where a name is at fault or not known."""
    misnamed = any(fault.code == "R05" and fault.problem.on_key for fault in reading.faults)
    unnamed = any(not isinstance(data.get(section, {}), dict) for section in NAMED)
    return frozenset(_names(data) - _names(reading.data)).union({""} if misnamed or unnamed else ())


def _names(data: Any) -> set[str]:
    """Names of all records and sources that an article's data gives, in whichever level they stand."""
    if not isinstance(data, dict):
        return set()
    sections = [data.get(section) for section in NAMED]
    named = {name for section in sections if isinstance(section, dict) for name in section}
    return named.union({name for name, value in data.items() if isinstance(value, dict)}, *map(_names, data.values()))
