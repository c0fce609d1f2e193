"""The records of a made-up article: what is ordered, what came of it, what happened, what is threatened, and why."""

from __future__ import annotations

import random
from datetime import date, timedelta

from made.draft import Draft
from made.world import Data

OBSERVED = 4
"""More days than lie between an observation and its publication."""
PRODUCTS = {
    "steel_mill": "steel",
    "coal_mine": "coal",
    "ore_mine": "iron_ore",
    "cement_factory": "cement",
    "chemical_plant": "fertiliser",
    "power_plant": "electricity",
    "textile_mill": "cloth",
}
"""What a plant of a class is told to make; all others make machines."""
FACTORS = {
    "purpose": ("construction", "plan_result", "import_substitution", "power_supply", "farm_supply", "display"),
    "obstacle": ("power", "fuel", "raw_material", "spare_parts", "labour", "transport", "funds", "equipment_age"),
    "cause": ("overload", "safety_neglect", "equipment_age", "mismanagement", "power", "weather", "geology"),
    "enforcement": ("supervision_visits", "inspection_team", "daily_reporting", "review_meeting", "propaganda"),
    "response": ("longer_shifts", "feign", "false_report", "borrow", "defer_upkeep", "self_raise", "complain_up"),
    "effect": ("hardship", "discontent", "rations", "wages", "household_power", "prices", "equipment_loss"),
}


def orders(draft: Draft) -> None:
    """An order of the centre, what the province makes of it, and its change."""
    offices = draft.world.offices
    if draft.number >= len(offices) and draft.chance(0.25):
        return
    issued = draft.day - timedelta(days=draft.dice.randint(30, 60))
    occasion, due = _occasion(draft, issued)
    central: Data = {
        "issuer": {"actor": offices[draft.number % len(offices)]},
        "addressees": [{"class": draft.plant.kind, "place": "KP"}],
        "action": draft.dice.choice(("produce", "deliver", "restart", "build", "raise_output", "modernise")),
        "issued": str(issued),
    }
    if draft.chance(0.6):
        central["amounts"] = [_target(draft)]
    central["deadline"] = {"kind": "occasion", "date": str(due), "occasion": occasion}
    first = draft.add("orders", central)
    if draft.chance(0.6):
        local = {
            "implements": first,
            "issuer": {"class": "party_committee", "place": draft.plant.province},
            "addressees": draft.here(),
            "action": central["action"],
            "amounts": [{**_target(draft), "per": ["month"]}],
            "issued": str(issued + timedelta(days=draft.dice.randint(1, 20))),
        }
        draft.add("orders", local)
    if draft.chance(0.09):
        later = max(due, draft.day) + timedelta(days=draft.dice.randint(20, 200))
        changed = {**central, "deadline": {"kind": "date", "date": str(later)}}
        changed |= {"amends": first, "change": "postponed", "issued": str(draft.day - timedelta(days=2))}
        draft.add("orders", changed)


def _target(draft: Draft) -> Data:
    """A quota of what the plant makes."""
    item = PRODUCTS.get(draft.plant.kind, "machine")
    unit = {"electricity": "kwh", "cloth": "m", "machine": "unit"}.get(item, "t")
    return {"role": "target", "item": item, "value": str(draft.dice.randint(10, 900)), "unit": unit}


def _occasion(draft: Draft, after: date) -> tuple[str, date]:
    """The next of some anniversaries, and its day."""
    name, monthday = draft.dice.choice(sorted(draft.world.anniversaries.items()))
    due = date.fromisoformat(f"{after.year}-{monthday}")
    return name, due if due > after + timedelta(days=25) else due.replace(year=due.year + 1)


def outcomes(draft: Draft) -> None:
    """How the plant runs, how far an order got, how the year went, what is planned."""
    as_of = str(draft.day - timedelta(days=draft.dice.randrange(OBSERVED)))
    running = draft.dice.choice(("full", "normal", "reduced", "intermittent", "stopped", "starting"))
    operation = {"subjects": draft.here(), "kind": "operation", "status": running, "as_of": as_of}
    draft.state = draft.add("outcomes", operation)
    for order in draft.names("orders"):
        if draft.chance(0.5):
            begun = {"order": order, "subjects": draft.here(), "kind": "fulfilment", "status": "under_way"}
            draft.add("outcomes", {**begun, "plan": "assignment", "as_of": as_of})
    if draft.chance(0.3):
        _year(draft)
    if draft.chance(0.4):
        change = {"role": "change", "value": str(draft.dice.randint(2, 60)), "unit": "percent", "base": "last_year"}
        grown = {"subjects": draft.here(), "kind": "output", "status": "up", "as_of": as_of, "amounts": [change]}
        draft.add("outcomes", grown)
    if draft.chance(0.4):
        aim = {"manner": "intent", "credibility": "6", "subjects": draft.here(), "kind": "fulfilment"}
        draft.add("outcomes", {**aim, "plan": "unstated"})
    if draft.chance(0.2) and draft.names("orders") and "organ" in draft.sources and draft.told_by != "state":
        _dispute(draft, as_of)


def _year(draft: Draft) -> None:
    """How the year before went, which is as good or bad for the plant as everybody says."""
    year = draft.day.year - 1
    good = random.Random(f"{draft.plant.id} {year}").random() < 0.5  # noqa: PLR2004, S311 - even chances
    ratio = draft.dice.randint(101, 125) if good else draft.dice.randint(40, 95)
    amount = {"role": "ratio", "item": "workload", "value": str(ratio), "unit": "percent", "base": "plan"}
    told = {"subjects": draft.here(), "kind": "fulfilment", "status": "exceeded" if good else "missed"}
    draft.add("outcomes", {**told, "plan": "year", "period": str(year), "amounts": [amount]})


def _dispute(draft: Draft, as_of: str) -> None:
    """The state says done, the people at the plant say otherwise."""
    told = {"order": draft.names("orders")[0], "subjects": draft.here(), "kind": "fulfilment"}
    rest = {"plan": "assignment", "as_of": as_of}
    claim = draft.add("outcomes", {"source": "organ", **told, "status": "met", **rest})
    denial = draft.add("outcomes", {**told, "status": "nominal", **rest})
    draft.links.append({"from": denial, "relation": "contradicts", "to": claim, "field": "status"})


def incident(draft: Draft) -> None:
    """An accident at the plant."""
    if not draft.chance(0.35):
        return
    kind = draft.dice.choice(("explosion", "fire", "collapse", "machinery", "transport", "toxic"))
    day = draft.day - timedelta(days=draft.dice.randint(1, 12))
    if (draft.plant.id, kind, str(day)) in draft.world.accidents:
        return
    draft.world.accidents.add((draft.plant.id, kind, str(day)))
    orders = draft.names("orders")
    during = {"during": orders[0]} if orders and draft.chance(0.5) else {}
    harmed = draft.dice.randint(2, 30)
    amounts: list[Data] = [{"role": "injured", "value": str(harmed)}]
    killed = {"role": "killed", "word": "some"} if draft.chance(0.5) else {"role": "killed", "value": "3"}
    happened = {**during, "at": draft.here(), "type": kind, "date": str(day), "amounts": [*amounts, killed]}
    draft.add("incidents", happened)


def consequences(draft: Draft) -> None:
    """What is threatened to those at the plant."""
    reasons = draft.names("orders", "incidents", "outcomes")
    committee = {"class": "party_committee", "place": draft.plant.province}
    for kind in draft.dice.sample(("criticism", "dismissal", "fine", "extra_work"), draft.dice.choice((0, 0, 1, 2))):
        targets = [*draft.here("manager"), *(draft.here("worker") if draft.chance(0.3) else [])]
        record = {"because_of": reasons[0], "issuer": committee, "targets": targets, "type": kind}
        draft.add("consequences", {**record, "stage": "threatened"})


def factors(draft: Draft) -> None:
    """Why, what hinders, who presses, what people do about it, what follows."""
    orders, outcomes = draft.names("orders"), draft.names("outcomes")
    past = [*draft.names("incidents"), draft.state]
    concerned = {"purpose": orders, "obstacle": orders or outcomes, "cause": past}
    for _ in range(draft.dice.randint(2, 7)):
        role = draft.dice.choice(sorted(FACTORS))
        if fit := concerned.get(role, outcomes):
            kind = draft.dice.choice(FACTORS[role])
            names = draft.dice.sample(fit, min(len(fit), draft.dice.choice((1, 1, 1, 2))))
            parties = {"parties": draft.here("worker")} if role in {"response", "effect"} else {}
            record = {"concerns": names, "role": role, "type": kind, **parties}
            draft.add("factors", record)
