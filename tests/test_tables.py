"""Tables: their constraints on the toy and the real data, and the headline table by its rules."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate.corpus import load
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.publish import descriptor
from dprk_industry.curate.tables import TABLES

Rows = list[dict[str, Any]]
PYTHON = {"string": str, "integer": int, "number": Decimal, "boolean": bool, "date": date}


@pytest.fixture(params=["toy_root", "real_root"])
def collection(request: pytest.FixtureRequest) -> Collection:
    """Both datasets, so that the same checks run on each."""
    return load(request.getfixturevalue(request.param)).collection


def _rows(collection: Collection, name: str) -> Rows:
    return next(table for table in TABLES if table.name == name).rows(collection)


def _values(rows: Rows, names: Iterable[str]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows]


def test_rows_are_sorted_and_unique(collection: Collection) -> None:
    """Rows stand under the declared columns, sorted by a key that is whole and unique; further keys are unique too."""
    for table in TABLES:
        rows = table.rows(collection)
        assert all(list(row) == [column.name for column in table.columns] for row in rows)
        for names in filter(None, (table.key, *table.unique)):
            assert len(set(_values(rows, names))) == len(rows), (table.name, names)
        keys = _values(rows, table.key)
        assert all(None not in key for key in keys)
        assert all(one <= other for one, other in pairwise(keys)), table.name


def test_cells_keep_their_constraints(collection: Collection) -> None:
    """Every cell has the type of its column, stands in its list, fits its pattern, and is there if required."""
    for table in TABLES:
        rows = table.rows(collection)
        for column in table.columns:
            field = descriptor.field(column, collection.registries.vocabularies)
            constraints = field.get("constraints", {})
            held = [row[column.name] for row in rows if row[column.name] is not None]
            assert not constraints.get("required") or len(held) == len(rows), (table.name, column.name)
            assert all(type(value) is PYTHON[field["type"]] for value in held), (table.name, column.name)
            assert set(held) <= set(constraints.get("enum", held)), (table.name, column.name)
            assert all(re.fullmatch(constraints.get("pattern", "(?s).*"), str(value)) for value in held), column.name


def test_references_resolve(collection: Collection) -> None:
    """Every value that refers to another table is found in it."""
    referring = [(table, column) for table in TABLES for column in table.columns if column.refers]
    assert len(referring) > 20
    for table, column in referring:
        other, _, name = (column.refers or "").partition(".")
        known = {row[name] for row in _rows(collection, other)} | {None}
        assert {row[column.name] for row in table.rows(collection)} <= known, (table.name, column.name)


def test_columns_stand_as_in_the_files(real_root: Path) -> None:
    """The header of each published file names the columns in the order in which they are declared."""
    for table in TABLES:
        with (real_root / "dataset" / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            assert next(csv.reader(stream)) == [column.name for column in table.columns]


MACROS = {
    "ORDER": "paragraphs: [1], issuer: {class: party_committee, place: KP-08}, action: produce, addressees: [{MILL}]",
    "OUTCOME": "paragraphs: [2], kind: fulfilment, plan: assignment, subjects: [{MILL}]",
    "THREAT": "paragraphs: [2], targets: [{MILL}], stage: threatened",
    "DUE": "deadline: {kind: date, date: 2019-03-31}",
    "MILL": "facility: example-steel-mill",
    "MINE": "facility: example-coal-mine",
}
Make = Callable[..., dict[str, Any]]


@pytest.fixture
def headline(toy_root: Path) -> Make:
    """Makes the headline table of some articles: cells of its rows, by the order's name or by another column."""

    def made(*articles: str, cells: str, by: str = "order_id") -> dict[str, Any]:
        file = toy_root / "dataset" / "annotations" / "tidings" / "tidings-toy-order.yaml"
        header = file.read_text("utf-8").partition("orders:")[0]
        for number, article in enumerate(articles):
            dated = header.replace("2019-03-20", f"2019-0{9 - number}-01")
            text = dated.replace("toy-order", f"toy-{number}") + article
            for name, macro in MACROS.items():
                text = text.replace(name, macro)
            file.with_name(f"tidings-toy-{number}.yaml").write_text(text, "utf-8")
        file.unlink()
        corpus = load(toy_root)
        assert corpus.findings == ()
        rows, names = _rows(corpus.collection, "order_outcomes"), cells.split()
        return {
            row[by].rpartition("#")[2]: row[cells] if names == [cells] else _values([row], names)[0] for row in rows
        }

    return made


MET = """
yes: DUE, met, as_of: 2019-03-31            | yes: DUE, exceeded, achieved: 2019-03
yes: DUE, met, timing: late, as_of: 2019-03 | yes: DUE, met, as_of: 2019-04-01, achieved: 2019-03-30
yes: DUE, met, timing: early                | yes: deadline: {kind: date, date: 2019-03-31~}, met, as_of: 2019-04-01
yes: DUE, met, timing: on_time              | yes: deadline: {kind: recurring, every: month}, exceeded, timing: early
no: DUE, missed                             | no: DUE, missed, as_of: 2019-03-01
no: DUE, met, achieved: 2019-04-01          | no: DUE, met, timing: late, as_of: 2019-04-02
no: DUE, partial, timing: late              | no: DUE, not_started, as_of: 2019-04-01
no: DUE, under_way, as_of: 2019-04-01       | no: DUE, partial, as_of: 2019-04-01
no: DUE, nominal, as_of: 2019-04-01         | no: deadline: {kind: recurring, every: month}, missed
unknown: DUE, met                           | unknown: DUE, met, as_of: 2019-04-01
unknown: DUE, met, as_of: 2019-03~          | unknown: DUE, partial, as_of: 2019-03-31/2019-04-02
unknown: DUE, partial                       | unknown: deadline: {kind: recurring, every: month}, met, as_of: 2019-03
unknown: DUE, partial, as_of: 2019-03-31    | unknown: deadline: {kind: within, date: 2019-03/..}, met, as_of: 2019-03
unknown: DUE, withdrawn, as_of: 2019-04-01  | unknown: deadline: {kind: urgent}, missed
unknown: note: undated, met, timing: early  | unknown: deadline: {kind: none}, met, timing: early
"""


def test_met_deadline(headline: Make) -> None:
    """A deadline is met, not met, or neither is known, by the first clause of the rule that fits."""
    clauses = re.findall(r"(\w+): (DUE|\w+: \{[^}]*\}|note: \w+), (\w+)(.*?) *[|\n]", MET)
    orders = [f"  {met}-{number}: {{ORDER, {due}}}" for number, (met, due, *_) in enumerate(clauses)]
    outcomes = [
        f"  of-{number}: {{OUTCOME, order: {met}-{number}, status: {status}{more}}}"
        for number, (met, _, status, more) in enumerate(clauses)
    ]
    text = "\n".join(["orders:", *orders, "  unknown-silent: {ORDER, DUE}", "outcomes:", *outcomes])
    found = headline(text, cells="met_deadline")
    assert len(found) == 31
    assert found == {name: name.partition("-")[0] for name in found}


def test_accounts_are_of_the_addressee(headline: Make) -> None:
    """An account that names facilities counts for those alone, one that names none for all; only what holds counts."""
    text = """
orders: {a: {ORDER}}
outcomes:
  mill: {OUTCOME, order: a, status: partial, credibility: 2}
  mine: {paragraphs: [2], kind: fulfilment, subjects: [{MINE}], order: a, status: missed, credibility: 2}
  all: {paragraphs: [2], kind: fulfilment, subjects: [{class: worker, place: KP}], order: a, status: met}
  running: {paragraphs: [2], kind: operation, subjects: [{MILL}], order: a, status: full, credibility: 1}
  hoped: {OUTCOME, order: a, status: met, manner: forecast, credibility: 1}
  denied: {OUTCOME, order: a, status: met, manner: denied, credibility: 1}
"""
    parties = "{MILL}, {MINE}, {MILL, class: manager}, {class: steel_mill, place: KP}"
    text = text.replace("ORDER", MACROS["ORDER"].replace("{MILL}", parties))
    assert headline(text, cells="accounts outcome_status", by="addressee") == {
        "Example Steel Mill": (2, "partial"),
        "Example Coal Mine": (2, "missed"),
        "Manager, Example Steel Mill": (2, "partial"),
        "Steel mill, DPRK": (3, "partial"),
    }


def test_chosen_account(headline: Make) -> None:
    """Credibility decides, then the latest possible `as_of`, then the smallest id; the source kind is the chosen's."""
    text = """
orders: {credible: {ORDER}, latest: {ORDER}, first: {ORDER}}
outcomes:
  a: {OUTCOME, order: credible, status: met, as_of: 2019-03-20}
  b: {OUTCOME, order: credible, status: partial, as_of: 2019-03-01, credibility: 2, source: organ}
  c: {OUTCOME, order: latest, status: met, as_of: 2019-03-20}
  d: {OUTCOME, order: latest, status: partial, as_of: 2019-03}
  e: {OUTCOME, order: latest, status: missed}
  g: {OUTCOME, order: first, status: partial, as_of: 2019-03}
  f: {OUTCOME, order: first, status: met, as_of: 2019-03-31}
"""
    assert headline(text, cells="outcome_status outcome_as_of outcome_source_kind accounts") == {
        "credible": ("partial", "2019-03-01", "state_report", 2),
        "latest": ("partial", "2019-03", "resident", 3),
        "first": ("met", "2019-03-31", "resident", 2),
    }


def test_disputed(headline: Make) -> None:
    """Two roots dispute by status or by a contradicts link, from either end; one root does not dispute with itself."""
    text = """
orders: {status: {ORDER}, agreed: {ORDER}, alone: {ORDER}, linked: {ORDER}, linked-back: {ORDER}, linked-alone: {ORDER}}
outcomes:
  status-1: {OUTCOME, order: status, status: met}
  status-2: {OUTCOME, order: status, status: nominal, source: organ}
  agreed-1: {OUTCOME, order: agreed, status: met}
  agreed-2: {OUTCOME, order: agreed, status: exceeded, source: organ}
  alone-1: {OUTCOME, order: alone, status: met}
  alone-2: {OUTCOME, order: alone, status: missed}
  linked-1: {OUTCOME, order: linked, status: met}
  linked-back-1: {OUTCOME, order: linked-back, status: met}
  linked-alone-1: {OUTCOME, order: linked-alone, status: met}
factors:
  no-coke: {paragraphs: [3], source: organ, concerns: linked, role: obstacle, type: fuel}
  no-ore: {paragraphs: [3], concerns: linked-alone, role: obstacle, type: raw_material}
links:
  - {from: linked-1, relation: contradicts, to: no-coke}
  - {from: no-coke, relation: contradicts, to: linked-back-1}
  - {from: linked-alone-1, relation: contradicts, to: no-ore}
"""
    found = headline(text, cells="disputed roots")
    assert {name for name, (disputed, _) in found.items() if disputed} == {"status", "linked", "linked-back"}
    assert {name for name, (_, roots) in found.items() if roots == 2} == {"status", "agreed"}


def test_case_gathers_threats_and_accounts(headline: Make) -> None:
    """Threats and accounts of one real order come from all articles on it, under the id of the first published."""
    later = """
orders: {again: {ORDER, DUE, same_as: tidings-toy-1#first}, rumoured: {ORDER, manner: rumour}}
outcomes:
  done: {OUTCOME, order: again, status: met, timing: early}
consequences:
  a: {THREAT, because_of: again, type: pay_bonus}
  b: {THREAT, because_of: [again, a], type: dismissal}
  c: {paragraphs: [2], targets: [{MILL}], stage: imposed, because_of: again, type: fine}
"""
    early = "orders: {first: {ORDER, DUE}}\nconsequences: {d: {THREAT, because_of: first, type: criticism}}\n"
    shared = ("tidings-toy-1#first", "criticism|dismissal|pay_bonus", "yes", 1)
    found = headline(later, early, cells="case_id threatened met_deadline accounts")
    assert found == {"first": shared, "again": shared}


def test_demand(headline: Make) -> None:
    """A demand is told from the amounts in their order, as in the model's examples."""
    demands = {
        "all smelter": "{item: smelter, word: all}",
        "200\u2013300 percent of last_period": "{min: 200, max: 300, unit: percent, base: last_period}",
        "20 kg scrap_iron per person per month": "{item: scrap_iron, value: 20, unit: kg, per: [person, month]}",
        "about 20 (at least 15) kg": "{value: 20, min: 15, unit: kg, approximate: true}",
        "more cement; at most 1.5 t; 12 furnace": "{item: cement, word: more}, {max: 1.5, unit: t}, "
        "{item: furnace, value: 12, unit: unit}",
        None: "",
    }
    texts = [text.replace("{", "{role: target, ") for text in demands.values()]
    orders = [f"  o-{number}: {{ORDER, amounts: [{text}]}}" for number, text in enumerate(texts)]
    found = headline("\n".join(["orders:", *orders]), cells="demand")
    assert found == {f"o-{number}": demand for number, demand in enumerate(demands)}


def test_names_of_parties(headline: Make) -> None:
    """Parties have their name, level, place and sector: facility, actor, class in a place, body at a facility."""
    text = """
orders:
  a:
    paragraphs: [1]
    issuer: {MINE, class: management}
    addressees: [{MINE}, {MILL, class: worker}, {actor: cabinet}, {class: coal_mine, place: KP-08-hamju},
      {class: resident, place: KP}]
    action: produce
"""
    found = headline(text, cells="province sector facility_id issuer issuer_level", by="addressee")
    issuer = ("Management, Example Coal Mine", "enterprise")
    assert found == {
        "Example Coal Mine": ("North Hamgyong", "coal_mine", "example-coal-mine", *issuer),
        "Worker, Example Steel Mill": ("South Hamgyong", "steel_mill", "example-steel-mill", *issuer),
        "Cabinet": (None, None, None, *issuer),
        "Coal mine, Hamju": ("South Hamgyong", "coal_mine", None, *issuer),
        "Resident, DPRK": (None, None, None, *issuer),
    }


def test_real_rows(real_root: Path) -> None:
    """The five seed articles give what the articles say: deadlines, threats, quotas, casualties and grades."""
    collection = load(real_root).collection

    def rows(table: str, article: str, **cells: Any) -> Rows:
        found = [row for row in _rows(collection, table) if str(next(iter(row.values()))).startswith(article)]
        return [row for row in found if all(row[name] == cell for name, cell in cells.items())]

    central, province = rows("order_outcomes", "dailynk-hyesan-steel-restart")
    assert (central["addressee"], province["addressee"]) == ("Steel mill, DPRK", "Hyesan Steel Mill")
    assert (province["deadline_max"].month, province["deadline_max"].day) == (10, 31)
    assert (province["demand"], province["threatened"]) == ("all smelter", "criticism|dismissal|party_expulsion")
    assert [province[name] for name in ("outcome_status", "accounts", "met_deadline")] == ["under_way", 1, "unknown"]
    quota = rows("order_outcomes", "dailynk-scrap", demand="20 kg scrap_iron per person per month")
    assert [row["addressee"] for row in quota] == ["Resident, DPRK"]
    blast = rows("amounts", "dailynk-komusan-kiln#kiln-blast")
    assert {("killed", 2), ("injured", 6)} <= {(row["role"], row["value"]) for row in blast}
    (half,) = (row["record_id"] for row in rows("amounts", "dailynk-kaechon", role="ratio", value=50))
    assert [row["facility_id"] for row in rows("parties", half)] == ["sunchon-area-youth-coal-mining-complex"]
    assert [row["period"] for row in rows("outcomes", half)] == ["2021-11"]
    assert rows("order_outcomes", "pyongyangtimes-boost-metal-output") == []
    (claim,) = rows("outcomes", "pyongyangtimes-boost-metal-output", status="exceeded")
    (record,) = rows("records", claim["record_id"])
    (source,) = rows("sources", record["source_id"])
    assert (source["kind"], source["reliability"], record["credibility"]) == ("state_report", "D", "3")
