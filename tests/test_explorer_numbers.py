"""Every number that the explorer shows, against the published tables, counted here in another way."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

import pandas as pd
import pytest

from dprk_industry import load_dataset
from dprk_industry.curate.publish.about import LIMITS

Tables = dict[str, Any]
"""Frames by the names of their tables; what pandas gives is looked at cell by cell."""
FILTERS = ("sector", "action", "outcome", "year", "outlet")
TELLERS = ("state", "inside", "others")


@pytest.fixture(scope="module")
def tables() -> Tables:
    frames: Tables = load_dataset("all")
    return {name: frame.astype(object).where(frame.notna(), None) for name, frame in frames.items()}


@pytest.fixture(scope="module")
def headline(tables: Tables) -> pd.DataFrame:
    """The headline table with a column for each filter of the explorer."""
    articles = tables["articles"].set_index("article_id")
    first, last = (pd.to_datetime(articles[name]).dt.year for name in ("published_min", "published_max"))
    years = {name: str(first[name]) if first[name] == last[name] else "open" for name in articles.index}
    rows: pd.DataFrame = tables["order_outcomes"].copy()
    rows["year"] = rows["article_id"].map(years)
    rows["outlet"] = rows["outlet_kind"]
    rows["sector"] = rows["sector"].fillna("none")
    rows["outcome"] = rows["outcome_status"].fillna("untold").where(rows["accounts"] > 0, "silent")
    return rows


def numbers(page: Any, figure: str) -> list[tuple[list[str], list[str]]]:
    """Head of each line of a figure, and its numbers, as the page shows them."""
    lines: list[tuple[list[str], list[str]]] = page.evaluate(
        """id => [...document.querySelectorAll(`#${id} tbody tr`)].map(row =>
            [[row.cells[0].innerText.trim()], [...row.cells].slice(1).map(cell => cell.innerText.trim())])""",
        figure,
    )
    return lines


def heads(page: Any, figure: str) -> list[str]:
    """Heads of the columns of a figure."""
    found: list[str] = page.evaluate(
        """id => [...document.querySelectorAll(`#${id} thead tr:last-child > *`)]
            .slice(1).map(each => each.innerText.trim())""",
        figure,
    )
    return found


def labels(tables: Tables, vocabulary: str) -> dict[str, str]:
    terms = tables["terms"]
    return dict(terms[terms["list"] == vocabulary][["code", "label"]].itertuples(index=False))


def test_the_counts_of_the_overview(reader: Any, tables: Tables) -> None:
    page = reader.open()
    shown = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.numbers strong')].map(e => [e.id, e.innerText]))"
    )
    assert len(shown) == 6
    assert shown == {name: str(len(tables[name.removeprefix("count-")])) for name in shown}
    said = page.locator(".limits li").all_inner_texts()
    assert said == [limit.replace("`", "") for limit in LIMITS]
    assert page.locator(".citation").inner_text() == load_dataset("orders").attrs["citation"]


def test_orders_over_time(reader: Any, tables: Tables, headline: pd.DataFrame) -> None:
    page = reader.open()
    years = ["open" if head == "open" else f"20{head[1:]}" for head in heads(page, "fig-time")]
    names = {label: code for code, label in labels(tables, "outlet_kind").items()}
    shown = {
        (names[kind], year): int(number)
        for [kind], cells in numbers(page, "fig-time")
        for year, number in zip(years, cells, strict=True)
        if number
    }
    assert shown == headline.groupby(["outlet_kind", "year"], observed=True)["case_id"].nunique().to_dict()


def test_deadlines_against_outcomes(reader: Any, tables: Tables, headline: pd.DataFrame) -> None:
    page = reader.open()
    assert heads(page, "fig-deadlines") == ["orders", "", "met", "not met", "not clear", "silence"]
    due = headline[headline["deadline_kind"].notna() & ~headline["deadline_kind"].isin(["none", "urgent"])]
    expected = []
    for kind, label in labels(tables, "outlet_kind").items():
        cases = [rows for _, rows in due[due["outlet_kind"] == kind].groupby("case_id", observed=True)]
        silent = sum(rows["accounts"].sum() == 0 for rows in cases)
        met = sum((rows["met_deadline"] == "yes").any() for rows in cases)
        missed = sum(
            (rows["met_deadline"] == "no").any() and not (rows["met_deadline"] == "yes").any() for rows in cases
        )
        counts = [met, missed, len(cases) - silent - met - missed, silent]
        shares = [f"{number} {int(number / len(cases) * 100 + 0.5)} %" for number in counts] if cases else []
        expected += [(label, [str(len(cases)), "", *shares])] if cases else []
    assert sorted((kind, cells) for [kind], cells in numbers(page, "fig-deadlines")) == sorted(expected)


def test_obstacles_by_branch(reader: Any, tables: Tables) -> None:
    page = reader.open()
    records = tables["records"].set_index("record_id")
    terms = tables["terms"]
    enterprises = set(terms[(terms["list"] == "class") & (terms["group"] == "enterprise")]["code"])
    classes = dict(tables["facilities"][["facility_id", "class"]].itertuples(index=False))
    links = tables["links"]
    concerns = links[links["relation"] == "concerns"].groupby("from_record")["to_record"].apply(list).to_dict()
    parties = tables["parties"][tables["parties"]["role"].isin(["addressee", "subject"])]
    branches = defaultdict(set)
    for row in parties.itertuples():
        own = row[5] if row[5] in enterprises else "none"
        branches[row.record_id].add(classes[row.facility_id] if row.facility_id else own)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables["factors"].itertuples():
        if row.role in {"obstacle", "cause"} and records.loc[row.record_id, "holds"] == 1:
            for concerned in concerns.get(row.record_id, []):
                for branch in branches[concerned]:
                    found[row.type, branch].add(str(records.loc[row.record_id, "case_id"]))
    types, sectors = labels(tables, "factor_type"), {**labels(tables, "class"), "none": "no branch told"}
    expected = {(types[kind], sectors[branch]): str(len(cases)) for (kind, branch), cases in found.items()}
    columns = heads(page, "fig-obstacles")
    shown = {
        (kind, column): number
        for [kind], cells in numbers(page, "fig-obstacles")
        for column, number in zip(columns, cells, strict=True)
        if number
    }
    assert shown == expected


def test_penalties_by_teller(reader: Any, tables: Tables) -> None:
    page = reader.open()
    records, sources = tables["records"].set_index("record_id"), tables["sources"].set_index("source_id")
    kinds = dict(tables["outlets"][["outlet_id", "kind"]].itertuples(index=False))
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables["consequences"].itertuples():
        record = records.loc[row.record_id]
        root = sources.loc[record["source_id"], "root"]
        who = "state" if root == "state" else "inside" if kinds.get(root) == "insider" else "others"
        if record["holds"] == 1:
            found[row.type, f"{who} {row.stage}"].add(record["case_id"])
    types, stages = labels(tables, "consequence_type"), labels(tables, "stage")
    told = heads(page, "fig-penalties")
    columns = [f"{TELLERS[at // (len(told) // 3)]} {stage}" for at, stage in enumerate(told)]
    expected = {
        (types[kind], f"{key.split()[0]} {stages[key.split()[1]].lower()}"): str(len(cases))
        for (kind, key), cases in found.items()
    }
    shown = {
        (kind, column): number
        for [kind], cells in numbers(page, "fig-penalties")
        for column, number in zip(columns, cells, strict=True)
        if number
    }
    assert shown == expected


def test_the_map_counts_what_is_selected(reader: Any, headline: pd.DataFrame) -> None:
    chosen: list[tuple[str, str]] = [("", "")]
    chosen += [(name, str(value)) for name in FILTERS for value in headline[name].unique()]
    page = reader.open("#/map")
    for name, value in chosen:
        reader.go(f"#/map?{name}={value}" if name else "#/map")
        rows = headline[headline[name] == value] if name else headline
        status = page.locator(".status").inner_text()
        assert status.startswith(f"{rows['case_id'].nunique()} orders")
        for where, column in (("by-province", "province"), ("by-plant", "facility_name")):
            expected = rows.dropna(subset=[column]).groupby(column, observed=True)["case_id"].nunique()
            shown = page.locator(f"#{where} li").evaluate_all(
                """all => all.map(each =>
                    [each.querySelector('a').innerText, Number(each.querySelector('.count').innerText)])"""
            )
            assert dict(map(tuple, shown)) == expected.to_dict()
        placed = rows.dropna(subset=["province"])["case_id"].nunique()
        assert f"; {rows['case_id'].nunique() - placed} of them" in status


def test_the_timeline_shows_each_selected_order(reader: Any, headline: pd.DataFrame) -> None:
    page = reader.open("#/timeline")
    reports = headline.drop_duplicates("order_id")
    years = Counter(reports["year"])
    bars = page.locator(".strip li").evaluate_all(
        """all => all.map(each =>
            [each.querySelector('.year').innerText, Number(each.querySelector('.number').innerText)])"""
    )
    shown = {"open" if year == "open" else f"20{year[1:]}": number for year, number in bars if number}
    assert shown == dict(years)
    for year, number in years.items():
        reader.open(f"#/timeline?year={year}")
        assert page.locator(".lines li").count() == min(number, 30)
        assert page.locator(".status").inner_text().startswith(f"{number} reports of orders")


def test_the_tables_count_their_rows(reader: Any, tables: Tables, headline: pd.DataFrame) -> None:
    page = reader.open("#/tables")
    for name, frame in tables.items():
        assert page.locator(f".choose a[href='#/tables/{name}'] .count").inner_text() == str(len(frame))
    for name in FILTERS:
        for value, rows in headline.groupby(name, observed=True):
            reader.open(f"#/tables/order_outcomes?{name}={value}")
            assert page.locator("#shown").inner_text() == str(len(rows))
