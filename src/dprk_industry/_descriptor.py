"""What the descriptor says: which tables there are, where their files lie, and of what type their columns are."""

from __future__ import annotations

import csv
import json
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from dprk_industry._locate import DESCRIPTOR
from dprk_industry.errors import DataNotFoundError, TableMismatchError

Field = dict[str, Any]
"""A column as Table Schema declares it."""


class Table(NamedTuple):
    """A published table."""

    name: str
    path: Path
    fields: list[Field]
    about: dict[str, str]
    """What goes with the table: its name and title, and the version, licence and citation of the dataset."""


def read(folder: Path) -> dict[str, Any]:
    """The descriptor in a folder, as it stands."""
    package: dict[str, Any] = json.loads((folder / DESCRIPTOR).read_bytes())
    return package


def tables(folder: Path) -> dict[str, Table]:
    """Every table that the descriptor in a folder names, in its order; no table is opened."""
    package = read(folder)
    dataset = {
        "version": package["version"],
        "license": package["licenses"][0]["name"],
        "citation": package["citation"],
    }
    return {
        resource["name"]: Table(
            name=resource["name"],
            path=folder / _inside(resource["path"]),
            fields=resource["schema"]["fields"],
            about={"table": resource["name"], "title": resource["title"], **dataset},
        )
        for resource in package["resources"]
    }


def check(table: Table) -> None:
    """Raise unless the file of a table is there and has the columns that are declared, in their order.

    Raises:
        DataNotFoundError: there is no such file.
        TableMismatchError: it has other columns.

    """
    if not table.path.is_file():
        raise DataNotFoundError(f"the table {table.name!r} is missing: expected the file {table.path}")
    with table.path.open(encoding="utf-8", newline="") as stream:
        found = next(csv.reader(stream), [])
    declared = [field["name"] for field in table.fields]
    if found != declared:
        differ = ", ".join(sorted({*found} ^ {*declared})) or "their order"
        raise TableMismatchError(f"{table.path} has other columns than the descriptor declares: {differ}")


def codes(field: Field) -> list[str] | None:
    """Codes of a column in the order of their list; None for any other column."""
    if "categories" not in field:
        return None
    return [category["value"] for category in field["categories"]]


def ordered(field: Field) -> bool:
    """Whether the order of a column's codes means something."""
    return bool(field.get("categoriesOrdered", False))


def kind(field: Field) -> str:
    """Type of a column: code, string, integer, number, boolean or date."""
    return "code" if "categories" in field else str(field["type"])


def _inside(path: str) -> str:
    """A path of the descriptor that stays inside its folder."""
    parts = PurePosixPath(path).parts
    if not parts or parts[0] == "/" or ".." in parts or any(mark in path for mark in "\\:"):
        raise TableMismatchError(f"the descriptor names a file outside of its folder: {path!r}")
    return path
