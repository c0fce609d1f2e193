"""The readable sheets: that they leave out nothing that a reviewer must check, and print what is unfinished."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate import yamlfile
from dprk_industry.curate.cli import main
from dprk_industry.curate.corpus import load
from dprk_industry.curate.edtf import parse
from dprk_industry.curate.models.base import alias
from dprk_industry.curate.models.changes import ArticleChange
from dprk_industry.curate.models.records import (
    Amount,
    Article,
    Consequence,
    Deadline,
    Factor,
    Incident,
    Link,
    Order,
    Outcome,
    Record,
    Source,
)
from dprk_industry.curate.sheet import sheet
from dprk_industry.curate.sheet.dates import day
from dprk_industry.curate.sheet.layout import WIDTH, columns, field, item, title
from dprk_industry.curate.sheet.words import Words

HERE = Path(__file__).parent / "sheet"
FULL = (HERE / "tidings-full.yaml").read_text("utf-8")
"""An article that has every key."""
OTHER = FULL[: FULL.index("orders:")].replace("tidings-full", "tidings-other").replace("[raised]", "[organ]")
"""An article with no records, so that nothing joins it to another."""
KINDS = {"orders": Order, "outcomes": Outcome, "incidents": Incident, "consequences": Consequence, "factors": Factor}


@pytest.fixture
def full_root(toy_root: Path) -> Path:
    """The toy dataset with an article that has every key, one that has no records, and an exception."""
    folder = toy_root / "dataset" / "annotations" / "tidings"
    (folder / "tidings-full.yaml").write_text(FULL, "utf-8")
    (folder / "tidings-other.yaml").write_text(OTHER, "utf-8")
    waiver = "- {rule: R36, record: tidings-full#raised, reason: the text says so}\n"
    (toy_root / "dataset" / "exceptions.yaml").write_text(waiver, "utf-8")
    return toy_root


def shown(root: Path, name: str) -> str:
    return sheet(load(root).collection, name)


def test_an_article_is_shown_with_every_key(full_root: Path) -> None:
    """The sheet stands word for word beside its article: header, sources with their roots, each record in one block."""
    assert shown(full_root, "tidings-full") == (HERE / "tidings-full.txt").read_text("utf-8")


def test_the_article_has_every_key_there_is() -> None:
    """A key that is added to the models must be added to the article, and so to the sheet that is expected of it."""
    data = yamlfile.parse(FULL.encode()).data
    records = [record for section in KINDS for record in data[section].values()]
    held: list[tuple[type[Any], list[dict[str, Any]]]] = [
        (Article, [data]),
        (ArticleChange, data["changes"]),
        (Source, list(data["sources"].values())),
        (Record, records),
        *((model, [dict.fromkeys(_keys(Record)), *data[section].values()]) for section, model in KINDS.items()),
        (Deadline, [order["deadline"] for order in data["orders"].values()]),
        (Amount, [amount for record in records for amount in record.get("amounts", ())]),
        (Link, data["links"]),
    ]
    for model, mappings in held:
        assert _keys(model) == {key for mapping in mappings for key in mapping} & _keys(model), model


def _keys(model: type[Any]) -> set[str]:
    return {alias(field.name) for field in fields(model)}


def test_an_order_below_another_article_s_is_shown(full_root: Path) -> None:
    """Orders stand on the sheet of their article even if no order of it is the head of their cascade."""
    assert "\n- raised: " in shown(full_root, "tidings-full")
    path = full_root / "dataset" / "annotations" / "tidings" / "tidings-full.yaml"
    text = path.read_text("utf-8").replace("implements: tidings-toy-order#cabinet-order", "implements: raised")
    path.write_text(text, "utf-8")
    assert shown(full_root, "tidings-full").count("\n- raised: ") == 1


def test_records_of_several_articles_are_told_apart(full_root: Path) -> None:
    """On the sheets of records and facilities each record has its full id, and each teller its article."""
    for name in ("tidings-toy-order#mill-order", "example-steel-mill"):
        printed = shown(full_root, name)
        assert "tidings-full#raised" in printed
        assert "told by:      resident, South Hamgyong (C fairly reliable), paragraph 2 of Example Tidings," in printed
    assert "told by:      state report (Example Organ) (D not usually reliable), paragraph 3 of" in printed


UNKNOWN = {
    "facility": ("facility: example-steel-mill", "facility: no-such-mill"),
    "actor": ("actor: cabinet", "actor: no-such-actor"),
    "place": ("place: KP-08", "place: KP-77"),
    "calendar": ("occasion: spring-day", "occasion: no-such-day"),
    "outlet": ("outlet: wire", "outlet: no-such-outlet"),
    "own outlet": ("outlet: tidings", "outlet: no-such-outlet"),
    "source": ("source: organ", "source: no-such-source"),
    "record": ("concerns: mill-order", "concerns: no-such-record"),
}


@pytest.mark.parametrize("unknown", UNKNOWN)
def test_what_nobody_knows_is_printed_by_its_id(unknown: str, toy_root: Path) -> None:
    """A facility, actor, place, occasion, outlet, source or record that is not there is told by its bare id."""
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    before, after = UNKNOWN[unknown]
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    bare = after.partition(": ")[2]
    assert bare in shown(toy_root, "tidings-toy-order")
    for name in ("cabinet-order", "mill-order", "agency-doubt", "all-well", "scolding", "no-coke"):
        assert f"tidings-toy-order#{name}" in shown(toy_root, f"tidings-toy-order#{name}")


def test_a_facility_in_an_unknown_place_is_shown(toy_root: Path) -> None:
    path = toy_root / "dataset" / "facilities" / "example-steel-mill.yaml"
    text = re.sub("place: KP.*", "place: KP-77\nparent: no-such-complex", path.read_text("utf-8"), count=1)
    path.write_text(text, "utf-8")
    printed = shown(toy_root, "example-steel-mill")
    assert "place:        KP-77\npart of:      no-such-complex" in printed


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2021-11-24", "24 November 2021"),
        ("2021-11", "November 2021"),
        ("2021", "2021"),
        ("2021-11~", "2021-11~ (between 1 October 2021 and 31 December 2021)"),
        ("2015-01-01/2015-03-25", "from 1 January 2015 to 25 March 2015"),
        ("../2009-09-20", "until 20 September 2009"),
        ("2009-09/..", "from September 2009 on"),
        ("../2009-09-20~", "../2009-09-20~ (until 21 September 2009)"),
        ("[2001-10-10,2002-10]", "10 October 2001 or October 2002"),
    ],
)
def test_dates_are_said_in_words(date: str, words: str) -> None:
    assert day(parse(date)) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(role="duration", max=Decimal(20), approximate=True, unit="year"), "at most about 20 years"),
        (Amount(role="duration", max=Decimal(1), unit="year"), "at most 1 year"),
        (Amount(role="duration", min=Decimal(2), approximate=True, unit="truck"), "at least about 2 truckloads"),
        (Amount(role="duration", value=Decimal(1), unit="person"), "1 person"),
        (Amount(role="duration", min=Decimal(1), max=Decimal(3), unit="month"), "1\u20133 months"),
        (Amount(role="duration", word="some", unit="hour"), "some hours"),
        (Amount(role="duration", word="unclear", approximate=True), "about unclear"),
        (
            Amount(role="duration", min=Decimal(50), word="most", unit="percent", base="total"),
            "most (at least 50 percent) of whole",
        ),
        (
            Amount(role="duration", value=Decimal(20), min=Decimal(15), unit="kg", approximate=True),
            "about 20 (at least 15) kg",
        ),
    ],
)
def test_amounts_are_said_in_words(amount: Amount, words: str, real_root: Path) -> None:
    """Numbers and word both stand, the unit in its number; what is rough is called so behind its bound."""
    assert Words(load(real_root).collection.registries).amount(amount) == f"duration: {words}"


def test_lines_are_measured_in_columns() -> None:
    """A wide character takes two columns: in the line under a title, and where a line is broken."""
    assert columns("제철소 A") == 8
    assert title("제철소 A") == ["제철소 A", "=" * 8, ""]
    lines = item("제철소가 새로운 과제를 받았다 " * 9)
    assert max(map(columns, lines)) <= WIDTH
    assert len(lines) > 2
    assert columns(title("제철소가 새로운 과제를 받았다 " * 9)[-2]) <= WIDTH


def test_a_label_never_touches_its_value() -> None:
    assert field("a label that is long", "value") == ["a label that is long: value"]
    assert field("short", "value") == ["short:        value"]


def test_one_paragraph_is_not_called_paragraphs(toy_root: Path) -> None:
    path = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
    path.write_text(path.read_text("utf-8").replace("paragraph_count: 3", "paragraph_count: 1"), "utf-8")
    assert "whole text, 1 paragraph\n" in shown(toy_root, "tidings-toy-order")


FAULTS = {
    "its own file": ("annotations/tidings/tidings-toy-order.yaml", "action: produce", "action: produse", True),
    "a facility of it": ("facilities/example-steel-mill.yaml", "name: ", "nam: ", True),
    "a facility that it does not name": ("facilities/example-coal-mine.yaml", "name: ", "nam: ", False),
    "an actor of it": ("registries/actors.yaml", "name: Cabinet", "nam: Cabinet", True),
    "a registry as a whole": ("registries/places.yaml", "KP-08:", "KP-08: [", True),
    "the handles of annotators": ("registries/annotators.yaml", "role:", "rule:", True),
    "an article that refers to it": ("annotations/tidings/tidings-full.yaml", "type: fire", "type: fyre", True),
    "another article": ("annotations/tidings/tidings-other.yaml", "genre: news", "genre: knews", False),
    "the list of bounds": ("bounds.yaml", "", "a: ", False),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_files_are_named_where_they_matter(
    fault: str, full_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file whose faults may keep something off the sheet is named; of the others nothing is said."""
    name, before, after, matters = FAULTS[fault]
    path = full_root / "dataset" / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")
    assert load(full_root).findings
    assert main(["--root", str(full_root), "show", "tidings-toy-order"]) == 0
    told = f"faults may keep something off this sheet; run `check` on dataset/{name}\n" if matters else ""
    assert capsys.readouterr().err == told


def test_any_article_may_hold_an_account_of_an_order(full_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = full_root / "dataset" / "annotations" / "tidings" / "tidings-full.yaml"
    path.write_text(path.read_text("utf-8").replace("action: produce", "action: produse"), "utf-8")
    assert main(["--root", str(full_root), "show", "tidings-toy-order#mill-order"]) == 0
    assert "run `check` on dataset/annotations/tidings/tidings-full.yaml" in capsys.readouterr().err


def test_an_article_that_cannot_be_read_is_not_called_unknown(
    full_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (full_root / "dataset" / "annotations" / "tidings" / "tidings-full.yaml").write_text("id: [\n", "utf-8")
    for name in ("tidings-full", "tidings-full#raised"):
        assert main(["--root", str(full_root), "show", name]) == 2
        expected = f"`{name}` cannot be read; run `dprk-industry check dataset/annotations/tidings/tidings-full.yaml`"
        assert expected in capsys.readouterr().err
