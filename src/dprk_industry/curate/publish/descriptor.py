"""The Frictionless descriptor (Data Package 2.0) of the published tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, meanings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


def render(
    tables: Iterable[Table],
    vocabularies: Mapping[str, Vocabulary],
    outlets: Iterable[str] = (),
    annotators: Iterable[str] = (),
) -> str:
    """Text of datapackage.json; it holds no row counts and no hashes, which would change with every record.

    Args:
        tables: the published tables.
        vocabularies: code lists by name.
        outlets: names of the outlets whose articles are the sources of the package.
        annotators: names or handles of those who coded them.

    """
    package = {
        "$schema": PROFILE,
        "name": about.NAME,
        "id": about.ID,
        "title": about.TITLE,
        "description": about.DESCRIPTION,
        "version": about.VERSION,
        "created": about.CREATED,
        "citation": about.CITATION,
        "generated": about.BANNER,
        "licenses": [about.LICENSE],
        "contributors": contributors(annotators),
        "keywords": about.KEYWORDS,
        "sources": [{"title": outlet} for outlet in sorted(outlets)],
        "resources": [_resource(table, vocabularies) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def contributors(annotators: Iterable[str]) -> list[dict[str, Any]]:
    """Who made the package, and as what: the authors, then those who coded the articles."""
    coders = [{"title": annotator, "roles": ["annotator"]} for annotator in sorted(annotators)]
    return [{"title": about.AUTHORS, "roles": about.ROLES}, *coders]


def _resource(table: Table, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "type": "table",
        "path": f"dataset/tables/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table, vocabularies),
    }


def _schema(table: Table, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    fields = [field(column, vocabularies, meanings.empty(table.name, column)) for column in table.columns]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.unique:
        schema["uniqueKeys"] = [list(names) for names in table.unique]
    foreign = [_foreign_key(table.name, column) for column in table.columns if column.refers]
    return {**schema, "foreignKeys": foreign} if foreign else schema


def field(column: Column, vocabularies: Mapping[str, Vocabulary], empty: str | None = None) -> dict[str, Any]:
    """Table Schema of a column: type, constraints, why a cell may be empty and, for a code, its list with labels."""
    made: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "description": meanings.meaning(column),
        "type": column.type,
    }
    if meanings.is_edtf(column):
        made["rdfType"] = EDTF
    if column.type == "boolean":
        made |= {"trueValues": ["true"], "falseValues": ["false"]}
    if empty:
        made["missingValues"] = [{"value": "", "label": empty}]
    codes = meanings.codes(column, vocabularies)
    if column.vocabulary:
        made["vocabulary"] = column.vocabulary
    if codes and not column.many:
        made["categories"] = codes
        if column.vocabulary and ordered(vocabularies[column.vocabulary]):
            made["categoriesOrdered"] = True
    constraints = _constraints(column, [code["value"] for code in codes])
    return {**made, "constraints": constraints} if constraints else made


def ordered(vocabulary: Vocabulary) -> bool:
    """Whether the codes of a list stand in one order: each has a rank of its own, rising down the list."""
    ranks = [term.rank for term in vocabulary.codes.values()]
    return None not in ranks and ranks == sorted(set(ranks))  # type: ignore[type-var]


def _constraints(column: Column, codes: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"required": True} if column.required else {}
    if codes and column.many:
        one = f"(?:{'|'.join(codes)})"
        made["pattern"] = rf"{one}(?:\|{one})*"
    elif codes:
        made["enum"] = codes
    elif column.pattern:
        made["pattern"] = column.pattern
    return made


def _foreign_key(table: str, column: Column) -> dict[str, Any]:
    other, _, name = (column.refers or "").partition(".")
    reference = {"fields": [name]} if other == table else {"resource": other, "fields": [name]}
    return {"fields": [column.name], "reference": reference}
