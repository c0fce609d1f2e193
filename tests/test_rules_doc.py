"""docs/rules.md tells of every rule what `explain` tells, and its links lead to its headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dprk_industry.curate.cli import main
from dprk_industry.curate.corpus import load
from dprk_industry.curate.publish import documents, rules_doc, stale
from dprk_industry.curate.rules import GROUPS, RULES
from dprk_industry.curate.rules.base import declared

CODES = sorted({rule.code for rule in RULES})


@pytest.fixture(scope="module")
def document() -> str:
    """Text of docs/rules.md."""
    return rules_doc.render(GROUPS)


def test_the_page_says_how_it_is_made(document: str) -> None:
    first, *_ = document.splitlines()
    assert first.startswith("<!-- Generated from the docstrings of the rules in src/dprk_industry/curate/rules by")
    assert "`dprk-industry build`" in first


def test_every_rule_stands_once_in_contents_and_text(document: str) -> None:
    contents, _, text = document.partition("\n## Reading a file\n")
    assert sorted(re.findall(r"\[(R\d\d)\]\(#r\d\d\)", contents)) == CODES
    assert sorted(re.findall(r"^### (R\d\d)$", text, re.MULTILINE)) == CODES


def test_links_lead_to_headings(document: str) -> None:
    """Every group and every rule has a heading of its own, to which the contents lead."""
    headings = [found.lower().replace(" ", "-") for found in re.findall(r"^##+ (.+)$", document, re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    assert set(re.findall(r"\]\(#([^)]+)\)", document)) == {*headings} - {"contents"}


@pytest.mark.parametrize("code", CODES)
def test_page_and_explain_say_the_same(code: str, document: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Title, weight, why, how to mend and every example; nothing is left out and nothing is added."""
    assert main(["explain", code]) == 0
    section = document.partition(f"\n### {code}\n")[2].partition("\n##")[0]
    assert words(section) == words(capsys.readouterr().out.removeprefix(code))


def words(text: str) -> list[str]:
    """Words without the signs of either layout."""
    return sorted(re.findall(r"\w+", text))


def test_no_text_is_taken_for_a_tag() -> None:
    """Angle brackets are escaped where they do not stand in code."""
    rule = declared("R99", "A <b>.\n\nWhy: `<c>` <d>\nMend: e\nBad: <f>\nGood: <g>")
    page = rules_doc.render({"Group": (rule,)})
    assert "**A \\<b>.** (error)" in page
    assert "- Why: `<c>` \\<d>" in page
    assert "- Bad: `<f>`" in page


def test_a_changed_page_is_stale(toy_root: Path) -> None:
    """`build` writes the page, and `build --check` names it when it is not what the rules say."""
    (toy_root / "README.md").write_text(f"{documents.BEGIN}\n{documents.END}\n", "utf-8")
    assert main(["--root", str(toy_root), "build"]) == 0
    page = toy_root / "docs" / "rules.md"
    page.write_text(page.read_text("utf-8").replace("### R30", "### R03"), "utf-8")
    assert stale(toy_root, load(toy_root).collection) == ["docs/rules.md"]
