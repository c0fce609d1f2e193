"""Holds an article's text against its annotation: hash, paragraph digests, and notes that copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate import paragraphs
from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.walk import texts
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.models.collection import Sheet


class Copy(NamedTuple):
    """A note that copies the text."""

    path: Path
    note: str
    words: str
    """The words that both have."""


@frozen()
class Verdict:
    """What a text says of the annotation that it belongs to."""

    sheet: Sheet
    same_copy: bool | None
    """True if the text is the stored copy byte for byte; None if the annotation names no copy, as of an excerpt."""
    paragraphs: tuple[str | None, ...]
    """The words of each numbered paragraph; None of one that the text does not hold."""
    surplus: tuple[tuple[int, str], ...]
    """Blocks that another copy holds beside headline and paragraphs, each with its number; none of the stored copy."""
    copies: tuple[Copy, ...]
    """Notes of the annotation that copy eight or more words in a row."""

    @property
    def missing(self) -> tuple[int, ...]:
        """Numbers of the paragraphs that the text does not hold."""
        return tuple(number for number, words in enumerate(self.paragraphs, start=1) if words is None)

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
    scored: list[tuple[bool, float, str, Sheet]] = []
    for sheet in sheets:
        digests = sheet.article.paragraph_digests
        share = 1 - len(paragraphs.missing(digests, text)) / max(1, len(digests))
        scored.append((sheet.article.text_sha256 == hashed, share, sheet.article.id, sheet))
    if not scored:
        return None
    same, share, _, sheet = max(scored, key=lambda score: score[:3])
    if not same and share < 0.5:  # noqa: PLR2004 - half
        return None
    copy = same if sheet.article.text_sha256 else None
    held = tuple(paragraphs.held(sheet.article.paragraph_digests, text))
    return Verdict(sheet, copy, held, () if same else tuple(_surplus(sheet, text)), tuple(_copies(sheet, text)))


def _surplus(sheet: Sheet, text: str) -> Iterator[tuple[int, str]]:
    headline = paragraphs.digest(sheet.article.headline)
    for number, part in paragraphs.surplus(sheet.article.paragraph_digests, text):
        if paragraphs.digest(part) != headline:
            yield number, part


def _copies(sheet: Sheet, text: str) -> Iterator[Copy]:
    for path, note in texts(sheet.article):
        if path[-1] == "note" and (found := paragraphs.copied(note, text)):
            yield Copy(path, note, found)
