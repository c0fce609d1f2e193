"""Make the explorer, one page in one folder, from the published tables alone.

python3 scripts/explorer.py FOLDER               # the tables of this checkout
python3 scripts/explorer.py FOLDER --root OTHER  # those of another build

Nothing needs to be installed: the page's script stands ready in `site/bundle.js`, which `npm run build` in `site` makes
from the sources. The page holds its data, its style and its script, so that it opens from a file and from any host;
its policy allows this one style and this one script, and no request.
"""

from __future__ import annotations

import argparse
import base64
import csv
import hashlib
import html
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DESCRIPTOR = "datapackage.json"
SHAPES = ROOT / "dataset" / "registries" / "provinces.geojson"
TOLD = ("name", "title", "description", "version", "created", "citation", "licenses", "contributors")
"""What the page tells of the package."""
FIELD = ("name", "title", "description", "type", "vocabulary", "rdfType")
"""What the page needs to know of a column, beside its codes and what an empty cell means."""
REPEATED = 2
"""A column is written as its distinct values and their numbers where each value stands this often on average."""


class UnreadableError(Exception):
    """Raised where there are no tables as the descriptor declares them."""


def page(root: Path) -> str:
    """Text of the page for the tables under a root.

    Raises:
        UnreadableError: a table is missing or has other columns than the descriptor declares.

    """
    package = _descriptor(root)
    tables = {resource["name"]: _table(root, resource) for resource in package["resources"]}
    data = {"about": _about(package, tables), "shapes": json.loads(SHAPES.read_bytes())}
    data |= {f"table-{name}": table for name, table in tables.items()}
    style = (ROOT / "site" / "style.css").read_text("utf-8")
    script = (ROOT / "site" / "bundle.js").read_text("utf-8")
    parts = {
        "policy": _policy(style, script),
        "title": html.escape(package["title"]),
        "description": html.escape(package["description"]),
        "style": style,
        "data": "\n".join(_island(name, value) for name, value in data.items()),
        "script": script,
    }
    return "".join(_filled((ROOT / "site" / "index.html").read_text("utf-8"), parts))


def _filled(template: str, parts: Mapping[str, str]) -> Iterator[str]:
    """The template's pieces with the parts between them; what a part holds is not looked at again."""
    first, *others = template.split("{{")
    yield first
    for other in others:
        name, _, rest = other.partition("}}")
        yield parts[name]
        yield rest


def _policy(style: str, script: str) -> str:
    """What the browser may do: run this script, use this style, show the icon; no request, no frame, no form."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


def _island(name: str, value: object) -> str:
    """Data in an element that no browser runs; `<` is escaped, so that no text can end it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="data-{html.escape(name)}">{text}</script>'


def _about(package: Mapping[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    tables = [
        {
            **{key: resource[key] for key in ("name", "title", "description", "path")},
            "rows": held[resource["name"]]["rows"],
            "key": resource["schema"].get("primaryKey", []),
            "fields": list(map(_field, resource["schema"]["fields"])),
            "references": _references(resource),
        }
        for resource in package["resources"]
    ]
    return {**{key: package[key] for key in TOLD if key in package}, "tables": tables}


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: field[key] for key in FIELD if key in field}
    if "categories" in field:
        kept["codes"] = [[each["value"], each["label"]] for each in field["categories"]]
    if field.get("missingValues"):
        kept["empty"] = field["missingValues"][0]["label"]
    return kept


def _references(resource: Mapping[str, Any]) -> dict[str, str]:
    """Table to which each column points."""
    keys = resource["schema"].get("foreignKeys", [])
    return {
        key["fields"][0]: key["reference"].get("resource") or resource["name"]
        for key in keys
        if len(key["fields"]) == 1
    }


def _table(root: Path, resource: Mapping[str, Any]) -> dict[str, Any]:
    """A table by its columns, each cell as its text stands in the CSV file."""
    path = PurePosixPath(resource["path"])
    if path.is_absolute() or ".." in path.parts:
        raise UnreadableError(f"{root / DESCRIPTOR} names a file outside of its folder: {path}")
    declared = [field["name"] for field in resource["schema"]["fields"]]
    try:
        with (root / path).open(encoding="utf-8", newline="") as stream:
            found, *rows = csv.reader(stream)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"the table {resource['name']} cannot be read: {error}") from None
    if found != declared or any(len(row) != len(declared) for row in rows):
        raise UnreadableError(f"{root / path} has other columns than {DESCRIPTOR} declares; run `dprk-industry build`")
    columns = list(zip(*rows, strict=True)) or [()] * len(declared)
    return {"rows": len(rows), "columns": [_column(values) for values in columns]}


def _column(values: tuple[str, ...]) -> list[str] | dict[str, list[Any]]:
    distinct = {value: number for number, value in enumerate(dict.fromkeys(values))}
    if len(distinct) * REPEATED > len(values):
        return list(values)
    return {"values": list(distinct), "cells": [distinct[value] for value in values]}


def _descriptor(root: Path) -> dict[str, Any]:
    try:
        package: dict[str, Any] = json.loads((root / DESCRIPTOR).read_bytes())
    except (OSError, ValueError) as error:
        raise UnreadableError(f"no published tables under {root}: {error}") from None
    return package


def main() -> None:
    """Write the page into the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder to write the page into")
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="folder with datapackage.json; this checkout if left out"
    )
    given = parser.parse_args()
    try:
        text = page(given.root)
        given.folder.mkdir(parents=True, exist_ok=True)
        target = given.folder / "index.html"
        target.write_text(text, "utf-8", newline="\n")
    except UnreadableError as error:
        sys.exit(f"explorer.py: {error}")
    except OSError as error:
        sys.exit(f"explorer.py: {error.filename} cannot be read or written: {error.strerror}")
    print(target)


if __name__ == "__main__":
    main()
