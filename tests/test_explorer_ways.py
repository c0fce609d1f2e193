"""Ways through the explorer in a browser: from map to article, with mouse and keyboard, and away with a file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_from_the_map_to_the_order_to_the_article(reader: Any) -> None:
    page = reader.open("#/map")
    page.select_option("#filter-action", "produce")
    page.wait_for_url("**action=produce")
    page.locator("#by-plant a", has_text="Komusan Cement Factory").click()
    page.locator("h1", has_text=re.compile("^Komusan Cement Factory")).wait_for()
    page.locator("a", has_text="300 percent workload").first.click()
    page.locator("h1", has_text=re.compile("^Party committee, Komusan Cement Factory")).wait_for()
    tree = page.locator(".cascade")
    assert tree.locator("li li a[aria-current=true]").count() == 1
    assert "Authorities, DPRK" in tree.locator("li").first.inner_text()
    page.locator(".facts a", has_text=re.compile("^4$")).click()
    page.wait_for_url("**#/article/dailynk-komusan-kiln?paragraph=4")
    page.locator("#paragraph-4:focus").wait_for()
    for _ in range(3):
        page.go_back()
    page.wait_for_url("**#/map?action=produce")
    page.locator("#filter-action option:checked[value=produce]").wait_for(state="attached")
    page.locator("#nav a", has_text="Timeline").click()
    page.wait_for_url("**#/timeline?action=produce")
    page.locator("#filter-action option:checked[value=produce]").wait_for(state="attached")


def test_points_on_the_map_tell_how_exact_they_are_and_lead_on(reader: Any) -> None:
    page = reader.open("#/map")
    points = {row["facility_id"]: row for row in table("facilities") if row["lat"]}
    drawn = page.locator("a.plant").evaluate_all(
        """all => all.map(each => [each.getAttribute('href'),
            each.querySelector('.mark').firstChild.classList[0], each.querySelector('title').textContent])"""
    )
    assert {href.removeprefix("#/facility/"): kind for href, kind, _ in drawn} == {
        name: row["geo"] for name, row in points.items()
    }
    words = {"site": "the plant itself", "town": "its town", "county": "its county"}
    assert all(words[kind] in title for _, kind, title in drawn)
    for _ in range(4):
        page.get_by_role("button", name="Nearer").click()
    assert page.locator(".country .near").count() == 1
    page.get_by_role("button", name="Whole country").click()
    assert page.locator(".country .near").count() == 0


def test_every_account_of_an_order_stands_with_its_teller_and_its_grades(reader: Any) -> None:
    records = {row["record_id"]: row for row in table("records")}
    sources = {row["source_id"]: row for row in table("sources")}
    kinds = {row["outlet_id"]: row["kind"] for row in table("outlets")}
    words = {(row["list"], row["code"]): row["label"].lower() for row in table("terms")}
    links = [
        row
        for row in table("links")
        if row["relation"] == "concerns" and records[row["from_record"]]["kind"] == "outcome"
    ]
    orders = [row["record_id"] for row in table("orders")]
    page = reader.open()
    for order in orders:
        reader.go(f"#/order/{order.replace('#', '/')}")
        case = {name for name, row in records.items() if row["case_id"] == records[order]["case_id"]}
        expected = {row["from_record"] for row in links if row["to_record"] in case}
        told = {}
        for who in ("state", "inside", "others"):
            for card in page.locator(f".teller.{who} .account").all():
                told[str(card.get_attribute("id")).removeprefix("record-")] = (who, card.inner_text())
        assert set(told) == {name.partition("#")[2] for name in expected}
        assert ("silence, not failure" in page.locator("main").inner_text()) == (not expected)
        for name in expected:
            record = records[name]
            source = sources[record["source_id"]]
            who, text = told[name.partition("#")[2]]
            inside = "inside" if kinds.get(source["root"]) == "insider" else "others"
            assert who == ("state" if source["root"] == "state" else inside)
            assert f"{source['reliability']} {words['reliability', source['reliability']]}" in text
            assert f"{record['credibility']} {words['credibility', record['credibility']]}" in text


def test_clashes_are_shown_on_both_sides(reader: Any) -> None:
    clashes = [row for row in table("links") if row["relation"] == "contradicts"]
    assert clashes
    for row in clashes:
        for name, other in ((row["from_record"], row["to_record"]), (row["to_record"], row["from_record"])):
            article, _, slug = name.partition("#")
            page = reader.open(f"#/article/{article}?record={slug}")
            assert page.locator(f"[id='record-{slug}'] .contradicts a[href*='{other.partition('#')[2]}']").count() == 1


def test_a_plant_shows_everything_that_was_told_of_it(reader: Any) -> None:
    at: dict[str, set[str]] = {}
    for row in table("parties"):
        at.setdefault(row["facility_id"], set()).add(row["record_id"])
    names = {name for name in at if name}
    page = reader.open()
    for name in sorted(names)[:25]:
        reader.go(f"#/facility/{name}")
        shown = page.locator(".account").evaluate_all("all => all.map(each => each.id.replace('record-', ''))")
        assert sorted(shown) == sorted(record.partition("#")[2] for record in at[name])
        dates = ("issued", "deadline"), ("achieved", "as_of"), ("date",), ("date",)
        tables = dict(zip(("orders", "outcomes", "incidents", "consequences"), dates, strict=True))
        days = sum(
            bool(row[column])
            for kind, columns in tables.items()
            for row in table(kind)
            if row["record_id"] in at[name]
            for column in columns
        )
        [plant] = [row for row in table("facilities") if row["facility_id"] == name]
        days += sum(bool(plant.get(column)) for column in ("opened", "closed"))
        assert page.locator(".history li").count() == days


def test_an_article_shows_which_paragraph_says_what(reader: Any) -> None:
    for article in table("articles"):
        page = reader.open(f"#/article/{article['article_id']}")
        held = {
            (row["paragraph"], row["record_id"])
            for row in table("evidence")
            if row["record_id"].startswith(f"{article['article_id']}#")
        }
        assert page.locator(".paragraphs > li").count() == int(article["paragraph_count"])
        for number in range(1, int(article["paragraph_count"]) + 1):
            assert page.locator(f"#paragraph-{number} li").count() == len(
                {name for each, name in held if each == str(number)}
            )
        assert page.locator(f".facts a[href='{article['url']}']").count() == 1


def test_a_code_tells_its_definition_on_hover_and_on_focus(reader: Any) -> None:
    page = reader.open("#/order/dailynk-komusan-kiln/double-load")
    [produce] = [row for row in table("terms") if (row["list"], row["code"]) == ("action", "produce")]
    code = page.locator("button.term[data-code=produce]").first
    tip = page.locator("#tip")
    assert tip.is_hidden()
    code.hover()
    assert produce["definition"] in tip.inner_text()
    page.keyboard.press("Escape")
    assert tip.is_hidden()
    code.focus()
    assert produce["definition"] in tip.inner_text()
    assert code.get_attribute("aria-describedby") == "tip"


def test_the_selection_downloads_as_the_table_has_it(reader: Any, tmp_path: Path) -> None:
    page = reader.open("#/tables")
    for name in ("order_outcomes", "terms", "calendar", "retired"):
        reader.go(f"#/tables/{name}?")
        with page.expect_download() as found:
            page.locator(".take").click()
        found.value.save_as(tmp_path / "all.csv")
        assert (tmp_path / "all.csv").read_bytes() == (ROOT / "dataset" / "tables" / f"{name}.csv").read_bytes()
    reader.go("#/tables/order_outcomes?action=produce&is.issuer_level=central&sort=-deadline_max")
    with page.expect_download() as found:
        page.locator(".take").click()
    found.value.save_as(tmp_path / "some.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "some.csv").read_text("utf-8"))))
    expected = [
        row for row in table("order_outcomes") if (row["action"], row["issuer_level"]) == ("produce", "central")
    ]
    assert rows
    assert sorted(rows, key=json.dumps) == sorted(expected, key=json.dumps)
    days = [row["deadline_max"] for row in rows]
    assert days == sorted(days, reverse=True)


def test_tables_filter_sort_and_search_by_hand(reader: Any) -> None:
    page = reader.open("#/tables/terms")
    page.get_by_label("Only rows whose List is or holds").press_sequentially("manner")
    expected = [row for row in table("terms") if "manner" in row["list"]]
    page.locator("#shown", has_text=re.compile(f"^{len(expected)}$")).wait_for()
    codes = sorted(row["code"] for row in expected)
    for code in (codes[0], codes[-1]):
        page.get_by_role("button", name="code", exact=True).click()
        page.locator("tbody tr:first-child td:nth-child(2)", has_text=re.compile(f"^{code}$")).wait_for()
    assert page.locator("tbody tr td:nth-child(2)").all_inner_texts() == codes[::-1]
    page.locator("#search-rows").press_sequentially("RUMOUR")
    page.wait_for_url("**find=RUMOUR**")
    hits = [row for row in expected if "rumour" in " ".join(row.values()).lower()]
    page.locator("#shown", has_text=re.compile(f"^{len(hits)}$")).wait_for()
    assert page.locator("#search-rows").input_value() == "RUMOUR"


def test_hangul_is_found_and_shown(
    chromium: Any, reader: Any, published: Path, make_explorer: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    path = published / "dataset" / "tables" / "facility_names.csv"
    header, *lines = path.read_text("utf-8").splitlines()
    more = "," * (header.count(",") - 1)
    path.write_text("\n".join([header, *lines, f"komusan-cement-factory,고무산세멘트공장{more}", ""]), "utf-8")
    folder = make_explorer(published, tmp_path / "site")
    own = (folder / "index.html").as_uri()
    page = chromium.new_page()
    for view in ("#/search?q=세멘트", "#/tables/facilities?find=세멘트", "#/tables/order_outcomes?find=세멘트"):
        page.goto("about:blank")
        page.goto(own + view)
        assert page.locator("main a[href='#/facility/komusan-cement-factory']").count() >= 1
    page.goto(own + "#/facility/komusan-cement-factory")
    assert page.locator("h1 [lang=ko]").inner_text() == "고무산세멘트공장"
    page.close()


def test_the_keyboard_reaches_everything(reader: Any) -> None:
    page = reader.open("#/tables")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator("tbody td").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("[document.activeElement.cellIndex, document.activeElement.parentNode.sectionRowIndex]") == [
        1,
        1,
    ]
    page.locator("tbody td").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    page.locator("h1:focus").wait_for()
    page.locator("#search").focus()
    page.keyboard.type("komusan")
    page.keyboard.press("Enter")
    page.locator("main a[href='#/facility/komusan-cement-factory']").wait_for()
