"""One article, record or facility as a readable sheet, with every account of it side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.sheet.articles import article_sheet
from dprk_industry.curate.sheet.blocks import View
from dprk_industry.curate.sheet.facilities import facility_sheet
from dprk_industry.curate.sheet.records import record_sheet
from dprk_industry.curate.sheet.suggest import suggestion
from dprk_industry.curate.sheet.web import Web
from dprk_industry.curate.sheet.words import Words

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Collection


class UnknownIdError(Exception):
    """Raised where an id names nothing in the dataset."""


def sheet(collection: Collection, name: str) -> str:
    """Sheet of what an id names: an article, a record (`<article id>#<name>`) or a facility.

    Raises:
        UnknownIdError: the id names nothing; the message suggests what may be meant.

    """
    view = View(Words(collection.registries), Web(collection))
    articles = {held.article.id: held for held in collection.sheets}
    if name in articles:
        lines = article_sheet(articles[name], view)
    elif name in collection.records:
        lines = record_sheet(collection.records[name], view)
    elif name in collection.registries.facilities:
        lines = facility_sheet(collection.registries.facilities[name], view)
    else:
        raise UnknownIdError(f"no article, record or facility `{name}`{suggestion(name, collection)}")
    return "\n".join(lines) + "\n"
