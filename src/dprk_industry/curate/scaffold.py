"""An annotation to fill in: what can be known before reading is filled in, the rest is left open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dprk_industry.curate import paragraphs
from dprk_industry.curate.canonical import write
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from datetime import date

WORDS = 4
"""Most words of a headline that go into an id."""
SKIPPED = " a an and are as at by for from in into is its of on or over that the their to with n korea "
"""Words that say too little for an id."""


@frozen()
class Start:
    """What is known of an article before it is coded."""

    outlet: str
    url: str
    headline: str
    annotator: str
    today: date
    language: str = ""
    published: str = ""
    name: str = ""
    """Words of the id; made from the headline if left empty."""
    text: bytes | None = None
    """Stored copy of the text; nothing but its digests goes into the annotation."""
    item: str = ""
    """Number of the article in a newsletter, whose items share an address."""
    host: str = ""
    """Who reprinted the text, if the copy is a reprint."""
    excerpt: bool = False
    """True if the text is only a part of the article, so that no hash of a whole copy can be given."""

    @property
    def read(self) -> str:
        """How much of the article was read, as far as that is known."""
        return "excerpt" if self.excerpt else "full" if self.text else ""

    @property
    def text_sha256(self) -> str | None:
        """Hash of the whole text, empty where it is not known yet; None of an excerpt."""
        if self.excerpt:
            return None
        return paragraphs.sha256(self.text) if self.text else ""

    @property
    def id(self) -> str:
        """Id of the article: the outlet and a few words."""
        return f"{self.outlet}-{self.name or slug(self.headline)}"

    @property
    def file(self) -> str:
        """Path of the annotation from the dataset's root."""
        return f"dataset/annotations/{self.outlet}/{self.id}.yaml"


def slug(headline: str) -> str:
    """A few words of a headline, as a slug; words of other scripts and numbers are left out, so it may be empty."""
    words = [word for word in re.findall(r"[a-z]+", headline.casefold()) if f" {word} " not in SKIPPED]
    return "-".join(words[:WORDS])


def scaffold(start: Start) -> str:
    """Text of an annotation with its header filled in and empty keys for the rest, in canonical form.

    With a text, every block of it counts as a paragraph, the headline excepted; the annotator takes out the digests of
    captions, closing lines and the like and corrects the count.
    """
    digests = [block.digest for block in blocks(start) if not block.headline]
    data = {
        "id": start.id,
        "outlet": start.outlet,
        "host": start.host or None,
        "url": start.url,
        "item": start.item or None,
        "headline": start.headline,
        "language": start.language,
        "published": start.published,
        "dated_by": "",
        "genre": "",
        "paragraph_count": str(len(digests) or ""),
        "paragraph_digests": digests or "",
        "text_sha256": start.text_sha256,
        "read": start.read,
        "annotators": [start.annotator] if start.annotator else [],
        "annotated": start.today.isoformat(),
        "sources": {"first": {"kind": "", "reliability": ""}},
        "defaults": {"source": "first", "manner": "stated", "credibility": "3"},
    }
    return write({key: value for key, value in data.items() if value is not None}, start.file, "article")


@frozen()
class Block:
    """A block of the text of an article."""

    number: int
    """Its number among all blocks of the text, from 1, as `verify` counts them too."""
    digest: str
    words: str
    headline: bool
    """True of the first block that is the headline; it is no paragraph."""


def blocks(start: Start) -> list[Block]:
    """All blocks of the text, in their order.

    Raises:
        NotTextError: it is no text in UTF-8.

    """
    if start.text is None:
        return []
    parts = paragraphs.split(paragraphs.decode(start.text))
    digests = [paragraphs.digest(part) for part in parts]
    title = paragraphs.digest(start.headline)
    first = digests.index(title) if title in digests else None
    return [Block(place + 1, digests[place], part, place == first) for place, part in enumerate(parts)]
