"""Files in one zip that depends on nothing but their names and bytes."""

from __future__ import annotations

import io
import stat
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

EPOCH = (1980, 1, 1, 0, 0, 0)
"""Time of every member: the first that a zip can tell."""
MODE = stat.S_IFREG | 0o644
"""An ordinary file that all may read."""
UNIX = 3
"""System whose modes a zip tells."""


def render(files: Mapping[str, bytes]) -> bytes:
    """Bytes of a zip that holds the files under their names, sorted; equal for equal files and one version of zlib."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in sorted(files):
            archive.writestr(_member(name), files[name], zipfile.ZIP_DEFLATED, compresslevel=9)
    return stream.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """Head of a member that tells no time, no user and no system of the build."""
    member = zipfile.ZipInfo(name, EPOCH)
    member.create_system = UNIX
    member.external_attr = MODE << 16
    return member
