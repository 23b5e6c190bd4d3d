"""The map of countries: what stands out, what is left out, and whose shapes they are."""

import json
from xml.etree import ElementTree as ET

import pytest

from korpu.foundations.ui.maps import WIDTH, Marked, View, country_map
from korpu.kernel.errors import InvalidInput

SVG = "{http://www.w3.org/2000/svg}"
BALTIC = (Marked("LVA", "Latviya"), Marked("LTU", "Litva <b>", group=1))


def drawn(marked, alt="Xəritə"):
    return ET.fromstring(country_map(marked, alt=alt))


def test_marked_countries_are_coloured_and_named_and_every_point_lies_in_the_drawing():
    picture = drawn(BALTIC)
    assert picture.get("aria-label") == "Xəritə"
    assert [one.text for one in picture.iter(f"{SVG}text")] == ["Latviya", "Litva <b>"]
    fills = [path.get("fill") for path in picture.iter(f"{SVG}path")]
    assert fills.count("#0b5568") == fills.count("#c75228") == 1
    height = float(picture.get("height"))
    for path in picture.iter(f"{SVG}path"):
        points = path.get("d").replace("Z", "").replace("M", "L").split("L")
        for x, y in (point.split() for point in points if point):
            assert -0.1 <= float(x) <= WIDTH + 0.1
            assert -0.1 <= float(y) <= height + 0.1


def test_what_lies_far_away_is_not_drawn_and_nobody_marked_is_no_map():
    assert len(country_map(BALTIC, alt="a")) < 40_000
    assert country_map((), alt="a") == ""
    assert country_map((Marked("XXX", "?"),), alt="a") == ""


def test_north_is_up_and_east_is_right():
    view = View(10, 40, 50, 60)
    west, east = view.flat((15, 50)), view.flat((45, 50))
    south, north = view.flat((30, 45)), view.flat((30, 55))
    assert west[0] < east[0]
    assert south[1] < north[1]


def test_the_administration_can_bring_its_own_borders(tmp_path, settings):
    square = {
        "type": "Topology",
        "arcs": [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]],
        "objects": {"countries": {"geometries": [{"type": "Polygon", "arcs": [[0]], "id": "31"}]}},
    }
    own = tmp_path / "own.json"
    own.write_text(json.dumps(square))
    settings.KORPU_MAP_FILE = str(own)
    assert len(list(drawn((Marked("AZE", "A"),)).iter(f"{SVG}path"))) == 1
    own = tmp_path / "broken.json"
    own.write_text("{}")
    settings.KORPU_MAP_FILE = str(own)
    with pytest.raises(InvalidInput, match="KORPU_MAP_FILE"):
        country_map((Marked("AZE", "A"),), alt="a")
