"""Facilities: what they are, where they lie, how they are called, since when."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise, product
from random import Random
from typing import Any

from mutations.draft import Draft, Line, Spot
from mutations.meaning import add_fact, add_name, id_of, spellings
from mutations.mutator import breaks
from mutations.places import facilities, having, lacking, those, vocabulary

PROVINCES = "dataset/registries/provinces.geojson"
FAR = 0.1
"""Degrees that a point has to lie outside a boundary: more than 8 km."""
HEARD_ALIKE = (("k", "g"), ("t", "d"), ("p", "b"), ("j", "ch"), ("o", "eo"), ("u", "eu"))
"""Letters that the systems of romanisation write otherwise."""


def typed(draft: Draft) -> Iterator[Spot]:
    """Facilities with an ISIC class, of a class of which it is known where in ISIC it lies."""
    classes = vocabulary(draft, "class")
    held = having(facilities, "isic")(draft)
    yield from (facility for facility in held if classes[draft.get(facility / "class")].get("isic"))


@breaks("R94", typed)
def other_isic(draft: Draft, facility: Spot, dice: Random) -> Spot:
    fit = tuple(vocabulary(draft, "class")[draft.get(facility / "class")]["isic"])
    return draft.put(
        facility / "isic", dice.choice([code for code in vocabulary(draft, "isic") if not code.startswith(fit)])
    )


@breaks("R94", typed)
def other_class(draft: Draft, facility: Spot, dice: Random) -> Spot:
    isic, terms = draft.get(facility / "isic"), vocabulary(draft, "class").items()
    others = [code for code, term in terms if term.get("isic") and not isic.startswith(tuple(term["isic"]))]
    draft.put(facility / "class", dice.choice(others))
    return facility / "isic"


def rings(draft: Draft, place: str) -> list[list[list[float]]]:
    """Outlines of the area in which points of a place lie, as pairs of longitude and latitude."""
    names = {place, place[:5]}
    found = []
    for feature in json.loads(draft.page(PROVINCES).text)["features"]:
        if names & set(feature["properties"]["places"]):
            shape = feature["geometry"]
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found += [ring for part in parts for ring in part]
    return found


def inside(outlines: list[list[list[float]]], lon: float, lat: float) -> bool:
    """Whether a point lies in an area: whether a line from it crosses the outlines an odd number of times."""
    crossed = 0
    for ring in outlines:
        for (x1, y1), (x2, y2) in pairwise(ring):
            crossed += (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
    return crossed % 2 == 1


def bounded(draft: Draft, facility: Spot) -> bool:
    return bool(rings(draft, draft.get(facility / "place")))


@breaks("R95", those(having(facilities, "lat", "lon"), bounded))
def point_over_the_border(draft: Draft, facility: Spot, dice: Random) -> Spot:
    outlines = rings(draft, draft.get(facility / "place"))
    lons, lats = zip(*(point for ring in outlines for point in ring), strict=True)
    while True:
        lon, lat = dice.uniform(min(lons), max(lons)), dice.uniform(min(lats), max(lats))
        around = product((lon - FAR, lon, lon + FAR), (lat - FAR, lat, lat + FAR))
        if not any(inside(outlines, *point) for point in around):
            draft.put(facility / "lon", f"{lon:.3f}")
            return draft.put(facility / "lat", f"{lat:.3f}")


@breaks("R95", lambda draft: re.finditer(r'"KP-[0-9a-z-]+"', draft.page(PROVINCES).text))
def boundary_of_no_place(draft: Draft, match: re.Match[str], dice: Random) -> Line:
    draft.splice(PROVINCES, match.end() - 1, match.end() - 1, "x")
    return Line(PROVINCES, 1)


def alike(name: str) -> list[str]:
    """Spellings that sound like a name."""
    found = []
    for written, other in HEARD_ALIKE:
        pattern = re.compile(rf"(?<![aeou{written}]){written}(?![aehou{written}])", re.IGNORECASE)
        wrong = pattern.sub(lambda match: other.capitalize() if match[0].isupper() else other, name, count=1)  # noqa: B023
        found += [wrong] if wrong != name else []
    return found


def audible(draft: Draft, facility: Spot) -> bool:
    return bool(alike(draft.get(facility / "name")))


def stranger(draft: Draft, facility: Spot, dice: Random) -> Spot:
    """Another facility that is not yet told apart from this one."""
    known = {*draft.get(facility / "unlike", ()), id_of(draft, facility)}
    return dice.choice([other for other in facilities(draft) if id_of(draft, other) not in known])


@breaks("R96", those(facilities, audible))
def sounds_alike(draft: Draft, facility: Spot, dice: Random) -> Spot:
    other = stranger(draft, facility, dice)
    add_name(draft, other, dice.choice(alike(draft.get(facility / "name"))))
    return max(facility, other, key=lambda each: id_of(draft, each)) / "name"


@breaks("R96", facilities)
def unlike_one_way(draft: Draft, facility: Spot, dice: Random) -> Spot:
    return draft.append(facility / "unlike", id_of(draft, stranger(draft, facility, dice)))


@breaks("R96", facilities)
def unlike_itself(draft: Draft, facility: Spot, dice: Random) -> Spot:
    return draft.append(facility / "unlike", id_of(draft, facility))


def sourced(draft: Draft) -> Iterator[Spot]:
    """Facts of facilities that need a source, by their sources."""
    for facility in facilities(draft):
        country = draft.get(facility / "place") == "KP"
        for fact in draft.get(facility / "sources"):
            if not (country and fact == "place"):
                yield facility / "sources" / fact


@breaks("R97", sourced)
def fact_without_source(draft: Draft, spot: Spot, dice: Random) -> Spot:
    return draft.drop(spot).above


TOLD = {
    "parent": ("parent",),
    "authority": ("authority",),
    "coordinates": ("lat", "lon", "geo"),
    "dates": ("opened", "closed"),
    "names": ("names", "former"),
    "ids": ("ids",),
}
"""Keys that hold a fact."""


@breaks("R97", those(sourced, lambda _, spot: spot.name in TOLD))
def source_without_fact(draft: Draft, spot: Spot, dice: Random) -> Spot:
    for key in TOLD[spot.name]:
        draft.drop(spot.top / key)
    return spot


@breaks("R98", facilities)
def latin_as_hangul(draft: Draft, facility: Spot, dice: Random) -> Spot:
    system = dice.choice(["hangul", "hangul_dprk", "hangul_rok"])
    return add_name(draft, facility, f"{draft.get(facility / 'name')} of Old", system)


def in_hangul(draft: Draft) -> Iterator[tuple[Spot, str]]:
    """Korean spellings of facilities, at the facility."""
    for facility in facilities(draft):
        yield from ((facility, name) for spot, name in spellings(draft, facility) if "hangul" in spot.path)


@breaks("R98", in_hangul)
def hangul_as_latin(draft: Draft, place: tuple[Spot, str], dice: Random) -> Spot:
    facility, name = place
    return add_name(draft, facility, f"{name} {name}", dice.choice(["dprk", "mr", "rr", "other"]))


@breaks("R98", facilities)
def north_as_south(draft: Draft, facility: Spot, dice: Random) -> Spot:
    north, south = "견본세멘트공장", "견본시멘트공장"
    name, system = dice.choice([(north, "hangul_rok"), (south, "hangul_dprk")])
    return add_name(draft, facility, name, system)


@breaks("R99", facilities)
def closed_before_it_opened(draft: Draft, facility: Spot, dice: Random) -> Spot:
    opened = dice.randint(1950, 1990)
    add_fact(draft, facility, "dates", "opened", str(opened))
    return draft.put(facility / "closed", str(opened - dice.randint(1, 20)))


@breaks("R99", lacking(facilities, "opened"))
def renamed_after_it_closed(draft: Draft, facility: Spot, dice: Random) -> Spot:
    closed = dice.randint(1970, 1990)
    add_fact(draft, facility, "dates", "closed", str(closed))
    former: dict[str, Any] = {"name": f"Plant of {closed}", "until": closed + dice.randint(1, 20)}
    if not draft.get(facility / "sources" / "names"):
        draft.put(facility / "sources" / "names", ["made for a trial"])
    return draft.append(facility / "former", former) / "until"
