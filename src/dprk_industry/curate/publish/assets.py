"""The assets of a release by name: every format made from the same rows, without touching the disk."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, archive, coverage, metadata, parquet, sqlite
from dprk_industry.curate.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dprk_industry.curate.models.collection import Collection
    from dprk_industry.curate.tables.columns import Value

Rows = dict[str, list[dict[str, "Value"]]]
"""Rows of every table by its name."""
STEM = f"{about.NAME}-{about.VERSION}"
"""Name of the database and of the archive, without the ending."""
DESCRIPTOR = "datapackage.json"
DESCRIPTIONS = ("croissant.json", "schema-org.json")
"""Metadata whose paths are those inside the archive, so that it holds them too."""
DOCUMENTS = ("CITATION.cff", "README.md")
"""Generated documents that the archive holds beside the tables."""


def render(
    collection: Collection, built: Mapping[str, str], license_data: str, released: date | None = None
) -> dict[str, bytes]:
    """Bytes of every release asset by its name; equal for equal collections.

    Args:
        collection: what was read.
        built: text of every generated file by its path, as `publish.render` gives them, README.md among them.
        license_data: text of LICENSE-DATA.
        released: day of the release, for the descriptions that tell it.

    Raises:
        MissingLibraryError: pyarrow is not installed; the message names the extra.
        sqlite3.IntegrityError: the rows break a key, a reference, a type or a code list.

    """
    parquet.require()
    vocabularies = collection.registries.vocabularies
    rows = rows_of(collection)
    packed = package(built, rows, license_data)
    hashes = {table.name: sha256(packed[f"dataset/tables/{table.name}.csv"]) for table in TABLES}
    texts = _encoded(metadata.render(TABLES, vocabularies, hashes, coverage.measure(rows), released))
    packed |= {name: texts[name] for name in DESCRIPTIONS}
    made = {f"parquet/{table.name}.parquet": parquet.render(table, rows[table.name], vocabularies) for table in TABLES}
    made[f"{STEM}.sqlite"] = sqlite.render(TABLES, rows, vocabularies)
    made[f"{STEM}.zip"] = archive.render(packed)
    made[DESCRIPTOR] = packed[DESCRIPTOR]
    return made | texts


def rows_of(collection: Collection) -> Rows:
    """Rows of every table by its name, made once for all formats."""
    return {table.name: table.rows(collection) for table in TABLES}


def package(built: Mapping[str, str], rows: Rows, license_data: str) -> dict[str, bytes]:
    """Files of the archive by path: what `load_dataset(root=…)` and every reader of Data Packages can open.

    Args:
        built: text of every generated file by its path, as `publish.render` gives them.
        rows: rows of every table by its name.
        license_data: text of LICENSE-DATA.

    """
    described = json.loads(built[DESCRIPTOR])
    paths = [resource["path"] for resource in described["resources"]]
    files = _encoded({path: built[path] for path in (*paths, *DOCUMENTS)} | {"LICENSE-DATA": license_data})
    counts = {name: len(held) for name, held in rows.items()}
    text = json.dumps(measured(described, files, counts), ensure_ascii=False, indent=2) + "\n"
    return files | _encoded({DESCRIPTOR: text})


def measured(described: Mapping[str, Any], files: Mapping[str, bytes], counts: Mapping[str, int]) -> dict[str, Any]:
    """A descriptor with rows, bytes and SHA-256 of every resource, which the one in git leaves out."""
    resources = [
        {
            **resource,
            "rows": counts[resource["name"]],
            "bytes": len(files[resource["path"]]),
            "hash": f"sha256:{sha256(files[resource['path']])}",
        }
        for resource in described["resources"]
    ]
    return {**described, "resources": resources}


def sha256(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _encoded(texts: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode("utf-8") for name, text in texts.items()}
