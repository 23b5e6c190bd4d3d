"""A map of countries as SVG, drawn on the server from a file the administration can replace.

The shapes are Natural Earth's (public domain, packaged by world-atlas), or those of the file
``KORPU_MAP_FILE`` names: TopoJSON with an object ``countries`` whose geometries carry the numeric
code of ISO 3166-1 as ``id``. Only what lies in view is drawn, and no point the eye could not tell
from the one before. As with every drawing, a table beside it says the same in words.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any

import pycountry
from django.conf import settings
from markupsafe import Markup, escape

from korpu.foundations.ui.charts import COLOURS, FONT_STACK, INK
from korpu.kernel.errors import InvalidInput

SHIPPED = Path(__file__).parent / "static/vendor/maps/countries.json"
WIDTH = 760
MARGIN_DEGREES = 2.5
LAND, SEA, BORDER = "#dfe4e6", "#f4f7f8", "#ffffff"
_FINE, _COARSE = 0.7, 1.8  # pixels between points of a marked country, of its neighbours
_SMALLEST = 6.0

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Marked:
    """A country that stands out.

    Attributes:
        country: ISO 3166-1 alpha-3 code; one the file does not know is left out of the drawing.
        label: written on it, in the reader's language.
        group: place of its colour, from zero.
    """

    country: str
    label: str
    group: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows and how it is flattened: Albers' conic, which keeps areas."""

    west: float
    south: float
    east: float
    north: float

    def flat(self, point: Point) -> Point:
        """A place in degrees as a point of the plane, y upwards."""
        middle = radians((self.west + self.east) / 2)
        first = radians(self.south + (self.north - self.south) / 6)
        second = radians(self.north - (self.north - self.south) / 6)
        n = (sin(first) + sin(second)) / 2
        c = cos(first) ** 2 + 2 * n * sin(first)
        turn = n * (radians(point[0]) - middle)
        reach = sqrt(max(c - 2 * n * sin(radians(point[1])), 0)) / n
        return reach * sin(turn), -reach * cos(turn)


def country_map(marked: Sequence[Marked], *, alt: str) -> Markup:
    """Draw the marked countries in colour among their neighbours.

    Args:
        marked: what stands out; the view is what all of them need. Empty: nothing is drawn.
        alt: what the map shows, in one sentence.

    Returns:
        An ``<svg>`` element that reaches for nothing on the network; empty where none of the
        countries is known.

    Raises:
        InvalidInput: the administration's file is no TopoJSON of countries.
    """
    return _draw(str(settings.KORPU_MAP_FILE or SHIPPED), tuple(marked), alt)


@lru_cache(maxsize=64)
def _draw(file: str, marked: tuple[Marked, ...], alt: str) -> Markup:
    shapes = _shapes(file)
    known = [one for one in marked if _numeric(one.country) in shapes]
    if not known:
        return Markup()
    view = _view_of([shapes[_numeric(one.country)] for one in known])
    frame = _Frame(view)
    colours = {_numeric(one.country): COLOURS[one.group % len(COLOURS)] for one in known}
    drawn = [
        f'<path fill="{colours.get(code, LAND)}" d="{path}"/>'
        for code, rings in sorted(shapes.items(), key=lambda at: at[0] in colours)
        if (path := frame.path(rings, _FINE if code in colours else _COARSE))
    ]
    labels = [frame.label(one.label, shapes[_numeric(one.country)]) for one in known]
    return Markup(  # noqa: S704  # numbers, constants and escaped words
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {frame.height}" role="img"'
        f' width="{WIDTH}" height="{frame.height}" aria-label="{escape(alt)}">'
        f'<rect width="{WIDTH}" height="{frame.height}" fill="{SEA}"/>'
        f'<g stroke="{BORDER}" stroke-width="0.7" stroke-linejoin="round">{"".join(drawn)}</g>'
        f'<g font-family="{FONT_STACK}" font-size="13" font-weight="bold" text-anchor="middle"'
        f' fill="{INK}" stroke="#ffffff" stroke-width="3" paint-order="stroke">'
        f"{''.join(labels)}</g></svg>"
    )


class _Frame:
    """The view brought to the size of the drawing."""

    def __init__(self, view: View) -> None:
        self.view = view
        edge = [view.flat(point) for point in _around(view)]
        self.left, self.top = min(x for x, _ in edge), max(y for _, y in edge)
        self.scale = WIDTH / (max(x for x, _ in edge) - self.left)
        self.height = round((self.top - min(y for _, y in edge)) * self.scale)

    def place(self, point: Point) -> Point:
        x, y = self.view.flat(point)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def path(self, rings: list[Ring], closest: float) -> str:
        """The rings of a country as far as they lie in the drawing."""
        parts = []
        for ring in rings:
            if not self._may_be_seen(ring):
                continue
            inside = self._clipped([self.place(point) for point in ring])
            thinned = list(_thinned(inside, closest))
            if len(thinned) > 2 and _area(thinned) >= _SMALLEST:  # noqa: PLR2004  # a triangle
                parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in thinned) + "Z")
        return "".join(parts)

    def label(self, text: str, rings: list[Ring]) -> str:
        largest = max(rings, key=_area)
        x, y = self.place(_middle(largest))
        return f'<text x="{x:.1f}" y="{y + 4:.1f}">{escape(text)}</text>'

    def _may_be_seen(self, ring: Ring) -> bool:
        west, south, east, north = _bounds([ring])
        view, slack = self.view, 25
        return (
            east > view.west - slack
            and west < view.east + slack
            and north > view.south - slack
            and south < view.north + slack
        )

    def _clipped(self, ring: Ring) -> Ring:
        """Cut along the four edges in turn (Sutherland and Hodgman)."""
        for axis, limit, sign in ((0, 0, 1), (0, WIDTH, -1), (1, 0, 1), (1, self.height, -1)):
            ring = list(_cut(ring, axis, limit, sign))
        return ring


def _cut(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, after in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        first, second = sign * (before[axis] - limit), sign * (after[axis] - limit)
        if (first >= 0) != (second >= 0):
            share = first / (first - second)
            yield (
                before[0] + share * (after[0] - before[0]),
                before[1] + share * (after[1] - before[1]),
            )
        if second >= 0:
            yield after


def _thinned(ring: Ring, closest: float) -> Iterator[Point]:
    last: Point | None = None
    for point in ring:
        if last is None or hypot(point[0] - last[0], point[1] - last[1]) >= closest:
            yield point
            last = point


def _view_of(countries: list[list[Ring]]) -> View:
    """What shows the main land of every country, with a margin."""
    west, south, east, north = _bounds([max(rings, key=_area) for rings in countries])
    wide = max((east - west) * 0.06, MARGIN_DEGREES)
    return View(west - wide, south - MARGIN_DEGREES, east + wide, north + MARGIN_DEGREES)


def _around(view: View) -> list[Point]:
    steps = [index / 12 for index in range(13)]
    across = [view.west + step * (view.east - view.west) for step in steps]
    up = [view.south + step * (view.north - view.south) for step in steps]
    return [
        *((x, y) for x in across for y in (view.south, view.north)),
        *((x, y) for y in up for x in (view.west, view.east)),
    ]


def _bounds(rings: list[Ring]) -> tuple[float, float, float, float]:
    every = [point for ring in rings for point in ring]
    xs, ys = [x for x, _ in every], [y for _, y in every]
    return min(xs), min(ys), max(xs), max(ys)


def _area(ring: Ring) -> float:
    return abs(_doubled(ring)) / 2


def _doubled(ring: Ring) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)


def _middle(ring: Ring) -> Point:
    """The centre of gravity of a ring."""
    total, x, y = _doubled(ring), 0.0, 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        weight = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * weight, y + (y1 + y2) * weight
    return x / (3 * total), y / (3 * total)


@cache
def _numeric(alpha_3: str) -> str:
    found = pycountry.countries.get(alpha_3=alpha_3)
    return found.numeric if found else ""


@lru_cache(maxsize=2)
def _shapes(file: str) -> dict[str, list[Ring]]:
    """The outer rings of each country by its numeric code, in degrees."""
    try:
        topology = json.loads(Path(file).read_text(encoding="utf-8"))
        arcs = [_degrees(arc, topology.get("transform")) for arc in topology["arcs"]]
        shapes: dict[str, list[Ring]] = {}
        for geometry in topology["objects"]["countries"]["geometries"]:
            code = str(geometry.get("id", "")).zfill(3)
            shapes.setdefault(code, []).extend(_rings(geometry, arcs))
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise InvalidInput(
            "The file of country shapes cannot be read.",
            "KORPU_MAP_FILE must name TopoJSON with an object “countries”; leave it empty to use "
            "the shapes that are shipped.",
        ) from error
    return {code: rings for code, rings in shapes.items() if rings}


def _degrees(arc: list[list[float]], transform: dict[str, Any] | None) -> Ring:
    """An arc's points; in a quantised file each is the step from the one before."""
    if transform is None:
        return [(point[0], point[1]) for point in arc]
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0.0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def _rings(geometry: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    kind = geometry.get("type")
    if kind not in ("Polygon", "MultiPolygon"):
        return
    polygons = [geometry["arcs"]] if kind == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        outer: Ring = []
        for index in polygon[0]:
            line = arcs[index] if index >= 0 else arcs[~index][::-1]
            outer += line[1:] if outer else line
        if outer:
            yield outer
