"""Accidents, and what is done to people."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from mutations.draft import Draft, Spot
from mutations.meaning import (
    add_record,
    as_told_in,
    dated,
    earlier,
    full,
    header,
    id_of,
    joined,
    later,
    later_articles,
    others,
    published,
    referred,
    roots,
    tellers,
    told,
)
from mutations.mutator import breaks
from mutations.places import entries, facilities, items, lacking, records, those, with_value

INCIDENTS = records("incidents")
CONSEQUENCES = records("consequences")


@breaks("R55", INCIDENTS)
def part_of_a_person(draft: Draft, incident: Spot, dice: Random) -> Spot:
    number = dice.choice(["-2", "1.5"])
    return draft.append(incident / "amounts", {"role": dice.choice(["killed", "missing"]), "value": number}) / "value"


@breaks("R55", INCIDENTS)
def more_severe_than_injured(draft: Draft, incident: Spot, dice: Random) -> Spot:
    kept = [draft.get(amount) for amount in items(draft, incident / "amounts")]
    kept = [amount for amount in kept if amount["role"] not in {"injured", "injured_severe"}]
    injured = dice.randint(0, 9)
    counts: list[dict[str, Any]] = [
        {"role": "injured", "value": injured},
        {"role": "injured_severe", "value": injured + dice.randint(1, 9)},
    ]
    draft.put(incident / "amounts", [*kept, *counts])
    return incident / "amounts" / (len(kept) + 1)


@breaks("R56", those(INCIDENTS, lambda draft, incident: told(draft, incident, "manner") not in {"forecast", "intent"}))
def told_before_it_happened(draft: Draft, incident: Spot, dice: Random) -> Spot:
    return draft.put(incident / "date", later(published(draft, incident), dice.randint(1, 5)))


@breaks("R56", INCIDENTS)
def happened_nowhere(draft: Draft, incident: Spot, dice: Random) -> Spot:
    actor = dice.choice(list(entries("actors")(draft))).name
    return draft.put(incident / "at", dice.choice([[], [{"actor": actor}]]))


def with_others(where: Any, *sections: str) -> Any:
    """Records in articles that have another one of some sections."""
    return those(where, lambda draft, record: bool(others(draft, record, *sections)))


@breaks("R57", with_others(INCIDENTS, "outcomes", "factors"))
def under_no_order(draft: Draft, incident: Spot, dice: Random) -> Spot:
    return draft.put(incident / "during", dice.choice(others(draft, incident, "outcomes", "factors")))


def with_new_order(draft: Draft, incident: Spot) -> Spot:
    """An order that the place of an accident is given."""
    party = {"class": "authorities", "place": "KP"}
    order = {
        **header(draft, incident),
        "issuer": party,
        "addressees": draft.get(incident / "at"),
        "action": "safeguard",
    }
    return add_record(draft, incident.top, "orders", "after-it", order)


@breaks("R57", those(INCIDENTS, lambda draft, incident: dated(draft, incident / "date")))
def before_the_order(draft: Draft, incident: Spot, dice: Random) -> Spot:
    order = with_new_order(draft, incident)
    draft.put(order / "issued", earlier(published(draft, incident)))
    draft.put(incident / "date", earlier(draft.get(order / "issued"), dice.randint(1, 3)))
    return draft.put(incident / "during", order.name)


@breaks("R58", CONSEQUENCES)
def done_to_nobody(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    return draft.put(consequence / "targets", [])


@breaks("R58", CONSEQUENCES)
def done_for_nothing(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    return draft.put(consequence / "because_of", [])


@breaks("R58", with_others(CONSEQUENCES, "factors"))
def done_because_of_a_factor(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    return draft.put(consequence / "because_of", dice.choice(others(draft, consequence, "factors")))


@breaks("R58", with_others(records("outcomes", "incidents"), "orders", "factors"))
def brought_about_by_an_order(draft: Draft, record: Spot, dice: Random) -> Spot:
    return draft.put(record / "because_of", dice.choice(others(draft, record, "orders", "factors")))


@breaks("R59", with_others(CONSEQUENCES, "orders", "outcomes"))
def lifted_before_imposed(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    draft.put(consequence / "because_of", dice.choice(others(draft, consequence, "orders", "outcomes")))
    key, value = dice.choice([("type", "pardon"), ("stage", "lifted")])
    draft.put(consequence / key, value)
    return consequence / "because_of"


@breaks("R60", CONSEQUENCES)
def threat_from_below(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    above = [entry.name for entry in with_value(entries("actors"), "level", "leader", "central")(draft)]
    plant = dice.choice([id_of(draft, facility) for facility in facilities(draft)])
    draft.put(consequence / "stage", "threatened")
    draft.append(consequence / "targets", {"actor": dice.choice(above)})
    return draft.put(consequence / "issuer", {"facility": plant, "class": "management"})


def of_one_root(draft: Draft) -> Iterator[Spot]:
    """Consequences that one source tells of as so, and that is not the state."""
    tied = joined(draft, "corroborates", "contradicts")
    for consequence in CONSEQUENCES(draft):
        alone = len(tellers(draft, consequence)) == 1 and roots(draft, consequence) != {"state"}
        stated = told(draft, consequence, "manner") in {"stated", "inferred"}
        if alone and stated and full(draft, consequence) not in tied:
            yield consequence


@breaks("R61", of_one_root)
def grave_and_believed(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    draft.put(consequence / "type", dice.choice(["execution", "life_term", "labour_term"]))
    draft.put(consequence / "stage", "imposed")
    return draft.put(consequence / "credibility", "2")


def single(draft: Draft) -> Iterator[Spot]:
    """Consequences that no other one is the same as or follows from."""
    tied = referred(draft, "same_as", "because_of")
    for consequence in lacking(CONSEQUENCES, "same_as")(draft):
        if full(draft, consequence) not in tied:
            yield consequence


@breaks("R62", single)
def imposed_before_pending(draft: Draft, consequence: Spot, dice: Random) -> Spot:
    stage, key = dice.choice([("imposed", "same_as"), ("lifted", "because_of")])
    kept = {name: draft.get(consequence / name) for name in ("because_of", "targets", "type")}
    draft.put(consequence / "stage", "pending" if stage == "imposed" else "imposed")
    date = draft.get(draft.put(consequence / "date", earlier(published(draft, consequence))))
    record = {**header(draft, consequence), **kept, key: consequence.name, "stage": stage}
    record["date"] = earlier(date, dice.randint(1, 3))
    return add_record(draft, consequence.top, "consequences", "what-followed", record) / "date"


def told_once(draft: Draft) -> Iterator[Spot]:
    """Accidents at a plant, with a day, of which later articles might tell again."""
    for incident in INCIDENTS(draft):
        at_plant = any("facility" in party for party in draft.get(incident / "at"))
        sums_up = any(draft.get(amount / "item") == "incident" for amount in items(draft, incident / "amounts"))
        if at_plant and not sums_up and dated(draft, incident / "date") and later_articles(draft, incident):
            yield incident


@breaks("R80", told_once)
def told_once_more(draft: Draft, incident: Spot, dice: Random) -> Spot:
    article = dice.choice(later_articles(draft, incident))
    same = {key: draft.get(incident / key) for key in ("at", "type", "date")}
    note = {"note": "told again"}
    return add_record(draft, article, "incidents", "told-again", {**as_told_in(draft, article), **same, **note})
