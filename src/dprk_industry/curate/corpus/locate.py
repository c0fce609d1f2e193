"""Adds line and column to problems, and names the record that each is about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_industry.curate import yamlfile
from dprk_industry.curate.findings import Finding, Location, Problem, Severity
from dprk_industry.curate.models.collection import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dprk_industry.curate.disk import Source
    from dprk_industry.curate.findings import Path as DataPath


class Locator:
    """Adds line and column to problems; a file is read again for them, and only when it has a problem."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._places: dict[str, Mapping[DataPath, yamlfile.Place]] = {}

    def places(self, file: str) -> Mapping[DataPath, yamlfile.Place]:
        """Where everything stands in a file; nothing where it cannot be read."""
        if file not in self._places:
            try:
                self._places = {file: yamlfile.locate(self.source.read(file))}  # no other file's are kept
            except OSError:
                self._places = {file: {}}
        return self._places[file]

    def finding(self, file: str, code: str, problem: Problem, severity: Severity, record: str = "") -> Finding:
        """A problem of a file with its place, the code of its rule and its weight."""
        location = Location(file, *_mark(self.places(file), problem))
        weight, about = problem.severity or severity, record or Path(file).stem
        return Finding(location, code, problem.message, weight, about, problem.other or "")


def record_id(data: Any, path: DataPath, stem: str) -> str:
    """Id of the record of a file in which a path lies; that of the file itself where it lies in none."""
    own = data.get("id") if isinstance(data, dict) else None
    name = own if isinstance(own, str) else stem
    in_record = len(path) > 1 and path[0] in {*SECTIONS, "sources"}
    return f"{name}#{path[1]}" if in_record else name


def _mark(places: Mapping[DataPath, yamlfile.Place], problem: Problem) -> yamlfile.Mark:
    """Mark of the longest part of the problem's path that stands in the file."""
    if problem.near and problem.near in places:
        return places[problem.near].key
    for length in range(len(problem.path), 0, -1):
        place = places.get(problem.path[:length])
        if place:
            exact = length == len(problem.path) or problem.path[length:] == (0,)
            return place.key if problem.on_key or not exact or _is_block(place) else place.value
    return yamlfile.Mark(1, 1)


def _is_block(place: yamlfile.Place) -> bool:
    """Whether a value begins on a later line than its key, so that the key is the better place to point at."""
    return place.value.line > place.key.line
