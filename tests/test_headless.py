"""What every article must have hides, where it cannot be read, nothing that is wrong with the rest of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from dprk_industry.curate.check import check, examine
from dprk_industry.curate.corpus import load
from dprk_industry.curate.corpus.headless import instead
from dprk_industry.curate.findings import Finding

FILE = "dataset/annotations/tidings/tidings-toy-order.yaml"
HEADS = sorted(instead(FILE, dict.fromkeys(("dated_by", "genre", "read"), ("a",))))
FAULTS = {
    "none": {},
    "misspelt": {"facility: example-steel-mill": "facility: example-steal-mill", "action: produce": "action: prodce"},
    "graded wrongly": {"credibility: 6": "credibility: 2"},
}


def without(text: str, key: str, instead: str) -> str:
    """A text with something else where a key of its top level and its value stood."""
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    last = next(number for number, line in enumerate(lines[first + 1 :], first + 1) if line[:1] != " ")
    return "\n".join([*lines[:first], *([instead] if instead else []), *lines[last:]])


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """What was found and of which record, wherever it stands."""
    return sorted((found.code, found.record, found.message) for found in findings)


@pytest.mark.parametrize("faults", FAULTS)
@pytest.mark.parametrize("key", HEADS)
@pytest.mark.parametrize("found", ["", "{key}: [[x]]"])
def test_a_fault_in_the_head_is_told_once_and_hides_no_other(found: str, key: str, faults: str, toy_root: Path) -> None:
    text = (toy_root / FILE).read_text("utf-8")
    for sound, faulty in FAULTS[faults].items():
        assert sound in text
        text = text.replace(sound, faulty)
    (toy_root / FILE).write_text(text, "utf-8")
    before = told(check(toy_root))
    assert len(before) >= len(FAULTS[faults])
    (toy_root / FILE).write_text(without(text, key, found.format(key=key)), "utf-8")
    checked = examine(toy_root)
    assert FILE in checked.articles
    after = told(checked.findings)
    [own] = [each for each in after if each not in before]
    assert own[2].startswith((f"the key `{key}` is missing", "a list stands here"))
    assert [each for each in before if each not in after] == []


def test_what_asks_for_the_whole_head_is_not_given_such_an_article(toy_root: Path) -> None:
    text = (toy_root / FILE).read_text("utf-8")
    (toy_root / FILE).write_text(without(text, "published", ""), "utf-8")
    assert load(toy_root).collection.sheets == ()
