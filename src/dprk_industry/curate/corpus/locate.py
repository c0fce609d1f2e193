"""Adds line and column to problems, and names the record that each is about."""

from __future__ import annotations

from functools import lru_cache
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
        self._kept = lru_cache(maxsize=2)(self._places)  # of a clash both files, and no more

    def places(self, file: str) -> Mapping[DataPath, yamlfile.Place]:
        """Where everything stands in a file; nothing where it cannot be read."""
        return self._kept(file)

    def _places(self, file: str) -> Mapping[DataPath, yamlfile.Place]:
        try:
            return yamlfile.locate(self.source.read(file))
        except OSError:
            return {}

    def finding(self, file: str, code: str, problem: Problem, severity: Severity, record: str = "") -> Finding:
        """A problem of a file with its place, the code of its rule and its weight."""
        location = Location(file, *_mark(self.places(file), problem))
        weight, about = problem.severity or severity, record or Path(file).stem
        return Finding(location, code, problem.message, weight, about, *self._other_end(file, problem))

    def _other_end(self, file: str, problem: Problem) -> tuple[str, tuple[int, ...]]:
        """File of the other end of a clash, and its line and column if they can be found."""
        if not problem.there:
            return problem.other or "", ()
        other = problem.other or file
        places = self.places(other)
        return other, _mark(places, Problem(problem.there, "")) if places else ()


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
