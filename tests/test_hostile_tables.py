"""What is published of hostile input: no cell that a spreadsheet would run, and no file outside of the dataset."""

from __future__ import annotations

import copy
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dprk_industry.curate import yamlfile
from dprk_industry.curate.cli import main
from dprk_industry.curate.corpus import LISTS, REGISTRIES, load
from dprk_industry.curate.models.validate import Validator, validator
from dprk_industry.curate.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
DATASET = ROOT / "dataset"
FORMULAS = ["=1+1", "+1+1", "-1+1", "@sum(1)", " =1+1"]
"""Texts that a spreadsheet runs; a tab and a carriage return are refused by the reader, wherever they stand."""
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", " ")
CHANGE = {"version": "0.2.0", "reason": "corrected", "note": "x"}
OPTIONAL = {
    "article": {"host": "x", "item": "x", "note": "x", "changes": [{**CHANGE, "names": ["x"]}]},
    "facility": {"note": "x", "changes": [CHANGE]},
}
"""Keys that few files have."""
SAMPLES: list[tuple[str, Any]] = [
    ("exceptions", [{"rule": "R36", "record": "x", "reason": "x"}]),
    ("retired", {"x-y": {"kind": "article", "retired": "2026-11-22", "reason": "merged", "successor": "x-z"}}),
    ("bounds", {"articles": {"min": "1", "max": "2"}}),
    ("changes", [{"table": "places", "id": "KP-08", **CHANGE}]),
]


def files() -> Iterator[tuple[str, Any]]:
    """Form and data of every file of the dataset."""
    for folder, form in (("annotations", "article"), ("facilities", "facility"), ("vocabularies", "vocabulary")):
        for path in sorted((DATASET / folder).rglob("*.yaml"), key=lambda path: path.stat().st_size):
            yield form, yamlfile.parse(path.read_bytes()).data | OPTIONAL.get(form, {})
    for name in REGISTRIES:
        yield name, yamlfile.parse((DATASET / "registries" / f"{name}.yaml").read_bytes()).data
    yield from SAMPLES


Place = tuple[str | int, ...]


def texts(value: Any, path: Place = (), shape: Place = ()) -> Iterator[tuple[Place, Place]]:
    """Path of every text in plain data, and the path without the names and numbers that differ from record to record.

    Behind the path of a key stands the mark `[key]`.
    """
    if isinstance(value, str):
        yield path, shape
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from texts(inner, (*path, position), (*shape, 0))
    elif isinstance(value, dict):
        named = all(isinstance(inner, dict) for inner in value.values())
        for key, inner in value.items():
            below = (*shape, "*" if named else key)
            yield (*path, key, "[key]"), (*below, "[key]")
            yield from texts(inner, (*path, key), below)


def changed(data: Any, path: Place, text: str) -> Any:
    """Data with another text in one place."""
    data = copy.deepcopy(data)
    holder = data
    key_too = path[-1] == "[key]"
    *above, last = path[:-1] if key_too else path
    for part in above:
        holder = holder[part]
    if key_too:
        holder[text] = holder.pop(last)
    else:
        holder[last] = text
    return data


@pytest.fixture(scope="module")
def checker() -> Validator:
    vocabularies = load(ROOT).collection.registries.vocabularies
    return validator({name: list(held.codes) for name, held in vocabularies.items()})


def test_no_text_may_begin_as_a_formula(checker: Validator) -> None:
    """Each kind of text and of key, in every kind of file, is refused where a formula stands in it."""
    seen: set[tuple[str, Place]] = set()
    for form, data in files():
        assert not checker.check(form, data).faults, form
        for path, shape in texts(data):
            if (form, shape) not in seen:
                seen.add((form, shape))
                for formula in FORMULAS:
                    assert checker.check(form, changed(data, path, formula)).faults, (form, path, formula)
    assert {form for form, _ in seen} == {"article", "facility", "vocabulary", *REGISTRIES, *LISTS}
    assert len(seen) > 100


def test_no_published_text_is_a_formula() -> None:
    """No cell of a text column begins with a sign that a spreadsheet runs; numbers may be negative."""
    for table in TABLES:
        numbers = {column.name for column in table.columns if column.type in {"number", "integer"}}
        with (DATASET / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                assert not [text for name, text in row.items() if name not in numbers and text.startswith(RUN)]


@pytest.mark.parametrize("folder", ["dataset/tables", "schemas", "docs"])
@pytest.mark.parametrize("arguments", [["build"], ["build", "--check"]], ids=" ".join)
def test_a_build_stays_inside(
    folder: str, arguments: list[str], toy_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a folder of generated files is a link that leads out, nothing is read, written or removed there."""
    outside = toy_root.with_name("outside")
    outside.mkdir()
    (outside / "orders.csv").write_text("mine\n", "utf-8")
    (toy_root / folder).symlink_to(outside, target_is_directory=True)
    (toy_root / "README.md").write_bytes((ROOT / "README.md").read_bytes())
    assert main(["--root", str(toy_root), *arguments]) == 2
    assert "it is a link that leads out of the dataset" in capsys.readouterr().err
    assert [(path.name, path.read_text("utf-8")) for path in outside.iterdir()] == [("orders.csv", "mine\n")]


def test_new_stays_inside(toy_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the folder of an outlet is a link that leads out, no annotation is written there."""
    outside = toy_root.with_name("outside")
    outside.mkdir()
    (toy_root / "dataset/annotations/wire").symlink_to(outside, target_is_directory=True)
    assert main(["--root", str(toy_root), "new", "wire", "https://wire.example/x", "A mill"]) == 2
    assert "is a link that leads out of the dataset" in capsys.readouterr().err
    assert list(outside.iterdir()) == []
