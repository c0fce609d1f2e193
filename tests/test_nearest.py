"""What a misspelt word was probably meant to be, and words that are like none."""

from __future__ import annotations

import pytest

from dprk_industry.curate.models.nearest import closest, nearest_entry, nearest_id, one_slip
from dprk_industry.curate.models.registry import Place

MISSPELT = {
    "Example Steel Mill": "example-steel-mill",
    "example_steel_mill": "example-steel-mill",
    "exmple-steel-mil": "example-steel-mill",
    "KP08": "KP-08",
    "kp-o8": "KP-08",
    "KP-l0": "KP-10",
    "KP-8": "KP-08",
    "dowm": "down",
    "dwon": "down",
    "downn": "down",
}
UNLIKE = ["KP-09", "9" * 5000, "done", "own-goal", "mill", "7", "", "-", "KP-8888"]
KNOWN = ["KP", "KP-08", "KP-10", "down", "1", "example-steel-mill", "example-coal-mine"]
RECORDS = ["tidings-quota#order", "tidings-quota#kiln-blast", "wire-mill#letter"]


@pytest.mark.parametrize("word", MISSPELT)
def test_the_word_that_was_meant(word: str) -> None:
    assert closest(word, KNOWN) == MISSPELT[word]


@pytest.mark.parametrize("word", UNLIKE)
def test_no_word_is_offered_that_bears_no_likeness(word: str) -> None:
    assert closest(word, KNOWN) is None


def test_slips_of_one_letter() -> None:
    assert all(one_slip("mill", other) for other in ("mill", "mil", "milll", "mull", "imll"))
    assert not any(one_slip("mill", other) for other in ("", "mi", "llim", "mule"))


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("tidings-quota#ordre", "; did you mean `tidings-quota#order`?"),
        ("tidings-qouta#order", "; did you mean `tidings-quota#order`?"),
        ("tidings-qouta#x", "; did you mean the article `tidings-quota`?"),
        ("tidings-quota#letter", ""),
        ("somewhere-else#order", ""),
    ],
)
def test_article_and_record_are_looked_for_apart(name: str, advice: str) -> None:
    assert nearest_id(name, RECORDS) == advice


def test_an_entry_is_known_by_its_names() -> None:
    """Whoever writes a name of a plant as its id is led to the plant, and not to one whose id looks alike."""
    mill = Place(name="Example Steel Mill", level="county")
    mine = Place(name="Toksong Mine", level="county")
    known = {"sample-works": mill, "toksong-mine": mine, "example-still-mill": mine}
    for written in ("example-steel-mill", "Example Steel Mill", "example_steelmill"):
        assert nearest_entry(written, known) == "; did you mean `sample-works`, which bears that name?"
    assert nearest_entry("Toksong Mine", known) == "; did you mean `toksong-mine`?"
    assert nearest_entry("toksong-mne", known) == "; did you mean `toksong-mine`?"
    assert nearest_entry("example-steel-mill", [*known]) == "; did you mean `example-still-mill`?"
