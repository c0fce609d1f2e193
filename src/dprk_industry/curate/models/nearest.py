"""Which known word was probably meant by one that is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT = 5
"""Letters up to which one slip is all that may tell a word from the one that was meant."""
FEW = 9
"""How many of the words that look like a short one are tried for that."""
_LOOK_ALIKE = str.maketrans("oil", "011")


def nearest(word: str, known: Iterable[str]) -> str:
    """A suggestion for a misspelt word, ready to be added to a message; empty if nothing is near."""
    meant = closest(word, known)
    return f"; did you mean `{meant}`?" if meant else ""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest to a misspelt one; None where none is near.

    Case, hyphens, underscores and spaces, and letters in place of the digits that look like them, are no difference.
    """
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in known}
    wanted, bare = word.casefold(), _bare(word)
    alike = folded.get(wanted) or next((each for each in folded.values() if _bare(each) == bare), None)
    if not alike and (numbered := _numbers(wanted))[1]:
        alike = next((each for other, each in folded.items() if _numbers(other) == numbered), None)
    if alike:
        return alike
    near = get_close_matches(wanted, list(folded), n=FEW, cutoff=0.75)
    likely = (each for each in near if len(word) > SHORT or one_slip(wanted, each))
    return next((folded[each] for each in likely if not _numbered_otherwise(wanted, each)), None)


def _numbered_otherwise(word: str, other: str) -> bool:
    """Whether two words differ in numbers alone, so that neither is a slip for the other."""
    (mine, numbers), (theirs, others) = _numbers(word), _numbers(other)
    return mine == theirs and numbers != others


def _numbers(word: str) -> tuple[str, tuple[str, ...]]:
    """A word without its numbers, and the numbers without the zeros before them; of any length, so as texts."""
    return re.sub("[0-9]+", "0", word), tuple(number.lstrip("0") for number in re.findall("[0-9]+", word))


def nearest_entry(name: str, known: Iterable[str], unread: Iterable[str] = ()) -> str:
    """A suggestion for an id that stands in no registry: the entry that bears it as a name, else the nearest id.

    Names are known of a registry, which gives the entry of each id; of anything else, and of entries that could not be
    read, ids alone.
    """
    bare = _bare(name)
    entries = known.items() if isinstance(known, Mapping) and bare not in map(_bare, known) else ()
    called = (held for held, entry in entries if bare in map(_bare, getattr(entry, "all_names", ())))
    meant = next(called, None)
    return f"; did you mean `{meant}`, which bears that name?" if meant else nearest_id(name, [*known, *unread])


def nearest_id(name: str, known: Iterable[str]) -> str:
    """A suggestion for a misspelt id; of `<article id>#<name>`, for its article where only that can be told.

    Article and name are looked for apart: a name is like one of another article by chance.
    """
    if "#" not in name:
        return nearest(name, known)
    names: dict[str, list[str]] = {}
    for article, _, record in (each.partition("#") for each in known):
        names.setdefault(article, []).append(record)
    article, _, record = name.partition("#")
    home = article if article in names else closest(article, names)
    beside = names[home] if home else []
    meant = record if record in beside else closest(record, beside)
    if home and meant:
        return f"; did you mean `{home}#{meant}`?"
    return f"; did you mean the article `{home}`?" if home and home != article else ""


def one_slip(word: str, other: str) -> bool:
    """Whether one letter more, less or other, or two that changed places, make one word of the other."""
    start = _common(word, other)
    mine, theirs = word[start:], other[start:]
    end = _common(mine[::-1], theirs[::-1])
    mine, theirs = mine[: len(mine) - end], theirs[: len(theirs) - end]
    return max(len(mine), len(theirs)) <= 1 or (len(mine) == len("ab") and mine == theirs[::-1])


def _common(word: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((position for position, (mine, its) in pairs if mine != its), min(len(word), len(other)))


def _bare(word: str) -> str:
    """A word without what is easily written otherwise."""
    return re.sub(r"[\s_-]+", "", word).casefold().translate(_LOOK_ALIKE)
