"""Words of made-up articles: headlines in English and Korean, and notes as annotators write them."""

from __future__ import annotations

import random

LONGEST_NOTE = 140
"""Characters of a note at most, as the rules have it."""
_WHO = ("the source", "a second speaker", "the plant's own staff", "the province", "the paper", "an older resident")
_SAYS = ("calls it", "speaks of", "gives no figure for", "adds a word on", "leaves open", "has seen nothing of")
_WHAT = (
    "the second line",
    "work by day and night",
    "a quota set too high",
    "the spare parts that never came",
    "the furnace as it was before the repair",
    "what the shift was told at the gate",
    "the shares of the other counties",
    "a visit from the centre",
)
_MORE = (
    "; nothing is said of how much is left",
    ", told as hearsay",
    "; the day is not told, only the month",
    ", handed on within days and read out at a meeting of the whole plant",
    "; coded apart from the order, for the text keeps the two apart",
    "",
    "",
)
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


def note(dice: random.Random) -> str:
    """A remark of one sentence; about one in six is too long for one line."""
    made = f"{dice.choice(_WHO)} {dice.choice(_SAYS)} {dice.choice(_WHAT)}{dice.choice(_MORE)}"
    short = dice.choice(_WHAT)
    return made if len(made) <= LONGEST_NOTE and dice.random() < 0.6 else short  # noqa: PLR2004 - as in the real ones


def headline(dice: random.Random, language: str) -> str:
    """A headline in a language, `en` or `ko`."""
    return " ".join(dice.choice(part) for part in (_KOREAN if language == "ko" else _ENGLISH))
