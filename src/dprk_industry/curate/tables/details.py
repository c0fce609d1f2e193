"""The tables of what belongs to records of every kind: parties, amounts, evidence, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.models.records import Amount, Link, Party
from dprk_industry.curate.tables.columns import RECORD, Column, Row, Table, cells, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection, Entry

PARTY_KEYS = {
    "issuer": "issuer",
    "addressees": "addressee",
    "beneficiaries": "beneficiary",
    "exempt": "exempt",
    "subjects": "subject",
    "parties": "subject",
    "at": "subject",
    "targets": "target",
}
"""Keys of the records that hold parties, and the role of a party under each."""


def parties(entry: Entry) -> Iterator[tuple[str, Party]]:
    """Role and party of every party of a record."""
    for key, role in PARTY_KEYS.items():
        held = getattr(entry.record, key, None)
        for party in (held,) if isinstance(held, Party) else held or ():
            yield role, party


def _parties(collection: Collection) -> Iterator[Row]:
    for entry in collection.records.values():
        for role, party in dict.fromkeys(parties(entry)):
            yield {
                "record_id": entry.id,
                "role": role,
                "facility_id": party.facility,
                "actor_id": party.actor,
                "class": party.class_,
                "place_id": party.place,
            }


PARTIES = Table(
    "parties",
    "Parties",
    "Who is involved in a record, and how: a facility, an actor, a class in a place, or a class at a facility.",
    (
        RECORD,
        Column("role", "Part that the party has in the record.", required=True, vocabulary="party_role"),
        *field(Party, "facility", "facility_id"),
        *field(Party, "actor", "actor_id"),
        *field(Party, "class_"),
        *field(Party, "place", "place_id"),
    ),
    (),
    _parties,
    unique=(("record_id", "role", "facility_id", "actor_id", "class", "place_id"),),
)

_AMOUNT_KEYS = ("role", "item", "value", "min", "max", "word", "approximate", "unit", "per", "base", "date", "note")


def _amounts(collection: Collection) -> Iterator[Row]:
    for entry in collection.records.values():
        for number, amount in enumerate(getattr(entry.record, "amounts", ()), start=1):
            yield {
                "amount_id": f"{entry.id}/{number}",
                "record_id": entry.id,
                **cells(amount, *_AMOUNT_KEYS),
            }


AMOUNTS = Table(
    "amounts",
    "Amounts",
    "Quotas, output, ratios, prices, pay, terms, casualties and heads, with bounds: min ≤ value ≤ max.",
    (
        Column("amount_id", "Id of the amount: <record id>/<number>.", required=True),
        RECORD,
        *(column for key in _AMOUNT_KEYS for column in field(Amount, key)),
    ),
    ("amount_id",),
    _amounts,
)


def _evidence(collection: Collection) -> Iterator[Row]:
    for entry in collection.records.values():
        for source, paragraph in entry.evidence:
            source_id = full_id(entry.article.id, source or "")
            yield {"record_id": entry.id, "source_id": source_id, "paragraph": paragraph}


EVIDENCE = Table(
    "evidence",
    "Evidence",
    "Who says what a record says, and in which paragraph of the article.",
    (
        RECORD,
        Column("source_id", "Source that says so.", required=True, refers="sources.source_id"),
        Column("paragraph", "Number of the paragraph, counted from 1.", "integer", required=True),
    ),
    ("record_id", "source_id", "paragraph"),
    _evidence,
)

RELATION_KEYS = {
    "implements": "implements",
    "amends": "amends",
    "during": "during",
    "because_of": "because_of",
    "order": "concerns",
    "concerns": "concerns",
    "same_as": "same_as",
}
"""Keys of the records that refer to other records, and the relation of each."""


def relations(entry: Entry) -> Iterator[tuple[str, str]]:
    """Relation and full id of every record that a record refers to."""
    for key, relation in RELATION_KEYS.items():
        held = getattr(entry.record, key, None)
        for reference in (held,) if isinstance(held, str) else held or ():
            yield relation, entry.full(reference)


def _links(collection: Collection) -> Iterator[Row]:
    for entry in collection.records.values():
        for relation, target in dict.fromkeys(relations(entry)):
            yield {"from_record": entry.id, "relation": relation, "to_record": target, "field": None}
    for sheet in collection.sheets:
        for link in sheet.article.links:
            yield {
                "from_record": full_id(sheet.article.id, link.from_),
                "relation": link.relation,
                "to_record": full_id(sheet.article.id, link.to),
                "field": link.field,
            }


LINKS = Table(
    "links",
    "Links",
    "Every relation between two records: cascade, revision, cause, identity, agreement and contradiction.",
    (
        *field(Link, "from_", "from_record"),
        *field(Link, "relation"),
        *field(Link, "to", "to_record"),
        *field(Link, "field"),
    ),
    ("from_record", "relation", "to_record"),
    _links,
)

TABLES = (PARTIES, AMOUNTS, EVIDENCE, LINKS)
