"""The tables of what the articles say: articles, sources, records and the five kinds of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models import derive
from dprk_industry.curate.models.collection import full_id
from dprk_industry.curate.models.records import (
    Article,
    Consequence,
    Deadline,
    Factor,
    Incident,
    Order,
    Outcome,
    Record,
    Source,
)
from dprk_industry.curate.tables.columns import RECORD, Column, Row, Table, Value, cells, dated, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection


def _articles(collection: Collection) -> Iterator[Row]:
    for sheet in collection.sheets:
        article = sheet.article
        yield {
            "article_id": article.id,
            "outlet_id": article.outlet,
            **cells(article, *_ARTICLE_KEYS),
        }


_ARTICLE_KEYS = (
    "host",
    "url",
    "item",
    "headline",
    "language",
    "published",
    "dated_by",
    "genre",
    "paragraph_count",
    "paragraph_digests",
    "text_sha256",
    "read",
    "background",
    "annotators",
    "annotated",
    "note",
)
_ARTICLE_COLUMNS = tuple(column for key in _ARTICLE_KEYS for column in field(Article, key))

ARTICLES = Table(
    "articles",
    "Articles",
    "One row for each article that was annotated; no article text is stored.",
    (
        Column("article_id", "Id of the article, given once.", required=True),
        *field(Article, "outlet", "outlet_id"),
        *_ARTICLE_COLUMNS,
    ),
    ("article_id",),
    _articles,
    unique=(("url", "item"),),
)


def _sources(collection: Collection) -> Iterator[Row]:
    for sheet in collection.sheets:
        article = sheet.article
        for name, source in article.sources.items():
            yield {
                "source_id": full_id(article.id, name),
                "article_id": article.id,
                "kind": source.kind,
                "outlet_id": source.outlet,
                "place_id": source.place,
                "via": full_id(article.id, source.via) if source.via else None,
                **dated("said", source.said),
                "reliability": source.reliability,
                "root": derive.root(article, name),
                "note": source.note,
            }


SOURCES = Table(
    "sources",
    "Sources",
    "Who told an article what it says, with a grade of reliability.",
    (
        Column("source_id", "Id of the source: <article id>#<name>.", required=True),
        Column("article_id", "Article that the source speaks in.", required=True, refers="articles.article_id"),
        *field(Source, "kind"),
        *field(Source, "outlet", "outlet_id"),
        *field(Source, "place", "place_id"),
        *field(Source, "via"),
        *field(Source, "said"),
        *field(Source, "reliability"),
        Column(
            "root",
            "Root of the source, computed: `state` for any organ of the DPRK, else the outlet or the imagery provider "
            "from which the account comes. Only different roots are independent.",
            required=True,
        ),
        *field(Source, "note"),
    ),
    ("source_id",),
    _sources,
)


def _records(collection: Collection) -> Iterator[Row]:
    cases = derive.cases(collection)
    for entry in collection.records.values():
        yield {
            "record_id": entry.id,
            "article_id": entry.article.id,
            "kind": entry.kind,
            "source_id": full_id(entry.article.id, entry.source or ""),
            "manner": entry.manner,
            "credibility": entry.credibility,
            "holds": derive.holds(entry, collection.registries),
            "case_id": cases[entry.id],
            "note": entry.record.note,
        }


RECORDS = Table(
    "records",
    "Records",
    "One row for each statement that was coded, of any of the five kinds, with its header.",
    (
        Column("record_id", "Id of the record: <article id>#<name>.", required=True),
        Column("article_id", "Article that says so.", required=True, refers="articles.article_id"),
        Column(
            "kind",
            "Kind of record.",
            required=True,
            options=("order", "outcome", "incident", "consequence", "factor"),
        ),
        Column("source_id", "First source of the record.", required=True, refers="sources.source_id"),
        *field(Record, "manner", required=True),
        *field(Record, "credibility", required=True),
        Column(
            "holds",
            "1 if the record is told as so (stated, inferred), -1 if it is denied, 0 if it is left open. Computed. "
            "Counts of facts are taken where it is 1.",
            "integer",
            required=True,
        ),
        Column(
            "case_id",
            "Case of the record, computed: records of the same real thing share the id of the one published first.",
            required=True,
            refers="records.record_id",
        ),
        *field(Record, "note"),
    ),
    ("record_id",),
    _records,
)


def _of_kind(collection: Collection, model: type[Record], *names: str) -> Iterator[dict[str, Value]]:
    for entry in collection.records.values():
        if isinstance(entry.record, model):
            yield {"record_id": entry.id, **cells(entry.record, *names)}


def _orders(collection: Collection) -> Iterator[Row]:
    for entry in collection.records.values():
        order = entry.record
        if isinstance(order, Order):
            deadline = order.deadline
            yield {
                "record_id": entry.id,
                "action": order.action,
                **dated("issued", order.issued),
                "deadline_kind": deadline.kind if deadline else None,
                **dated("deadline", deadline.date if deadline else None),
                "deadline_occasion": deadline.occasion if deadline else None,
                "deadline_every": deadline.every if deadline else None,
                "campaign": order.campaign,
                "change": order.change,
            }


ORDERS = Table(
    "orders",
    "Orders",
    "What an issuer with authority demanded: one action with one deadline. Issuer and addressees are in `parties`, "
    "quotas in `amounts`, parent and amended orders in `links`.",
    (
        RECORD,
        *field(Order, "action"),
        *field(Order, "issued"),
        *field(Deadline, "kind", "deadline_kind", required=False),
        *field(Deadline, "date", "deadline", description="Deadline (EDTF); of a period, its last day counts."),
        *field(Deadline, "occasion", "deadline_occasion"),
        *field(Deadline, "every", "deadline_every"),
        *field(Order, "campaign"),
        *field(Order, "change"),
    ),
    ("record_id",),
    _orders,
)


def _kind_table(name: str, title: str, description: str, model: type[Record], keys: tuple[str, ...]) -> Table:
    """A table of one kind of record whose columns are fields of its model."""
    return Table(
        name,
        title,
        description,
        (RECORD, *(column for key in keys for column in field(model, key))),
        ("record_id",),
        lambda collection: _of_kind(collection, model, *keys),
    )


OUTCOMES = _kind_table(
    "outcomes",
    "Outcomes",
    "What a source says about how far an order or plan was carried out, how a plant runs, or how much it makes.",
    Outcome,
    ("kind", "status", "plan", "campaign", "period", "as_of", "achieved", "timing"),
)
INCIDENTS = _kind_table("incidents", "Incidents", "Sudden harmful events at a place.", Incident, ("type", "date"))
FACTORS = _kind_table(
    "factors",
    "Factors",
    "Purposes, obstacles, causes, enforcement, responses and effects; what they belong to is in `links`.",
    Factor,
    ("role", "type"),
)


def _consequences(collection: Collection) -> Iterator[Row]:
    types = collection.registries.vocabularies["consequence_type"].codes
    for row in _of_kind(collection, Consequence, "type", "stage", "date"):
        severity = types[str(row["type"])].severity or 0
        yield {**row, "sign": (severity > 0) - (severity < 0)}


CONSEQUENCES = Table(
    "consequences",
    "Consequences",
    "What was threatened, done or promised to people because of an order, a result or an incident.",
    (
        RECORD,
        *field(Consequence, "type"),
        *field(Consequence, "stage"),
        *field(Consequence, "date"),
        Column("sign", "-1 for a penalty, 1 for a reward. Computed.", "integer", required=True),
    ),
    ("record_id",),
    _consequences,
)

TABLES = (
    ARTICLES,
    SOURCES,
    RECORDS,
    ORDERS,
    OUTCOMES,
    INCIDENTS,
    CONSEQUENCES,
    FACTORS,
)
