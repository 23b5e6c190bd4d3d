import xml.etree.ElementTree as ET

from korpu.foundations.ui import charts

SVG = "{http://www.w3.org/2000/svg}"
ROWS = [
    {"Rüb (il.)": "2025-Q1", "Say": 12, "Cavab": "Müsbət"},
    {"Rüb (il.)": "2025-Q1", "Say": 5, "Cavab": "<Mənfi>"},
    {"Rüb (il.)": "2025-Q2", "Say": None, "Cavab": "Müsbət"},
    {"Rüb (il.)": "2025-Q2", "Say": 7, "Cavab": "<Mənfi>"},
]


def drawn(make: object = charts.bars) -> ET.Element:
    return ET.fromstring(make(ROWS, x="Rüb (il.)", y="Say", series="Cavab", alt="Cavablar <rüb>"))


def test_a_chart_is_a_picture_with_a_name() -> None:
    picture = drawn()
    assert picture.get("role") == "img"
    title = picture.find(f"{SVG}title")
    assert title is not None
    assert title.text == "Cavablar <rüb>"
    assert picture.get("aria-labelledby") == title.get("id")


def test_words_of_the_chart_are_text_in_the_house_typeface() -> None:
    texts = list(drawn().iter(f"{SVG}text"))
    assert {"2025-Q1", "2025-Q2", "Müsbət", "<Mənfi>", "Rüb (il.)", "Say"} <= {
        one.text for one in texts
    }
    assert all("'Source Sans 3'" in one.get("font-family", "") for one in texts)


def test_an_unknown_figure_is_a_gap_and_not_a_zero() -> None:
    labels = [
        one.get("aria-label", "")
        for one in drawn(charts.lines).iter()
        if one.get("aria-roledescription") == "point"
    ]
    assert len(labels) == 3


def test_the_same_figures_give_the_same_drawing() -> None:
    assert ET.tostring(drawn()) == ET.tostring(drawn())


def test_a_description_is_tied_to_the_picture() -> None:
    spec = {"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a"}}}
    picture = ET.fromstring(charts.svg(spec, "One", "A single point."))
    description = picture.find(f"{SVG}desc")
    assert description is not None
    assert picture.get("aria-describedby") == description.get("id")
    assert description.text == "A single point."
