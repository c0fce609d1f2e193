"""A dataset that is being edited in memory, file by file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from mutations.page import Page, Path, written


class Spot(NamedTuple):
    """A place in the data: a file, and the keys and indexes that lead to a value in it."""

    file: str
    path: Path = ()

    def __truediv__(self, part: str | int) -> Spot:
        return Spot(self.file, (*self.path, part))

    @property
    def above(self) -> Spot:
        """What holds this."""
        return Spot(self.file, self.path[:-1])

    @property
    def top(self) -> Spot:
        """The file as a whole."""
        return Spot(self.file)

    @property
    def name(self) -> str:
        """The last key."""
        return str(self.path[-1])

    @property
    def order(self) -> list[str]:
        """What sorts files in the order in which they are read."""
        return self.file.split("/")


class Line(NamedTuple):
    """A line of a file, counted from 1."""

    file: str
    number: int


class Draft:
    """The files of a dataset as they would be after some edits; the files themselves stay as they are."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self._pages = pages
        self.changed: dict[str, Page | None] = {}
        """The files that were edited; None for one that was taken away."""

    @classmethod
    def of(cls, root: FilePath) -> Draft:
        """The dataset under a root, unedited."""
        files = sorted(path for kind in ("*.yaml", "*.csv", "*.geojson") for path in (root / "dataset").rglob(kind))
        files = [file for file in files if file.parent.name != "tables"]
        return cls({file.relative_to(root).as_posix(): Page(file.read_bytes().decode()) for file in files})

    def fresh(self) -> Draft:
        """The same dataset without the edits."""
        return Draft(self._pages)

    def before(self, file: str) -> str | None:
        """Text of a file as it was before the edits; None if it was not there."""
        return self._pages[file].text if file in self._pages else None

    def files(self, folder: str) -> list[str]:
        """Record files of a folder, in the order in which they are read."""
        names = {*self._pages, *self.changed} - {name for name, page in self.changed.items() if page is None}
        found = (name for name in names if name.startswith(f"dataset/{folder}") and name.endswith(".yaml"))
        return sorted(found, key=lambda name: name.split("/"))

    def page(self, file: str) -> Page:
        """A file as it stands now."""
        return self.changed.get(file) or self._pages[file]

    def get(self, spot: Spot, default: Any = None) -> Any:
        """What stands at a place."""
        found = self.page(spot.file).data
        for part in spot.path:
            try:
                found = found[part]
            except (KeyError, IndexError, TypeError):
                return default
        return found

    def line(self, spot: Spot) -> Line:
        """Line of a place as the file stands now."""
        return Line(spot.file, self.page(spot.file).line(spot.path))

    def write(self, file: str, text: str) -> None:
        """Give a file another text."""
        self.changed[file] = Page(text)

    def move(self, file: str, to: str) -> None:
        """Give a file another name."""
        self.changed[to], self.changed[file] = self.page(file), None

    def remove(self, file: str) -> None:
        """Take a file away."""
        self.changed[file] = None

    def put(self, spot: Spot, value: Any, levels: int = 0) -> Spot:
        """Set what stands at a place, which may be new in its mapping; the place is given back."""
        page = self.page(spot.file)
        if page.has(spot.path):
            self.write(spot.file, page.replaced(spot.path, written(value)))
        else:
            self.write(spot.file, page.added(spot.path[:-1], spot.name, value, levels))
        return spot

    def append(self, spot: Spot, value: Any) -> Spot:
        """Add an item to the list at a place, which may be new or a single value; the place of the item is given."""
        found = self.get(spot)
        if isinstance(found, list):
            self.write(spot.file, self.page(spot.file).appended(spot.path, value))
            return spot / len(found)
        self.put(spot, [value] if found is None else [found, value])
        return spot / (0 if found is None else 1)

    def drop(self, spot: Spot) -> Spot:
        """Take away what stands at a place; the place is given back."""
        if self.page(spot.file).has(spot.path):
            self.write(spot.file, self.page(spot.file).dropped(spot.path))
        return spot

    def rename(self, spot: Spot, name: str) -> Spot:
        """Give a value another key; its new place is given back."""
        self.write(spot.file, self.page(spot.file).renamed(spot.path, name))
        return spot.above / name

    def splice(self, file: str, start: int, end: int, text: str) -> Line:
        """Replace a stretch of a file's text; the line on which it begins is given."""
        page = self.page(file)
        self.write(file, page.spliced(start, end, text))
        return Line(file, page.line_at(start))
