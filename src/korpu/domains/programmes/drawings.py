"""Drawings of a project: activities over time, and how its money burns down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from korpu.domains.programmes.models import Activity, ProjectDate
from korpu.domains.programmes.money import BurnPoint
from korpu.foundations.ui.charts import COLOURS, FONT_STACK, GRID, INK, lines

LABEL, CHART, ROW, HEAD = 270, 610, 30, 34
LONGEST_LABEL = 38
ACTUAL, PLANNED = COLOURS[0], COLOURS[1]


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the drawing; a missing day leaves its bar out."""

    title: str
    planned: tuple[date, date] | None
    actual: tuple[date, date] | None


def activity_bars(activities: Sequence[Activity]) -> list[Bar]:
    """Activities with at least one whole span of days; the others stand in the table alone."""
    bars = [
        Bar(
            str(one),
            _span(one.planned_start, one.planned_end, one.precision),
            _span(one.actual_start, one.actual_end, one.precision),
        )
        for one in activities
    ]
    return [bar for bar in bars if bar.planned or bar.actual]


def project_bar(title: str, dates: Sequence[ProjectDate]) -> Bar:
    """The project itself, as it was planned and as it was."""
    days = {one.kind: one for one in dates}

    def between(start: str, end: str) -> tuple[date, date] | None:
        first, last = days.get(start), days.get(end)
        return _span(first.day, last.day, last.precision) if first and last else None

    planned = between("planned_start", "planned_end") or between("actual_start", "planned_end")
    return Bar(title, planned, between("actual_start", "actual_end"))


def gantt(bars: Sequence[Bar], *, today: date, alt: str) -> Markup | None:
    """Bars over the years as SVG, attributes only; None when there is no bar."""
    drawn = [bar for bar in bars if bar.planned or bar.actual]
    spans = [span for bar in drawn for span in (bar.planned, bar.actual) if span]
    if not spans:
        return None
    first = min(span[0] for span in spans).replace(month=1, day=1)
    last = max(span[1] for span in spans).replace(month=12, day=31)
    scale = _Scale(first, last)
    height = HEAD + ROW * len(drawn) + 8
    body = _years(scale, height) + _today(scale, today, height)
    for place, bar in enumerate(drawn):
        body += _bar(bar, scale, HEAD + ROW * place)
    width = LABEL + CHART + 10
    return Markup(  # noqa: S704  # drawn with escapes
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="img" aria-label="{escape(alt)}" font-family="{FONT_STACK}"'
        f' font-size="14" fill="{INK}">{body}</svg>'
    )


def burn_chart(points: Sequence[BurnPoint], currency: str, alt: str) -> Markup | None:
    """Planned and spent sums by month; None when there is nothing to draw."""
    if not points:
        return None
    step = max(1, len(points) // 8)
    month, amount, which = _("Month"), currency, _("Money")
    rows: list[dict[str, object]] = []
    for place, point in enumerate(points):
        if place % step and place != len(points) - 1:
            continue
        name = f"{point.month:%m.%Y}"
        spent = None if point.spent is None else float(point.spent)
        rows.append({month: name, amount: float(point.planned), which: _("Planned, in all")})
        rows.append({month: name, amount: spent, which: _("Spent, in all")})
    return lines(rows, x=month, y=amount, series=which, alt=alt)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        whole = (self.last - self.first).days + 1
        return round(LABEL + CHART * (day - self.first).days / whole, 1)


def _years(scale: _Scale, height: int) -> str:
    found = ""
    count = scale.last.year - scale.first.year + 1
    for year in range(scale.first.year, scale.last.year + 1, max(1, count // 12)):
        x = scale.x(date(year, 1, 1))
        found += f'<line x1="{x}" y1="{HEAD - 8}" x2="{x}" y2="{height}" stroke="{GRID}"/>'
        found += f'<text x="{x + 4}" y="18">{year}</text>'
    return found


def _today(scale: _Scale, today: date, height: int) -> str:
    if not scale.first <= today <= scale.last:
        return ""
    x = scale.x(today)
    return (
        f'<line x1="{x}" y1="{HEAD - 8}" x2="{x}" y2="{height}" stroke="{INK}"'
        f' stroke-dasharray="4 3"><title>{escape(_("Today"))}</title></line>'
    )


def _bar(bar: Bar, scale: _Scale, y: int) -> str:
    title = bar.title if len(bar.title) <= LONGEST_LABEL else f"{bar.title[: LONGEST_LABEL - 1]}…"
    found = f'<text x="0" y="{y + 18}">{escape(title)}<title>{escape(bar.title)}</title></text>'
    if bar.planned:
        style = f'fill="none" stroke="{PLANNED}" stroke-width="2" stroke-dasharray="5 3"'
        found += _rectangle(scale, bar.planned, y + 4, 18, style, _("Planned"))
    if bar.actual:
        found += _rectangle(scale, bar.actual, y + 8, 10, f'fill="{ACTUAL}"', _("Actual"))
    return found


def _rectangle(
    scale: _Scale, span: tuple[date, date], y: int, height: int, style: str, word: str
) -> str:
    x, end = scale.x(span[0]), scale.x(span[1] + timedelta(days=1))
    words = f"{word}: {span[0]:%d.%m.%Y} – {span[1]:%d.%m.%Y}"
    return (
        f'<rect x="{x}" y="{y}" width="{max(2.0, round(end - x, 1))}" height="{height}" {style}>'
        f"<title>{escape(words)}</title></rect>"
    )


def _span(first: date | None, last: date | None, precision: str) -> tuple[date, date] | None:
    """Both days with the last one's whole month or year; None where one is missing."""
    if first is None or last is None:
        return None
    if precision == "year":
        return first, last.replace(month=12, day=31)
    if precision == "month":
        following = (last.replace(day=1) + timedelta(days=32)).replace(day=1)
        return first, following - timedelta(days=1)
    return first, last
