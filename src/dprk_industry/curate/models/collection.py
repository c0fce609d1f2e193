"""All that was read: typed articles and registries, with ways to find a record by its id."""

from __future__ import annotations

from dataclasses import field, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.records import Consequence, Defaults, Factor, Incident, Order, Outcome
from dprk_industry.curate.models.registry import Facility, Registries
from dprk_industry.curate.models.walk import Holdings, holdings
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dprk_industry.curate.models.boundaries import Boundary
    from dprk_industry.curate.models.changes import Released
    from dprk_industry.curate.models.records import Amount, AnyRecord, Article

NO_DEFAULTS = Defaults()

SECTIONS = {
    "orders": "order",
    "outcomes": "outcome",
    "incidents": "incident",
    "consequences": "consequence",
    "factors": "factor",
}
"""Sections of an annotation that hold records, and the kind of record in each."""


class Entry:
    """A record in its article, with what the article's defaults give it."""

    __slots__ = (
        "article",
        "credibility",
        "evidence",
        "id",
        "kind",
        "manner",
        "path",
        "record",
        "roots",
        "section",
        "slug",
        "source",
    )

    article: Article
    section: str
    slug: str
    record: AnyRecord
    id: str
    """Published id of the record."""
    kind: str
    """Kind of record: order, outcome, incident, consequence or factor."""
    path: Path
    """Where the record stands in its file."""
    source: str | None
    """Name of the record's source, the first one where several say it; None if none is given."""
    manner: str | None
    """Manner of the record; None if none is given."""
    credibility: str | None
    """Credibility of the record; None if none is given."""
    evidence: tuple[tuple[str | None, int], ...]
    """Pairs of source and paragraph on which the record rests, in the order written."""
    roots: dict[str, str]
    """Roots of the article's sources as far as they were asked for, shared by all its records; see `derive.root`."""

    def __init__(self, article: Article, section: str, slug: str, record: AnyRecord, roots: dict[str, str]) -> None:
        given = article.defaults or NO_DEFAULTS
        self.article, self.section, self.slug, self.record, self.roots = article, section, slug, record, roots
        self.id = f"{article.id}#{slug}"
        self.kind = SECTIONS[section]
        self.path = (section, slug)
        self.manner = record.manner or given.manner
        self.credibility = record.credibility or given.credibility
        paragraphs = record.paragraphs
        if isinstance(paragraphs, dict):
            self.source = next(iter(paragraphs), None)
            self.evidence = tuple([(source, number) for source, listed in paragraphs.items() for number in listed])
        else:
            source = self.source = record.source or given.source
            self.evidence = tuple([(source, number) for number in paragraphs])

    def full(self, reference: str) -> str:
        """Published id that a reference of this record stands for."""
        return full_id(self.article.id, reference)


def full_id(article_id: str, reference: str) -> str:
    """Published id that a reference stands for: names of the own file get the article's id in front."""
    return reference if "#" in reference else f"{article_id}#{reference}"


class Sheet:
    """An article and the file that holds it, with its records one by one."""

    __slots__ = (
        "_holdings",
        "amounts",
        "article",
        "consequences",
        "doubtful",
        "entries",
        "factors",
        "file",
        "incidents",
        "lost",
        "orders",
        "outcomes",
        "whole",
    )

    file: str
    """Path of the file from the dataset's root."""
    article: Article
    lost: frozenset[str]
    """Names of records that the file gives but that are too faulty to be read; an empty one if not all are known."""
    whole: bool
    """False if something of the file was left out because of a fault."""
    doubtful: frozenset[Path]
    """Paths of values that were read as what was probably meant."""
    entries: list[Entry]
    """All records of the article, section by section, in the order written."""
    orders: list[tuple[Entry, Order]]
    """The orders with their entries; and so with the other kinds of record."""
    outcomes: list[tuple[Entry, Outcome]]
    incidents: list[tuple[Entry, Incident]]
    consequences: list[tuple[Entry, Consequence]]
    factors: list[tuple[Entry, Factor]]
    amounts: list[tuple[Entry, Path, Amount]]
    """All amounts of the article, each with its record and its path."""

    def __init__(
        self,
        file: str,
        article: Article,
        lost: frozenset[str] = frozenset(),
        *,
        whole: bool = True,
        doubtful: frozenset[Path] = frozenset(),
    ) -> None:
        self.file, self.article, self.lost, self.whole, self.doubtful = file, article, lost, whole, doubtful
        self._holdings: Holdings | None = None
        self.entries, self.amounts = [], []
        roots: dict[str, str] = {}
        for section in SECTIONS:
            of_kind: list[Any] = []
            for slug, record in getattr(article, section).items():
                entry = Entry(article, section, slug, record, roots)
                self.entries.append(entry)
                of_kind.append((entry, record))
                if record.amounts:
                    self._take(record.amounts, entry)
            setattr(self, section, of_kind)

    def _take(self, amounts: Iterable[Amount], entry: Entry) -> None:
        """Set down the amounts of a record, each with its path."""
        for position, amount in enumerate(amounts):
            self.amounts.append((entry, (*entry.path, "amounts", position), amount))

    @property
    def holdings(self) -> Holdings:
        """References, parties and texts of the article."""
        if self._holdings is None:
            self._holdings = holdings(self.article)
        return self._holdings


@frozen(slots=False)
class Known:
    """What a rule may look at beside the articles."""

    registries: Registries = field(default_factory=Registries)
    facility_files: dict[str, Facility] = field(default_factory=dict)
    """Facilities by file, as read; `registries.facilities` has them by id, but none that was read in part."""
    doubtful: dict[str, frozenset[Path]] = field(default_factory=dict)
    """Files of facilities that were read in part, with the paths at which there is something wrong."""
    lost_entries: frozenset[tuple[str, str]] = frozenset()
    """Registry and id of entries that are too faulty to be read; with an empty id, of whole registries and lists."""
    released: tuple[Released, ...] = ()
    """Every id that was ever published."""
    boundaries: tuple[Boundary, ...] = ()
    """Areas of the provinces."""
    unreadable: frozenset[str] = frozenset()
    """Ids of articles whose files could not be read, or give another id: references into them stay unjudged."""
    unseen: frozenset[str] = frozenset()
    """Names of folders that could not be looked through; that of an outlet begins the ids of its articles."""
    today: date = field(default_factory=date.today)
    derived: dict[Any, Any] = field(default_factory=dict)
    """What was computed from the whole, by the function that did it; see `derive.once`."""

    def lost_entry(self, registry: str, name: str) -> bool:
        """Whether a registry may hold an entry that could not be read."""
        return (registry, name) in self.lost_entries or (registry, "") in self.lost_entries

    @cached_property
    def lost(self) -> frozenset[str]:
        """Published ids of records that are too faulty to be read; none where no article is known."""
        return frozenset()

    def excuses(self, record_id: str) -> bool:
        """Whether an id may name a record that is there but could not be read."""
        article = record_id.partition("#")[0]
        hidden = article in self.unreadable or any(article.startswith(f"{folder}-") for folder in self.unseen)
        return hidden or record_id in self.lost or f"{article}#" in self.lost


_HELD = tuple(each.name for each in fields(Known) if each.name != "derived")


def held(known: Known) -> dict[str, Any]:
    """What stands beside the articles, by the names of the fields, for a view of it with other articles."""
    about = vars(known)
    return {name: about[name] for name in _HELD}


@frozen(slots=False)
class Collection(Known):
    """Articles and what they are judged against: a whole dataset, or the articles that concern each other."""

    sheets: tuple[Sheet, ...] = ()
    elsewhere: Callable[[], Iterable[str]] = tuple
    """Gives the published ids of records of other articles."""

    @classmethod
    def of(cls, known: Known, sheets: tuple[Sheet, ...], **others: Any) -> Collection:
        """Articles together with what is known beside them."""
        made = cls.__new__(cls)
        vars(made).update(held(known), sheets=sheets, **{"elsewhere": tuple, "derived": {}, **others})
        return made

    @cached_property
    def records(self) -> dict[str, Entry]:
        """Every record by its published id; of two with one id, the first."""
        found: dict[str, Entry] = {}
        for sheet in self.sheets:
            for entry in sheet.entries:
                found.setdefault(entry.id, entry)
        return found

    def file(self, entry: Entry) -> str:
        """The file that holds a record."""
        return next(sheet.file for sheet in self.sheets if sheet.article is entry.article)

    @cached_property
    def lost(self) -> frozenset[str]:
        """Published ids of records that are too faulty to be read; without a name, of articles that hide some."""
        return frozenset(full_id(sheet.article.id, slug) for sheet in self.sheets for slug in sheet.lost)
