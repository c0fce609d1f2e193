"""What the SQLite database has beside the tables: views that join what belongs together, and the full-text index."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VIEWS = (
    """\
CREATE VIEW record_context AS -- Each record with its article, outlet and first source.
SELECT
  records.*,
  articles.url, articles.published, articles.published_min, articles.published_max,
  outlets.name AS outlet, outlets.kind AS outlet_kind,
  sources.kind AS source_kind, sources.reliability, sources.root
FROM records
JOIN articles ON articles.article_id = records.article_id
JOIN outlets ON outlets.outlet_id = articles.outlet_id
JOIN sources ON sources.source_id = records.source_id""",
    """\
CREATE VIEW concerned AS -- What an outcome or a factor concerns.
SELECT from_record AS record_id, to_record AS concerned_id
FROM links
WHERE relation = 'concerns'""",
    """\
CREATE VIEW summaries AS -- Incidents and orders that sum up several; counts of events leave them out.
SELECT record_id
FROM amounts
WHERE role = 'count' AND item IN ('incident', 'order')""",
    """\
CREATE VIEW place_up AS -- Each place with itself and every place in which it lies.
WITH RECURSIVE up (place_id, ancestor_id) AS (
  SELECT place_id, place_id
  FROM places
  UNION
  SELECT up.place_id, places.parent_id
  FROM up
  JOIN places ON places.place_id = up.ancestor_id
  WHERE places.parent_id IS NOT NULL
)
SELECT place_id, ancestor_id
FROM up""",
    """\
CREATE VIEW party_context AS -- Each party with its name, level, place, province and sector.
SELECT
  parties.record_id, parties.role, parties.facility_id, parties.actor_id, parties.class,
  facilities.name AS facility_name,
  coalesce(facilities.place_id, parties.place_id) AS place_id,
  CASE
    WHEN parties.actor_id IS NOT NULL THEN actors.name
    WHEN parties.class IS NULL THEN facilities.name
    ELSE terms.label || ', ' || coalesce(facilities.name, places.name)
  END AS name,
  CASE
    WHEN parties.facility_id IS NOT NULL THEN 'enterprise'
    WHEN parties.actor_id IS NOT NULL THEN actors.level
    WHEN places.level = 'country' THEN 'central'
    ELSE places.level
  END AS level,
  (
    SELECT province.name
    FROM place_up
    JOIN places AS province ON province.place_id = place_up.ancestor_id
    WHERE place_up.place_id = coalesce(facilities.place_id, parties.place_id) AND province.level = 'province'
  ) AS province,
  coalesce(facilities.class, CASE WHEN terms."group" = 'enterprise' THEN terms.code END) AS sector
FROM parties
LEFT JOIN facilities ON facilities.facility_id = parties.facility_id
LEFT JOIN actors ON actors.actor_id = parties.actor_id
LEFT JOIN places ON places.place_id = parties.place_id
LEFT JOIN terms ON terms.list = 'class' AND terms.code = parties.class""",
)
"""Statements that create the views of the data model."""

INDEX = """\
CREATE VIRTUAL TABLE search USING fts5 ( -- WHERE search MATCH '함흥*' finds every text with a word that begins so.
  found_in UNINDEXED, id UNINDEXED, text,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)"""
"""Statement that creates the full-text index: by words, because trigrams miss Korean words of two syllables."""

SEARCHED = {
    "articles": ("article_id", ("headline", "note")),
    "sources": ("source_id", ("note",)),
    "records": ("record_id", ("note",)),
    "amounts": ("amount_id", ("note",)),
    "facility_names": ("facility_id", ("name",)),
    "outlets": ("outlet_id", ("name",)),
    "places": ("place_id", ("name",)),
    "actors": ("actor_id", ("name", "public_role")),
    "calendar": ("calendar_id", ("name",)),
    "terms": ("list || '/' || code", ("label", "definition")),
}
"""Tables whose texts are searched: what names a row, and the columns that hold the texts."""


def search() -> Iterator[str]:
    """Statements that create the full-text index, fill it, and merge it into one piece."""
    yield INDEX
    for table, (name, columns) in SEARCHED.items():
        for column in columns:
            yield (
                f"INSERT INTO search SELECT '{table}.{column}', {name}, {column} "  # noqa: S608 - all names are ours
                f"FROM {table} WHERE {column} IS NOT NULL ORDER BY rowid"
            )
    yield "INSERT INTO search (search) VALUES ('optimize')"
