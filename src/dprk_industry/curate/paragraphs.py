"""Paragraphs of an article's text and their digests, by which anyone who holds the text can verify their numbers.

No text is kept: what goes into an annotation is eight hexadecimal digits for each paragraph.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DIGITS = 8
"""Length of a digest in hexadecimal digits."""


class NotTextError(ValueError):
    """Raised where bytes are no text in UTF-8; says which byte, and how to mend it."""


def decode(raw: bytes) -> str:
    """Text of a stored copy.

    Raises:
        NotTextError: it is in another encoding; guessed, letters would be lost, and with them digests and copied words.

    """
    try:
        text = raw.decode("utf-8")
        place = raw.find(b"\0")
    except UnicodeDecodeError as error:
        text, place = "", error.start
    if place < 0:
        return text
    line = raw.count(b"\n", 0, place) + 1
    usual = "UTF-16" if b"\0" in raw else "CP949"
    raise NotTextError(
        f"the text is not UTF-8 (byte 0x{raw[place]:02x} on line {line}); save it in the encoding UTF-8, "
        f"or convert it, as with `iconv -f {usual} -t UTF-8`"
    )


def split(text: str) -> list[str]:
    """Paragraphs of a text: blocks between blank lines, or its lines where no blank line stands inside."""
    body = re.sub(r"\r\n?", "\n", text).strip("\n \t")
    parts = re.split(r"\n[ \t]*\n", body) if re.search(r"\n[ \t]*\n", body) else body.split("\n")
    return [part.strip() for part in parts if part.strip()]


def digest(paragraph: str) -> str:
    """First eight hexadecimal digits of the SHA-256 of a paragraph's letters and digits.

    The text is normalised first: Unicode NFKC, then casefold, then letters and decimal digits only.
    """
    folded = unicodedata.normalize("NFKC", paragraph).casefold()
    kept = "".join(
        sign for sign in folded if unicodedata.category(sign)[0] == "L" or unicodedata.category(sign) == "Nd"
    )
    return hashlib.sha256(kept.encode("utf-8")).hexdigest()[:DIGITS]


def sha256(raw: bytes) -> str:
    """SHA-256 of a stored copy, byte for byte."""
    return hashlib.sha256(raw).hexdigest()


def missing(digests: Sequence[str], text: str) -> list[int]:
    """Numbers of the paragraphs whose digests a text does not hold, in their order.

    What an annotation leaves out (headline, captions, closing lines) does not matter.
    """
    return [number for number, place in enumerate(_places(digests, split(text)), start=1) if place is None]


def held(digests: Sequence[str], text: str) -> list[str | None]:
    """The words of each numbered paragraph as a text has them; None where it does not hold the paragraph."""
    parts = split(text)
    return [None if place is None else parts[place] for place in _places(digests, parts)]


def surplus(digests: Sequence[str], text: str) -> list[tuple[int, str]]:
    """Blocks of a text that are no numbered paragraph: the number of each among the blocks, from 1, and its words."""
    parts = split(text)
    counted = set(_places(digests, parts))
    return [(place + 1, part) for place, part in enumerate(parts) if place not in counted]


def _places(digests: Sequence[str], parts: Sequence[str]) -> list[int | None]:
    """Place of each digest among the parts of a text, one behind the other; None where it is not there."""
    held = [digest(part) for part in parts]
    places: list[int | None] = []
    position = 0
    for wanted in digests:
        found = held.index(wanted, position) if wanted in held[position:] else None
        places.append(found)
        position = position if found is None else found + 1
    return places


LONGEST_COPY = 7
"""Most consecutive words that free text may share with an article."""


def copied(note: str, text: str) -> str | None:
    """Words that a note shares with a text in one run of eight or more; None if there is no such run."""
    words, run = _words(note), LONGEST_COPY + 1
    known = f" {' '.join(_words(text))} "
    runs = (" ".join(words[start : start + run]) for start in range(len(words) - run + 1))
    return next((found for found in runs if f" {found} " in known), None)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
