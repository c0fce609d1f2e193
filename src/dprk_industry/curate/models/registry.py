"""What the registries may say: facilities, outlets, places, actors, calendar, annotators, vocabularies, lists."""

from collections.abc import Iterator
from dataclasses import field
from typing import Annotated, ClassVar

from dprk_industry.curate.findings import Path
from dprk_industry.curate.models.base import Model
from dprk_industry.curate.models.changes import Change, ListedChange
from dprk_industry.curate.models.scalars import (
    CODE,
    RULE,
    ActorRef,
    ArticleId,
    Choice,
    Code,
    ColumnName,
    Date,
    Day,
    FacilityId,
    FacilityRef,
    Language,
    Line,
    MonthDay,
    Natural,
    Note,
    Number,
    PlaceRef,
    Text,
    Whole,
)
from dprk_industry.curate.values import frozen


class Named(Model):
    """Base of what stands in a registry under an id and bears a name."""

    __slots__ = ()
    name: Line

    @property
    def all_names(self) -> Iterator[str]:
        """Every name that it bears or bore."""
        yield self.name


@frozen(kw_only=True)
class FormerName(Model):
    """A name that a facility no longer bears."""

    name: Line
    """The name as it was."""
    until: Date | None = None
    """When the facility was renamed (EDTF)."""


FACTS = ("class", "place", "parent", "authority", "coordinates", "dates", "names", "ids")
"""What a source may tell of a facility; `class` stands for the ISIC class and the products too."""
SCHEMES = ("wikidata", "gem", "gem_wiki", "wri", "carma", "nti")
"""Other catalogues whose ids a facility may bear; docs/gazetteer.md says what each of them is."""


@frozen(kw_only=True)
class Facility(Named):
    """One plant, mine or other enterprise."""

    id: FacilityId
    """Id of the facility, given once."""
    name: Line
    """Name of the facility as this dataset writes it."""
    class_: Annotated[str, Code("class")]
    """Class of enterprise."""
    isic: Annotated[str, Code("isic")] | None = None
    """Class of its main product in ISIC Rev. 4, behind the letter of its section."""
    products: tuple[Text, ...] = ()
    """What it makes, one English noun each."""
    place: PlaceRef
    """County or province in which it lies."""
    parent: FacilityRef | None = None
    """Complex to which it belongs."""
    authority: ActorRef | None = None
    """Body above it: a ministry, a bureau, an office."""
    lat: Number | None = None
    """Latitude, degrees north (WGS 84)."""
    lon: Number | None = None
    """Longitude, degrees east (WGS 84)."""
    geo: Annotated[str, Choice("site", "town", "county")] | None = None
    """What the point stands for: the site itself, the town that serves it, or its county, district or city."""
    opened: Date | None = None
    """When it began to work (EDTF)."""
    closed: Date | None = None
    """When it ceased to work for good (EDTF)."""
    names: dict[Annotated[str, Code("name_system")], tuple[Line, ...]] = field(default_factory=dict)
    """Other spellings met, by the system in which they are written."""
    former: tuple[FormerName, ...] = ()
    """Names that it no longer bears."""
    ids: dict[Annotated[str, Choice(*SCHEMES)], tuple[Text, ...]] = field(default_factory=dict)
    """Its ids in other catalogues."""
    unlike: tuple[FacilityRef, ...] = ()
    """Facilities for which it is easily taken."""
    sources: dict[Annotated[str, Choice(*FACTS)], tuple[Text, ...]]
    """For each fact given, the addresses or works that say so."""
    changes: tuple[Change, ...] = ()
    """Why the facility's facts changed after they were published."""
    note: Note | None = None
    """Remark on the facility."""

    @property
    def spellings(self) -> Iterator[tuple[Path, str]]:
        """Every name that it bears or bore, with the path at which it stands."""
        yield ("name",), self.name
        for system, names in self.names.items():
            yield from ((("names", system, position), name) for position, name in enumerate(names))
        yield from ((("former", position, "name"), former.name) for position, former in enumerate(self.former))

    @property
    def all_names(self) -> Iterator[str]:
        """Every name that it bears or bore."""
        return (name for _, name in self.spellings)


def facility_file(name: str) -> str:
    """File of the dataset in which a facility of that id stands."""
    return f"dataset/facilities/{name}.yaml"


@frozen(kw_only=True)
class Outlet(Named):
    """A publisher of articles."""

    name: Line
    """Name of the outlet."""
    kind: Annotated[str, Code("outlet_kind")]
    """What kind of outlet it is."""
    base: Text
    """Where it has its seat."""
    language: Language
    """Language of its main edition (ISO 639)."""


@frozen(kw_only=True)
class Place(Named):
    """The country, a province or a county."""

    name: Line
    """Name of the place in English, as the DPRK writes it."""
    level: Annotated[str, Choice("country", "province", "county")]
    """Level of administration."""
    parent: PlaceRef | None = None
    """Place in which it lies."""
    lat_min: Number | None = None
    """Southernmost latitude of a province, degrees (WGS 84)."""
    lon_min: Number | None = None
    """Westernmost longitude of a province, degrees (WGS 84)."""
    lat_max: Number | None = None
    """Northernmost latitude of a province, degrees (WGS 84)."""
    lon_max: Number | None = None
    """Easternmost longitude of a province, degrees (WGS 84)."""
    sources: tuple[Text, ...] = ()
    """Addresses or works that say that it lies there."""


@frozen(kw_only=True)
class Actor(Named):
    """A unique body, or a person named by state media."""

    name: Line
    """Name of the actor."""
    level: Annotated[str, Choice("leader", "central", "province", "county", "enterprise")]
    """Level at which it acts."""
    branch: Annotated[str, Choice("party", "state", "military", "security", "mass", "foreign")]
    """Branch of power to which it belongs."""
    public_role: Text | None = None
    """Public office of a person."""


@frozen(kw_only=True)
class CalendarEntry(Named):
    """An anniversary, a meeting, a campaign or a plan period."""

    name: Line
    """Name of the occasion."""
    monthday: MonthDay | None = None
    """Month and day of an anniversary."""
    span: Date | None = None
    """Days of a meeting, campaign or plan (EDTF)."""


@frozen(kw_only=True)
class Annotator(Model):
    """Someone who annotates, by handle."""

    role: Text
    """What the annotator has done."""


@frozen(kw_only=True)
class Term(Model):
    """One code of a vocabulary."""

    IN_BLOCKS: ClassVar[bool] = True
    label: Line
    """Short name of the code."""
    definition: Text
    """What the code means."""
    boundary: Text | None = None
    """Rule that decides where two codes touch."""
    group: Text | None = None
    """Group of codes to which it belongs."""
    outcome_kind: Text | None = None
    """Kind of outcome to which a status belongs."""
    rank: Whole | None = None
    """Place in the order of the codes."""
    holds: Whole | None = None
    """1 if what is told holds, 0 if it is open, -1 if it is told not to hold."""
    direction: Whole | None = None
    """1 if a change makes an order harder, -1 if easier, 0 if neither."""
    severity: Whole | None = None
    """Weight of a consequence: negative for a penalty, positive for a reward."""
    sign: Whole | None = None
    """-1 before the deadline, 0 on it, 1 after it."""
    days: Whole | None = None
    """Length of a plan period in days."""
    isic: tuple[Text, ...] = ()
    """Divisions, groups and classes of ISIC Rev. 4 in which enterprises of a class lie, behind their section."""
    example: Text
    """A case to which the code applies."""


@frozen(kw_only=True)
class Vocabulary(Model):
    """A list of codes."""

    title: Line
    """Name of the list."""
    used_by: tuple[ColumnName, ...]
    """Columns whose values stand in the list."""
    codes: dict[Annotated[str, CODE], Term]
    """Codes in their order."""


@frozen(kw_only=True)
class Retirement(Model):
    """Why an id is no longer in use."""

    kind: Annotated[str, Choice("article", "record", "source", "facility", "outlet", "place", "actor", "calendar")]
    """What the id named."""
    retired: Day
    """Day on which it was withdrawn."""
    reason: Annotated[str, Choice("withdrawn", "merged", "split")]
    """Why it was withdrawn."""
    successor: Text | None = None
    """Id that takes its place."""


@frozen(kw_only=True)
class Waiver(Model):
    """A warning that was looked at and stays."""

    rule: Annotated[str, RULE]
    """Code of the rule that warns."""
    record: Text
    """Id of the record or article that it warns of."""
    reason: Text
    """Why the warning stays."""


COUNTED = ("articles", "facilities", "orders", "outcomes", "incidents", "consequences", "factors")
"""What the bounds may count."""


@frozen(kw_only=True)
class Bound(Model):
    """How many of a thing the dataset should hold."""

    min: Whole
    """Fewest."""
    max: Whole
    """Most."""


@frozen(kw_only=True)
class Draw(Model):
    """A draw of articles to be coded by a second coder."""

    seed: Text
    """Text that seeds the draw."""
    every: Natural
    """One article of so many is drawn."""
    among: tuple[ArticleId, ...]
    """Ids of the articles among which was drawn."""
    drawn: tuple[ArticleId, ...]
    """Ids of the articles drawn."""
    renamed: dict[ArticleId, ArticleId] = field(default_factory=dict)
    """New ids of articles that got another one between draw and publication."""
    note: Note | None = None
    """Remark on the coding of these articles."""


@frozen(kw_only=True)
class Registries:
    """All that is kept by hand beside the articles."""

    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    outlets: dict[str, Outlet] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    calendar: dict[str, CalendarEntry] = field(default_factory=dict)
    annotators: dict[str, Annotator] = field(default_factory=dict)
    facilities: dict[str, Facility] = field(default_factory=dict)
    retired: dict[str, Retirement] = field(default_factory=dict)
    exceptions: tuple[Waiver, ...] = ()
    bounds: dict[str, Bound] = field(default_factory=dict)
    changes: tuple[ListedChange, ...] = ()
