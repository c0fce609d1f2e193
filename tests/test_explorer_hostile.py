"""Strings made to break out, in every field of every table and in the descriptor: the explorer shows them as text."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EVIL = "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!--&lt;b&gt;{{policy}}${7*7}%3Cb%3E"
SCRIPT = "javascript:alert(3)//"
Change = Callable[[str, dict[str, Any], dict[str, Any]], str]


def texts(value: str, field: dict[str, Any], resource: dict[str, Any]) -> str:
    """A hostile value in every free text and every id; codes, dates and numbers stay."""
    free = (
        field["type"] == "string" and "vocabulary" not in field and "categories" not in field and "rdfType" not in field
    )
    if not free or (resource["name"], field["name"]) in {("terms", "list"), ("terms", "code"), ("terms", "group")}:
        return value
    refers = [key["fields"] for key in resource["schema"].get("foreignKeys", [])]
    fillable = (
        [field["name"]] not in refers and "pattern" not in field.get("constraints", {}) and field["name"] != "item"
    )
    return value + EVIL if value or (fillable and resource["name"] != "amounts") else value


def everything(value: str, field: dict[str, Any], resource: dict[str, Any]) -> str:
    """A hostile value in every cell that holds something: codes, dates and numbers too."""
    return value + EVIL if value else value


def addresses(value: str, field: dict[str, Any], resource: dict[str, Any]) -> str:
    """An address that is a script in the place of every web address."""
    return SCRIPT if value.startswith(("http:", "https:")) else value


def spoil(root: Path, change: Change) -> None:
    """Change every cell of the tables under a root, and the words of the descriptor."""
    package = json.loads((root / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        path = root / resource["path"]
        with path.open(encoding="utf-8", newline="") as stream:
            header, *rows = csv.reader(stream)
        fields = resource["schema"]["fields"]
        rows = [[change(cell, field, resource) for cell, field in zip(row, fields, strict=True)] for row in rows]
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([header, *rows])
        resource["title"] += EVIL
        resource["description"] += EVIL
        for field in fields:
            field["title"] += EVIL
            field["description"] += EVIL
    for key in ("title", "description", "citation", "version"):
        package[key] += EVIL
    (root / "datapackage.json").write_text(json.dumps(package), "utf-8")


@pytest.fixture
def spoiled(
    reader: Any, published: Path, make_explorer: Callable[[Path, Path], Path], tmp_path: Path
) -> Callable[[Change], Any]:
    """Makes the explorer of spoiled tables and gives a reader who has opened it."""

    def make(change: Change) -> Any:
        spoil(published, change)
        reader.address = (make_explorer(published, tmp_path / "site") / "index.html").as_uri()
        reader.open()
        return reader

    return make


def visit(reader: Any, where: str) -> str:
    """Text of a view; nothing in it may have become an element that the explorer does not make."""
    reader.go(where)
    page = reader.page
    assert page.evaluate("document.querySelectorAll('img, iframe, object, b, main script, main style').length") == 0
    links = page.evaluate("[...document.querySelectorAll('[href]')].map(each => each.getAttribute('href'))")
    assert all(link.startswith(("#", "http:", "https:", "data:image/")) for link in links)
    shown: str = page.locator("body").inner_text()
    return shown


def names(root: Path, table: str) -> list[str]:
    with (root / "dataset" / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return [row[0] for row in csv.reader(stream)][1:]


def everywhere(reader: Any, root: Path) -> list[str]:
    """Texts of the overview, the map, the timeline, every table, and a page of every order, article and plant."""
    package = json.loads((root / "datapackage.json").read_text("utf-8"))
    seen = [visit(reader, view) for view in ("#/overview", "#/map", "#/timeline", f"#/search?q={EVIL[:4]}")]
    seen += [visit(reader, f"#/tables/{resource['name']}") for resource in package["resources"]]
    for view, table in (("order", "orders"), ("article", "articles"), ("facility", "facilities")):
        for name in names(root, table)[:12]:
            address = reader.page.evaluate(
                "([view, id]) => '#/' + [view, ...id.split('#')].map(encodeURIComponent).join('/')", [view, name]
            )
            seen.append(visit(reader, address))
    return seen


def test_hostile_texts_are_shown_as_text(spoiled: Callable[[Change], Any], published: Path) -> None:
    reader = spoiled(texts)
    seen = everywhere(reader, published)
    assert all(EVIL in text for text in seen)
    assert not [text for text in seen if "Nothing here" in text]
    assert reader.page.locator("main").inner_text()


def test_hostile_codes_dates_and_numbers_break_nothing(spoiled: Callable[[Change], Any], published: Path) -> None:
    reader = spoiled(everything)
    assert all(EVIL in text for text in everywhere(reader, published))


def test_an_address_that_is_a_script_is_no_link(spoiled: Callable[[Change], Any], published: Path) -> None:
    reader = spoiled(addresses)
    seen = everywhere(reader, published)
    assert any(SCRIPT in text for text in seen)


@pytest.mark.parametrize(
    "where",
    [
        f"#/order/{EVIL}",
        f"#/tables/{EVIL}",
        f"#/tables/terms?find={EVIL}",
        f"#/map?year={EVIL}",
        "#/__proto__",
        "#/constructor/x",
        "#/article/%E0%A4%A",
        "#/timeline?page=-1e9",
    ],
)
def test_hostile_addresses_lead_to_a_page(reader: Any, where: str) -> None:
    page = reader.open()
    visit(reader, where)
    assert page.locator("h1").count() == 1
