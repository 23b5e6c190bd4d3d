"""Arithmetic of a project's money. Pure: no table, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

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
    """The whole cut at the turns of the years, each part in proportion to its days.

    The parts add up to ``amount`` exactly; each is rounded to the cent of the running sum.

    Raises:
        ValueError: ``last`` is before ``first``.

    >>> [str(line.amount) for line in
    ...  generate_lines(Decimal(400), date(2019, 7, 1), date(2020, 6, 30))]
    ['201.09', '198.91']
    """
    if last < first:
        raise ValueError("A budget cannot end before it begins.")
    total, done, given = (last - first).days + 1, 0, Decimal(0)
    lines = []
    for begin, end in _years(first, last):
        done += (end - begin).days + 1
        upto = (amount * done / total).quantize(CENT, ROUND_HALF_UP)
        lines.append(Line(begin, end, upto - given, is_generated=True))
        given = upto
    return tuple(lines)


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


def _years(first: date, last: date) -> list[tuple[date, date]]:
    years = range(first.year, last.year + 1)
    return [(max(first, date(y, 1, 1)), min(last, date(y, 12, 31))) for y in years]


def _months(first: date, last: date) -> list[date]:
    ends, begin = [], first.replace(day=1)
    while begin <= last:
        following = (begin + timedelta(days=32)).replace(day=1)
        ends.append(following - timedelta(days=1))
        begin = following
    return ends
