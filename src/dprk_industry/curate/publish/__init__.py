"""A collection as files: tables, descriptor, schemas, and the generated parts of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.publish import csvfile, descriptor, documents, files, schemas
from dprk_industry.curate.tables import TABLES

if TYPE_CHECKING:
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
    made: dict[str, str] = {}
    counts: dict[str, int] = {}
    for table in TABLES:
        rows = table.rows(collection)
        counts[table.name] = len(rows)
        names = [column.name for column in table.columns]
        made[f"dataset/tables/{table.name}.csv"] = csvfile.render(names, rows)
    made["datapackage.json"] = descriptor.render(TABLES, vocabularies)
    made |= dict(schemas.render(vocabularies))
    made["CITATION.cff"] = documents.citation()
    made["README.md"] = documents.filled(readme, documents.contents(TABLES, counts))
    return made


def build(root: Path, collection: Collection) -> list[str]:
    """Write all generated files under a root; gives the paths that changed."""
    return files.write(root, render(collection, _readme(root)), FOLDERS)


def stale(root: Path, collection: Collection) -> list[str]:
    """Paths of the generated files under a root that are not what a build would write."""
    return files.stale(root, render(collection, _readme(root)), FOLDERS)


def _readme(root: Path) -> str:
    return (root / "README.md").read_text("utf-8")
