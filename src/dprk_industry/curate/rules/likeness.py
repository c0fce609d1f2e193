"""How names are compared: sign by sign, and by sound across the systems of writing Korean in Latin letters."""

from __future__ import annotations

import re
import unicodedata

LETTERS = ("L", "Nd")
"""Categories of Unicode that tell names apart."""
HANGUL = "[가-힣ᄀ-ᇿ㄰-㆏]"
"""A letter of the Korean script."""
_SOUNDS = (
    ("eo", "o"),
    ("eu", "u"),
    ("ae", "e"),
    ("sh", "s"),
    ("ph", "p"),
    ("th", "t"),
    ("kh", "k"),
    ("ch", "j"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
    ("l", "n"),
    ("r", "n"),
)
"""What the systems write otherwise: vowels, breathed and voiced consonants, and the ㄹ that changes with its place."""


def folded(name: str) -> str:
    """A name as it is compared: NFKC, case folded, letters and digits only."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in text if unicodedata.category(character).startswith(LETTERS))


def sound(name: str) -> str:
    """What a name has in common in all systems of Latin letters; empty if it is written in Hangul.

    McCune-Reischauer, the Revised Romanisation of the South and the spelling of DPRK texts give the same sound:
    Kaech'ŏn, Gaecheon and Kaechon.
    """
    return "" if re.search(HANGUL, name) else "".join(_word(word) for word in re.split(r"[\s-]+", name))


def _word(word: str) -> str:
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word).casefold() if sign.isascii() and sign.isalnum())
    for written, heard in _SOUNDS:
        bare = bare.replace(written, heard)
    bare = re.sub(r"(.)\1+", r"\1", bare)
    return re.sub(r"^n(?=[aeiouy])", "", bare)
