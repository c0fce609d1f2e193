"""The explorer in a browser: every view, from a file and from a server, with mouse, keyboard and narrow screen."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / "site" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = (
    "#/overview",
    "#/map",
    "#/timeline",
    "#/tables",
    "#/tables/terms",
    "#/order/dailynk-komusan-kiln/double-load",
    "#/order/dailynk-hyesan-steel-restart/province",
    "#/facility/komusan-cement-factory",
    "#/article/dailynk-komusan-kiln?paragraph=5",
    "#/search?q=komusan",
    "#/nothing/here",
)
PHONE = {"width": 390, "height": 844}


def table(name: str) -> list[dict[str, str]]:
    with (ROOT / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def go(page: Any, where: str) -> None:
    """Go to another address of the open page, as a link does."""
    page.evaluate(
        "where => new Promise(done => { addEventListener('hashchange', () => setTimeout(done), {once: true}); location.hash = where })",
        where,
    )


@pytest.fixture
def server(explorer: Path) -> Iterator[str]:
    """Address of a plain server of files."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(explorer))) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_opens_from_a_file_without_network(reader: Any, view: str) -> None:
    page = reader.open(view)
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text()
    assert page.title().endswith(" · DPRK Industry")


def test_a_server_shows_the_same_page(chromium: Any, explorer: Path, server: str) -> None:
    texts = []
    asked = []
    for address in (server, (explorer / "index.html").as_uri()):
        page = chromium.new_page()
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        for view in VIEWS:
            page.goto("about:blank")
            page.goto(address + view)
            page.wait_for_selector("html[data-ready=true]")
            texts.append((view, page.locator("body").inner_text()))
        assert said == []
        page.close()
    assert texts[: len(VIEWS)] == texts[len(VIEWS) :]
    assert [url for url in asked if not url.startswith((server, "file:", "data:", "about:"))] == []


def test_nothing_but_the_page_itself_may_run_or_be_asked_for(chromium: Any, explorer: Path) -> None:
    """The policy holds in the browser: foreign scripts, handlers, styles and requests are refused."""
    page = chromium.new_page()
    page.goto((explorer / "index.html").as_uri())
    refused = page.evaluate(
        """async () => {
            const found = [];
            document.addEventListener('securitypolicyviolation', event => found.push(event.effectiveDirective));
            const script = document.createElement('script');
            try { script.textContent = 'window.ran = true'; document.body.append(script); } catch { found.push('trusted'); }
            const image = document.createElement('img');
            image.src = 'https://example.org/x.png';
            document.body.append(image);
            await fetch('https://example.org/').catch(() => {});
            await new Promise(done => setTimeout(done, 100));
            return [window.ran ?? false, ...found];
        }"""
    )
    assert refused[0] is False
    assert {"img-src", "connect-src"} <= set(refused[1:])
    assert "trusted" in refused or "require-trusted-types-for" in refused or "script-src-elem" in refused
    page.close()


def test_from_the_map_to_the_order_to_the_article(reader: Any) -> None:
    page = reader.open("#/map")
    page.select_option("#filter-action", "produce")
    page.wait_for_url("**action=produce")
    page.locator("#by-plant a", has_text="Komusan Cement Factory").click()
    assert page.locator("h1").inner_text().startswith("Komusan Cement Factory")
    page.locator("a", has_text="200–300 percent workload").first.click()
    assert page.locator("h1").inner_text().startswith("Party committee, Komusan Cement Factory")
    tree = page.locator(".cascade")
    assert tree.locator("li li a[aria-current=true]").count() == 1
    assert "Authorities, DPRK" in tree.locator("li").first.inner_text()
    page.locator(".facts a", has_text=re.compile("^4$")).click()
    assert page.url.endswith("#/article/dailynk-komusan-kiln?paragraph=4")
    assert page.evaluate("document.activeElement.id") == "paragraph-4"
    for _ in range(3):
        page.go_back()
    assert page.url.endswith("#/map?action=produce")
    assert page.locator("#filter-action").input_value() == "produce"
    page.locator("#nav a", has_text="Timeline").click()
    assert page.locator("#filter-action").input_value() == "produce"


def test_points_on_the_map_tell_how_exact_they_are_and_lead_on(reader: Any) -> None:
    page = reader.open("#/map")
    points = {row["facility_id"]: row for row in table("facilities") if row["lat"]}
    drawn = page.locator("a.plant").evaluate_all(
        "all => all.map(e => [e.getAttribute('href'), e.querySelector('.mark').firstChild.classList[0], e.querySelector('title').textContent])"
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
        go(page, f"#/order/{order.replace('#', '/')}")
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
        go(page, f"#/tables/{name}?")
        with page.expect_download() as found:
            page.locator(".take").click()
        found.value.save_as(tmp_path / "all.csv")
        assert (tmp_path / "all.csv").read_bytes() == (ROOT / "dataset" / "tables" / f"{name}.csv").read_bytes()
    go(page, "#/tables/order_outcomes?action=produce&is.issuer_level=central&sort=-deadline_max")
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
    page.wait_for_function("number => document.querySelector('#shown').innerText === number", arg=str(len(expected)))
    page.get_by_role("button", name="code", exact=True).click()
    page.get_by_role("button", name="code", exact=True).click()
    assert page.locator("tbody tr td:nth-child(2)").all_inner_texts() == sorted(
        (row["code"] for row in expected), reverse=True
    )
    page.locator("#search-rows").press_sequentially("RUMOUR")
    page.wait_for_url("**find=RUMOUR**")
    hits = [row for row in expected if "rumour" in " ".join(row.values()).lower()]
    page.wait_for_function("number => document.querySelector('#shown').innerText === number", arg=str(len(hits)))
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
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.locator("#search").focus()
    page.keyboard.type("komusan")
    page.keyboard.press("Enter")
    page.locator("main a[href='#/facility/komusan-cement-factory']").wait_for()


def test_colours_follow_the_system_until_they_are_chosen(chromium: Any, explorer: Path) -> None:
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.locator(".theme").click()
    assert page.evaluate(ground) == dark
    page.locator(".theme").click()
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    assert page.evaluate(ground) == light
    context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_fits_a_phone(chromium: Any, explorer: Path, view: str) -> None:
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri() + view)
    page.wait_for_selector("html[data-ready=true]")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(chromium: Any, explorer: Path, view: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in site")
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto((explorer / "index.html").as_uri() + view)
    page.wait_for_selector("html[data-ready=true]")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(each["id"], each["impact"], [node["html"][:200] for node in each["nodes"][:3]]) for each in found] == []
    context.close()
