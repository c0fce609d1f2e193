"""The gazetteer: what holds of the facilities and places of the dataset beyond the rules, and how names are heard."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from dprk_industry.curate import corpus
from dprk_industry.curate.models.collection import Collection
from dprk_industry.curate.rules.likeness import sound

ROOT = Path(__file__).parent.parent
SAME = (
    ("Songjin", "Sŏngjin", "Seongjin"),
    ("Kangson", "Kangsŏn", "Gangseon", "Gangson"),
    ("Puryong", "Puryŏng", "Buryeong"),
    ("Kaechon", "Kaech'ŏn", "Gaecheon", "Kechon"),
    ("Tokchon", "Tŏkch'ŏn", "Deokcheon"),
    ("Sunchon", "Sunch'ŏn", "Suncheon"),
    ("Sungri", "Sŭngni", "Seungni", "Seungri"),
    ("Rakwon", "Ragwŏn", "Nagwŏn", "Nagwon", "Nakwon"),
    ("Ryongsong", "Ryongsŏng", "Yongseong", "Yongsong"),
    ("Hungnam", "Hŭngnam", "Heungnam"),
    ("Chonnae-ri", "Ch'ŏnnae-ri", "Cheonnae-ri"),
    ("Jonchon", "Chŏnch'ŏn", "Jeoncheon"),
    ("Tanchon", "Tanch'ŏn", "Dancheon"),
    ("Komdok", "Kŏmdŏk", "Geomdeok"),
    ("Unryul", "Ŭnnyul", "Eunyul", "Unnyul"),
    ("Jaeryong", "Chaeryŏng", "Jaeryeong", "Chaeryong"),
    ("Munphyong", "Munp'yŏng", "Munpyeong"),
    ("Nyongwon", "Nyŏngwŏn", "Yeongwon", "Yongwon"),
    ("Ryesonggang", "Ryesŏnggang", "Yeseonggang"),
)
"""Places as DPRK texts, McCune-Reischauer, the South and others spell them."""
LOOKALIKES = (
    ("kim-chaek-iron-and-steel-complex", "songjin-steel-complex"),
    ("kim-chaek-iron-and-steel-complex", "chongjin-steel-plant"),
    ("chollima-steel-complex", "posan-iron-works"),
    ("unsan-gold-mine", "unsan-prospecting-machine-factory"),
    ("sunchon-cement-complex", "sunchon-coal-complex-cement-base"),
    ("sunchon-chemical-complex", "sunchon-phosphatic-fertilizer-factory"),
    ("toksong-coal-mine", "toksong-iron-mine"),
    ("namyang-coal-mine-tokchon", "namyang-saltern"),
    ("sinchang-youth-coal-mine", "sinsong-coal-mine"),
    ("february-8-cement-complex", "february-8-vinalon-complex"),
    ("jangjingang-power-station", "tongrogang-power-station"),
    ("december-thermal-power-plant", "december-12-power-plant"),
)


@pytest.fixture(scope="module")
def world() -> Collection:
    return corpus.load(ROOT).collection


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_one_place_sounds_alike_in_all_systems(names: tuple[str, ...]) -> None:
    assert len({sound(name) for name in names}) == 1


def test_places_sound_different() -> None:
    assert len({sound(names[0]) for names in SAME}) == len(SAME)
    assert sound("락원기계련합기업소") == ""


@pytest.mark.parametrize(("one", "other"), LOOKALIKES)
def test_lookalikes_are_told_apart(one: str, other: str, world: Collection) -> None:
    """Each names the other, and a note says how they differ."""
    held = world.registries.facilities
    assert other in held[one].unlike
    assert one in held[other].unlike
    assert held[one].note or held[other].note


def test_sources_are_addresses(world: Collection) -> None:
    """No work of the gazetteer is cited in another way so far."""
    registries = world.registries
    cited = [each for place in registries.places.values() for each in place.sources]
    for facility in registries.facilities.values():
        cited += [each for held in facility.sources.values() for each in held]
    assert [each for each in cited if not re.fullmatch(r"https?://[\w.-]+(?::\d+)?/\S*", each)] == []


def test_boundaries_cover_every_province(world: Collection) -> None:
    provinces = {name for name, place in world.registries.places.items() if place.level == "province"}
    covered = {name for boundary in world.boundaries for name in boundary.places}
    assert provinces <= covered
    assert len(provinces) == 13


def test_boxes_are_those_of_the_boundaries(world: Collection) -> None:
    """The box of a province in the registry is that of the area that bears its name."""
    drawn = {boundary.name: boundary.box for boundary in world.boundaries}
    boxes = {
        place.name: tuple(float(side) for side in (place.lat_min, place.lon_min, place.lat_max, place.lon_max) if side)
        for place in world.registries.places.values()
        if place.lat_min
    }
    assert boxes == drawn


def test_areas_do_not_overlap(world: Collection) -> None:
    """No point of the gazetteer lies in two provinces."""
    points = [(float(f.lat), float(f.lon)) for f in world.registries.facilities.values() if f.lat and f.lon]
    for one, other in combinations(world.boundaries, 2):
        assert not [point for point in points if one.distance(*point) == 0 == other.distance(*point)]


def test_points_of_complexes_are_no_sites(world: Collection) -> None:
    """A complex of several mines has no one place: its point is its seat."""
    complexes = [f for f in world.registries.facilities.values() if f.id.endswith("coal-mining-complex")]
    assert len(complexes) == 13
    assert {facility.geo for facility in complexes} <= {"town", "county", None}
    assert all("several mines" in (facility.note or "") for facility in complexes)


def test_the_page_counts_as_the_files_do(world: Collection) -> None:
    """Every figure of docs/gazetteer.md that the files tell."""
    text = (ROOT / "docs" / "gazetteer.md").read_text("utf-8")
    facilities = world.registries.facilities.values()
    counties = sum(place.level == "county" for place in world.registries.places.values())
    spellings = sum(len(names) for each in facilities for names in each.names.values())
    hangul = sum(any(system.startswith("hangul") for system in each.names) for each in facilities)
    pairs = {frozenset((each.id, other)) for each in facilities for other in each.unlike}
    points = Counter(each.geo for each in facilities)
    for told in (
        f"holds {len(facilities)} facilities, {counties} counties and city districts, and {spellings} spellings",
        f"left out, as for {sum(each.isic is None for each in facilities)} of the facilities",
        f"{hangul} facilities have it.\nFor the other {len(facilities) - hangul} a",
        f"{len(pairs)} pairs name each other so far",
    ):
        assert told in text
    assert re.findall(r"\| (\d+) \|\n", text.partition("## Coordinates")[2]) == [
        str(points[geo]) for geo in ("site", "town", "county", None)
    ]
