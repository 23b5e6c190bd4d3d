"""A sum for several years as the yearly lines the standard asks for.

Standard: IATI 2.03, ruleset 7.5.3: a budget period may not be longer than a year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from korpu.engines.iati.model.common import Day, Value
from korpu.engines.iati.model.money import Budget
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

CENT = Decimal("0.01")
LAST_MONTH, LAST_DAY = 12, 31


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a sum: from ``first`` to ``last``, both within it."""

    first: date
    last: date
    amount: Decimal


def split_by_year(first: date, last: date, amount: Decimal) -> tuple[Slice, ...]:
    """Split a sum over calendar years by the days in each.

    The parts are whole cents and add up to the sum exactly. This is arithmetic and no statement
    of anybody about a year: whoever publishes the lines says so.

    Raises:
        InvalidInput: the period ends before it starts.
    """
    if last < first:
        raise InvalidInput(
            Text(
                az="Büdcə dövrü başlamazdan əvvəl bitir.",
                en="The budget ends before it starts.",
                ru="Бюджет заканчивается раньше, чем начинается.",
            )
        )
    days = (last - first).days + 1
    parts = []
    passed, given = 0, Decimal(0)
    for start, end in _years(first, last):
        passed += (end - start).days + 1
        until = _rounded(amount * passed / days) if end < last else amount
        parts.append(Slice(start, end, until - given))
        given = until
    return tuple(parts)


def budget_lines(
    first: date, last: date, amount: Decimal, *, currency: str, value_date: date, status: str
) -> tuple[Budget, ...]:
    """The yearly lines of a sum.

    Args:
        first: the first day of the whole period.
        last: the last day of it.
        amount: the whole.
        currency: its code.
        value_date: the day whose exchange rate applies.
        status: 1 indicative, 2 committed (code list BudgetStatus).

    Raises:
        InvalidInput: the period ends before it starts.
    """
    return tuple(
        Budget(
            type="1",
            status=status,
            period_start=Day(iso_date=part.first),
            period_end=Day(iso_date=part.last),
            value=Value(currency=currency, value_date=value_date, text=part.amount),
        )
        for part in split_by_year(first, last, amount)
    )


def _years(first: date, last: date) -> Iterator[tuple[date, date]]:
    while first <= last:
        end = min(date(first.year, LAST_MONTH, LAST_DAY), last)
        yield first, end
        if end == date.max:
            return
        first = end + timedelta(days=1)


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, rounding=ROUND_HALF_EVEN)
