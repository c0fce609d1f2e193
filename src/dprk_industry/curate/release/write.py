"""A released set on disk: whole or not there at all, whenever the run is stopped."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HIDDEN = ".release-"
"""How the folders begin in which sets are made ready."""
FOLDER, FILE = 0o755, 0o644
"""Modes of what is released, whatever the umask."""


class ReleasedAlreadyError(Exception):
    """Raised where a version was released before with another content."""


class BusyError(Exception):
    """Raised where another run is writing to the same place."""


def put(out: Path, version: str, files: Mapping[str, bytes]) -> bool:
    """Write a set of files to the folder `<out>/<version>`; False if the same set is there already.

    The set is made ready in a hidden folder beside its place, brought to the disk, and renamed in one step. What a run
    that was killed left over is removed first.

    Raises:
        ReleasedAlreadyError: the version is there already, with other files.
        BusyError: another run is writing to the same place.
        OSError: the set cannot be written; nothing of it is left.

    """
    out.mkdir(parents=True, exist_ok=True)
    with _alone(out):
        for left in out.glob(f"{HIDDEN}*"):
            shutil.rmtree(left)
        target = out / version
        if os.path.lexists(target):
            _same(target, files)
            return False
        _written(out, target, files)
        return True


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder; it ends with the process, however that ends."""
    try:
        import fcntl
    except ImportError:  # no such locks outside POSIX
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BusyError(f"another release is being written to {folder}; wait until it is done") from None
    finally:
        os.close(handle)


def _same(target: Path, files: Mapping[str, bytes]) -> None:
    """See that a released set is the one that would be written.

    Raises:
        ReleasedAlreadyError: it is not.

    """
    held = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if not path.is_dir()}
    other = sorted(
        name
        for name in held.keys() | files.keys()
        if name not in files or name not in held or held[name].read_bytes() != files[name]
    )
    if other or not target.is_dir():
        told = f"; it differs in {', '.join(other[:5])}" if other else ""
        raise ReleasedAlreadyError(
            f"version {target.name} was released already{told}; a released version never changes: raise the version"
        )


def _written(out: Path, target: Path, files: Mapping[str, bytes]) -> None:
    ready = Path(tempfile.mkdtemp(prefix=HIDDEN, dir=out))
    try:
        for name, data in sorted(files.items()):
            path = ready / name
            path.parent.mkdir(parents=True, exist_ok=True)
            _file(path, data)
        for folder in (ready, *(path for path in ready.rglob("*") if path.is_dir())):
            folder.chmod(FOLDER)
            _sync(folder)
        ready.rename(target)
    except BaseException:
        shutil.rmtree(ready, ignore_errors=True)
        raise
    _sync(out)


def _file(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fchmod(stream.fileno(), FILE)
        os.fsync(stream.fileno())


def _sync(folder: Path) -> None:
    """Bring the entries of a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(path: Path, text: str) -> bool:
    """Write a text file in one step; False if it has that text already.

    Raises:
        OSError: it cannot be written; the file is what it was.

    """
    data = text.encode("utf-8")
    if path.is_file() and path.read_bytes() == data:
        return False
    ready = path.with_name(f".{path.name}.new")
    try:
        _file(ready, data)
        ready.replace(path)
    except BaseException:
        ready.unlink(missing_ok=True)
        raise
    _sync(path.parent)
    return True
