"""Which ids may be meant by a name that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.models.nearest import closest
from dprk_industry.curate.rules.likeness import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Collection

MOST = 5
"""How many ids are suggested; the others are counted."""


def suggestion(name: str, collection: Collection) -> str:
    """What may be meant by a name, ready to be added to a message."""
    found = list(dict.fromkeys(_meant(name, collection)))
    if not found:
        return "; the ids stand in dataset/tables: `article_id`, `record_id`, `facility_id`"
    shown = [f"`{each}`" for each in found[:MOST]]
    if len(found) > MOST:
        shown.append(f"one of {len(found) - MOST} more")
    *others, last = shown
    return f"; did you mean {', '.join(others)} or {last}?" if others else f"; did you mean {last}?"


def _meant(name: str, collection: Collection) -> Iterator[str]:
    """Ids of plants of this name, ids that hold it, records called so; the nearest id where there are none of these."""
    wanted = folded(name)
    facilities = collection.registries.facilities
    articles = [sheet.article.id for sheet in collection.sheets]
    held = [each.id for each in facilities.values() if wanted in map(folded, (each.name, *each.names))]
    if wanted:
        held += [each for each in (*facilities, *articles) if wanted in folded(each)]
        held += [each for each, entry in collection.records.items() if entry.slug == name]
    near = closest(name, [*articles, *collection.records, *facilities])
    yield from held or ([near] if near else ())
