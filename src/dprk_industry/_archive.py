"""Archives of releases: only the tables and their descriptor are taken out, and nothing lands outside the folder."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dprk_industry import _descriptor
from dprk_industry._locate import DESCRIPTOR
from dprk_industry.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TABLE = re.compile(r"dataset/tables/[a-z0-9_]+\.csv")
LARGEST = 2**31
"""Bytes that the tables of a release may have together; far more than they ever will."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What the standard library raises for an archive that it cannot read."""


def extract(archive: Path, folder: Path, version: str) -> None:
    """Take the descriptor and the tables of a version out of an archive into a new folder.

    Raises:
        ArchiveError: the archive is broken, holds unsafe names, lacks a table, or is of another version.

    """
    folder.mkdir()
    with _opened(archive) as opened:
        members = _members(opened, archive)
        for member in members:
            target = folder / member.filename
            target.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(member) as source, target.open("xb") as sink:
                shutil.copyfileobj(source, sink)
    _check(folder, archive, version)


def _check(folder: Path, archive: Path, version: str) -> None:
    """Raise unless the descriptor that was taken out is of the version and every table that it names is there."""
    try:
        found = _descriptor.read(folder)["version"]
        tables = _descriptor.tables(folder).values()
    except (ValueError, LookupError, TypeError) as error:
        raise ArchiveError(f"{archive.name} holds a descriptor that cannot be used: {error!r}") from error
    if found != version:
        raise ArchiveError(f"{archive.name} holds version {found!r}, not {version!r}")
    lacking = [table.name for table in tables if not table.path.is_file()]
    if lacking:
        raise ArchiveError(f"{archive.name} lacks tables that its descriptor names: {', '.join(lacking)}")


def matches(archive: Path, folder: Path) -> bool:
    """Whether a folder still holds what was taken out of the archive."""
    with _opened(archive) as opened:
        return all(_same(folder / member.filename, member) for member in _members(opened, archive))


def _same(path: Path, member: zipfile.ZipInfo) -> bool:
    if not path.is_file() or path.stat().st_size != member.file_size:
        return False
    return zlib.crc32(path.read_bytes()) == member.CRC


@contextmanager
def _opened(archive: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(archive) as opened:
            yield opened
    except BROKEN as error:
        raise ArchiveError(f"{archive.name} cannot be read: {error}") from error


def _members(opened: zipfile.ZipFile, archive: Path) -> list[zipfile.ZipInfo]:
    """The members that are taken out, once all are known to be harmless."""
    members = opened.infolist()
    names = [member.filename for member in members]
    unsafe = [member.filename for member in members if not _safe(member)]
    if unsafe:
        raise ArchiveError(f"{archive.name} holds names that lead out of its folder: {', '.join(map(repr, unsafe))}")
    if len({*names}) != len(names):
        raise ArchiveError(f"{archive.name} holds a name more than once")
    if DESCRIPTOR not in names:
        raise ArchiveError(f"{archive.name} holds no {DESCRIPTOR}")
    wanted = [member for member in members if member.filename == DESCRIPTOR or TABLE.fullmatch(member.filename)]
    if sum(member.file_size for member in wanted) > LARGEST:
        raise ArchiveError(f"{archive.name} holds more than {LARGEST} bytes")
    return wanted


def _safe(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a file or folder whose name stays inside."""
    name = member.filename
    inside = not name.startswith("/") and not {"..", "."} & {*name.split("/")} and not {"\\", ":"} & {*name}
    return inside and bool(PurePosixPath(name).parts) and not stat.S_ISLNK(member.external_attr >> 16)
