"""Words of made-up articles: headlines in English and Korean, names of records, and notes as annotators write them.

Names and notes seldom repeat, as in the real annotations: what a checker remembers of one file helps little with the
next.
"""

from __future__ import annotations

import random

LONGEST_NOTE = 140
"""Characters of a note at most, as the rules have it."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_THINGS = _words("""
    furnace kiln boiler shaft pit loom press crane pump belt dam tunnel wharf rail truck cart coke coal ore scrap
    cement cloth wire power steam water shift brigade quota share report visit meeting repair part bearing motor
    tool drill road yard gate store ration wage fine stove lamp winter spring harvest holiday province county
    ministry plan pledge
""")
_KINDS = _words("""
    first second third last old new spare idle cold short late early extra central local monthly daily yearly broken
    borrowed promised missing heavy small whole half reduced rebuilt unpaid hidden public former other common
""")
_VERBS = _words("""
    stands waits fails returns grows shrinks counts remains suffers runs begins ends moves holds slips
""")
_LINKS = ("and", "but not", "for", "before", "after", "without", "near", "rather than", "as well as", "instead of")
_ENDINGS = (", told as hearsay", "; the day is not told", "; no figure is given", ", says a second speaker")
_ENGLISH = (
    ("Plant", "Mine", "Mill", "Works", "Province", "Power station", "Ministry"),
    ("told to make more", "short of power again", "said to be at a standstill", "hurries towards the holiday"),
    ("before the spring", "as coal runs out", "after the visit", "amid complaints", "despite the frost"),
)
_KOREAN = (
    ("제철소", "탄광", "화력발전소", "시멘트공장", "방직공장", "기계공장", "도당위원회"),
    ("생산 계획", "원료 부족", "전력 사정", "설비 보수", "노력 동원", "실적 보고"),
    ("다그쳐", "차질", "미달", "독촉에 불만", "또 미뤄져", "긴급 지시"),
)


def slug(dice: random.Random) -> str:
    """Name of a record, of two words or three."""
    name = f"{dice.choice(_KINDS)}-{dice.choice(_THINGS)}"
    return dice.choice((name, f"{dice.choice(_THINGS)}-{name}"))


def note(dice: random.Random) -> str:
    """A remark of a few words, or of a sentence that is too long for one line."""
    made = _thing(dice)
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        made += f" {dice.choice(_VERBS)} {dice.choice(_LINKS)} {_thing(dice)}"
    made += dice.choice(_ENDINGS) if dice.random() < 0.4 else ""  # noqa: PLR2004 - as in the real ones
    return made if len(made) <= LONGEST_NOTE else _thing(dice)


def _thing(dice: random.Random) -> str:
    return f"the {dice.choice(_KINDS)} {dice.choice(_THINGS)}"


def headline(dice: random.Random, language: str) -> str:
    """A headline in a language, `en` or `ko`."""
    return " ".join(dice.choice(part) for part in (_KOREAN if language == "ko" else _ENGLISH))
