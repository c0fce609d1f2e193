"""The explorer's page as a file: what it holds, what its policy allows, and how its making fails."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "scripts" / "explorer.py"


class Parts(HTMLParser):
    """Reads a page: attributes of its elements, and the texts of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and begin its text."""
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        self._inside = True

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser gives it
        """End the text of an element."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the text of the element that is open."""
        if self._inside:
            self.texts[-1] += data

    def of(self, tag: str) -> list[tuple[dict[str, str | None], str]]:
        """Attributes and text of each element of a kind."""
        return [(held, text) for (name, held), text in zip(self.elements, self.texts, strict=True) if name == tag]


@pytest.fixture(scope="module")
def parts(explorer: Path) -> Parts:
    assert [path.name for path in explorer.iterdir()] == ["index.html"]
    return Parts((explorer / "index.html").read_text("utf-8"))


def refused(root: Path, folder: Path) -> str:
    """What the command says when it refuses to make a page; it must not have made one."""
    call = [sys.executable, str(SCRIPT), str(folder), "--root", str(root)]
    run = subprocess.run(call, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert not (folder / "index.html").exists()
    return run.stderr


def test_every_cell_of_every_table_is_in_the_page(parts: Parts) -> None:
    held = {str(about["id"]): text for about, text in parts.of("script") if about.get("type") == "application/json"}
    paths = sorted((ROOT / "dataset" / "tables").glob("*.csv"))
    assert set(held) == {"data-about", "data-shapes", *(f"data-table-{path.stem}" for path in paths)}
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))[1:]
        table = json.loads(held[f"data-table-{path.stem}"])
        columns = [
            column if isinstance(column, list) else [column["values"][cell] for cell in column["cells"]]
            for column in table["columns"]
        ]
        assert table["rows"] == len(rows)
        assert list(map(list, zip(*columns, strict=True))) == rows


def test_the_policy_allows_the_one_script_and_the_one_style(parts: Parts) -> None:
    [policy] = [str(held["content"]) for held, _ in parts.of("meta") if held.get("http-equiv")]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    [script] = [text for held, text in parts.of("script") if not held]
    [(_, style)] = parts.of("style")
    for text, rule in ((script, "script-src"), (style, "style-src")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_the_page_loads_nothing_and_has_no_handler_in_its_markup(parts: Parts) -> None:
    for tag, held in parts.elements:
        assert tag not in {"iframe", "object", "embed", "base"}
        assert "src" not in held
        assert not [name for name in held if name.startswith("on")]
        if tag == "link":
            assert str(held["href"]).startswith("data:")


def test_the_sources_never_parse_text_as_markup() -> None:
    for path in sorted((ROOT / "site" / "src").glob("*.js")):
        found = re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", path.read_text()
        )
        assert not found, path.name
        assert len(path.read_text("utf-8").splitlines()) < 300


def test_a_text_cannot_end_the_data(
    published: Path, make_explorer: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    path = published / "dataset" / "tables" / "calendar.csv"
    lines = path.read_text("utf-8").splitlines()
    name = lines[1].split(",")[1]
    path.write_text(path.read_text("utf-8").replace(name, "</script><script>alert(1)</script><!--", 1), "utf-8")
    page = Parts((make_explorer(published, tmp_path / "site") / "index.html").read_text("utf-8"))
    assert len([held for held, _ in page.of("script") if not held]) == 1


@pytest.mark.parametrize("harm", ["gone", "columns", "short", "no-descriptor"])
def test_tables_that_do_not_fit_are_refused(published: Path, tmp_path: Path, harm: str) -> None:
    path = published / "dataset" / "tables" / "orders.csv"
    if harm == "gone":
        path.unlink()
    elif harm == "columns":
        path.write_text(path.read_text("utf-8").replace("deadline_kind", "kind_of_deadline", 1), "utf-8")
    elif harm == "short":
        path.write_text(path.read_text("utf-8") + "one,cell\n", "utf-8")
    else:
        (published / "datapackage.json").unlink()
    said = refused(published, tmp_path / "site")
    assert said.startswith("explorer.py: ")
    assert ("no published tables" if harm == "no-descriptor" else "orders") in said


def test_a_descriptor_cannot_reach_outside(published: Path, tmp_path: Path) -> None:
    package = json.loads((published / "datapackage.json").read_text("utf-8"))
    package["resources"][0]["path"] = "../secret.csv"
    (published / "datapackage.json").write_text(json.dumps(package), "utf-8")
    assert "outside of its folder" in refused(published, tmp_path / "site")


def test_the_same_tables_make_the_same_page(
    explorer: Path, make_explorer: Callable[[Path, Path], Path], tmp_path: Path
) -> None:
    again = make_explorer(ROOT, tmp_path)
    assert (again / "index.html").read_bytes() == (explorer / "index.html").read_bytes()
