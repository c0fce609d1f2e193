"""Links, and records that are the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import earlier, full, joined, later_articles, others, published, tellers
from mutations.mutator import breaks
from mutations.places import SECTIONS, lacking, links, records, those, vocabulary, with_value

NEW = lacking(records(), "same_as")
"""Records that are not yet the same as another one."""


@breaks("R63", NEW)
def same_as_itself(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "same_as", record.name)


def of_other_kind(draft: Draft, record: Spot) -> list[str]:
    return others(draft, record, *(section for section in SECTIONS if section != record.path[0]))


@breaks("R63", those(NEW, lambda draft, record: bool(of_other_kind(draft, record))))
def same_as_other_kind(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "same_as", dice.choice(of_other_kind(draft, record)))


def told_later(draft: Draft, record: Spot) -> list[Spot]:
    """Records of the same kind in later articles."""
    files = {article.file for article in later_articles(draft, record)}
    return [other for other in records(str(record.path[0]))(draft) if other.file in files]


@breaks("R63", those(NEW, lambda draft, record: bool(told_later(draft, record))))
def same_as_later(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "same_as", full(draft, dice.choice(told_later(draft, record))))


@breaks("R64", links)
def relation_of_a_key(draft: Draft, link: Spot, dice: Random) -> Spot:
    keys = [
        code
        for code in vocabulary(draft, "relation")
        if code not in {"corroborates", "contradicts", "updates", "cites"}
    ]
    return draft.put(link / "relation", dice.choice(keys))


@breaks("R64", with_value(links, "relation", "contradicts"))
def contradicts_in_what(draft: Draft, link: Spot, dice: Random) -> Spot:
    return draft.drop(link / "field").above


def add_link(draft: Draft, record: Spot, relation: str, to: str) -> Spot:
    return draft.append(record.top / "links", {"from": record.name, "relation": relation, "to": to})


@breaks("R64", records())
def linked_to_itself(draft: Draft, record: Spot, dice: Random) -> Spot:
    return add_link(draft, record, dice.choice(["cites", "updates", "corroborates"]), record.name) / "to"


def of_same_teller(draft: Draft, record: Spot) -> list[str]:
    """Records of the same article and kind that rest on the same source alone."""
    same = tellers(draft, record)
    held = (record.above / name for name in draft.get(record.above) if name != record.name)
    return [other.name for other in held if len(same) == 1 and tellers(draft, other) == same]


def retold(draft: Draft) -> Iterator[Spot]:
    """Records that could be joined to one of the same source."""
    tied = joined(draft)
    for record in records()(draft):
        if of_same_teller(draft, record) and full(draft, record) not in tied:
            yield record


@breaks("R64", retold)
def corroborated_by_the_same(draft: Draft, record: Spot, dice: Random) -> Spot:
    return add_link(draft, record, "corroborates", dice.choice(of_same_teller(draft, record))) / "to"


@breaks("R65", those(records("outcomes"), lambda draft, outcome: bool(others(draft, outcome, "outcomes"))))
def updated_by_the_older(draft: Draft, outcome: Spot, dice: Random) -> Spot:
    other = outcome.above / dice.choice(others(draft, outcome, "outcomes"))
    newer = earlier(published(draft, outcome))
    draft.put(other / "as_of", newer)
    draft.put(outcome / "as_of", earlier(newer, dice.randint(1, 3)))
    return add_link(draft, outcome, "updates", other.name)
