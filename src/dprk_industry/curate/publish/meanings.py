"""What the cells of a column mean and why they may be empty: the sentences that all descriptions share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dprk_industry.curate.models.registry import Vocabulary
    from dprk_industry.curate.tables.columns import Column, Table

SEPARATOR = "|"
"""What stands between the values of a cell that holds several."""

UNTOLD = "The text does not say."
SILENT = "No account says how far the order was carried out: silence, not failure."
HALF_SILENT = "No account says how far the order was carried out, or the one chosen does not say this."

EMPTY: dict[str, dict[str, str]] = {
    "order_outcomes": {
        "issuer_level": "The place of the issuer is not known.",
        "facility_id": "The addressee is no single facility and no body at one.",
        "facility_name": "The addressee is no single facility and no body at one.",
        "province": "The addressee is the whole country, a class in it, or an actor.",
        "sector": "The addressee is no enterprise and no class of enterprises.",
        "demand": "The text names no amount.",
        "issued": UNTOLD,
        "deadline_kind": "Only an excerpt was read, and it names no limit.",
        "deadline": "The deadline has no date, or there is none; see `deadline_kind`.",
        "campaign": "The text ties the order to no campaign or plan.",
        "threatened": "The text tells of no threat and no promise.",
        "outcome_status": SILENT,
        "outcome_timing": HALF_SILENT,
        "outcome_as_of": HALF_SILENT,
        "outcome_source_kind": SILENT,
    },
    "articles": {
        "host": "The copy read is no reprint.",
        "item": "The address holds one article only.",
        "text_sha256": "No whole copy of the text is held.",
        "background": "Every paragraph supports a record, or only an excerpt was read.",
    },
    "sources": {
        "outlet_id": "The source speaks through no outlet but the article's own.",
        "place_id": UNTOLD,
        "via": "The article has it from this source itself.",
        "said": UNTOLD,
    },
    "orders": {
        "issued": UNTOLD,
        "deadline_kind": "Only an excerpt was read, and it names no limit.",
        "deadline": "The deadline has no date, or there is none; see `deadline_kind`.",
        "deadline_occasion": "The deadline is tied to no occasion.",
        "deadline_every": "The deadline does not recur.",
        "campaign": "The text ties the order to no campaign or plan.",
        "change": "The order changes no earlier one.",
    },
    "outcomes": {
        "status": "The manner is intent, unknown or denied, and no state is named.",
        "plan": "The outcome is no fulfilment, so it is measured against nothing.",
        "campaign": "The yardstick belongs to no campaign or plan.",
        "period": UNTOLD,
        "as_of": UNTOLD,
        "achieved": "The text does not say, or nothing was reached.",
        "timing": UNTOLD,
    },
    "incidents": {"date": UNTOLD},
    "consequences": {"date": UNTOLD},
    "parties": {
        "facility_id": "The party is no facility and no body at one.",
        "actor_id": "The party is no unique body and no named person.",
        "class": "The party is a facility as a whole, or an actor.",
        "place_id": "The party is no class in a place; where a facility lies stands in `facilities`.",
    },
    "amounts": {
        "item": "The role alone says what is counted.",
        "value": "The text gives a bound or a word, but no number of its own.",
        "min": "The text gives no lower bound.",
        "max": "The text gives no upper bound.",
        "word": "The amount is told in numbers.",
        "approximate": "The text does not call the number rough.",
        "unit": "The amount has no number, or counts people.",
        "per": "The amount is counted for nothing in particular.",
        "base": "The amount is measured against nothing.",
        "date": "The amount held when its record did.",
    },
    "links": {"field": "The accounts do not differ in a single field, or do not differ at all."},
    "places": {
        "parent_id": "The country lies in no other place.",
        **dict.fromkeys(
            ("lat_min", "lon_min", "lat_max", "lon_max"), "It is no province, or the boundary file does not draw it."
        ),
        "sources": "It is the country or a province of ISO 3166-2, or no work was looked up for it.",
    },
    "facilities": {
        "isic": "No source says what it makes, or it makes nothing yet.",
        "products": "No source says what it makes.",
        "parent_id": "It belongs to no complex, or no source says so.",
        "authority_id": "No source says what body it is under, or the body is not among the actors.",
        "opened": "No source says when it began to work.",
        "closed": "No source says that it closed for good.",
        "unlike": "Its name is not like that of another facility.",
        **dict.fromkeys(("lat", "lon", "geo"), "No source gives its coordinates."),
    },
    "facility_names": {
        "system": "The name as this dataset writes it, or one that it no longer bears.",
        "until": "The facility still bears the name, or no source says when it was given up.",
    },
    "actors": {"public_role": "The actor is a body, not a person."},
    "calendar": {
        "monthday": "The occasion does not recur on one day of the year.",
        "span": "The occasion recurs on one day of the year.",
    },
    "terms": {
        "boundary": "No other code touches this one.",
        **dict.fromkeys(
            ("group", "outcome_kind", "rank", "holds", "direction", "severity", "sign", "days", "isic"),
            "The codes of this list have no such property.",
        ),
    },
    "retired": {"successor": "Nothing takes its place."},
}
"""Why a cell may be empty, by table and column."""

_BOUND = "No date is given, or it is open on this side."
_NOTE = "The annotator had nothing to remark."


def empty(table: str, column: Column) -> str | None:
    """Why a cell of a column may be empty; None if none ever is."""
    if column.required:
        return None
    if column.name == "note":
        return _NOTE
    reasons = EMPTY.get(table, {})
    if column.type == "date" and column.name.endswith(("_min", "_max")):
        return _BOUND
    return reasons.get(column.name)


def meaning(column: Column) -> str:
    """What the cells of a column mean, with the form of a list and where its values are listed."""
    parts = [column.description]
    if column.many:
        parts.append(f"Several values are joined with `{SEPARATOR}`.")
    if column.vocabulary:
        parts.append(f"Codes: `{column.vocabulary}` in `terms`.")
    if column.options:
        parts.append(f"One of: {', '.join(column.options)}.")
    return " ".join(parts)


def plain(text: str) -> str:
    """A sentence without the marks of code, for readers that show text as it is."""
    return text.replace("`", "")


def is_edtf(column: Column) -> bool:
    """Whether the cells of a column are EDTF dates."""
    return "(EDTF)" in column.description and column.type == "string"


def codes(column: Column, vocabularies: Mapping[str, Vocabulary]) -> list[dict[str, str]]:
    """Values that a column may have, each with its label; none where they are not listed."""
    if column.vocabulary:
        terms = vocabularies[column.vocabulary].codes
        return [{"value": code, "label": term.label} for code, term in terms.items()]
    return [{"value": option, "label": option.replace("_", " ")} for option in column.options]


def users(vocabulary: str, tables: Iterable[Table]) -> list[tuple[str, str]]:
    """Table and column of every column whose values stand in a code list."""
    return [
        (table.name, column.name) for table in tables for column in table.columns if column.vocabulary == vocabulary
    ]
