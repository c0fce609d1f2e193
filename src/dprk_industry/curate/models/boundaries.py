"""Where the provinces end: polygons read from GeoJSON, and how far a point lies from them."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

from dprk_industry.curate.values import frozen

FILE = "dataset/registries/provinces.geojson"
KM = 111.2
"""Kilometres to a degree of latitude."""

Ring = tuple[tuple[float, float], ...]
"""A closed line of points, each its longitude and its latitude in degrees (WGS 84)."""


class BoundariesError(ValueError):
    """Raised where the file of boundaries is not what is expected."""


@frozen()
class Boundary:
    """The area of a province as its source draws it."""

    name: str
    places: frozenset[str]
    """Places whose points may lie in the area: the province, and what the source counts as part of it."""
    rings: tuple[Ring, ...]
    """Outlines of its parts and of the holes in them."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Least latitude, least longitude, greatest latitude and greatest longitude, in degrees."""
        lons, lats = zip(*(point for ring in self.rings for point in ring), strict=True)
        return min(lats), min(lons), max(lats), max(lons)

    def distance(self, lat: float, lon: float) -> float:
        """Kilometres from a point to the area; 0 inside. Good to about one in a hundred near the area."""
        if sum(_crossings(ring, lat, lon) for ring in self.rings) % 2:
            return 0.0
        return min(_to_line(ring, lat, lon) for ring in self.rings)


def _crossings(ring: Ring, lat: float, lon: float) -> int:
    """How often a line from the point to the east crosses the ring."""
    return sum(
        (south > lat) != (north > lat) and lon < west + (lat - south) / (north - south) * (east - west)
        for (west, south), (east, north) in pairwise(ring)
    )


def _to_line(ring: Ring, lat: float, lon: float) -> float:
    """Kilometres from a point to the nearest point of a ring, on a plane that touches the globe at the point."""
    wide = KM * cos(radians(lat))
    flat = [((x - lon) * wide, (y - lat) * KM) for x, y in ring]
    return min(_to_segment(*one, *other) for one, other in pairwise(flat))


def _to_segment(ax: float, ay: float, bx: float, by: float) -> float:
    """Distance of the origin from a segment."""
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = max(0.0, min(1.0, -(ax * (bx - ax) + ay * (by - ay)) / length)) if length else 0.0
    return hypot(ax + along * (bx - ax), ay + along * (by - ay))


def parse(text: str) -> tuple[Boundary, ...]:
    """The boundaries in a GeoJSON text of polygons, each with the properties `name` and `places`.

    Raises:
        BoundariesError: it is no such text.

    """
    import json

    try:
        return tuple(_boundary(feature) for feature in json.loads(text)["features"])
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        found = f"no JSON in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "something else"
        expected = "GeoJSON polygons with closed rings, each with the properties `name` and `places`"
        raise BoundariesError(f"found {found}; expected {expected}") from None


def _boundary(feature: Any) -> Boundary:
    shape, told = feature["geometry"], feature["properties"]
    many = {"Polygon": False, "MultiPolygon": True}[shape["type"]]
    parts = shape["coordinates"] if many else [shape["coordinates"]]
    rings = tuple(tuple((float(lon), float(lat)) for lon, lat in ring) for part in parts for ring in part)
    if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):  # noqa: PLR2004 - a triangle, closed
        raise ValueError("a ring that is not closed")
    return Boundary(str(told["name"]), frozenset(map(str, told["places"])), rings)
