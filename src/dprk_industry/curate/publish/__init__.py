"""A collection as files: tables, descriptor, schemas, and the generated parts of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.publish import csvfile, descriptor, documents, files, rules_doc, schemas, tables_doc
from dprk_industry.curate.rules import GROUPS
from dprk_industry.curate.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dprk_industry.curate.models.collection import Collection

FOLDERS = ("dataset/tables", "schemas")
"""Folders that hold generated files and nothing else."""


def render(collection: Collection, readme: str) -> dict[str, str]:
    """Text of every generated file by its path; pure, so that building and checking cannot part.

    Args:
        collection: what was read.
        readme: text of README.md as it is; its generated part is replaced.

    Raises:
        MarkersMissingError: README.md lacks the marks of its generated part.

    """
    vocabularies = collection.registries.vocabularies
    outlets = [outlet.name for outlet in collection.registries.outlets.values()]
    rows = {table.name: table.rows(collection) for table in TABLES}
    counts = {name: len(held) for name, held in rows.items()}
    return {
        **{f"dataset/tables/{table.name}.csv": csvfile.render(table.names, rows[table.name]) for table in TABLES},
        "datapackage.json": descriptor.render(TABLES, vocabularies, outlets, collection.registries.annotators),
        **dict(schemas.render(vocabularies)),
        "CITATION.cff": documents.citation(),
        "docs/rules.md": rules_doc.render(GROUPS),
        "docs/tables.md": tables_doc.render(TABLES, vocabularies, rows),
        "README.md": documents.filled(readme, documents.contents(TABLES, counts)),
    }


def build(root: Path, collection: Collection, also: Mapping[str, str] | None = None) -> list[str]:
    """Write all generated files under a root, and others that were made already; gives the paths that changed."""
    return files.write(root, {**render(collection, _readme(root)), **(also or {})}, FOLDERS)


def stale(root: Path, collection: Collection, also: Mapping[str, str] | None = None) -> list[str]:
    """Paths of the generated files under a root that are not what a build would write."""
    return files.stale(root, {**render(collection, _readme(root)), **(also or {})}, FOLDERS)


def _readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")
