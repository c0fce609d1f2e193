"""The dataset in the words of schema.org, for search engines of datasets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, meanings
from dprk_industry.curate.publish.meanings import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dprk_industry.curate.publish.coverage import Coverage
    from dprk_industry.curate.tables.columns import Column, Table

NOT_MEASURED = ("terms", "retired", "changes")
"""Tables that describe the data and measure nothing."""


def describe(
    tables: Sequence[Table], hashes: Mapping[str, str], coverage: Coverage, dates: Mapping[str, str]
) -> dict[str, Any]:
    """JSON-LD of the dataset; addresses are relative to the page or folder in which it stands."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": about.ID,
        "identifier": about.ID,
        "name": about.TITLE,
        "alternateName": about.NAME,
        "description": f"{about.DESCRIPTION} {' '.join(plain(limit) for limit in about.LIMITS)}",
        "version": about.VERSION,
        "license": about.LICENSE["path"],
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": about.AUTHORS},
        "creditText": about.CITATION,
        "keywords": about.KEYWORDS,
        "inLanguage": about.LANGUAGE,
        "measurementTechnique": about.METHOD,
        **dates,
        **_temporal(coverage),
        "spatialCoverage": _place(coverage),
        "variableMeasured": list(_variables(tables)),
        "distribution": [_download(table, hashes[table.name]) for table in tables],
    }


def _temporal(coverage: Coverage) -> dict[str, str]:
    known = coverage.first and coverage.last
    return {"temporalCoverage": f"{coverage.first}/{coverage.last}"} if known else {}


def _place(coverage: Coverage) -> dict[str, Any]:
    place: dict[str, Any] = {
        "@type": "Place",
        "name": about.COUNTRY,
        "alternateName": "North Korea",
        "identifier": "KP",
    }
    if coverage.box:
        box = coverage.box
        place["geo"] = {"@type": "GeoShape", "box": f"{box.south} {box.west} {box.north} {box.east}"}
    return place


def _variables(tables: Iterable[Table]) -> Iterator[dict[str, str]]:
    """The columns that hold codes, numbers, truth values or dates, without the bounds computed from dates."""
    for table in tables:
        for column in table.columns:
            if table.name not in NOT_MEASURED and _is_measured(column):
                yield {
                    "@type": "PropertyValue",
                    "name": f"{table.name}.{column.name}",
                    "description": plain(meanings.meaning(column)),
                }


def _is_measured(column: Column) -> bool:
    coded = column.vocabulary or column.options or meanings.is_edtf(column)
    return bool(coded) or column.type in {"integer", "number", "boolean"}


def _download(table: Table, sha256: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": table.title,
        "description": plain(table.description),
        "contentUrl": f"dataset/tables/{table.name}.csv",
        "encodingFormat": "text/csv",
        "sha256": sha256,
    }
