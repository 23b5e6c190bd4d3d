"""Charts as SVG drawn on the server: the same drawing on the page and in a report.

The drawing is a picture to a screen reader, with a name and a description; the figures belong
beside it in a table.
"""

import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

FONT = "Source Sans 3"
FONT_STACK = "'Source Sans 3', 'Noto Sans', sans-serif"  # a name with a digit needs quotes
FONTS = Path(__file__).parent / "static/vendor/fonts"
# Told apart in grey print and by colour-blind readers; each at least 3:1 against white.
COLOURS = ("#0b5568", "#c75228", "#6a4c93", "#3f7d20", "#8c6d1f", "#a8326b")
INK, GRID = "#0b0c0c", "#cfd6d8"

Spec = Mapping[str, Any]
Datum = Mapping[str, object]


def svg(spec: Spec, alt: str, description: str = "") -> Markup:
    """Draw a Vega-Lite specification in the house's colours and type.

    Args:
        spec: Vega-Lite 5; its own ``config`` goes before the house's.
        alt: what the chart shows, in one sentence: its name to a screen reader.
        description: what there is to see in it; may be empty.

    Returns:
        An ``<svg>`` element that scales to its column and reaches for nothing on the network.
    """
    config = {**CONFIG, **spec.get("config", {})}
    drawn: str = _converter().vegalite_to_svg({**spec, "config": config})
    key = f"chart-{hashlib.sha256((alt + drawn).encode()).hexdigest()[:12]}"
    words = f'<title id="{key}-t">{escape(alt)}</title>'
    named = f' role="img" aria-labelledby="{key}-t"'
    if description:
        words += f'<desc id="{key}-d">{escape(description)}</desc>'
        named += f' aria-describedby="{key}-d"'
    drawn = drawn.replace(f'font-family="{FONT}"', f'font-family="{FONT_STACK}"')
    opening, body = drawn.split(">", 1)
    return Markup(f"{opening}{named}>{words}{body}")  # noqa: S704  # drawn and worded with escapes


def bars(
    data: Sequence[Datum], *, x: str, y: str, alt: str, series: str | None = None, height: int = 280
) -> Markup:
    """Bars: ``y`` (a number from zero) for each ``x`` in the order given, stacked by ``series``."""
    plot = _plot(data, height, x=x, y=y, series=series)
    encoding = _encoding(plot, x, y, series)
    return svg({**plot, "mark": {"type": "bar"}, "encoding": encoding}, alt)


def lines(
    data: Sequence[Datum], *, x: str, y: str, alt: str, series: str | None = None, height: int = 280
) -> Markup:
    """Lines with a point at each figure; a null ``y`` is a gap, never a zero."""
    mark = {"type": "line", "point": {"size": 40}, "strokeWidth": 2.5}
    plot = _plot(data, height, x=x, y=y, series=series)
    encoding = _encoding(plot, x, y, series)
    if series:
        encoding["shape"] = {**encoding["color"]}
    return svg({**plot, "mark": mark, "encoding": encoding}, alt)


def _plot(data: Sequence[Datum], height: int, **fields: str | None) -> dict[str, Any]:
    """The rows under names of ours, because a dot in a name means something to Vega."""
    named = [(ours, theirs) for ours, theirs in fields.items() if theirs]
    values = [{ours: row[theirs] for ours, theirs in named} for row in data]
    return {"width": 620, "height": height, "data": {"values": values}}


def _encoding(plot: Spec, x: str, y: str, series: str | None) -> dict[str, Any]:
    encoding: dict[str, Any] = {
        "x": {"field": "x", "type": "ordinal", "title": x, "sort": _in_order(plot, "x")},
        "y": {"field": "y", "type": "quantitative", "title": y, "scale": {"zero": True}},
    }
    if series:
        order = _in_order(plot, "series")
        encoding["color"] = {"field": "series", "type": "nominal", "title": series, "sort": order}
    return encoding


def _in_order(plot: Spec, name: str) -> list[object]:
    return list(dict.fromkeys(row[name] for row in plot["data"]["values"]))


@cache
def _converter() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


_TEXT = {"labelFont": FONT, "titleFont": FONT, "labelColor": INK, "titleColor": INK}
CONFIG: dict[str, Any] = {
    "background": "white",
    "font": FONT,
    "view": {"stroke": None},
    "range": {"category": list(COLOURS)},
    "bar": {"color": COLOURS[0]},
    "line": {"color": COLOURS[0]},
    "point": {"color": COLOURS[0], "filled": True},
    "axis": {**_TEXT, "labelFontSize": 13, "titleFontSize": 13, "gridColor": GRID, "labelAngle": 0},
    "legend": {
        **_TEXT,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "labelLimit": 280,
        "orient": "bottom",
    },
}
