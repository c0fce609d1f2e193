"""Places, facilities, actors and the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from mutations.draft import Draft, Spot
from mutations.meaning import add_fact, id_of, province
from mutations.mutator import breaks
from mutations.places import entries, facilities, having, registry, those, vocabulary, with_value

BOX = {"lat_min": "33", "lon_min": "123", "lat_max": "44", "lon_max": "132"}
"""A box around the whole country, for provinces that have none."""
WITH_POINT = having(facilities, "lat", "lon")
COUNTIES = with_value(entries("places"), "level", "county")


@breaks("R75", WITH_POINT)
def half_a_point(draft: Draft, facility: Spot, dice: Random) -> Spot:
    kept, lost = dice.sample(["lat", "lon"], 2)
    draft.drop(facility / lost)
    return facility / kept


def in_a_province(draft: Draft, facility: Spot) -> bool:
    return "-" in draft.get(facility / "place")


@breaks("R75", those(WITH_POINT, in_a_province))
def point_elsewhere(draft: Draft, facility: Spot, dice: Random) -> Spot:
    province = registry("places") / str(draft.get(facility / "place"))[:5]
    for key, value in BOX.items():
        if draft.get(province / key) is None:
            draft.put(province / key, value)
    lat, lon = draft.get(facility / "lat"), draft.get(facility / "lon")
    if dice.random() < 0.5:
        draft.put(facility / "lat", lon)
        draft.put(facility / "lon", lat)
        return facility / "lat"
    return draft.put(facility / "lon", f"-{lon}")


@breaks("R76", COUNTIES)
def county_of_no_province(draft: Draft, county: Spot, dice: Random) -> Spot:
    if dice.random() < 0.5:
        draft.drop(county / "parent")
    else:
        draft.put(county / "parent", "KP")
    return county / "parent"


@breaks("R76", with_value(entries("places"), "level", "province"))
def province_of_a_county(draft: Draft, province: Spot, dice: Random) -> Spot:
    return draft.put(province / "parent", dice.choice(list(COUNTIES(draft))).name)


@breaks("R76", with_value(entries("places"), "level", "country"))
def country_in_a_circle(draft: Draft, country: Spot, dice: Random) -> Spot:
    below = [place for place in entries("places")(draft) if draft.get(place / "parent") == country.name]
    draft.put(country / "parent", dice.choice(below).name)
    return country / "parent"


def childless(draft: Draft) -> Iterator[Spot]:
    """Facilities to which no other one belongs."""
    parents = {draft.get(facility / "parent") for facility in facilities(draft)}
    yield from (facility for facility in facilities(draft) if id_of(draft, facility) not in parents)


def neighbours(draft: Draft, facility: Spot, *, near: bool) -> list[Spot]:
    """Childless facilities in the same province, or in others."""
    own = province(draft, facility)
    found = (other for other in childless(draft) if other != facility and in_a_province(draft, other))
    return [other for other in found if (province(draft, other) == own) == near]


@breaks("R76", childless)
def plants_in_a_circle(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = dice.choice([facility, *neighbours(draft, facility, near=True)])
    add_fact(draft, facility, "parent", "parent", id_of(draft, other))
    add_fact(draft, other, "parent", "parent", id_of(draft, facility))
    return min(facility, other, key=lambda each: each.order) / "parent"


def with_others_abroad(draft: Draft) -> Iterator[Spot]:
    """Facilities in a province, if childless ones lie in another."""
    held = {province(draft, facility) for facility in those(childless, in_a_province)(draft)}
    for facility in those(facilities, in_a_province)(draft):
        if held - {province(draft, facility)}:
            yield facility


@breaks("R77", with_others_abroad)
def complex_in_another_province(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = dice.choice(neighbours(draft, facility, near=False))
    return add_fact(draft, facility, "parent", "parent", id_of(draft, other))


@breaks("R78", lambda draft: iter([spot / "level" for spot in entries("places", "actors")(draft)]))
def level_unknown(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.put(spot, dice.choice(["city", "high", "Central"]))


@breaks("R78", entries("actors"))
def branch_unknown(draft: Draft, actor: Spot, dice: Random) -> Spot:
    return draft.put(actor / "branch", "court")


@breaks("R78", having(facilities, "geo"))
def point_of_unknown_kind(draft: Draft, facility: Spot, dice: Random) -> Spot:
    return draft.put(facility / "geo", "village")


@breaks("R78", facilities)
def source_of_unknown_fact(draft: Draft, facility: Spot, dice: Random) -> Spot:
    fact = dice.choice(list(draft.get(facility / "sources")))
    return draft.rename(facility / "sources" / fact, f"{fact}es")


@breaks("R78", having(entries("calendar"), "monthday"))
def day_and_span(draft: Draft, entry: Spot, dice: Random) -> Spot:
    return draft.put(entry / "span", "2019-04-15")


@breaks("R78", entries("calendar"))
def neither_day_nor_span(draft: Draft, entry: Spot, dice: Random) -> Spot:
    for key in ("monthday", "span"):
        draft.drop(entry / key)
    return entry


@breaks("R78", facilities)
def plant_of_people(draft: Draft, facility: Spot, dice: Random) -> Spot:
    terms = vocabulary(draft, "class").items()
    return draft.put(facility / "class", dice.choice([code for code, term in terms if term["group"] != "enterprise"]))


@breaks("R79", entries("actors"))
def person_without_office(draft: Draft, actor: Spot, dice: Random) -> Spot:
    draft.drop(actor / "public_role")
    draft.put(actor / "name", dice.choice(["Kim Il Nam", "Pak Pong-ju", "Ri Thae Song"]))
    return actor
