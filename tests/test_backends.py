"""Every backend gives the same values, in types of its own.

What the values are is read here with the csv module, apart from the reader that is tested.
"""

from __future__ import annotations

import csv
import json
import math
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from dprk_industry import _frames, load_dataset
from dprk_industry.errors import (
    ConflictingArgumentsError,
    DataNotFoundError,
    MissingBackendError,
    TableMismatchError,
)

LIBRARIES = {
    "pandas": "pandas",
    "polars": "polars",
    "arrow": "pyarrow.csv",
    "duckdb": "duckdb",
    "dask": "dask.dataframe",
}
TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "date": date}
CONVERT: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
}
CODES = ["it's", "b,c", "한글", "a"]
COLUMNS = [
    ("text", "string", ["NA", "", '  say "no",\nthen go ', "한글, 함흥", "None", "-"]),
    ("digits", "string", ["007", "1", "", "2021", "12", "0"]),
    ("truthy", "string", ["true", "false", "true", "nan", "null", "N/A"]),
    ("years", "string", ["2021", "2021", "", "1946", "1960", "0999"]),
    ("nans", "string", ["nan"] * 6),
    ("infinite", "string", ["inf"] * 6),
    ("code", "code", ["a", "b,c", "", "it's", "한글", "a"]),
    ("rank", "ordered", ["it's", "", "a", "b,c", "한글", "a"]),
    ("whole", "integer", ["9007199254740993", "", "-1", "0", "7", "12"]),
    ("number", "number", ["0.1", "66.7", "", "-1e-7", "123456789.123456789", "3"]),
    ("truth", "boolean", ["true", "", "false", "true", "false", "true"]),
    ("day", "date", ["1946-08-10", "", "2029-10-31", "1899-12-31", "2024-02-29", "1970-01-01"]),
    ("silent", "string", [""] * 6),
    ("no_day", "date", [""] * 6),
    ("no_whole", "integer", [""] * 6),
    ("no_number", "number", [""] * 6),
    ("no_truth", "boolean", [""] * 6),
    ("no_code", "code", [""] * 6),
]
"""Name, type and cells of columns that a careless reader gets wrong."""


@pytest.fixture(params=LIBRARIES)
def backend(request: pytest.FixtureRequest) -> str:
    """Each backend whose library is installed."""
    pytest.importorskip(LIBRARIES[request.param])
    return str(request.param)


@pytest.fixture
def hard_root(tmp_path: Path) -> Path:
    """A dataset of a few rows, of none and of many, made of all that is hard, in a folder whose name is hard too."""
    return publish(tmp_path / "data [1] *", {"few": COLUMNS, "none": cut(0), "many": cut(6, times=500)})


def cut(rows: int, *, times: int = 1) -> list[tuple[str, str, list[str]]]:
    return [(name, kind, cells[:rows] * times) for name, kind, cells in COLUMNS]


def publish(root: Path, tables: dict[str, list[tuple[str, str, list[str]]]]) -> Path:
    """Write tables and their descriptor under a root."""
    (root / "dataset" / "tables").mkdir(parents=True)
    for name, columns in tables.items():
        with (root / "dataset" / "tables" / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow([column for column, _, _ in columns])
            writer.writerows(zip(*(cells for _, _, cells in columns), strict=True))
    package = {
        "version": "1.2.3",
        "citation": "Somebody.",
        "licenses": [{"name": "CC-BY-4.0"}],
        "resources": [
            {
                "name": name,
                "title": f"Table {name}",
                "path": f"dataset/tables/{name}.csv",
                "schema": {"fields": [field(column, kind) for column, kind, _ in columns]},
            }
            for name, columns in tables.items()
        ],
    }
    (root / "datapackage.json").write_text(json.dumps(package), "utf-8")
    return root


def field(name: str, kind: str) -> dict[str, Any]:
    if kind not in {"code", "ordered"}:
        return {"name": name, "type": kind}
    made = {"name": name, "type": "string", "categories": [{"value": code, "label": code} for code in CODES]}
    return made | {"categoriesOrdered": True} if kind == "ordered" else made


def fields(root: Path) -> dict[str, list[dict[str, Any]]]:
    """Columns of every table, as the descriptor declares them."""
    package = json.loads((root / "datapackage.json").read_text("utf-8"))
    return {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}


def expected(root: Path, name: str, declared: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Rows of a table as plain Python values."""
    convert = [CONVERT[column["type"]] for column in declared]
    with (root / "dataset" / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    return [tuple(to(cell) if cell else None for to, cell in zip(convert, row, strict=True)) for row in rows]


def rows(backend: str, frame: Any) -> list[tuple[Any, ...]]:
    """Rows of a frame of any library as plain Python values."""
    if backend == "polars":
        return list(frame.rows())
    if backend == "duckdb":
        return list(frame.fetchall())
    if backend == "arrow":
        return list(zip(*(column.to_pylist() for column in frame.columns), strict=True))
    pandas = frame.compute() if backend == "dask" else frame
    return list(zip(*([plain(value) for value in pandas[name].tolist()] for name in pandas), strict=True))


def plain(value: Any) -> Any:
    if value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, datetime):
        assert value == datetime.combine(value.date(), datetime.min.time())
        return value.date()
    return value


def names(frame: Any) -> list[str]:
    return list(getattr(frame, "column_names", frame.columns))


def assert_same(backend: str, root: Path) -> None:
    found = load_dataset("all", backend=backend, root=root)
    declared = fields(root)
    assert list(found) == list(declared)
    for name, columns in declared.items():
        assert names(found[name]) == [column["name"] for column in columns]
        values = rows(backend, found[name])
        assert values == expected(root, name, columns), name
        types = [{type(value) for value in cells if value is not None} for cells in zip(*values, strict=True)]
        assert all(kind <= {TYPES[column["type"]]} for kind, column in zip(types, columns, strict=False)), name


def test_every_backend_gives_the_same_values(backend: str, real_root: Path) -> None:
    """Every table, every row, every cell; whole numbers are no floats, days no times, and what is empty is missing."""
    assert_same(backend, real_root)


def test_nothing_hard_is_lost(backend: str, hard_root: Path) -> None:
    """Texts that look like numbers or like nothing, line ends, quotes, large numbers, columns and tables of nothing."""
    assert_same(backend, hard_root)


def pandas_types(frame: Any) -> dict[str, str]:
    return {name: str(dtype) for name, dtype in frame.dtypes.items()}


TEXT = str(pd.Series(["text"], dtype=str).dtype)
"""What pandas calls texts: `str`, and `object` before version 3."""
PANDAS = {
    "text": TEXT,
    "code": "category",
    "rank": "category",
    "whole": "Int64",
    "number": "float64",
    "truth": "boolean",
    "day": "datetime64[s]",
}


@pytest.mark.parametrize("name", ["few", "none", "many"])
def test_pandas_types(hard_root: Path, name: str) -> None:
    frame = load_dataset(name, root=hard_root)
    assert pandas_types(frame) == {column: type_of(column, kind, PANDAS) for column, kind, _ in COLUMNS}
    assert frame["rank"].dtype == pd.CategoricalDtype(CODES, ordered=True)
    assert frame["code"].dtype == pd.CategoricalDtype(CODES, ordered=False)
    assert list(frame.index) == list(range(len(frame)))
    assert frame.attrs == {
        "table": name,
        "title": f"Table {name}",
        "version": "1.2.3",
        "license": "CC-BY-4.0",
        "citation": "Somebody.",
    }


def type_of(column: str, kind: str, types: dict[str, str]) -> str:
    """Type of a column, by the first of `COLUMNS` that is of its kind."""
    first = next(name for name, other, _ in COLUMNS if other == kind)
    return types["text" if kind == "string" else first]


def test_polars_types(hard_root: Path) -> None:
    pl = pytest.importorskip("polars")
    frame = load_dataset("few", backend="polars", root=hard_root)
    assert isinstance(frame, pl.DataFrame)
    found = {column: frame.schema[column] for column in PANDAS}
    assert found == {
        "text": pl.String,
        "code": pl.Enum(CODES),
        "rank": pl.Enum(CODES),
        "whole": pl.Int64,
        "number": pl.Float64,
        "truth": pl.Boolean,
        "day": pl.Date,
    }


def test_arrow_types(hard_root: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    table = load_dataset("few", backend="arrow", root=hard_root)
    assert isinstance(table, pa.Table)
    found = {column: table.schema.field(column).type for column in PANDAS}
    assert found == {
        "text": pa.string(),
        "code": pa.dictionary(pa.int32(), pa.string(), ordered=False),
        "rank": pa.dictionary(pa.int32(), pa.string(), ordered=True),
        "whole": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "day": pa.date32(),
    }
    assert table.column("rank").chunk(0).dictionary.to_pylist() == CODES
    assert table.schema.metadata[b"citation"] == b"Somebody."


def test_duckdb_types(hard_root: Path) -> None:
    """A relation of the default connection, so that it can be asked in SQL by its name."""
    duckdb = pytest.importorskip("duckdb")
    few = load_dataset("few", backend="duckdb", root=hard_root)
    assert isinstance(few, duckdb.DuckDBPyRelation)
    listed = ", ".join("'" + code.replace("'", "''") + "'" for code in CODES)
    found = {column: str(few.types[few.columns.index(column)]) for column in PANDAS}
    assert found == {
        "text": "VARCHAR",
        "code": f"ENUM({listed})",
        "rank": f"ENUM({listed})",
        "whole": "BIGINT",
        "number": "DOUBLE",
        "truth": "BOOLEAN",
        "day": "DATE",
    }
    assert duckdb.sql("SELECT DISTINCT rank FROM few WHERE rank IS NOT NULL ORDER BY rank").fetchall() == [
        (code,) for code in CODES
    ]


def test_dask_types(hard_root: Path) -> None:
    """The types of pandas, with texts as dask keeps them, and lists of codes that are known."""
    pytest.importorskip("dask.dataframe")
    frame = load_dataset("few", backend="dask", root=hard_root)
    found = {column: dtype for column, dtype in pandas_types(frame).items() if column in PANDAS}
    assert found == PANDAS | {"text": str(frame.dtypes["text"])}
    assert frame["rank"].cat.known
    assert list(frame["rank"].cat.categories) == CODES
    assert frame["rank"].cat.ordered


def test_large_and_small_files_are_read_alike(real_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """How a table is read depends on its size, what comes out does not."""
    monkeypatch.setattr(_frames, "FEW", 0)
    large = load_dataset("all", root=real_root)
    monkeypatch.setattr(_frames, "FEW", 1 << 30)
    small = load_dataset("all", root=real_root)
    for name, frame in large.items():
        pd.testing.assert_frame_equal(frame, small[name], check_exact=True)


@pytest.mark.parametrize("name", [name for name in LIBRARIES if name != "pandas"])
def test_missing_library_is_named_with_its_extra(name: str, real_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra that is named is one that there is, and it brings the library."""
    monkeypatch.setitem(sys.modules, LIBRARIES[name], None)
    with pytest.raises(MissingBackendError) as caught:
        load_dataset(backend=name, root=real_root)
    told = re.fullmatch(
        r"the backend '(\w+)' is not installed: pip install 'dprk-industry\[(\w+)\]'", str(caught.value)
    )
    assert told is not None
    assert told[1] == name
    project = tomllib.loads((real_root / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["optional-dependencies"][told[2]][0].startswith(LIBRARIES[name].split(".")[0])


def test_missing_pandas_is_named(real_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingBackendError, match=r"pip install pandas$"):
        load_dataset(root=real_root)


def test_unknown_backend_names_those_there_are() -> None:
    with pytest.raises(MissingBackendError, match="no backend 'modin'; there are: pandas, polars, arrow, duckdb, dask"):
        load_dataset(backend="modin")


@pytest.mark.parametrize("name", ["polars", "duckdb"])
def test_other_backends_do_without_pandas(name: str, real_root: Path) -> None:
    """Importing the package imports no library, asking for another one never pandas; pyarrow does so by itself."""
    pytest.importorskip(LIBRARIES[name])
    code = (
        "import sys, dprk_industry as d; assert not {'json', 'pandas', 'dprk_industry._load'} & {*sys.modules};"
        "d.load_dataset('all', backend=sys.argv[1], root=sys.argv[2]); assert 'pandas' not in sys.modules"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, name, str(real_root)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


BAD = {"code": "d", "whole": "1.5", "number": "much", "truth": "yes", "day": "2021-13-01"}
"""A cell that is not of the type of its column."""


@pytest.mark.parametrize("column", BAD)
@pytest.mark.parametrize("times", [1, 500])
def test_cell_that_is_not_of_its_type_is_refused(backend: str, tmp_path: Path, column: str, times: int) -> None:
    """A code that its list does not have, and all that is malformed, is an error in every backend, never missing."""
    columns = [
        (name, kind, [*cells[:-1], BAD[column] if name == column else cells[-1]] * times)
        for name, kind, cells in COLUMNS
    ]
    root = publish(tmp_path / "root", {"bad": columns})
    if backend == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        if column not in {"whole", "truth"}:  # there DuckDB reads 1.5 as 2, and yes as true
            with pytest.raises(duckdb.Error):
                load_dataset("bad", backend=backend, root=root).fetchall()
        return
    with pytest.raises(TableMismatchError, match=r"bad\.csv") as caught:
        load_dataset("bad", backend=backend, root=root)
    if backend in {"pandas", "dask"}:
        assert f"the column {column!r} holds" in str(caught.value)


@pytest.mark.parametrize("times", [1, 500])
def test_row_of_another_length_is_refused(tmp_path: Path, times: int) -> None:
    root = publish(tmp_path / "root", {"bad": cut(6, times=times)})
    with (root / "dataset" / "tables" / "bad.csv").open("a") as stream:
        stream.write(",".join("x" * 20) + "\n")
    with pytest.raises(TableMismatchError, match=r"bad\.csv cannot be read"):
        load_dataset("bad", root=root)


def test_other_columns_than_declared_are_refused(backend: str, hard_root: Path) -> None:
    path = hard_root / "dataset" / "tables" / "few.csv"
    path.write_text(path.read_text("utf-8").replace("digits,truthy", "truthy,figures"), "utf-8")
    with pytest.raises(TableMismatchError, match="other columns than the descriptor declares: digits, figures"):
        load_dataset("few", backend=backend, root=hard_root)


def test_missing_file_is_named(backend: str, hard_root: Path) -> None:
    (hard_root / "dataset" / "tables" / "few.csv").unlink()
    with pytest.raises(DataNotFoundError, match=r"the table 'few' is missing: expected the file .*few\.csv"):
        load_dataset("few", backend=backend, root=hard_root)


@pytest.mark.parametrize("path", ["../few.csv", "/etc/hostname", "dataset\\few.csv", "c:few.csv", ""])
def test_descriptor_cannot_lead_outside(hard_root: Path, path: str) -> None:
    text = (hard_root / "datapackage.json").read_text("utf-8")
    (hard_root / "datapackage.json").write_text(text.replace('"dataset/tables/few.csv"', json.dumps(path)), "utf-8")
    with pytest.raises(TableMismatchError, match="outside of its folder"):
        load_dataset("few", root=hard_root)


def test_arguments_that_exclude_each_other_are_refused(real_root: Path) -> None:
    with pytest.raises(ConflictingArgumentsError, match="give one of them"):
        load_dataset(root=real_root, version="0.1.0")
    with pytest.raises(ConflictingArgumentsError, match="give version=… too"):
        load_dataset(base_url="https://example.org")
