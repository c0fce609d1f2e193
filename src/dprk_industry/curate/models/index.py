"""What stays known of every article while they are read one after the other: its ids and what others share with it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain, islice
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.models.collection import SECTIONS, Known, held
from dprk_industry.curate.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Sheet

KINDS = {"sources": "source", **SECTIONS}
"""Sections whose names are published, and the kind that the names of each have."""
_sections = attrgetter(*KINDS)


class Claim(NamedTuple):
    """Something told of a facility that a record of another article may contradict or repeat."""

    about: tuple[str | None, ...]
    """Facility, and what the claim is about: only claims that agree in this concern each other."""
    says: str
    roots: frozenset[str]
    when: Edtf


class Summary(NamedTuple):
    """One article as the others see it."""

    file: str
    id: str
    outlet: str
    url: str
    """Its address, or the name of its file where no address can be read."""
    item: str | None
    names: str
    """Names of its sources and records, section by section, with spaces between them."""
    counts: tuple[int, ...]
    """How many of the names belong to each section."""
    lost: frozenset[str]
    """Names of records that are too faulty to be read; an empty one if not all of them are known."""
    whole: bool
    """False if something of the file was left out because of a fault."""
    outlets: frozenset[str]
    """Outlets that it refers to."""
    actors: frozenset[str]
    """Actors that it refers to."""
    refers_to: frozenset[str]
    """Articles to whose records its own refer."""
    claims: tuple[Claim, ...]

    def kinds(self) -> Iterator[tuple[str, str]]:
        """Name and kind of every source and record."""
        names = iter(self.names.split())
        for kind, count in zip(KINDS.values(), self.counts, strict=True):
            for name in islice(names, count):
                yield name, kind


@lru_cache(maxsize=4096)
def shared(names: frozenset[str]) -> frozenset[str]:
    """The same names, in one set for all who hold the same; most hold none."""
    return names


def summary(sheet: Sheet, claims: tuple[Claim, ...]) -> Summary:
    """What is to be remembered of an article."""
    article, references = sheet.article, sheet.holdings.references
    sections = _sections(article)
    others = {name.partition("#")[0] for name in references["records"] if "#" in name} - {article.id}
    return Summary(
        file=sheet.file,
        id=article.id,
        outlet=intern(article.outlet),
        url=getattr(article, "url", sheet.file),
        item=article.item,
        names=" ".join(chain(*sections)),
        counts=tuple(map(len, sections)),
        lost=shared(sheet.lost),
        whole=sheet.whole,
        outlets=shared(frozenset(references["outlets"])),
        actors=shared(frozenset(references["actors"])),
        refers_to=shared(frozenset(others)),
        claims=claims,
    )


@frozen(slots=False)
class Index(Known):
    """A whole dataset, with of every article only what has to be remembered."""

    articles: tuple[Summary, ...] = ()

    @classmethod
    def of(cls, known: Known, articles: tuple[Summary, ...], unreadable: frozenset[str]) -> Index:
        """Summaries together with what is known beside the articles."""
        return cls(**{**held(known), "articles": articles, "unreadable": unreadable})

    @classmethod
    def of_collection(cls, collection: Collection) -> Index:
        """The index of a dataset that was read as a whole."""
        return cls.of(collection, tuple(summary(sheet, ()) for sheet in collection.sheets), collection.unreadable)

    @cached_property
    def whole(self) -> bool:
        """Whether every article, and all that stands beside them but the exceptions, could be read in full."""
        hidden = self.unreadable or self.unseen or {table for table, _ in self.lost_entries} - {"exceptions"}
        return not hidden and all(article.whole for article in self.articles)

    def record_ids(self) -> Iterator[str]:
        """Published id of every record."""
        for article in self.articles:
            for name, kind in article.kinds():
                if kind != "source":
                    yield f"{article.id}#{name}"

    @cached_property
    def lost(self) -> frozenset[str]:
        """Published ids of records that are too faulty to be read; without a name, of articles that hide some."""
        return frozenset(f"{article.id}#{name}" for article in self.articles for name in article.lost)
