"""Holds an article's text against its annotation: hash, paragraph digests, and notes that copy it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from dprk_industry.curate import paragraphs
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.models.collection import Sheet


@frozen()
class Verdict:
    """What a text says of the annotation that it belongs to."""

    sheet: Sheet
    same_copy: bool | None
    """True if the text is the stored copy byte for byte; None if the annotation names no copy, as of an excerpt."""
    missing: tuple[int, ...]
    """Numbers of the paragraphs that the text does not hold."""
    surplus: tuple[tuple[int, str], ...]
    """Blocks that another copy holds beside headline and paragraphs, each with its number; none of the stored copy."""
    copies: tuple[tuple[str, str], ...]
    """Free texts of the annotation that copy eight or more words in a row, with those words."""

    @property
    def good(self) -> bool:
        """Whether all paragraphs are there and nothing was copied."""
        return not self.missing and not self.copies


def verify(raw: bytes, sheets: Iterable[Sheet]) -> Verdict | None:
    """Hold a text against the annotation that it belongs to; None if it belongs to none.

    It belongs to the one with its hash, else to the one of whose paragraphs it holds most, half of them at least.

    Raises:
        NotTextError: it is no text in UTF-8.

    """
    text = paragraphs.decode(raw)
    hashed = paragraphs.sha256(raw)
    scored: list[tuple[bool, float, str, Sheet, tuple[int, ...]]] = []
    for sheet in sheets:
        missing = tuple(paragraphs.missing(sheet.article.paragraph_digests, text))
        share = 1 - len(missing) / max(1, len(sheet.article.paragraph_digests))
        scored.append((sheet.article.text_sha256 == hashed, share, sheet.article.id, sheet, missing))
    if not scored:
        return None
    same, share, _, sheet, missing = max(scored, key=lambda score: score[:3])
    if not same and share < 0.5:  # noqa: PLR2004 - half
        return None
    copy = same if sheet.article.text_sha256 else None
    return Verdict(sheet, copy, missing, () if same else tuple(_surplus(sheet, text)), tuple(_copies(sheet, text)))


def _surplus(sheet: Sheet, text: str) -> Iterator[tuple[int, str]]:
    headline = paragraphs.digest(sheet.article.headline)
    for number, part in paragraphs.surplus(sheet.article.paragraph_digests, text):
        if paragraphs.digest(part) != headline:
            yield number, part


def _copies(sheet: Sheet, text: str) -> Iterator[tuple[str, str]]:
    for note in _notes(sheet.article):
        if found := paragraphs.copied(note, text):
            yield note, found


def _notes(record: Any) -> Iterator[str]:
    """All notes of a record and of what it holds."""
    if is_dataclass(record):
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name == "note" and value:
                yield value
            else:
                yield from _notes(value)
    elif isinstance(record, dict | tuple):
        for value in record.values() if isinstance(record, dict) else record:
            yield from _notes(value)
