"""Articles whose head cannot be read in full: the rules see the rest of them, as far as they need no more."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dprk_industry.curate.models.collection import Sheet

TOLD = {"id", "outlet"}
"""What the file's name tells as well."""
EMPTY = {"sources"}
"""What can be read as holding nothing; its names count as lost."""


def instead(file: str, codes: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What may stand in the head of an article while it is read; all but what is true is taken away again.

    Nothing of a file that is not named as it should be.
    """
    path = PurePosixPath(file)
    if not path.stem.startswith(f"{path.parent.name}-"):
        return {}
    return {
        "id": path.stem,
        "outlet": path.parent.name,
        "url": "https://example.org",
        "headline": "x",
        "language": "en",
        "published": "2000",
        **{key: next(iter(codes[key]), "") for key in ("dated_by", "genre", "read")},
        "paragraph_count": "1",
        "paragraph_digests": ["00000000"],
        "annotators": ["nobody"],
        "annotated": "2000-01-01",
        "sources": {},
    }


def beheaded(sheet: Sheet, unread: frozenset[str]) -> Sheet:
    """A sheet without what cannot be read of its head: who asks for that meets an `AttributeError`."""
    references = sheet.holdings.references
    references["annotators"].clear()
    if "sources" in unread:
        sheet.lost |= references["sources"]
    sheet.doubtful |= {(key,) for key in unread}
    for key in unread - TOLD - EMPTY:
        delattr(sheet.article, key)
    return sheet
