"""Why what was published changed: the entries that are kept beside the records, and the ids that were released."""

from typing import Annotated, NamedTuple

from dprk_industry.curate.models.base import Model
from dprk_industry.curate.models.scalars import Choice, Kind, Note, Slug, Text
from dprk_industry.curate.values import frozen

_NUMBER = "(?:0|[1-9][0-9]{0,3})"
Version = Annotated[str, Kind("version", rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}", "a version of three numbers: 0.2.0")]
Reason = Annotated[
    str,
    Choice("added", "source_added", "recoded", "corrected", "merged", "split", "withdrawn", "codebook_change"),
]


@frozen(kw_only=True)
class Change(Model):
    """Why something changed after it was published."""

    version: Version
    """Version with which the change is published."""
    reason: Reason
    """Why it changed."""
    note: Note | None = None
    """Remark on the change."""


@frozen(kw_only=True)
class ArticleChange(Model):
    """Why records, sources or the header of an article changed after they were published."""

    version: Version
    """Version with which the change is published."""
    reason: Reason
    """Why it changed."""
    names: tuple[Slug, ...] = ()
    """Records and sources concerned; without it the header of the article."""
    note: Note | None = None
    """Remark on the change."""


@frozen(kw_only=True)
class ListedChange(Model):
    """Why something changed that has no file of its own."""

    version: Version
    """Version with which the change is published."""
    table: Annotated[str, Choice("outlets", "places", "actors", "calendar", "terms", "retired", "columns")]
    """Table that holds what changed; `columns` for a column that is made otherwise than before."""
    id: Text
    """Id of what changed: of a code `<list>/<code>`, of a column `<table>.<column>`."""
    reason: Reason
    """Why it changed."""
    note: Note | None = None
    """Remark on the change."""


class Released(NamedTuple):
    """An id that was published, and as what."""

    id: str
    kind: str
    """What the id names: an article, a source, a kind of record, a facility, an entry of a registry."""
    version: str
    """Version in which it was published first."""
