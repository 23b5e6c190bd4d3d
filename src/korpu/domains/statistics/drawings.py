"""The room's charts: bars of a release, lines of a series."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from korpu.domains.statistics.figures import Figure, FigureTable
from korpu.domains.statistics.selectors.series import GROUPS, Series
from korpu.engines.measures.api import TOTAL
from korpu.foundations.ui import charts

_ROW_HEIGHT = 30
_TWO = 2  # dimensions: one to run along, one to colour by


def release_chart(table: FigureTable) -> Markup | None:
    """Bars by the first dimension, coloured by the second where there are two and all are known.

    Where figures are withheld the totals of the first dimension are drawn instead; a total that is
    withheld itself is left out, because an empty place is not a zero. None when nothing is left.
    """
    parts = _coloured(table)
    drawn = parts or [figure for figure in table.figures.values() if _is_row_total(figure)]
    drawn = [figure for figure in drawn if figure.value is not None]
    if not any(figure.value for figure in drawn):
        return None
    values = [_bar(table, figure) for figure in drawn]
    encoding: dict[str, Any] = {
        "y": {"field": "name", "type": "nominal", "sort": _in_order(values, "name"), "title": None,
              "axis": {"labelLimit": 220}},
        "x": {"field": "value", "type": "quantitative", "title": str(table.measure.unit)},
    }  # fmt: skip
    if parts:
        encoding["color"] = {
            "field": "series",
            "type": "nominal",
            "sort": _in_order(values, "series"),
            "title": str(table.measure.dimensions[1].title),
        }
    spec = {
        "width": 560,
        "height": {"step": _ROW_HEIGHT},
        "data": {"values": values},
        "mark": {"type": "bar"},
        "encoding": encoding,
    }
    return _drawn(json.dumps(spec), str(table.measure.title))


def series_chart(series: Series, alt: str) -> Markup | None:
    """A small chart for each group of people, each with its own scale: they differ a hundredfold.

    A year without a figure is a gap, never a zero.
    """
    words = group_words()
    values = [
        {"year": year.year, "people": getattr(year, group), "group": words[group]}
        for group in GROUPS
        for year in series.years
    ]
    if not values:
        return None
    panel = {
        "width": 240,
        "height": 130,
        "mark": {"type": "line", "point": {"size": 12}, "strokeWidth": 2},
        "encoding": {
            "x": {"field": "year", "type": "quantitative", "title": None,
                  "scale": {"zero": False}, "axis": {"format": "d", "tickCount": 5}},
            "y": {"field": "people", "type": "quantitative", "title": None,
                  "axis": {"tickCount": 4, "format": "~s"}},
        },
    }  # fmt: skip
    spec = {
        "data": {"values": values},
        "facet": {
            "field": "group",
            "type": "nominal",
            "title": None,
            "sort": list(words.values()),
            "header": {"labelFontSize": 14, "labelFont": charts.FONT, "labelFontWeight": "bold"},
        },
        "columns": 2,
        "spec": panel,
        "resolve": {"scale": {"y": "independent"}},
    }
    return _drawn(json.dumps(spec), alt)


def group_words() -> Mapping[str, str]:
    """The groups of people UNHCR counts, in the reader's language."""
    return {
        "refugees": _("Refugees"),
        "asylum_seekers": _("Asylum seekers"),
        "idps": _("Internally displaced persons"),
        "stateless": _("Stateless persons"),
    }


@lru_cache(maxsize=128)
def _drawn(spec: str, alt: str) -> Markup:
    """The drawing; kept, because the same figures are read far more often than they change."""
    return charts.svg(json.loads(spec), alt)


def _coloured(table: FigureTable) -> list[Figure]:
    """The inner figures of a table with two dimensions, when none of them is withheld."""
    inner = [figure for figure in table.figures.values() if not figure.is_total]
    is_known = not any(figure.is_withheld for figure in inner)
    return inner if len(table.axes) == _TWO and is_known else []


def _is_row_total(figure: Figure) -> bool:
    first, *others = figure.codes
    return first != TOTAL and all(code == TOTAL for code in others)


def _bar(table: FigureTable, figure: Figure) -> dict[str, object]:
    titles = [str(title) for _dimension, title in table.titles_of(figure.codes)]
    return {"name": titles[0], "value": figure.value, "series": titles[-1]}


def _in_order(values: list[dict[str, object]], name: str) -> list[object]:
    return list(dict.fromkeys(value[name] for value in values))
