"""Boundaries of the provinces: what is read, and how far a point lies from an area."""

from __future__ import annotations

import json
from math import cos, radians
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_industry.curate.models.boundaries import KM, BoundariesError, parse

SQUARE = [[127.0, 39.0], [129.0, 39.0], [129.0, 41.0], [127.0, 41.0], [127.0, 39.0]]
HOLE = [[127.5, 39.5], [128.0, 39.5], [128.0, 40.0], [127.5, 40.0], [127.5, 39.5]]


def geojson(kind: str = "Polygon", coordinates: Any = None, **properties: Any) -> str:
    told = {"name": "Square", "places": ["KP-08"], **properties}
    shape = {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates}
    return json.dumps({"features": [{"type": "Feature", "properties": told, "geometry": shape}]})


def test_name_places_and_box() -> None:
    (square,) = parse(geojson(places=["KP-08", "KP-13"]))
    assert (square.name, sorted(square.places)) == ("Square", ["KP-08", "KP-13"])
    assert square.box == (39.0, 127.0, 41.0, 129.0)


@pytest.mark.parametrize(
    ("lat", "lon", "expected"),
    [
        (40.5, 128.5, 0.0),
        (39.75, 127.75, 0.25 * KM * cos(radians(39.75))),  # in the hole, nearest its sides
        (42.0, 128.0, KM),
        (40.0, 130.0, KM * cos(radians(40))),
        (38.0, 126.0, KM * (1 + cos(radians(38)) ** 2) ** 0.5),  # off a corner
    ],
)
def test_distance(lat: float, lon: float, expected: float) -> None:
    (square,) = parse(geojson(coordinates=[SQUARE, HOLE]))
    assert square.distance(lat, lon) == pytest.approx(expected, abs=1e-6)


@given(lat=st.floats(36, 44), lon=st.floats(124, 132))
def test_distance_is_nothing_inside_alone(lat: float, lon: float) -> None:
    """For a square, inside is what lies between its sides; of two parts the nearer one counts."""
    (square,) = parse(geojson())
    inside = 39 < lat < 41 and 127 < lon < 129
    assert inside <= (square.distance(lat, lon) == 0)
    (both,) = parse(geojson("MultiPolygon", [[SQUARE], [[[x + 3, y] for x, y in SQUARE]]]))
    assert both.distance(lat, lon) <= square.distance(lat, lon)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "features",
        "[]",
        "{}",
        '{"features": 3}',
        geojson("Point", [127, 39]),
        geojson(coordinates=[]),
        geojson(coordinates=[SQUARE[:-1]]),
        geojson(coordinates=[[[127, 39], [127, 39]]]),
        geojson(coordinates=[[["west", 39], [129, 39], [129, 41], ["west", 39]]]),
        geojson(places=None),
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(BoundariesError, match="expected GeoJSON polygons"):
        parse(text)
