"""What is gathered from a record at once agrees with what the walks find in it step by step."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from dprk_industry.curate.corpus import load
from dprk_industry.curate.models.walk import holdings, parties, references, texts

if TYPE_CHECKING:
    from pathlib import Path

OF_THE_ARTICLE = {("headline",), ("host",), ("item",)}
"""Texts in somebody's own words, beside notes and the names of fields."""


@pytest.mark.parametrize("root", ["real_root", "toy_root"])
def test_holdings_are_what_the_walks_find(root: str, request: pytest.FixtureRequest) -> None:
    where: Path = request.getfixturevalue(root)
    for sheet in load(where).collection.sheets:
        found = holdings(sheet.article)
        referred = defaultdict(set)
        for _, table, name in references(sheet.article):
            referred[table].add(name)
        assert {table: names for table, names in found.references.items() if names} == referred
        assert sorted(map(repr, found.parties)) == sorted(repr(party) for _, party in parties(sheet.article))
        own = [text for path, text in texts(sheet.article) if path[-1] in {"note", "field"} or path in OF_THE_ARTICLE]
        assert sorted(found.free_texts) == sorted(own)
