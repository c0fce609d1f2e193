"""Version numbers: three whole numbers with points between."""

from __future__ import annotations

import re

Number = tuple[int, int, int]
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


class VersionError(ValueError):
    """Raised where a text is no version."""


def number(version: str) -> Number:
    """The three numbers of a version.

    Raises:
        VersionError: the text is not three numbers with points between.

    """
    parts = _VERSION.fullmatch(version)
    if parts is None:
        raise VersionError(f"{version!r} is no version; expected three numbers, such as 0.2.0")
    return int(parts[1]), int(parts[2]), int(parts[3])
