"""All that was read: typed articles and registries, with ways to find a record by its id."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.registry import Facility, Registries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.models.changes import Released
    from dprk_industry.curate.models.records import Article, Record

SECTIONS = {
    "orders": "order",
    "outcomes": "outcome",
    "incidents": "incident",
    "consequences": "consequence",
    "factors": "factor",
}
"""Sections of an annotation that hold records, and the kind of record in each."""


@dataclass(frozen=True)
class Entry:
    """A record in its article, with what the article's defaults give it."""

    article: Article
    section: str
    slug: str
    record: Record

    @property
    def id(self) -> str:
        """Published id of the record."""
        return f"{self.article.id}#{self.slug}"

    @property
    def kind(self) -> str:
        """Kind of record: order, outcome, incident, consequence or factor."""
        return SECTIONS[self.section]

    @property
    def path(self) -> Path:
        """Where the record stands in its file."""
        return (self.section, self.slug)

    @cached_property
    def evidence(self) -> tuple[tuple[str | None, int], ...]:
        """Pairs of source and paragraph on which the record rests, in the order written."""
        paragraphs = self.record.paragraphs
        if isinstance(paragraphs, dict):
            return tuple((source, number) for source, numbers in paragraphs.items() for number in numbers)
        return tuple((self.source, number) for number in paragraphs)

    @property
    def source(self) -> str | None:
        """Name of the record's source, the first one where several say it; None if none is given."""
        if isinstance(self.record.paragraphs, dict):
            return next(iter(self.record.paragraphs), None)
        return self._own_or_default("source")

    @property
    def manner(self) -> str | None:
        """Manner of the record; None if none is given."""
        return self._own_or_default("manner")

    @property
    def credibility(self) -> str | None:
        """Credibility of the record; None if none is given."""
        return self._own_or_default("credibility")

    def full(self, reference: str) -> str:
        """Published id that a reference of this record stands for."""
        return full_id(self.article.id, reference)

    def _own_or_default(self, key: str) -> str | None:
        own: str | None = getattr(self.record, key)
        return own or (getattr(self.article.defaults, key) if self.article.defaults else None)


def full_id(article_id: str, reference: str) -> str:
    """Published id that a reference stands for: names of the own file get the article's id in front."""
    return reference if "#" in reference else f"{article_id}#{reference}"


def entries(article: Article) -> Iterator[Entry]:
    """All records of an article, section by section, in the order written."""
    for section in SECTIONS:
        for slug, record in getattr(article, section).items():
            yield Entry(article, section, slug, record)


@dataclass(frozen=True)
class Sheet:
    """An article and the file that holds it."""

    file: str
    """Path of the file from the dataset's root."""
    article: Article
    lost: frozenset[str] = frozenset()
    """Names of records that the file gives but that are too faulty to be read."""
    whole: bool = True
    """False if something of the file was left out because of a fault."""
    doubtful: frozenset[Path] = frozenset()
    """Paths of values that were read as what was probably meant."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """All records of the article."""
        return tuple(entries(self.article))


@dataclass(frozen=True)
class Collection:
    """Everything that a rule or a table may look at."""

    registries: Registries = field(default_factory=Registries)
    sheets: tuple[Sheet, ...] = ()
    facility_files: dict[str, Facility] = field(default_factory=dict)
    """Facilities by file, as read; `registries.facilities` has them by id."""
    unreadable: frozenset[str] = frozenset()
    """Ids of articles whose files could not be read, so that references into them stay unjudged."""
    released: tuple[Released, ...] = ()
    """Every id that was ever published."""
    lost_entries: frozenset[tuple[str, str]] = frozenset()
    """Registry and id of entries that are too faulty to be read; with an empty id, of whole registries."""
    today: date = field(default_factory=date.today)

    @cached_property
    def records(self) -> dict[str, Entry]:
        """Every record by its published id; of two with one id, the first."""
        found: dict[str, Entry] = {}
        for sheet in self.sheets:
            for entry in sheet.entries:
                found.setdefault(entry.id, entry)
        return found

    @cached_property
    def lost(self) -> frozenset[str]:
        """Published ids of records that are too faulty to be read."""
        return frozenset(full_id(sheet.article.id, slug) for sheet in self.sheets for slug in sheet.lost)

    def lost_entry(self, registry: str, name: str) -> bool:
        """Whether a registry may hold an entry that could not be read."""
        return (registry, name) in self.lost_entries or (registry, "") in self.lost_entries

    def excuses(self, record_id: str) -> bool:
        """Whether an id may name a record that is there but could not be read."""
        return record_id in self.lost or record_id.partition("#")[0] in self.unreadable
