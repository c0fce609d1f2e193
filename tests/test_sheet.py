"""The readable sheets: that they leave out nothing that a reviewer must check, and print what is unfinished."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from dprk_industry.curate.cli import main
from dprk_industry.curate.corpus import load
from dprk_industry.curate.edtf import parse
from dprk_industry.curate.models.records import Amount
from dprk_industry.curate.sheet import sheet
from dprk_industry.curate.sheet.dates import day
from dprk_industry.curate.sheet.layout import WIDTH, columns, field, item, title
from dprk_industry.curate.sheet.words import Words

FULL = """
id: tidings-full
outlet: tidings
host: Example Mirror
url: https://tidings.example/full
item: "2"
headline: 제철소가 새로운 과제를 받았다
language: ko
published: 2019-05
dated_by: text
genre: news
paragraph_count: 5
paragraph_digests: [00000001, 00000002, 00000003, 00000004, 00000005]
text_sha256: 0000000000000000000000000000000000000000000000000000000000000000
read: full
background: [4]
annotators: [tester]
annotated: 2026-11-22
changes:
  - {version: 0.2.0, reason: corrected, names: [raised], note: the text says ten}

sources:
  resident: {kind: resident, place: KP-08, said: 2019-05-02, reliability: C}
  organ: {kind: state_report, outlet: organ, via: resident, reliability: D, note: read out at a meeting}
defaults: {source: resident, manner: stated, credibility: 3}

orders:
  raised:
    paragraphs: {resident: [1, 2], organ: [3]}
    same_as: tidings-toy-order#cabinet-order
    implements: tidings-toy-order#cabinet-order
    amends: tidings-toy-order#mill-order
    change: raised
    issuer: {actor: cabinet}
    addressees: [{facility: example-steel-mill}]
    beneficiaries: [{facility: example-coal-mine}]
    exempt: [{class: soldier, place: KP-08}]
    action: produce
    amounts:
      - {role: target, item: steel, min: 200, max: 999, word: hundreds, unit: t, per: [month], date: 2019-04,
         note: of both lines}
    issued: 2019-05-01
    deadline: {kind: occasion, date: 2019-06-15, occasion: summer-day}
    campaign: summer-drive
    note: told twice

outcomes:
  reached:
    paragraphs: [2]
    manner: forecast
    credibility: 6
    order: raised
    because_of: fire
    subjects: [{facility: example-steel-mill}]
    kind: fulfilment
    status: met
    plan: month
    campaign: summer-drive
    period: ../2019-05-20
    as_of: 2019-05-21
    achieved: 2019-05-19
    timing: early

incidents:
  fire:
    paragraphs: [3]
    during: raised
    because_of: reached
    at: [{facility: example-steel-mill}]
    type: fire
    date: 2019-05-18

consequences:
  scolded:
    paragraphs: [3]
    because_of: [raised, fire]
    issuer: {actor: cabinet}
    targets: [{facility: example-steel-mill, class: manager}]
    type: criticism
    stage: imposed
    date: 2019-05-22
    amounts: [{role: duration, max: 20, approximate: true, unit: year}]

factors:
  tired: {paragraphs: [2], concerns: [reached, fire], role: cause, type: overload}

links:
  - {from: reached, relation: contradicts, to: tidings-toy-order#half-done, field: status}
  - {from: raised, relation: cites, to: tidings-toy-order#nothing}
  - {from: tired, relation: corroborates, to: fire}
  - {from: fire, relation: updates, to: scolded}
"""

OTHER = FULL[: FULL.index("orders:")].lstrip().replace("tidings-full", "tidings-other").replace("[raised]", "[organ]")
"""An article with no records, so that nothing joins it to another."""

BLOCKS = {
    "raised": """
- raised: Cabinet to Example Steel Mill: produce
  amount:       amount required (steel): hundreds (200\u2013999 t) per month (April 2019) — of both lines
  issued:       1 May 2019
  deadline:     occasion, 15 June 2019, summer-day
  for:          Example Coal Mine
  not for:      Soldier, South Hamgyong
  campaign:     summer-drive
  change:       raised
  implements:   tidings-toy-order#cabinet-order (Example Tidings): Cabinet to Steel mill, DPRK:
                produce
  amends:       tidings-toy-order#mill-order (Example Tidings): Party committee, South Hamgyong to
                Example Steel Mill: produce
  same as:      tidings-toy-order#cabinet-order (Example Tidings): Cabinet to Steel mill, DPRK:
                produce
  cites:        tidings-toy-order#nothing
  note:         told twice
  told by:      resident (C), paragraphs 1, 2
  told by:      organ (D), paragraph 3
  manner:       stated; credibility: 3 possibly true
""",
    "reached": """
- reached: [forecast] fulfilment, monthly plan: met (Example Steel Mill)
  campaign:     summer-drive
  period:       until 20 May 2019
  as of:        21 May 2019
  achieved:     19 May 2019
  timing:       early
  because of:   fire
  order:        raised
  contradicts:  tidings-toy-order#half-done (Example Tidings): fulfilment, single assignment:
                partial (Example Steel Mill), on status
  told by:      resident (C), paragraph 2
  manner:       forecast; credibility: 6 cannot be judged
""",
    "fire": """
- fire: fire at Example Steel Mill
  date:         18 May 2019
  during:       raised
  because of:   reached
  updates:      scolded
  corroborates: tired
  told by:      resident (C), paragraph 3
  manner:       stated; credibility: 3 possibly true
""",
    "scolded": """
- scolded: criticism, imposed: Manager, Example Steel Mill
  amount:       duration: at most about 20 years
  by:           Cabinet
  date:         22 May 2019
  because of:   raised; fire
  updated by:   fire
  told by:      resident (C), paragraph 3
  manner:       stated; credibility: 3 possibly true
""",
    "tired": """
- tired: cause: overload
  concerns:     reached; fire
  corroborates: fire
  told by:      resident (C), paragraph 2
  manner:       stated; credibility: 3 possibly true
""",
}
HEADER = """
id:           tidings-full
outlet:       Example Tidings (insider outlet)
host:         Example Mirror
address:      https://tidings.example/full
item:         2
language:     ko
published:    May 2019, dated by text
genre:        news report
read:         whole text, 5 paragraphs
background:   paragraph 4
annotated:    22 November 2026 by tester

Sources
-------
- resident: resident, South Hamgyong; said 2 May 2019; reliability C fairly reliable; root: Example
  Tidings
- organ: state report (Example Organ); via resident; reliability D not usually reliable; root: state
  note:         read out at a meeting
"""
REST = """
By paragraph
------------
1:            raised
2:            raised, reached, tired
3:            raised, fire, scolded
4:            background
5:            nothing rests on it

Changes
-------
- 0.2.0: corrected, raised — the text says ten

Exceptions
----------
- R36 at tidings-full#raised: the text says so
"""


@pytest.fixture
def full_root(toy_root: Path) -> Path:
    """The toy dataset with an article that has every key, one that has no records, and an exception."""
    folder = toy_root / "dataset" / "annotations" / "tidings"
    (folder / "tidings-full.yaml").write_text(FULL.lstrip(), "utf-8")
    (folder / "tidings-other.yaml").write_text(OTHER, "utf-8")
    waiver = "- {rule: R36, record: tidings-full#raised, reason: the text says so}\n"
    (toy_root / "dataset" / "exceptions.yaml").write_text(waiver, "utf-8")
    return toy_root


def shown(root: Path, name: str) -> str:
    return sheet(load(root).collection, name)


@pytest.mark.parametrize("record", BLOCKS)
def test_a_record_is_shown_with_every_key(record: str, full_root: Path) -> None:
    """Its name, every key, every relation in both directions, and who tells it stand in one block."""
    assert BLOCKS[record] in shown(full_root, "tidings-full").replace("\n\n", "\n")


def test_an_article_is_shown_with_every_key(full_root: Path) -> None:
    """Header, sources with their roots, what rests on each paragraph, changes and exceptions."""
    printed = shown(full_root, "tidings-full")
    assert HEADER in printed
    assert printed.endswith(REST)


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
