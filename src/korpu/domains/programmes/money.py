"""Arithmetic of a project's money. Pure: no table, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from korpu.engines.iati.api import split_by_year

CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a budget from ``first`` to ``last``, both included, at most one year long.

    ``is_generated``: computed from the whole in proportion to days, not agreed by anybody.
    """

    first: date
    last: date
    amount: Decimal
    is_generated: bool


@dataclass(frozen=True, slots=True)
class BurnPoint:
    """Sums up to the end of a month; ``spent`` None: the month has not ended."""

    month: date
    planned: Decimal
    spent: Decimal | None


def a_year_later(day: date) -> date:
    """The same day of the next year; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def is_at_most_a_year(first: date, last: date) -> bool:
    """Whether the days from ``first`` to ``last``, both included, fit into one year."""
    return last < a_year_later(first)


def generate_lines(amount: Decimal, first: date, last: date) -> tuple[Line, ...]:
    """The whole cut at the turns of the years, as the project's IATI file cuts it.

    Raises:
        InvalidInput: ``last`` is before ``first``.
    """
    parts = split_by_year(first, last, amount)
    return tuple(Line(one.first, one.last, one.amount, is_generated=True) for one in parts)


def burn(
    lines: Iterable[Line], spent: Iterable[tuple[date, Decimal]], *, today: date
) -> tuple[BurnPoint, ...]:
    """Planned and spent sums at the end of each month of the lines.

    Money of a line is planned evenly over its days. ``spent``: day and amount, in the lines'
    currency; what was spent outside the lines' months counts before or is left out after.
    """
    planned, moved = list(lines), list(spent)
    if not planned:
        return ()
    months = _months(min(one.first for one in planned), max(one.last for one in planned))
    return tuple(_point(end, planned, moved, today) for end in months)


def _point(
    end: date, lines: Sequence[Line], spent: Sequence[tuple[date, Decimal]], today: date
) -> BurnPoint:
    planned = sum((_until(line, end) for line in lines), Decimal(0))
    known = end.replace(day=1) <= today
    gone = sum((amount for day, amount in spent if day <= end), Decimal(0)) if known else None
    return BurnPoint(end.replace(day=1), planned.quantize(CENT), gone)


def _until(line: Line, day: date) -> Decimal:
    total = (line.last - line.first).days + 1
    done = max(0, min((day - line.first).days + 1, total))
    return line.amount * done / total


def _months(first: date, last: date) -> list[date]:
    ends, begin = [], first.replace(day=1)
    while begin <= last:
        following = (begin + timedelta(days=32)).replace(day=1)
        ends.append(following - timedelta(days=1))
        begin = following
    return ends
