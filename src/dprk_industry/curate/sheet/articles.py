"""Sheet of one article: who says what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dprk_industry.curate.sheet.layout import field, item, section, title
from dprk_industry.curate.sheet.records import ROLES, account, cascade
from dprk_industry.curate.sheet.words import Words, day, evidence

if TYPE_CHECKING:
    from dprk_industry.curate.models.collection import Entry, Sheet
    from dprk_industry.curate.sheet.web import Web


def article_sheet(sheet: Sheet, words: Words, web: Web) -> list[str]:
    """Lines of the sheet of an article."""
    article = sheet.article
    outlet = words.registries.outlets[article.outlet]
    heads = [entry for entry in sheet.entries if entry.kind == "order" and not web.to(entry, "implements")]
    lines = [
        *title(article.headline),
        *field("id", article.id),
        *field("outlet", f"{outlet.name} ({words.label('outlet_kind', outlet.kind)})"),
        *field("published", f"{day(article.published)}, {_dating(sheet, words)}"),
        *field("address", article.url),
        *field("read", f"{words.label('read', article.read)}, {article.paragraph_count} paragraphs"),
        *field("note", article.note),
        *section("Sources", _sources(sheet, words)),
        *section("Orders", [line for head in heads for line in cascade(head, words, web)]),
    ]
    for kind, heading in (("outcome", "Outcomes"), ("incident", "Incidents"), ("consequence", "Consequences")):
        of_kind = [entry for entry in sheet.entries if entry.kind == kind]
        lines += section(heading, [line for entry in of_kind for line in account(entry, words, web)])
    for role, heading in ROLES.items():
        factors = [entry for entry in sheet.entries if getattr(entry.record, "role", None) == role]
        lines += section(heading, [line for entry in factors for line in _factor(entry, words)])
    return lines


def _dating(sheet: Sheet, words: Words) -> str:
    return f"dated by {words.label('dated_by', sheet.article.dated_by)}"


def _sources(sheet: Sheet, words: Words) -> list[str]:
    lines: list[str] = []
    for name, source in sheet.article.sources.items():
        said = [
            words.label("source_kind", source.kind),
            words.registries.outlets[source.outlet].name if source.outlet else "",
            words.registries.places[source.place].name if source.place else "",
            f"via {source.via}" if source.via else "",
            f"said {day(source.said)}" if source.said else "",
            f"{source.reliability} {words.label('reliability', source.reliability)}",
            source.note or "",
        ]
        lines += item(f"{name}: {', '.join(filter(None, said))}")
    return lines


def _factor(entry: Entry, words: Words) -> list[str]:
    return [*item(words.statement(entry)), *field("told by", f"{words.grades(entry)}; {evidence(entry)}", 1)]
