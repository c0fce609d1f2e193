"""The parts of README and CITATION that state numbers or versions, made from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.publish import about

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dprk_industry.curate.tables.columns import Table

BEGIN = "<!-- begin: generated from the tables by `dprk-industry build`; do not edit by hand -->"
END = "<!-- end -->"


class MarkersMissingError(ValueError):
    """Raised where a document lacks the marks between which generated text stands."""


def contents(tables: Iterable[Table], counts: Mapping[str, int]) -> str:
    """Markdown table of the published tables and how many rows each has."""
    rows = (
        f"| [`{table.name}`](dataset/tables/{table.name}.csv) | {counts[table.name]} | {table.description} |"
        for table in tables
    )
    return "\n".join(["| table | rows | what a row is |", "| --- | ---: | --- |", *rows])


def filled(document: str, made: str) -> str:
    """A document with the text between the marks replaced.

    Raises:
        MarkersMissingError: the two marks do not stand in the document, one after the other.

    """
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise MarkersMissingError(f"the document lacks the marks {BEGIN} and {END}")
    return f"{before}{begin}\n{made}\n{end}{after}"


def citation() -> str:
    """Text of CITATION.cff (version 1.2.0)."""
    keywords = "".join(f"  - {keyword}\n" for keyword in about.KEYWORDS)
    return (
        f"# {about.BANNER}\n"
        "cff-version: 1.2.0\n"
        "message: If you use this dataset, please cite it as below.\n"
        "type: dataset\n"
        f'title: "{about.TITLE}"\n'
        f'abstract: "{about.DESCRIPTION}"\n'
        f"authors:\n  - name: {about.AUTHORS}\n"
        f"version: {about.VERSION}\n"
        f"license: {about.LICENSE['name']}\n"
        f"keywords:\n{keywords}"
    )
