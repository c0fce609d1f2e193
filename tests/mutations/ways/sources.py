"""Sources: who passed them on, how they are graded, when they spoke."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import chain, later, published, tellers
from mutations.mutator import breaks
from mutations.places import entries, lacking, records, sources, those, with_value

UNNAMED = ("resident", "insider_official", "insider_worker", "abroad", "hearsay")
GRADES = "ABCDEF"


@breaks("R19", with_value(sources, "kind", "organ", "hearsay"))
def passed_on_by_nobody(draft: Draft, source: Spot, dice: Random) -> Spot:
    return draft.drop(source / "via").above


@breaks("R19", lacking(sources, "via"))
def organ_by_itself(draft: Draft, source: Spot, dice: Random) -> Spot:
    draft.put(source / "kind", "organ")
    return source


@breaks("R19", lacking(sources, "outlet"))
def published_by_nobody(draft: Draft, source: Spot, dice: Random) -> Spot:
    draft.put(source / "kind", dice.choice(["media", "state_report"]))
    return source


def outlets(draft: Draft, *, state: bool) -> list[str]:
    return [entry.name for entry in entries("outlets")(draft) if (draft.get(entry / "kind") == "state") == state]


@breaks("R19", with_value(sources, "kind", "media", "state_report"))
def outlet_of_other_kind(draft: Draft, source: Spot, dice: Random) -> Spot:
    state = draft.get(source / "kind") == "state_report"
    return draft.put(source / "outlet", dice.choice(outlets(draft, state=not state)))


@breaks("R19", sources)
def passed_on_in_a_circle(draft: Draft, source: Spot, dice: Random) -> Spot:
    other = source.above / dice.choice(list(draft.get(source.above)))
    draft.put(source / "via", other.name)
    if source.name not in chain(draft, other):
        draft.put(other / "via", source.name)
    circle = chain(draft, source)
    return source.above / next(name for name in draft.get(source.above) if name in circle) / "via"


@breaks("R20", with_value(sources, "kind", *UNNAMED))
def unnamed_but_trusted(draft: Draft, source: Spot, dice: Random) -> Spot:
    return draft.put(source / "reliability", dice.choice("AB"))


def on_results(draft: Draft) -> Iterator[Spot]:
    """State reports on which an outcome of kind fulfilment or output rests."""
    resting = with_value(records("outcomes"), "kind", "fulfilment", "output")
    used = {outcome.top / "sources" / name for outcome in resting(draft) for name in tellers(draft, outcome)}
    yield from (source for source in with_value(sources, "kind", "state_report")(draft) if source in used)


@breaks("R21", on_results)
def state_trusted_on_itself(draft: Draft, source: Spot, dice: Random) -> Spot:
    return draft.put(source / "reliability", dice.choice("ABC"))


@breaks("R22", sources)
def said_too_late(draft: Draft, source: Spot, dice: Random) -> Spot:
    return draft.put(source / "said", later(published(draft, source), dice.randint(1, 5)))


@breaks("R23", sources)
def source_unused(draft: Draft, source: Spot, dice: Random) -> Spot:
    return draft.put(source.above / f"{source.name}-again", draft.get(source))


def handed_on(draft: Draft, source: Spot) -> bool:
    """Whether a source came through another one of the article, and there is a worse grade for that one."""
    via = source.above / draft.get(source / "via", "")
    return draft.get(via) is not None and draft.get(source / "reliability") < "E"


@breaks("R24", those(sources, handed_on))
def better_than_who_passed_on(draft: Draft, source: Spot, dice: Random) -> Spot:
    grade = draft.get(source / "reliability")
    via = source.above / draft.get(source / "via")
    draft.put(via / "reliability", dice.choice(GRADES[GRADES.index(grade) + 1 :]))
    return source / "reliability"


@breaks("R24", lacking(sources, "via"))
def passed_on_by_a_worse_one(draft: Draft, source: Spot, dice: Random) -> Spot:
    draft.put(source.above / "go-between", {"kind": "outlet_voice", "reliability": "F"})
    draft.put(source / "via", "go-between")
    if draft.get(source / "reliability") == "F":
        draft.put(source / "reliability", "E")
    return source / "reliability"
