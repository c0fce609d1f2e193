"""What is said of the columns is complete: reasons for empty cells, coverage of the data, and docs/tables.md."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate import corpus
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.publish import about, meanings, tables_doc
from dprk_industry.curate.publish.coverage import Box, measure
from dprk_industry.curate.tables import TABLES, Table

ROOT = Path(__file__).parents[1]
Rows = list[dict[str, Any]]


@pytest.fixture(scope="module")
def collection() -> Collection:
    """The real dataset."""
    return corpus.load(ROOT).collection


@pytest.fixture(scope="module")
def document(collection: Collection) -> str:
    """Text of docs/tables.md."""
    rows = {table.name: table.rows(collection) for table in TABLES}
    return tables_doc.render(TABLES, collection.registries.vocabularies, rows)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_says_why_a_cell_may_be_empty(table: Table) -> None:
    """A column has a reason if it is not always filled, none if it is, and no reason is left over."""
    optional = {column.name for column in table.columns if not column.required}
    explained = {column.name for column in table.columns if meanings.empty(table.name, column)}
    assert explained == optional
    assert meanings.EMPTY.get(table.name, {}).keys() <= optional


def bare(**held: Rows) -> dict[str, Rows]:
    """Rows of the tables that coverage looks at; those not given have none."""
    names = ("articles", "sources", "orders", "outcomes", "incidents", "consequences", "facilities", "places")
    return {name: held.get(name, []) for name in names}


def test_coverage_leaves_out_dates_without_a_year() -> None:
    """What is known to the decade only would stretch the coverage into the future."""
    known = {"date_min": date(2021, 11, 24), "date_max": date(2021, 11, 30)}
    vague = {"date_min": date(2020, 10, 1), "date_max": date(2029, 10, 31)}
    covered = measure(bare(incidents=[known, vague], consequences=[{"date_min": None, "date_max": date(2030, 1, 1)}]))
    assert (covered.first, covered.last) == (date(2021, 11, 24), date(2021, 11, 30))


def test_coverage_of_nothing_is_nothing() -> None:
    covered = measure(bare())
    assert (covered.first, covered.last, covered.box, covered.annotated) == (None, None, None, None)


def test_box_holds_all_points() -> None:
    facilities: Rows = [{"lat": Decimal(39), "lon": Decimal(126)}, {"lat": None, "lon": None}]
    place = {"lat_min": Decimal(38), "lon_min": Decimal(127), "lat_max": Decimal(40), "lon_max": Decimal(128)}
    expected = Box(Decimal(38), Decimal(126), Decimal(40), Decimal(128))
    assert measure(bare(facilities=facilities, places=[place])).box == expected


def test_links_lead_somewhere(document: str) -> None:
    """Links within the page lead to its headings, each of which is there once, and others to documents."""
    headings = re.findall(r"^### (\S+)$", document, re.MULTILINE)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#([^)]+)\)", document)) == set(headings)
    assert all((ROOT / "docs" / found).is_file() for found in re.findall(r"\]\((?!#)([^)]+)\)", document))


def test_every_column_and_code_is_there(document: str, collection: Collection) -> None:
    """Every table with its columns and every list with its codes, in rows that are as wide as their head."""
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", document, re.MULTILINE | re.DOTALL))
    for table in TABLES:
        assert firsts(sections[table.name]) == [column.name for column in table.columns]
    for name, vocabulary in collection.registries.vocabularies.items():
        assert firsts(sections[name]) == list(vocabulary.codes)


def firsts(section: str) -> list[str]:
    """First cells of a table, all of whose rows are of one width."""
    rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in section.splitlines() if line.startswith("|")]
    assert {len(row) for row in rows} == {5}
    return [row[0].strip().strip("`") for row in rows[2:]]


def test_examples_come_from_the_data(document: str) -> None:
    assert "`202X-10`" in document
    assert "`criticism\\|dismissal\\|party_expulsion`" in document


def test_the_page_says_how_it_is_made(document: str) -> None:
    assert document.startswith(f"<!-- {about.BANNER} -->\n\n# Tables and codes\n")


@pytest.mark.parametrize("name", ["cookbook.md", "using.md"])
def test_links_of_the_documents_lead_somewhere(name: str, document: str) -> None:
    """Files and headings that the cookbook and the page on using the data link to are there."""
    folder = ROOT / "docs"
    texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} | {"tables.md": document}
    for path, _, heading in (link.partition("#") for link in re.findall(r"\]\(([^)]+)\)", texts[name])):
        assert not path or path in texts or (folder / path).is_file(), path
        anchors = {slug(found) for found in re.findall(r"^#+ (.+)$", texts.get(path or name, ""), re.MULTILINE)}
        assert not heading or heading in anchors, heading


def slug(heading: str) -> str:
    """Anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
