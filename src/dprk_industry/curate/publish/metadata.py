"""What describes the package to others: Croissant, schema.org, Hugging Face and Datasette, from the same columns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, cards, croissant, datasette, schemaorg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.publish.coverage import Coverage
    from dprk_industry.curate.tables.columns import Table


def render(
    tables: Sequence[Table],
    vocabularies: Mapping[str, Vocabulary],
    hashes: Mapping[str, str],
    coverage: Coverage,
    released: date | None = None,
) -> dict[str, str]:
    """Text of every description by the path of its file.

    Args:
        tables: the published tables, the headline table first.
        vocabularies: code lists by name.
        hashes: SHA-256 of the CSV file of every table by the table's name.
        coverage: what the rows cover, by `coverage.measure`.
        released: day of the release; left out of the descriptions before there is one.

    """
    dates = _dates(coverage, released)
    return {
        "croissant.json": _json(croissant.describe(tables, vocabularies, hashes, dates)),
        "schema-org.json": _json(schemaorg.describe(tables, hashes, coverage, dates)),
        "README.md": cards.render(tables, coverage.counts),
        "datasette.json": _json(datasette.describe(tables)),
    }


def _dates(coverage: Coverage, released: date | None) -> dict[str, str]:
    """When the dataset began, was last coded for, and was published, under the names of schema.org."""
    known = {"dateModified": coverage.annotated, "datePublished": released}
    return {"dateCreated": about.CREATED[:10], **{name: str(day) for name, day in known.items() if day}}


def _json(described: dict[str, Any]) -> str:
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"
