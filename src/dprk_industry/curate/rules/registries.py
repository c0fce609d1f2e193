"""Group K: places, facilities, actors and the calendar, and incidents that two articles tell of."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from dprk_industry.curate.findings import Problem, Severity
from dprk_industry.curate.models.derive import cases, joined, published_before, with_ancestors
from dprk_industry.curate.models.records import Incident
from dprk_industry.curate.models.registry import facility_file
from dprk_industry.curate.rules.base import Scope, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dprk_industry.curate.edtf import Edtf
    from dprk_industry.curate.models.collection import Collection, Entry, Known, Sheet
    from dprk_industry.curate.models.registry import Facility, Place

PLACES, CALENDAR, ACTORS = (f"dataset/registries/{name}.yaml" for name in ("places", "calendar", "actors"))
ABOVE = {"county": "province", "province": "country"}
"""Level of the parent of a place of each level."""

_SURNAME = (
    "An|Chang|Cho|Choe|Choi|Chon|Chong|Chu|Han|Ho|Hong|Hwang|Hyon|Im|Jang|Jo|Jon|Jong|Ju|Jung|Kang|Kil|Kim|Ko|Kwak|Kwon"
    "|Lee|Li|Lim|Min|Mun|Nam|No|O|Oh|Paek|Pak|Park|Ri|Ro|Ryu|Sim|Sin|So|Son|Song|Tae|U|Won|Yang|Yi|Yim|Yon|Yu|Yun"
)
_SYLLABLE = (
    "(?:ch|hw|kh|kk|kw|gw|ph|pp|sh|ss|th|tt|jj|[bcdghjklmnprstvw])?y?(?:ae|eo|eu|oe|ui|oo|ee|ou|wa|wo|[aeiou])"
    "(?:ng|[bghklmnprt])?"
)
_PERSON = f"(?:{_SURNAME}) (?i:{_SYLLABLE})(?:[ -](?i:{_SYLLABLE}))?"
"""A Korean personal name as texts in English print it: Kim Jong Un, Pak Pong-ju, Ho Tam."""


def province_of(place: str, world: Known) -> Place | None:
    """Province in which a place lies; None where it is unknown or above the provinces."""
    above = (world.registries.places.get(name) for name in with_ancestors(place, world.registries))
    return next((found for found in above if found and found.level == "province"), None)


@rule("R75", scope=Scope.KNOWN)
def point_in_province(world: Known) -> Iterator[Problem]:
    """
    Coordinates come in pairs and lie inside the bounding box of the facility's province.

    Why: latitude and longitude are easily swapped, and a plant of the same name in another province easily taken.
    Mend: look the point up again; `lat` is degrees north (37 to 43), `lon` degrees east (124 to 131); check `place`.
    Bad: place: KP-08-hamju, lat: 127.4, lon: 39.8
    Good: place: KP-08-hamju, lat: 39.8, lon: 127.4
    """
    for file, facility in world.facility_files.items():
        if (facility.lat is None) != (facility.lon is None):
            given, missing = ("lat", "lon") if facility.lon is None else ("lon", "lat")
            yield Problem((given,), f"`{given}` without `{missing}`; coordinates come in pairs", file=file)
        province = province_of(facility.place, world)
        if province and (outside := outside_box(facility, province)):
            box = f"{province.lat_min} to {province.lat_max} north, {province.lon_min} to {province.lon_max} east"
            message = f"{facility.lat} north, {facility.lon} east lies outside {province.name} ({box})"
            yield Problem((outside,), f"{message}; check the point and `place`", file=file, there=("place",))


def outside_box(facility: Facility, province: Place) -> str | None:
    """The coordinate by which a facility lies outside the bounding box of a province, if there is one."""
    for key in ("lat", "lon"):
        found = getattr(facility, key)
        low, high = getattr(province, f"{key}_min"), getattr(province, f"{key}_max")
        if None not in (found, facility.lat, facility.lon, low, high) and not low <= found <= high:
            return key
    return None


@rule("R76", scope=Scope.KNOWN)
def parents_upward(world: Known) -> Iterator[Problem]:
    """
    Parents of places and facilities lead upward and never back: a county lies in a province, a province in the country.

    Why: levels and provinces of parties are found by going from parent to parent.
    Mend: correct `parent`; a mine belongs to its complex, not the other way round.
    Bad: KP-08-hamju: {name: Hamju, level: county, parent: KP}
    Good: KP-08-hamju: {name: Hamju, level: county, parent: KP-08}
    """
    places = world.registries.places
    wrong = set()
    for name, place in places.items():
        above = places.get(place.parent or "")
        expected = ABOVE.get(place.level)
        if expected and (place.parent is None or (above and above.level != expected)):
            wrong.add(name)
            found = f"the parent `{place.parent}` is a {above.level}" if above else "no parent"
            there = (place.parent or "", "level") if above else ()
            yield Problem((name, "parent"), f"{found}; expected one of level {expected}", file=PLACES, there=there)
    for circle in _circles({name: place.parent for name, place in places.items() if place.parent}):
        if not wrong & set(circle):
            yield Problem((circle[0], "parent"), _come_back(circle), file=PLACES)
    files = {facility.id: file for file, facility in world.facility_files.items()}
    held = world.registries.facilities
    for circle in _circles({name: facility.parent for name, facility in held.items() if facility.parent}):
        yield Problem(("parent",), _come_back(circle), file=files[circle[0]])


def _circles(parents: Mapping[str, str]) -> Iterator[list[str]]:
    """Every circle of parents, once."""
    done: set[str] = set()
    for start in parents:
        walk: list[str] = []
        current = start
        while current in parents and current not in done and current not in walk:
            walk.append(current)
            current = parents[current]
        if current in walk:
            yield walk[walk.index(current) :]
        done.update(walk)


def _come_back(circle: list[str]) -> str:
    return f"the parents come back to where they began: {' in '.join([*circle, circle[0]])}"


@rule("R77", Severity.WARNING, Scope.KNOWN)
def complex_nearby(world: Known) -> Iterator[Problem]:
    """
    A facility and its parent facility lie in the same province.

    Why: the mines of a complex lie around its seat; another province is often a wrong parent.
    Mend: correct `parent` or `place`; if the complex really reaches across, waive the warning with that reason.
    Bad: id: example-pit, place: KP-09, parent: example-complex (of KP-08)
    Good: id: example-pit, place: KP-08, parent: example-complex (of KP-08)
    """
    for file, facility in world.facility_files.items():
        parent = world.registries.facilities.get(facility.parent or "")
        own = province_of(facility.place, world)
        other = province_of(parent.place, world) if parent else None
        if parent and own and other and own != other:
            message = f"{parent.id} lies in {other.name}, this facility in {own.name}; check `parent` and `place`"
            yield Problem(("parent",), message, file=file, other=facility_file(parent.id), there=("place",))


@rule("R78", scope=Scope.KNOWN)
def registry_forms_kept(world: Known) -> Iterator[Problem]:
    """
    Levels, branches and kinds of point are words of the model; an occasion has a day or a span, a facility an
    enterprise's class.

    Why: levels, maps, dates of occasions and sectors rest on them.
    Mend: take one of the words that the message lists; give an anniversary `monthday`, a meeting, campaign or plan
    `span`; take the class of what the plant makes.
    Bad: spring-day: {name: Example anniversary, monthday: 04-15, span: 2019-04-15}
    Good: spring-day: {name: Example anniversary, monthday: 04-15}
    """
    for name, occasion in world.registries.calendar.items():
        if occasion.monthday and occasion.span:
            message = "both `monthday` and `span`; an anniversary has a day, a meeting, campaign or plan a span"
            yield Problem((name, "span"), message, file=CALENDAR, there=(name, "monthday"))
        if not occasion.monthday and not occasion.span:
            message = "neither `monthday` nor `span`; when is it?"
            yield Problem((name,), message, on_key=True, file=CALENDAR)
    codes = world.registries.vocabularies["class"].codes
    for file, facility in world.facility_files.items():
        term = codes.get(facility.class_)
        if term and term.group != "enterprise":
            message = f"{facility.class_} is a class of the group {term.group}, expected one of the group enterprise"
            yield Problem(("class",), message, file=file)


@rule("R79", scope=Scope.KNOWN)
def person_in_office(world: Known) -> Iterator[Problem]:
    """
    An actor that is a person has a public role.

    Why: only persons named by a DPRK organ in their office stand in the registry, private people never, which the
    reviewer sees to; a person is told by the level leader or by a Korean personal name.
    Mend: add `public_role`, the office as the organ names it; take a private person out.
    Bad: kim-il-example: {name: Kim Il Nam, level: central, branch: state}
    Good: kim-il-example: {name: Kim Il Nam, level: central, branch: state, public_role: Premier of the Cabinet}
    """
    for name, actor in world.registries.actors.items():
        if actor.public_role is None and (actor.level == "leader" or re.fullmatch(_PERSON, actor.name)):
            message = f"{actor.name} is a person; `public_role` is missing: in which office do organs name this person?"
            yield Problem((name,), message, on_key=True, file=ACTORS)


@rule("R80", Severity.WARNING, Scope.LINKED, whole=True)
def accidents_joined(world: Collection) -> Iterator[Problem]:
    """
    Incidents of one facility, one type and overlapping dates in different articles are joined.

    Why: an accident told twice would count twice; incidents that sum up several are left out.
    Mend: add `same_as` to the later record, or a contradicts link; if there were two accidents, waive the warning with
    that reason.
    Bad: incidents: {blast: {at: [{facility: example-mill}], type: explosion, date: 2019-03-10}}
    Good: incidents: {blast: {same_as: tidings-first#blast, at: [{facility: example-mill}], type: explosion}}
    """
    twice = list(_told_twice(world))
    if not twice:
        return
    case = cases(world)
    settled = {frozenset((case[one.id], case[other.id])) for one, other in joined(world, "contradicts")}
    done: set[str] = set()
    for later, earlier in twice:
        pair = frozenset((case[later.id], case[earlier.id]))
        if later.id not in done and len(pair) > 1 and pair not in settled:
            done.add(later.id)
            settled.add(pair)
            message = f"`{earlier.id}` tells of such an accident there at that time; join them by `same_as`"
            message = f"{message}, or by a contradicts link"
            file, other = world.file(later), world.file(earlier)
            yield Problem(later.path, message, on_key=True, file=file, other=other, there=earlier.path)


def _told_twice(world: Collection) -> Iterator[tuple[Entry, Entry]]:
    """Pairs of a later and an earlier incident of different articles with one facility, type and time."""
    told: dict[tuple[str, str], list[tuple[Entry, Edtf]]] = defaultdict(list)
    found = [accident for sheet in world.sheets for accident in accidents(sheet)]
    for entry, facility, kind, day in sorted(found, key=lambda accident: published_before(accident.entry)):
        for other, other_day in told[facility, kind]:
            if other.article.id != entry.article.id and other_day.overlaps(day):
                yield entry, other
        told[facility, kind].append((entry, day))


class Accident(NamedTuple):
    """An incident at a facility at some time."""

    entry: Entry
    facility: str
    type: str
    when: Edtf


def accidents(sheet: Sheet) -> list[Accident]:
    """Incidents with a date, each for every facility at which it happened; those that sum up several are left out."""
    return [
        Accident(entry, facility, incident.type, incident.date)
        for entry, incident in sheet.incidents
        if incident.date and not _sums_up(incident)
        for facility in sorted({party.facility for party in incident.at if party.facility})
    ]


def _sums_up(incident: Incident) -> bool:
    return any(amount.role == "count" and amount.item == "incident" for amount in incident.amounts)


RULES = (
    point_in_province,
    parents_upward,
    complex_nearby,
    registry_forms_kept,
    person_in_office,
    accidents_joined,
)
