"""The files under a dataset's root: which there are, and their bytes. Nothing outside the root is ever read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dprk_industry.curate.digests import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 1_000_000
"""Largest file of records that is read, in bytes."""
LARGEST = {
    "dataset/annotations/": 250_000,
    "dataset/double-coding/": 250_000,
    "dataset/released.csv": 20_000_000,
}
"""Largest files by the beginning of their names, in bytes, where it is not `MAX_BYTES`.

Annotations are smaller, for some rules compare each record of an article with each other one.
"""
_SMALL = min(LARGEST.values())
"""What any file may have."""
DEEPEST = 5
"""How many folders inside each other are looked through: one more than any file needs, so that others are told."""
_SAFELY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: no link is followed, and a pipe without a writer does not keep us waiting."""

_CIRCLE = "it is a link that leads to itself"


class NoDatasetError(Exception):
    """Raised where there is no dataset to read."""


class Listing(NamedTuple):
    """Record files of a folder in order, and what else was met there, with what is wrong with it."""

    files: list[str]
    strays: list[tuple[str, str]]
    unseen: list[str]
    """Folders that were not looked through; they are among the strays."""


class Parcel:
    """Files that were read elsewhere and sent here."""

    def __init__(self, held: dict[str, bytes | OSError]) -> None:
        self.digests: dict[str, bytes] | None = {file: _digest(found) for file, found in held.items()}
        self._held = held

    @property
    def files(self) -> list[str]:
        """Names of the files."""
        return list(self._held)

    def read(self, file: str) -> bytes:
        """Bytes of a file, or the fault with which it was met."""
        found = self._held[file]
        if isinstance(found, OSError):
            raise found
        return found


def _digest(found: bytes | OSError) -> bytes:
    """Digest of what was read, or what stands for it where nothing could be read."""
    if isinstance(found, OSError):
        return f"unreadable: {found.strerror}".encode()
    return digest(found, size=16)


class Disk:
    """The files under one root, named by their paths from it, with forward slashes."""

    def __init__(self, root: Path, digests: dict[str, bytes] | None = None) -> None:
        """Take the root, and a dictionary if the digests of what is read are to be kept."""
        self.root = root
        self.digests = digests
        self._sound_folders: set[str] = set()

    def listing(self, folder: str) -> Listing:
        """Files of a folder of the dataset and the folders in it."""
        found = Listing([], [], [])

        def unseen(name: str, wrong: str) -> None:
            found.unseen.append(name)
            found.strays.append((name, wrong))

        def unlisted(error: OSError) -> None:
            name = Path(str(error.filename)).relative_to(self.root).as_posix()
            why = _CIRCLE if error.errno == errno.ELOOP else error.strerror  # told by `inside` before Python 3.13
            unseen(name, f"the folder cannot be read: {why}")

        try:
            self.inside(f"dataset/{folder}")
        except OSError as error:
            unseen(f"dataset/{folder}", f"the folder cannot be read: {error.strerror}")
            return found
        for here, folders, names in os.walk(self.root / "dataset" / folder, onerror=unlisted):
            prefix = Path(here).relative_to(self.root).as_posix()
            for name in sorted(folders):
                if wrong := _not_entered(Path(here) / name, prefix.count("/") + 1):
                    unseen(f"{prefix}/{name}", wrong)
                    folders.remove(name)
            folders.sort()
            for name in sorted(names):
                if name.endswith(".yaml"):
                    found.files.append(f"{prefix}/{name}")
                elif not name.startswith("."):
                    found.strays.append((f"{prefix}/{name}", "not a record file; records end in .yaml"))
        return found

    def read(self, file: str) -> bytes:
        """Bytes of a file.

        Raises:
            OSError: the file cannot be read, is too large, is no ordinary file, or is a link that leads out of the
                root.

        """
        try:
            found = self._read(file)
        except OSError as error:
            if self.digests is not None:
                self.digests[file] = _digest(error)
            raise
        if self.digests is not None:
            self.digests[file] = _digest(found)
        return found

    def parcel(self, files: Iterable[str]) -> Parcel:
        """Several files, to be sent elsewhere."""
        held: dict[str, bytes | OSError] = {}
        for file in files:
            try:
                held[file] = self.read(file)
            except OSError as error:
                held[file] = error
        return Parcel(held)

    def _read(self, file: str) -> bytes:
        path = f"{self.root}/{file}"
        self._check_folder(file.rpartition("/")[0])
        try:
            handle = os.open(path, _SAFELY)
        except FileNotFoundError:
            raise FileNotFoundError(0, "it is not there") from None
        except OSError as error:
            if error.errno == errno.ENXIO:
                raise OSError(0, "it is no ordinary file") from None
            if error.errno not in {errno.ELOOP, errno.EMLINK}:
                raise
            handle = self._followed(file)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise OSError(0, "it is no ordinary file")
            if about.st_size > _SMALL and about.st_size > (most := _most(file)):
                raise OSError(0, f"it has more than {most:,} bytes")
            return os.read(handle, about.st_size + 1)
        finally:
            os.close(handle)

    def _followed(self, file: str) -> int:
        """A file to which a link leads, opened."""
        try:
            return os.open(self.inside(file), _SAFELY)
        except FileNotFoundError:
            raise OSError(0, "it is a link that leads nowhere") from None
        except OSError as error:
            if error.errno == errno.ELOOP:  # Python 3.13 and later do not see it before
                raise OSError(0, _CIRCLE) from None
            raise

    def _check_folder(self, folder: str) -> None:
        """Refuse a folder that lies outside the root because a link led there; each is looked at once."""
        if folder not in self._sound_folders:
            self.inside(folder)
            self._sound_folders.add(folder)

    def inside(self, file: str) -> Path:
        """Where the path of a file or folder leads to, links followed.

        Raises:
            OSError: that is outside the root.

        """
        try:
            target = (self.root / file).resolve()
        except RuntimeError:
            raise OSError(0, _CIRCLE) from None
        if not target.is_relative_to(self.root.resolve()):
            raise OSError(0, "it is a link that leads out of the dataset")
        return target


def _most(file: str) -> int:
    """Most bytes that a file may have."""
    return next((size for name, size in LARGEST.items() if file.startswith(name)), MAX_BYTES)


Source: TypeAlias = Disk | Parcel
"""Where the bytes of files come from."""


def _not_entered(folder: Path, depth: int) -> str:
    """Why a folder that lies so deep is not looked through; empty if it is."""
    if folder.is_symlink():
        return "the folder is a link, and links to folders are not followed; put the folder itself here"
    if folder.suffix == ".yaml":
        return "a folder stands here under the name of a record file; rename or delete it"
    if depth > DEEPEST:
        return f"more than {DEEPEST} folders lie inside each other, more than any record file needs"
    return ""
