"""The reading room: published tables as frames, with types from the descriptor. Needs pandas and nothing else."""

from __future__ import annotations

import json
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal, overload

from dprk_industry._locate import DESCRIPTOR, data_root
from dprk_industry.errors import DataNotFoundError, MissingBackendError, UnknownTableError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

HEADLINE = "order_outcomes"
BACKENDS = ("pandas",)


def list_tables(*, root: str | Path | None = None) -> list[str]:
    """Names of the published tables, the headline table first.

    Args:
        root: folder of another build; the installed data if left out.

    Raises:
        DataNotFoundError: there is no published dataset under the root.

    """
    return [resource["name"] for resource in _descriptor(data_root(root))["resources"]]


@overload
def load_dataset(
    name: Literal["all"], *, backend: str = ..., root: str | Path | None = ...
) -> dict[str, pd.DataFrame]: ...
@overload
def load_dataset(name: str = ..., *, backend: str = ..., root: str | Path | None = ...) -> Any: ...
def load_dataset(name: str = HEADLINE, *, backend: str = "pandas", root: str | Path | None = None) -> Any:
    """Load a table of the dataset as a frame.

    Without arguments this is `order_outcomes`: one row for each order and addressee, with issuer, action, deadline,
    threatened consequences, outcome and grades.

    Codes become categoricals (ordered where the code list is), dates `datetime64[s]`, EDTF dates and texts strings,
    whole numbers `Int64`, numbers `float64`, truth values `boolean`; an empty cell is missing. The frame's `attrs`
    hold `table`, `title`, `version`, `license` and `citation`.

    Args:
        name: a table of `list_tables()`, or "all" for a dict of every table by name.
        backend: the frame library; "pandas".
        root: folder of another build; the installed data if left out.

    Raises:
        UnknownTableError: there is no such table; the message names those there are.
        MissingBackendError: the frame library is not installed or not supported.
        DataNotFoundError: there is no published dataset under the root.

    """
    _require(backend)
    folder = data_root(root)
    package = _descriptor(folder)
    resources = {resource["name"]: resource for resource in package["resources"]}
    if name == "all":
        return {table: _frame(folder, package, resource) for table, resource in resources.items()}
    if name not in resources:
        raise UnknownTableError(f"no table {name!r}; there are: {', '.join(resources)}, or 'all' for every one")
    return _frame(folder, package, resources[name])


def _require(backend: str) -> None:
    if backend not in BACKENDS:
        raise MissingBackendError(f"no backend {backend!r}; there is: {', '.join(BACKENDS)}")
    if find_spec(backend) is None:
        raise MissingBackendError(f"the backend {backend!r} is not installed: pip install {backend}")


def _descriptor(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_text("utf-8"))
    return package


def _frame(folder: Path, package: dict[str, Any], resource: dict[str, Any]) -> pd.DataFrame:
    import pandas as pd

    path = folder / resource["path"]
    if not path.is_file():
        raise DataNotFoundError(f"the table {resource['name']!r} is missing: expected the file {path}")
    fields = resource["schema"]["fields"]
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8")
    frame = frame.assign(**{field["name"]: _typed(frame[field["name"]], field) for field in fields})
    frame.attrs = {
        "table": resource["name"],
        "title": resource["title"],
        "version": package["version"],
        "license": package["licenses"][0]["name"],
        "citation": package["citation"],
    }
    return frame


def _typed(column: pd.Series[str], field: dict[str, Any]) -> pd.Series[Any]:
    """A column of texts in the type that its field declares."""
    import pandas as pd

    kind = field["type"]
    if "categories" in field:
        codes = [category["value"] for category in field["categories"]]
        return column.astype(pd.CategoricalDtype(codes, ordered=field.get("categoriesOrdered", False)))
    if kind == "date":
        return column.astype("datetime64[s]")
    if kind == "integer":
        return column.astype("Float64").astype("Int64")
    if kind == "number":
        return column.astype("float64")
    if kind == "boolean":
        return column.map({"true": True, "false": False}).astype("boolean")
    return column
