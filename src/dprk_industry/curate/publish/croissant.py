"""Croissant 1.1: the tables as record sets over their CSV files, for machine-learning libraries and dataset search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dprk_industry.curate.publish import about, meanings
from dprk_industry.curate.publish.meanings import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Column, Table

VERSION = "http://mlcommons.org/croissant/1.1"
TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}
"""Croissant's type by the type of a column."""
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "arrayShape": "cr:arrayShape",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification gives; a validator warns where a term of it is missing."""


def describe(
    tables: Sequence[Table], vocabularies: Mapping[str, Vocabulary], hashes: Mapping[str, str], dates: Mapping[str, str]
) -> dict[str, Any]:
    """Croissant description; paths are relative to the folder of datapackage.json.

    Args:
        tables: the published tables.
        vocabularies: code lists by name.
        hashes: SHA-256 of the CSV file of every table by the table's name.
        dates: when the dataset was created, modified and published, under the names of schema.org.

    """
    lists = sorted({column.vocabulary for table in tables for column in table.columns if column.vocabulary})
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": VERSION,
        "name": about.NAME,
        "alternateName": about.TITLE,
        "description": about.DESCRIPTION,
        "identifier": about.ID,
        "license": about.LICENSE["path"],
        "version": about.VERSION,
        "citeAs": about.CITATION,
        "creator": {"@type": "sc:Organization", "name": about.AUTHORS},
        "keywords": about.KEYWORDS,
        "inLanguage": about.LANGUAGE,
        **dates,
        "rai:dataCollection": about.METHOD,
        "rai:dataLimitations": [plain(limit) for limit in about.LIMITS],
        "rai:personalSensitiveInformation": about.PRIVACY,
        "distribution": [_file(table, hashes[table.name]) for table in tables],
        "recordSet": [
            *(_record_set(table) for table in tables),
            *(_enumeration(name, vocabularies[name]) for name in lists),
        ],
    }


def _file(table: Table, sha256: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": plain(table.description),
        "contentUrl": f"dataset/tables/{table.name}.csv",
        "encodingFormat": "text/csv",
        "sha256": sha256,
    }


def _record_set(table: Table) -> dict[str, Any]:
    key = {"key": [{"@id": f"{table.name}/{name}"} for name in table.key]} if table.key else {}
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": plain(f"{table.title}. {table.description}"),
        **key,
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    source: dict[str, Any] = {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}}
    made: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": plain(" ".join(filter(None, (meanings.meaning(column), _empty(table, column))))),
        "dataType": TYPES[column.type],
        "source": source,
    }
    if column.many and column.vocabulary:
        source["transform"] = {"separator": meanings.SEPARATOR}
        made |= {"isArray": True, "arrayShape": "-1"}
    if reference := _reference(column):
        made["references"] = reference
    return made


def _empty(table: Table, column: Column) -> str | None:
    reason = meanings.empty(table.name, column)
    return f"Empty: {reason}" if reason else None


def _reference(column: Column) -> dict[str, Any] | None:
    """Where the values of a column are found: in the column of another file, or among the codes of a list.

    The specification has one form for both, the id of a field; mlcroissant 1.1 crashes on it. Of the forms that it
    reads, it can follow the one to a file where tables refer to each other or to themselves, and the one to a field
    where the records stand in the description.
    """
    if column.refers:
        table, _, name = column.refers.partition(".")
        return {"fileObject": {"@id": f"{table}.csv"}, "extract": {"column": name}}
    return {"field": {"@id": f"codes/{column.vocabulary}/code"}} if column.vocabulary else None


def _enumeration(name: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """A code list as a record set whose records stand in the description itself."""
    top = f"codes/{name}"
    return {
        "@type": "cr:RecordSet",
        "@id": top,
        "name": top,
        "description": f"Code list: {vocabulary.title}.",
        "dataType": "sc:Enumeration",
        "key": {"@id": f"{top}/code"},
        "field": [
            {"@type": "cr:Field", "@id": f"{top}/{part}", "name": part, "dataType": "sc:Text"}
            for part in ("code", "label", "definition")
        ],
        "data": [
            {f"{top}/code": code, f"{top}/label": term.label, f"{top}/definition": plain(term.definition)}
            for code, term in vocabulary.codes.items()
        ],
    }
