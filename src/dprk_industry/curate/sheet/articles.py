"""Sheet of one article: who says what in it, and what rests on each paragraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import counted
from dprk_industry.curate.sheet.blocks import View, block, blocks
from dprk_industry.curate.sheet.dates import day, plain
from dprk_industry.curate.sheet.layout import field, item, section, title
from dprk_industry.curate.sheet.records import factors
from dprk_industry.curate.sheet.words import Words, numbered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.collection import Sheet
    from dprk_industry.curate.models.records import Article

HEADINGS = {"outcome": "Outcomes", "incident": "Incidents", "consequence": "Consequences"}


def article_sheet(sheet: Sheet, view: View) -> list[str]:
    """Lines of the sheet of an article."""
    article = sheet.article
    view = replace(view, home=article.id, shown={entry.id for entry in sheet.entries})
    lines = [*title(article.headline), *_header(article, view.words)]
    lines += section("Sources", [line for name in article.sources for line in _source(article, name, view.words)])
    lines += section("Orders", _orders(sheet, view))
    for kind, heading in HEADINGS.items():
        lines += section(heading, blocks([entry for entry in sheet.entries if entry.kind == kind], view))
    lines += factors(sheet.entries, view)
    lines += section("By paragraph", [line for told in _by_paragraph(sheet) for line in field(*told)])
    lines += section("Changes", [line for told in _changes(article) for line in item(told)])
    return lines + section("Exceptions", [line for told in _waivers(article, view.words) for line in item(told)])


def _header(article: Article, words: Words) -> list[str]:
    outlet = words.registries.outlets.get(article.outlet)
    kind = f" ({words.label('outlet_kind', outlet.kind)})" if outlet else ""
    paragraphs = counted(article.paragraph_count, "paragraph")
    return [
        *field("id", article.id),
        *field("outlet", f"{words.outlet(article.outlet)}{kind}"),
        *field("host", article.host),
        *field("address", article.url),
        *field("item", article.item),
        *field("language", article.language),
        *field("published", f"{day(article.published)}, dated by {words.label('dated_by', article.dated_by)}"),
        *field("genre", words.label("genre", article.genre)),
        *field("read", f"{words.label('read', article.read)}, {paragraphs}"),
        *field("background", numbered(article.background) if article.background else None),
        *field("annotated", f"{plain(article.annotated)} by {', '.join(article.annotators)}"),
        *field("note", article.note),
    ]


def _source(article: Article, name: str, words: Words) -> list[str]:
    source = article.sources[name]
    said = [
        f"{name}: {words.source(source)}",
        f"via {source.via}" if source.via else "",
        f"said {day(source.said)}" if source.said else "",
        f"reliability {words.graded('reliability', source.reliability)}",
        f"root: {words.root(article, name)}",
    ]
    return [*item("; ".join(filter(None, said))), *field("note", source.note, 1)]


def _orders(sheet: Sheet, view: View) -> list[str]:
    """Orders of the article in full, those that carry out another one of it indented below that."""
    orders = [entry for entry, _ in sheet.orders]
    among = {entry.id for entry in orders}
    heads = [view.web.top(entry, among) for entry in orders]
    return [line for entry, depth in view.web.cascade(heads, among) for line in block(entry, view, depth)]


def _by_paragraph(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Number of each paragraph and the names of the records that rest on it."""
    article = sheet.article
    resting: dict[int, list[str]] = defaultdict(list)
    for entry in sheet.entries:
        for number in dict.fromkeys(number for _, number in entry.evidence):
            resting[number].append(entry.slug)
    for number in article.background:
        resting[number].append("background")
    for number in sorted({*range(1, len(article.paragraph_digests) + 1), *resting}):
        yield str(number), ", ".join(resting[number]) or "nothing rests on it"


def _changes(article: Article) -> Iterator[str]:
    for change in article.changes:
        note = f" — {change.note}" if change.note else ""
        yield f"{change.version}: {change.reason}, {', '.join(change.names) or 'header'}{note}"


def _waivers(article: Article, words: Words) -> Iterator[str]:
    for waiver in words.registries.exceptions:
        if waiver.record.partition("#")[0] == article.id:
            yield f"{waiver.rule} at {waiver.record}: {waiver.reason}"
