"""Group M: facilities that are what they are said to be, where they are said to be, and under the right name."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dprk_industry.curate.findings import Problem
from dprk_industry.curate.models import boundaries
from dprk_industry.curate.models.derive import with_ancestors
from dprk_industry.curate.models.nearest import nearest
from dprk_industry.curate.rules.base import Scope, rule
from dprk_industry.curate.rules.likeness import HANGUL, folded, sound
from dprk_industry.curate.rules.registries import outside_box, province_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dprk_industry.curate.models.collection import Known
    from dprk_industry.curate.models.registry import Facility

SLACK = 2
"""Kilometres by which a point may lie outside a boundary: dams stand on rivers that are the border."""

NORTH_SOUTH = (
    ("련합", "연합"),
    ("뜨락또르", "트랙터"),
    ("마그네샤", "마그네시아"),
    ("베아링", "베어링"),
    ("뼁끼", "페인트"),
    ("뽐프", "펌프"),
    ("세멘트", "시멘트"),
    ("다이야", "타이어"),
)
"""Words as the North writes them and as the South does."""


@rule("R94", scope=Scope.KNOWN)
def kind_agrees(world: Known) -> Iterator[Problem]:
    """
    The ISIC class of a facility is one in which enterprises of its class lie.

    Why: two digits of a code are easily swapped, and a coal mine among the smelters spoils every count by sector.
    Mend: correct `isic` or `class`; both say what the plant mainly makes.
    Bad: class: coal_mine, isic: B0710
    Good: class: coal_mine, isic: B0510
    """
    codes = world.registries.vocabularies["class"].codes
    for file, facility in world.facility_files.items():
        term = codes.get(facility.class_)
        if facility.isic and term and term.isic and not facility.isic.startswith(term.isic):
            expected = f"{term.label} lies in {', '.join(term.isic)}"
            message = f"{facility.isic} is no ISIC class of a {facility.class_}; {expected}"
            yield Problem(("isic",), message, file=file, there=("class",))


@rule("R95", scope=Scope.KNOWN)
def point_inside_boundary(world: Known) -> Iterator[Problem]:
    """
    The point of a facility lies inside the boundary of its province, or at most 2 km outside.

    Why: a bounding box takes in half of the neighbour; points copied from the wrong plant mostly lie in another
    province.
    Mend: look the point up again, or correct `place`; leave the point out if the source may be wrong. A county that
    changed its province after the boundaries were drawn is added to `places` in dataset/registries/provinces.geojson.
    Bad: place: KP-08-hamju, lat: 40.6, lon: 126.6
    Good: place: KP-08-hamju, lat: 39.8, lon: 127.4
    """
    known = world.registries.places
    for boundary in world.boundaries:
        for name in sorted(boundary.places - set(known)):
            if not world.lost_entry("places", name):
                message = f"`{name}`, which {boundary.name} covers, is not among the places{nearest(name, known)}"
                yield Problem((), message, file=boundaries.FILE)
    for file, facility in world.facility_files.items():
        own = [name for name in with_ancestors(facility.place, world.registries) if name != "KP"]
        drawn = [boundary for boundary in world.boundaries if boundary.places & set(own)]
        province = province_of(facility.place, world)
        if province and outside_box(facility, province):
            continue  # R75 tells of the point
        if facility.lat is not None and facility.lon is not None and drawn:
            lat, lon = float(facility.lat), float(facility.lon)
            near = min(boundary.distance(lat, lon) for boundary in drawn)
            if near > SLACK:
                message = f"the point lies {near:.0f} km outside {drawn[0].name}"
                holder = next((each.name for each in world.boundaries if not each.distance(lat, lon)), None)
                message = f"{message}, in {holder}" if holder else f"{message}, in no province"
                yield Problem(("lat",), f"{message}; check the point and `place`", file=file, there=("place",))


@rule("R96", scope=Scope.KNOWN)
def likeness_settled(world: Known) -> Iterator[Problem]:
    """
    Facilities whose names sound alike in any romanisation are told apart by `unlike`, each naming the other.

    Why: Ŭnsan and Unsan, Songrim and Songnim are told apart by nobody who reads one article; who adds a spelling must
    see that there is another plant. One spelling for two is seen to by R10 and R82.
    Mend: if it is one plant, keep one file; if there are two, name each under `unlike` of the other and say in a
    `note` how they differ.
    Bad: example-mine: {name: Songrim Mine}, other-mine: {name: Songnim Mine}
    Good: example-mine: {name: Songrim Mine, unlike: [other-mine]}, other-mine: {…, unlike: [example-mine]}
    """
    files = {facility.id: file for file, facility in world.facility_files.items()}
    held = world.registries.facilities
    for (one, name), (other, like) in _alike(held.values()):
        if not {one, other} & {*held[one].unlike, *held[other].unlike}:
            message = f"`{like}` sounds like `{name}`, a name of {one}; name it under `unlike`, or keep one file"
            there = next(path for path, spelled in held[one].spellings if spelled == name)
            yield Problem(("name",), message, file=files[other], other=files[one], there=there)
    for facility in held.values():
        for position, named in enumerate(facility.unlike):
            message = f"`{named}` does not name this facility in turn; add `{facility.id}` to its `unlike`"
            message = "this is the facility itself" if named == facility.id else message
            if named == facility.id or (named in held and facility.id not in held[named].unlike):
                path, there = ("unlike", position), ("id",)
                yield Problem(path, message, file=files[facility.id], other=files.get(named), there=there)


def _alike(facilities: Iterable[Facility]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Pairs of facilities with names that sound alike and are not one spelling, each pair once: id and name."""
    heard: dict[str, dict[str, str]] = defaultdict(dict)
    for facility in facilities:
        for _, name in facility.spellings:
            heard[sound(name)].setdefault(facility.id, name)
    heard.pop("", None)
    done: set[tuple[str, str]] = set()
    for names in heard.values():
        for one, other in combinations(sorted(names), 2):
            if (one, other) not in done and folded(names[one]) != folded(names[other]):
                yield (one, names[one]), (other, names[other])
            done.add((one, other))


@rule("R97", scope=Scope.KNOWN, whole=True)
def facts_sourced(world: Known) -> Iterator[Problem]:
    """
    Every fact given of a facility has a source, and every source a fact.

    Why: what nobody can look up is a rumour, and a source without its fact shows that something was lost.
    Mend: add the address or work under `sources`, by the fact that it tells, or leave the fact out. `class` stands for
    the ISIC class and the products too, `names` for former names, `dates` for `opened` and `closed`.
    Bad: lat: 39.8, lon: 127.4, geo: town, sources: {class: [https://example.org/mill], place: [https://example.org]}
    Good: sources: {class: [https://example.org/mill], place: [https://example.org], coordinates: [https://example.org]}
    """
    for file, facility in world.facility_files.items():
        given = {fact for fact, is_given in _facts(facility).items() if is_given}
        told = {fact for fact, sources in facility.sources.items() if sources}
        for fact in sorted(given - told):
            yield Problem(("sources",), f"no source for {fact}; add one, or leave the fact out", on_key=True, file=file)
        for fact in sorted(told - given - {"place"}):
            message = f"a source for {fact}, of which nothing is said; add the fact or take the source out"
            yield Problem(("sources", fact), message, on_key=True, file=file)


def _facts(facility: Facility) -> dict[str, bool]:
    """What the sources of a facility may tell, and whether it is said of this one."""
    return {
        "class": True,
        "place": facility.place != "KP",
        "parent": facility.parent is not None,
        "authority": facility.authority is not None,
        "coordinates": facility.lat is not None or facility.lon is not None,
        "dates": facility.opened is not None or facility.closed is not None,
        "names": bool(facility.names or facility.former),
        "ids": bool(facility.ids),
    }


@rule("R98", scope=Scope.KNOWN)
def spelling_fits_system(world: Known) -> Iterator[Problem]:
    """
    A spelling stands under the system in which it is written.

    Why: who looks for the Korean name finds it by its system; the North and the South write some words otherwise.
    Mend: move the spelling: Hangul under `hangul`, or under `hangul_dprk` and `hangul_rok` where the two differ
    (련합기업소, 연합기업소); Latin letters under `dprk`, `mr`, `rr` or `other`.
    Bad: names: {rr: [견본제철소]}
    Good: names: {hangul: [견본제철소]}
    """
    for file, facility in world.facility_files.items():
        for system, names in facility.names.items():
            for position, name in enumerate(names):
                if fault := _misfiled(system, name):
                    yield Problem(("names", system, position), fault, file=file)


def _misfiled(system: str, name: str) -> str | None:
    """Why a name does not belong under a system; None if it may."""
    korean = system.startswith("hangul")
    if korean != bool(re.search(HANGUL, name)):
        return f"`{name}` is {'not ' if korean else ''}written in Hangul; it does not belong under `{system}`"
    for north, south in NORTH_SOUTH:
        if system == "hangul_rok" and north in name:
            return f"`{north}` is how the North writes `{south}`; move `{name}` to `hangul_dprk`"
        if system == "hangul_dprk" and south in name and north not in name and len(south) > 1:
            return f"`{south}` is how the South writes `{north}`; move `{name}` to `hangul_rok`"
    return None


@rule("R99", scope=Scope.KNOWN)
def life_in_order(world: Known) -> Iterator[Problem]:
    """
    A facility does not close before it opens, and is not renamed after it closed.

    Why: a plant that closed before it opened has the dates of two plants, or two dates in each other's place.
    Mend: correct the date that is wrong; if the plant was built anew on the old site, it is another facility.
    Bad: opened: 1975, closed: 1957
    Good: opened: 1957, closed: 1975
    """
    for file, facility in world.facility_files.items():
        opened, closed = facility.opened, facility.closed
        if opened and closed and closed.certainly_before(opened):
            message = f"closed {closed.text}, certainly before it opened ({opened.text})"
            yield Problem(("closed",), message, file=file, there=("opened",))
        for position, former in enumerate(facility.former):
            if former.until and closed and closed.certainly_before(former.until):
                message = f"renamed {former.until.text}, certainly after it closed ({closed.text})"
                yield Problem(("former", position, "until"), message, file=file, there=("closed",))


RULES = (
    kind_agrees,
    point_inside_boundary,
    likeness_settled,
    facts_sourced,
    spelling_fits_system,
    life_in_order,
)
