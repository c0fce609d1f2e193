"""Keeps on disk what a check found, so that the next one looks again only at what changed.

What is kept is found by the bytes of every file that a result rests on, the names of all files of the dataset, the
program and what it runs with, told by name, size and times of their files, and the day, for some rules know what today
is. So what is given back is what would be found anew. It lies in the user's own cache folder, never in the dataset: it
is read back as Python objects, which must not come from strangers.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import dprk_industry.curate
from dprk_industry import __version__
from dprk_industry.curate.digests import LONG, digest
from dprk_industry.curate.disk import Disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dprk_industry.curate.check.inspect import Report

FOLDER = "DPRK_INDUSTRY_CACHE"
"""Environment variable that names the folder of the cache."""
ARTICLES, TABLES = "dataset/annotations/", "dataset/tables/"
_OTHERS_MAY_WRITE = 0o022


class Seen(NamedTuple):
    """The files of a dataset as they were when it was checked, and what was found."""

    names: tuple[str, ...]
    digests: dict[str, bytes]
    """Digest of each file that was read."""
    result: Any


class Cache:
    """What was kept of the last check of one dataset; whatever cannot be read or written counts as not kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        place = str(root.resolve())
        self._base = digest(_program(), time.strftime("%Y-%m-%d"), place)
        self._folder = _home() / "check" / digest(place).hex()[:16]
        self._names = _names(root)
        self._now: dict[str, bytes] = {}

    def result(self) -> Any:
        """Result of the last check; None if anything changed since."""
        seen: Seen | None = self._read("result", self._base)
        if seen is None:
            return None
        disk = Disk(self.root, digests=self._now)
        for file in seen.digests:
            with suppress(OSError):
                disk.read(file)
        return seen.result if (seen.names, seen.digests) == (self._names, self._now) else None

    def ground(self) -> Any:
        """What was read beside the articles, if none of that changed."""
        return self._read("ground", self._ground(self._now)) if self._now else None

    def reports(self) -> dict[str, Report]:
        """Reports on those articles that did not change, by file, if nothing beside the articles did."""
        kept = (self._read("reports", self._ground(self._now)) if self._now else None) or {}
        return {file: report for file, report in kept.items() if self._now.get(file) == report.digest}

    def keep(self, digests: Mapping[str, bytes], ground: Any, reports: Iterable[Report], result: Any) -> None:
        """Keep a check: the digests of the files beside the articles, what they hold, the reports, and the result."""
        by_file = {report.file: report for report in reports}
        every = {**digests, **{file: report.digest for file, report in by_file.items()}}
        key = self._ground(digests)
        if key != self._ground(self._now):
            self._write("ground", key, ground)
        self._write("reports", key, by_file)
        self._write("result", self._base, Seen(self._names, every, result))

    def _ground(self, digests: Mapping[str, bytes]) -> bytes:
        """Digest of everything but the articles: which files there are, and what was read of them."""
        names = [name for name in self._names if not name.startswith(ARTICLES)]
        read = sorted(file for file in digests if not file.startswith(ARTICLES))
        parts = (part for file in read for part in (file, digests[file]))
        return digest(self._base, str(len(names)), *names, *parts)

    def _read(self, name: str, key: bytes) -> Any:
        path = self._folder / name
        with suppress(Exception):  # whatever is wrong with what was kept, the check can do without it
            about = path.stat()
            strange = hasattr(os, "geteuid") and (about.st_uid != os.geteuid() or about.st_mode & _OTHERS_MAY_WRITE)
            raw = memoryview(b"" if strange else path.read_bytes())
            if raw[:LONG] == key and raw[LONG : 2 * LONG] == digest(raw[2 * LONG :]):
                return pickle.loads(raw[2 * LONG :])  # noqa: S301 - written by this user, sealed, and by no one else
        return None

    def _write(self, name: str, key: bytes, kept: Any) -> None:
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            raw = pickle.dumps(kept, protocol=pickle.HIGHEST_PROTOCOL)
            unfinished = self._folder / f"{name}.{os.getpid()}"
            try:
                with unfinished.open("wb") as stream:
                    stream.writelines((key, digest(raw), raw))
                unfinished.replace(self._folder / name)
            finally:
                unfinished.unlink(missing_ok=True)


def _home() -> Path:
    """The user's cache folder, where each system has it; what lies in a home that nobody knows is not kept.

    The library platformdirs knows the folder too, but it takes a tenth of a check of one file to import.
    """
    try:
        return Path(os.environ.get(FOLDER) or _caches() / "dprk-industry").expanduser()
    except RuntimeError:
        return Path(os.devnull)


def _caches() -> Path:
    """Folder of all caches of the user."""
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA") or "~/AppData/Local")
    if sys.platform == "darwin":
        return Path("~/Library/Caches")
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path("~/.cache")


def _names(root: Path) -> tuple[str, ...]:
    """Names of all files of a dataset but the generated tables; with those of no record stands what they are."""
    listing = Disk(root).listing("")
    others = [f"{wrong}: {name}" for name, wrong in listing.strays if not name.startswith(TABLES)]
    return tuple(sorted([*listing.files, *others]))


@cache
def _program() -> bytes:
    """Digest of what tells this program, and what it runs with, from other versions of them."""
    folders = [*dprk_industry.curate.__path__, *map(_installed, ("yaml", "pydantic", "pydantic_core"))]
    return digest(__version__, sys.version, "\n".join(sorted(about for folder in folders for about in _files(folder))))


def _installed(package: str) -> str:
    """Folder of a package, without importing it; empty if there is none."""
    found = find_spec(package)
    return next(iter((found.submodule_search_locations if found else None) or ()), "")


def _files(folder: str) -> Iterator[str]:
    """Every file of a folder and of those inside it, with its size and the times when it was changed and put there."""
    for entry in os.scandir(folder) if folder else ():
        if entry.is_dir():
            yield from _files(entry.path) if entry.name != "__pycache__" else ()
        else:
            about = entry.stat()
            yield f"{entry.path} {about.st_size} {about.st_mtime_ns} {about.st_ctime_ns}"
