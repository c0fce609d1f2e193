"""Generated files on disk: written whole or not at all, and compared with what they should be."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEW = 0o644
"""Mode of a file that was not there before."""


def write(root: Path, files: Mapping[str, str], folders: Iterable[str]) -> list[str]:
    """Write files that differ from what is there, each through a temporary file that is renamed into its place.

    Files in the given folders that are not among those made are removed. Gives the paths written or removed.
    """
    changed = stale(root, files, folders)
    for path in changed:
        target = root / path
        if path in files:
            replace(target, files[path])
        else:
            target.unlink()
    return changed


def stale(root: Path, files: Mapping[str, str], folders: Iterable[str]) -> list[str]:
    """Paths whose files are missing, differ from what they should be, or should not be there.

    Raises:
        OSError: a folder of them is a link that leads out of the root, where nothing is read, written or removed.

    """
    for folder in sorted({*folders, *(str(Path(path).parent) for path in files)}):
        if not (root / folder).resolve().is_relative_to(root.resolve()):
            raise OSError(0, "it is a link that leads out of the dataset", str(root / folder))
    wrong = [path for path, text in files.items() if _read(root / path) != text.encode("utf-8")]
    held = [file for folder in folders for file in sorted((root / folder).glob("*")) if file.is_file()]
    surplus = [path for file in held if (path := file.relative_to(root).as_posix()) not in files]
    return sorted([*wrong, *surplus])


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def replace(target: Path, text: str) -> None:
    """Put a text into the place of a file, in one step; a file that was there keeps its mode."""
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else NEW
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text.encode("utf-8"))
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
