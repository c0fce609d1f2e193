"""JSON Schemas of the files that people write, for editors and for other languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.models.validate import FORMS, validator
from dprk_industry.curate.publish import about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.models.registry import Vocabulary

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def render(vocabularies: Mapping[str, Vocabulary]) -> Iterator[tuple[str, str]]:
    """Path and text of the schema of every kind of file."""
    checker = validator({name: list(listed.codes) for name, listed in vocabularies.items()})
    for form in FORMS:
        made = {
            "$schema": DRAFT,
            "$id": f"urn:dprk-industry:schema:{form}",
            "$comment": about.BANNER,
            "title": form.capitalize(),
            **_plain(checker.json_schema(form), vocabularies),
        }
        yield f"schemas/{form}.schema.json", json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _plain(schema: Any, vocabularies: Mapping[str, Vocabulary]) -> Any:
    """A schema without what pydantic adds for Python alone (null, defaults, titles), with the codes explained."""
    if isinstance(schema, list):
        return [_plain(item, vocabularies) for item in schema]
    if not isinstance(schema, dict):
        return schema
    choices = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if "anyOf" in schema and len(choices) == 1:
        rest = {key: value for key, value in schema.items() if key not in {"anyOf", "default"}}
        return _plain({**choices[0], **rest}, vocabularies)
    kept = {key: value for key, value in schema.items() if key not in {"default", "title"} or isinstance(value, dict)}
    made = {key: _plain(value, vocabularies) for key, value in kept.items()}
    return {**made, **_explained(made, vocabularies)}


def _explained(schema: dict[str, Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """Descriptions of the codes of an enumeration, in the keyword that editors show."""
    name = schema.get("x-vocabulary")
    if not isinstance(name, str) or "enum" not in schema:
        return {}
    terms = vocabularies[name].codes
    said = [terms[str(code)] for code in schema["enum"]]
    boundaries = [f" *{term.boundary}*" if term.boundary else "" for term in said]
    return {
        "markdownEnumDescriptions": [
            f"**{term.label}.** {term.definition}{boundary}" for term, boundary in zip(said, boundaries, strict=True)
        ]
    }
