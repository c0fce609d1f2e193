"""The reading room: tables as frames, with the types that the descriptor declares, and nothing else needed."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import dprk_industry
from dprk_industry import list_tables, load_dataset
from dprk_industry.errors import DataNotFoundError, DprkIndustryError, MissingBackendError, UnknownTableError

DTYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "date": "datetime64[s]"}
TYPES = ["datetime64[s]", "Int64", "float64", "boolean"]
TEXT = str(pd.Series([""], dtype=str).dtype)
FIELDS: list[dict[str, Any]] = [
    {"name": "text", "type": "string"},
    {"name": "code", "type": "string", "categories": [{"value": "b"}, {"value": "a"}], "categoriesOrdered": True},
    {"name": "day", "type": "date"},
    {"name": "count", "type": "integer"},
    {"name": "share", "type": "number"},
    {"name": "flag", "type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
]
FULL = ["x", "a", "1000-01-01", "7", "1.5", "true"]
EMPTY = [""] * len(FIELDS)


@pytest.fixture(scope="module")
def resources(real_root: Path) -> dict[str, Any]:
    """What the descriptor says of every table, by name."""
    package = json.loads((real_root / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource for resource in package["resources"]}


@pytest.fixture(scope="module")
def frames() -> dict[str, pd.DataFrame]:
    return load_dataset("all")


def make(root: Path, *rows: list[str], header: list[str] | None = None) -> Path:
    """A published dataset of one table `x` with a column of every type."""
    about = {"version": "9.9.9", "licenses": [{"name": "CC0-1.0"}], "citation": "Someone."}
    resource = {"name": "x", "title": "Exes", "path": "tables/x.csv", "schema": {"fields": FIELDS}}
    (root / "datapackage.json").write_text(json.dumps({**about, "resources": [resource]}), "utf-8")
    (root / "tables").mkdir(exist_ok=True)
    with (root / "tables" / "x.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerows([header or [field["name"] for field in FIELDS], *rows])
    return root


def test_default_is_the_headline_table(resources: dict[str, Any], frames: dict[str, pd.DataFrame]) -> None:
    """Without arguments there is `order_outcomes`; by name and with all it is the same frame."""
    names = [field["name"] for field in resources["order_outcomes"]["schema"]["fields"]]
    assert list(load_dataset().columns) == names
    assert list_tables() == list(frames) == list(resources)
    assert list_tables()[0] == "order_outcomes"
    pd.testing.assert_frame_equal(load_dataset(), frames["order_outcomes"])
    for name in ("order_outcomes", "amounts", "retired"):
        pd.testing.assert_frame_equal(load_dataset(name), frames[name])


def test_unknown_table_names_the_tables() -> None:
    """A table that does not exist is refused, and the message names those that do."""
    with pytest.raises(UnknownTableError, match="no table 'order'") as caught:
        load_dataset("order")
    assert isinstance(caught.value, KeyError)
    assert all(name in str(caught.value) for name in [*list_tables(), "all"])


def test_unknown_backend_names_the_backends() -> None:
    """A frame library that is not supported is refused, and the message names what is."""
    with pytest.raises(MissingBackendError, match=r"no backend 'excel'.*pandas") as caught:
        load_dataset(backend="excel")
    assert isinstance(caught.value, ImportError)


@pytest.mark.parametrize("gone", ["datapackage.json", "tables/x.csv"])
def test_missing_files_are_named(gone: str, tmp_path: Path) -> None:
    """A root without a dataset, or without the file of a table, is refused with the path that is missing."""
    root = make(tmp_path, FULL)
    (root / gone).unlink()
    with pytest.raises(DataNotFoundError, match=Path(gone).name) as caught:
        load_dataset("x", root=str(root))
    assert isinstance(caught.value, FileNotFoundError)
    assert str(root) in str(caught.value)


def test_columns_have_the_declared_types(resources: dict[str, Any], frames: dict[str, pd.DataFrame]) -> None:
    """Codes are categoricals with the whole list in its order; dates, numbers and truth values have types of theirs."""
    for name, resource in resources.items():
        for field in resource["schema"]["fields"]:
            column = frames[name][field["name"]]
            if "categories" in field:
                codes = [category["value"] for category in field["categories"]]
                expected: Any = pd.CategoricalDtype(codes, ordered=field.get("categoriesOrdered", False))
                assert list(column.cat.categories) == codes
            else:
                expected = DTYPES.get(field["type"], TEXT)
            assert column.dtype == expected, (name, field["name"])


def test_grades_can_be_compared(frames: dict[str, pd.DataFrame]) -> None:
    """Reliability, credibility and stage are ordered, so that better and worse can be asked for."""
    sources, records, consequences = frames["sources"], frames["records"], frames["consequences"]
    assert set(sources.loc[sources["reliability"] <= "C", "reliability"]) <= set("ABC")
    assert list(sources["reliability"].cat.categories) == list("ABCDEF")
    assert set(records.loc[records["credibility"] > "3", "credibility"]) <= set("456")
    assert consequences["stage"].cat.ordered
    assert not frames["orders"]["action"].cat.ordered


def test_every_cell_is_that_of_the_file(
    real_root: Path, resources: dict[str, Any], frames: dict[str, pd.DataFrame]
) -> None:
    """Each cell says what the file says, Hangul included; an empty cell is missing and no other is."""
    for name, resource in resources.items():
        with (real_root / resource["path"]).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert len(frames[name]) == len(rows)
        for field in resource["schema"]["fields"]:
            told = [row[field["name"]] for row in rows]
            column = frames[name][field["name"]]
            assert column.isna().tolist() == [not cell for cell in told]
            held = column.dt.strftime("%Y-%m-%d") if field["type"] == "date" else column
            pairs = zip(held.dropna().tolist(), filter(None, told), strict=True)
            number = field["type"] == "number"
            assert all(
                (value == float(cell)) if number else (str(value) in {cell, cell.title()}) for value, cell in pairs
            )
    assert "순천지구 청년탄광연합기업소" in set(frames["facility_names"]["name"])


def test_attrs_say_what_it_is(tmp_path: Path, frames: dict[str, pd.DataFrame]) -> None:
    """A frame carries its table, title, version, licence and citation, those of the root that was read."""
    about = load_dataset("x", root=make(tmp_path, FULL)).attrs
    assert about == {"table": "x", "title": "Exes", "version": "9.9.9", "license": "CC0-1.0", "citation": "Someone."}
    for name, frame in frames.items():
        assert frame.attrs["table"] == name
        assert frame.attrs["version"] == dprk_industry.__version__
        assert frame.attrs["license"] == "CC-BY-4.0"
        assert dprk_industry.__version__ in frame.attrs["citation"]


WORDS = [
    "NA",
    "None",
    "null",
    "nan",
    "NaN",
    "N/A",
    "#N/A",
    "<NA>",
    "-",
    "007",
    "1e5",
    "true",
    "2021-11-24",
    " x ",
    "한글",
]


@pytest.mark.parametrize("times", [1, 3000], ids=["small", "large"])
def test_words_for_nothing_stay_text(times: int, tmp_path: Path) -> None:
    """No text is taken for a missing value, a number or a date, in a small file or a large one; empty is missing."""
    rows = [[word, *FULL[1:]] for word in [*WORDS, 'a,"b"', "c\nd"]] + [EMPTY]
    frame = load_dataset("x", root=make(tmp_path, *rows * times))
    assert frame["text"].tolist()[: len(rows) - 1] == [row[0] for row in rows[:-1]]
    assert frame.isna().sum().tolist() == [times] * len(FIELDS)
    assert [str(dtype) for dtype in frame.dtypes] == [TEXT, "category", *TYPES]
    assert frame.iloc[0].tolist() == ["NA", "a", pd.Timestamp("1000-01-01"), 7, 1.5, True]
    assert frame["code"].cat.categories.tolist() == ["b", "a"]


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from('\n"'), min_size=1), min_size=1)
)
def test_any_text_comes_back(texts: list[str]) -> None:
    """Whatever a text holds, it is read as it was written."""
    with tempfile.TemporaryDirectory() as folder:
        frame = load_dataset("x", root=make(Path(folder), *([text, *FULL[1:]] for text in texts)))
    assert frame["text"].tolist() == texts


@pytest.mark.parametrize("rows", [[], [EMPTY]], ids=["no-rows", "no-values"])
def test_empty_table_keeps_its_types(rows: list[list[str]], tmp_path: Path) -> None:
    """A table without rows, or without values, has the same types as a full one."""
    expected = load_dataset("x", root=make(tmp_path, FULL)).dtypes
    frame = load_dataset("x", root=make(tmp_path, *rows))
    assert len(frame) == len(rows)
    assert frame.dtypes.equals(expected)


@pytest.mark.parametrize(
    ("column", "cell"), [("code", "c"), ("day", "2021-02-30"), ("count", "x"), ("share", "x"), ("flag", "maybe")]
)
def test_wrong_cell_is_refused(column: str, cell: str, tmp_path: Path) -> None:
    """A cell that is not what its column declares is refused with the column's name, never lost."""
    row = [cell if field["name"] == column else value for field, value in zip(FIELDS, FULL, strict=True)]
    with pytest.raises(DprkIndustryError, match=column):
        load_dataset("x", root=make(tmp_path, FULL, row))


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_import_is_light() -> None:
    """Importing the package imports neither pandas nor anything of the workshop; loading a table imports pandas."""
    loaded = "print(sorted(m for m in sys.modules if m.split('.')[0] in HEAVY or m.startswith('dprk_industry.curate')))"
    heavy = "import sys; HEAVY = {'pandas', 'numpy', 'yaml', 'pydantic', 'frictionless', 'pyarrow'}"
    assert python(f"{heavy}; import dprk_industry; {loaded}") == "[]"
    assert python(f"{heavy}; import dprk_industry as d; d.load_dataset, d.list_tables(); {loaded}") == "[]"
    told = python(f"{heavy}; import dprk_industry as d; d.load_dataset(); {loaded}")
    assert "'pandas'" in told
    assert not re.search("curate|yaml|pydantic|frictionless", told)


def test_loading_needs_pandas_alone() -> None:
    """A table is loaded where neither pydantic nor yaml nor anything else of the workshop can be imported."""
    blocker = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"pydantic", "pydantic_core", "yaml", "frictionless", "jsonschema", "pyarrow"}:
            raise ImportError(name)
sys.meta_path.insert(0, Blocker())
import dprk_industry
print(len(dprk_industry.load_dataset("all")), dprk_industry.load_dataset().shape[1])
"""
    assert python(blocker) == f"{len(list_tables())} {load_dataset().shape[1]}"


def test_version_is_told_once(real_root: Path) -> None:
    """The package, the descriptor and CITATION.cff tell the same version."""
    package = json.loads((real_root / "datapackage.json").read_text("utf-8"))
    citation = yaml.safe_load((real_root / "CITATION.cff").read_text("utf-8"))
    assert package["version"] == str(citation["version"]) == dprk_industry.__version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", dprk_industry.__version__)


def test_face_is_small() -> None:
    """The package shows what it promises, and says so where a name is unknown."""
    assert dir(dprk_industry) == ["__version__", "list_tables", "load_dataset"]
    with pytest.raises(AttributeError, match="'dprk_industry' has no attribute 'orders'"):
        dprk_industry.__getattr__("orders")
