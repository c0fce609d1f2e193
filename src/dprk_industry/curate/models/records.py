"""What an annotation may say: the keys of an article, its sources and its five kinds of record.

The classes declare; they hold no logic. The sentence under a field is its documentation everywhere: in the JSON Schema,
in the published tables and in the docs. `class_` and `from_` are the keys `class` and `from`.
"""

from dataclasses import field
from typing import Annotated, ClassVar

from dprk_industry.curate.models.base import Model
from dprk_industry.curate.models.changes import ArticleChange
from dprk_industry.curate.models.hints import LAST
from dprk_industry.curate.models.scalars import (
    ActorRef,
    AnnotatorRef,
    ArticleId,
    CalendarRef,
    Code,
    Date,
    Day,
    Digest,
    FacilityRef,
    Flag,
    Language,
    Line,
    Natural,
    Note,
    Number,
    OutletRef,
    PlaceRef,
    RecordRef,
    RecordRefs,
    Sha256,
    Slug,
    SourceRef,
    Text,
    Url,
)
from dprk_industry.curate.models.shapes import ByShape
from dprk_industry.curate.values import frozen


@frozen(kw_only=True)
class Party(Model):
    """A party: a facility, an actor, a class in a place, or a class at a facility (its manager, its committee)."""

    facility: FacilityRef | None = None
    """Facility that is the party or to which it belongs."""
    actor: ActorRef | None = None
    """Unique body, or person named by state media."""
    class_: Annotated[str, Code("class")] | None = None
    """Class of organs, enterprises or people."""
    place: PlaceRef | None = None
    """Place in which the class lies."""


@frozen(kw_only=True)
class Amount(Model):
    """A quota, output, percentage, price, term or number of people, with its bounds."""

    role: Annotated[str, Code("amount_role")]
    """What the amount is to the record."""
    item: Annotated[str, Code("item")] | None = None
    """What is counted or measured, one noun in the singular."""
    value: Number | None = None
    """The number that the text gives, the best one where it gives a range; in the unit named."""
    min: Number | None = None
    """Least number; in the unit named."""
    max: Number | None = None
    """Greatest number; in the unit named."""
    word: Annotated[str, Code("amount_word")] | None = None
    """Amount told in words."""
    approximate: Flag | None = None
    """True if the text calls the number rough."""
    unit: Annotated[str, Code("unit")] | None = None
    """Unit of the numbers."""
    per: tuple[Annotated[str, Code("per")], ...] = ()
    """What the amount is counted for: each person, each month."""
    base: Annotated[str, Code("base")] | None = None
    """What a ratio, share or change is measured against."""
    date: Date | None = None
    """When the amount held, where that differs from the record (EDTF)."""
    note: Note | None = None
    """Remark of the annotator on the amount."""


@frozen(kw_only=True)
class Source(Model):
    """Who told the article what it says."""

    kind: Annotated[str, Code("source_kind")]
    """What kind of source it is."""
    outlet: OutletRef | None = None
    """Outlet that published the source's text."""
    place: PlaceRef | None = None
    """Where the source is."""
    via: SourceRef | None = None
    """Source of the same article through which this one came."""
    said: Date | None = None
    """When the source spoke (EDTF)."""
    reliability: Annotated[str, Code("reliability")]
    """Reliability of the source on the Admiralty scale, A to F."""
    note: Note | None = None
    """Remark of the annotator on the source."""


@frozen(kw_only=True)
class Defaults(Model):
    """What holds for every record of the article that does not say otherwise."""

    source: SourceRef | None = None
    """Source of the records."""
    manner: Annotated[str, Code("manner")] | None = None
    """Manner of the records."""
    credibility: Annotated[str, Code("credibility")] | None = None
    """Credibility of the records."""


Paragraphs = Annotated[
    tuple[Natural, ...] | dict[SourceRef, tuple[Natural, ...]],
    ByShape(),
]


@frozen(kw_only=True)
class Record(Model):
    """The header that all five kinds of record share."""

    IN_BLOCKS: ClassVar[bool] = True
    paragraphs: Paragraphs
    """Numbers of the paragraphs that say so: a list, or a map from source to list where several sources say it."""
    source: SourceRef | None = None
    """Who says it."""
    manner: Annotated[str, Code("manner")] | None = None
    """In what manner it is said: as fact, rumour, forecast, intent, denial."""
    credibility: Annotated[str, Code("credibility")] | None = None
    """Credibility of the information on the Admiralty scale, 1 to 6."""
    same_as: RecordRefs = ()
    """Earlier records of the same real thing, or of the same statement relayed."""
    note: Note | None = field(default=None, metadata=LAST)
    """Remark of the annotator on the record."""


@frozen(kw_only=True)
class Deadline(Model):
    """By when an order is to be carried out."""

    kind: Annotated[str, Code("deadline_kind")]
    """How the deadline is set."""
    date: Date | None = None
    """Day, or period whose last day counts (EDTF)."""
    occasion: CalendarRef | None = None
    """Anniversary, meeting or campaign to which the deadline is tied."""
    every: Annotated[str, Code("per")] | None = None
    """Period after which each instalment falls due: day, week, month or year."""


@frozen(kw_only=True)
class Order(Record):
    """What an issuer with authority demands of an addressee: one action with one deadline."""

    implements: RecordRef | None = None
    """Order that this one carries out."""
    amends: RecordRefs = ()
    """Earlier orders that this one changes."""
    change: Annotated[str, Code("change")] | None = None
    """How it changes them."""
    issuer: Party
    """Who gives the order."""
    addressees: tuple[Party, ...]
    """Who must act."""
    beneficiaries: tuple[Party, ...] = ()
    """Who receives the result, or gains or loses by an allocation."""
    exempt: tuple[Party, ...] = ()
    """Who is expressly left out."""
    action: Annotated[str, Code("action")]
    """What is to be done."""
    amounts: tuple[Amount, ...] = ()
    """How much is demanded."""
    issued: Date | None = None
    """When the order was issued (EDTF)."""
    deadline: Deadline | None = None
    """By when it is to be carried out."""
    campaign: CalendarRef | None = None
    """Campaign or plan that the order belongs to."""


@frozen(kw_only=True)
class Outcome(Record):
    """How far an order or plan was carried out, how a plant runs, or how much it makes, as one source has it."""

    order: RecordRefs = ()
    """Order whose outcome it is."""
    because_of: RecordRefs = ()
    """Incident or outcome that brought it about."""
    subjects: tuple[Party, ...] = ()
    """Whose outcome it is."""
    kind: Annotated[str, Code("outcome_kind")]
    """What the status speaks of: fulfilment, operation or output."""
    status: Annotated[str, Code("status")] | None = None
    """The state reached, or aimed at where the manner is intent."""
    plan: Annotated[str, Code("plan")] | None = None
    """Yardstick of a fulfilment."""
    campaign: CalendarRef | None = None
    """Campaign or plan that the yardstick belongs to."""
    period: Date | None = None
    """Period that the statement is about (EDTF)."""
    as_of: Date | None = None
    """When the state of affairs held (EDTF)."""
    achieved: Date | None = None
    """When the result was reached (EDTF)."""
    timing: Annotated[str, Code("timing")] | None = None
    """Whether the result came before, on or after the deadline, where the text says so."""
    amounts: tuple[Amount, ...] = ()
    """How much was reached."""


@frozen(kw_only=True)
class Incident(Record):
    """A sudden harmful event at a place."""

    during: RecordRefs = ()
    """Orders that were being carried out when it happened."""
    because_of: RecordRefs = ()
    """Incident or outcome that brought it about."""
    at: tuple[Party, ...]
    """Where it happened."""
    type: Annotated[str, Code("incident_type")]
    """What happened."""
    date: Date | None = None
    """When it happened (EDTF)."""
    amounts: tuple[Amount, ...] = ()
    """Casualties and other figures."""


@frozen(kw_only=True)
class Consequence(Record):
    """Something done, threatened or promised to people because of an order, a result or an incident."""

    because_of: RecordRefs
    """Order, outcome, incident or consequence that it follows from."""
    issuer: Party | None = None
    """Who threatens, promises or imposes it."""
    targets: tuple[Party, ...]
    """Who suffers or enjoys it."""
    type: Annotated[str, Code("consequence_type")]
    """What is done to them."""
    stage: Annotated[str, Code("stage")]
    """Whether it is threatened, pending, imposed or lifted."""
    date: Date | None = None
    """When it was threatened or done (EDTF)."""
    amounts: tuple[Amount, ...] = ()
    """Terms, sums and numbers of people."""


@frozen(kw_only=True)
class Factor(Record):
    """Why; what hinders; what those above or below do about it; what follows."""

    concerns: RecordRefs
    """Records that it belongs to."""
    role: Annotated[str, Code("factor_role")]
    """What the factor is to those records."""
    type: Annotated[str, Code("factor_type")]
    """What kind of purpose, hindrance, enforcement, response or effect it is."""
    parties: tuple[Party, ...] = ()
    """Who does it or whom it touches."""
    amounts: tuple[Amount, ...] = ()
    """Figures that belong to it."""


AnyRecord = Order | Outcome | Incident | Consequence | Factor


@frozen(kw_only=True)
class Link(Model):
    """A relation between two records that is not a key of a record."""

    from_: RecordRef
    """Record from which the relation runs."""
    relation: Annotated[str, Code("relation")]
    """What the first record is to the second."""
    to: RecordRef
    """Record to which the relation runs."""
    field: Text | None = None
    """Field on which two accounts differ."""


@frozen(kw_only=True)
class Article(Model):
    """One article and all that it says."""

    id: ArticleId
    """Id of the article, given once: the outlet's id and a few words."""
    outlet: OutletRef
    """Outlet that published the article."""
    host: Line | None = None
    """Who reprinted it, if the copy read is a reprint."""
    url: Url
    """Address of the article."""
    item: Line | None = None
    """Number of the item in a newsletter of several."""
    headline: Line
    """Headline, cited as printed."""
    language: Language
    """Language of the text read (ISO 639)."""
    published: Date
    """Date of publication (EDTF)."""
    dated_by: Annotated[str, Code("dated_by")]
    """How the date of publication is known."""
    genre: Annotated[str, Code("genre")]
    """What kind of text it is."""
    paragraph_count: Natural
    """Number of paragraphs of the body."""
    paragraph_digests: tuple[Digest, ...]
    """For each paragraph, the first eight hexadecimal digits of the SHA-256 of its normalised text."""
    text_sha256: Sha256 | None = None
    """SHA-256 of the stored copy of the text, byte for byte."""
    read: Annotated[str, Code("read")]
    """Whether the whole text was read."""
    background: tuple[Natural, ...] = ()
    """Paragraphs that support no record."""
    annotators: tuple[AnnotatorRef, ...]
    """Who annotated the article."""
    annotated: Day
    """Day of the annotation."""
    note: Note | None = None
    """Remark of the annotator on the article."""
    changes: tuple[ArticleChange, ...] = ()
    """Why the annotation changed after it was published."""
    sources: dict[Slug, Source]
    """Sources of the article, by name."""
    defaults: Defaults | None = None
    """What holds for records that do not say otherwise."""
    orders: dict[Slug, Order] = field(default_factory=dict)
    """Orders, by name."""
    outcomes: dict[Slug, Outcome] = field(default_factory=dict)
    """Outcomes, by name."""
    incidents: dict[Slug, Incident] = field(default_factory=dict)
    """Incidents, by name."""
    consequences: dict[Slug, Consequence] = field(default_factory=dict)
    """Consequences, by name."""
    factors: dict[Slug, Factor] = field(default_factory=dict)
    """Factors, by name."""
    links: tuple[Link, ...] = ()
    """Relations that are not keys of a record: corroborates, contradicts, updates, cites."""
