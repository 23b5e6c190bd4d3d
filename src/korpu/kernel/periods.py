"""Months, quarters and years, with the names SDMX gives them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

MONTHS_IN_QUARTER = 3
MONTHS_IN_YEAR = 12
QUARTERS_IN_YEAR = 4


@dataclass(frozen=True, order=True, slots=True)
class Year:
    """A calendar year; SDMX name ``2026``."""

    year: int

    def __post_init__(self) -> None:
        _check("year", self.year, date.min.year, date.max.year)

    @classmethod
    def of(cls, day: date) -> Self:
        """The year ``day`` lies in."""
        return cls(day.year)

    @classmethod
    def parse(cls, name: str) -> Self:
        """Read an SDMX name.

        Raises:
            InvalidInput: ``name`` is not four digits.
        """
        return cls(*_numbers(r"(\d{4})", name, "2026"))

    @property
    def first(self) -> date:
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        return date(self.year, 12, 31)

    @property
    def sdmx_name(self) -> str:
        return f"{self.year:04d}"

    def shifted(self, years: int) -> Self:
        """The year so many years later; earlier when negative."""
        return type(self)(self.year + years)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.sdmx_name


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A quarter of a calendar year; SDMX name ``2026-Q2``."""

    year: int
    quarter: int

    def __post_init__(self) -> None:
        _check("year", self.year, date.min.year, date.max.year)
        _check("quarter", self.quarter, 1, QUARTERS_IN_YEAR)

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter ``day`` lies in."""
        return cls(day.year, (day.month - 1) // MONTHS_IN_QUARTER + 1)

    @classmethod
    def parse(cls, name: str) -> Self:
        """Read an SDMX name.

        Raises:
            InvalidInput: ``name`` is not of the form ``2026-Q2``.
        """
        return cls(*_numbers(r"(\d{4})-Q(\d)", name, "2026-Q2"))

    @property
    def first(self) -> date:
        return date(self.year, (self.quarter - 1) * MONTHS_IN_QUARTER + 1, 1)

    @property
    def last(self) -> date:
        month = self.quarter * MONTHS_IN_QUARTER
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def sdmx_name(self) -> str:
        return f"{self.year:04d}-Q{self.quarter}"

    @property
    def months(self) -> tuple["Month", ...]:
        start = Month.of(self.first)
        return tuple(start.shifted(n) for n in range(MONTHS_IN_QUARTER))

    def shifted(self, quarters: int) -> Self:
        """The quarter so many quarters later; earlier when negative."""
        year, index = divmod(self.year * QUARTERS_IN_YEAR + self.quarter - 1 + quarters, 4)
        return type(self)(year, index + 1)

    def until(self, last: Self) -> Iterator[Self]:
        """Every quarter up to ``last``, both included; nothing when ``last`` is earlier."""
        quarter = self
        while quarter <= last:
            yield quarter
            quarter = quarter.shifted(1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.sdmx_name


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of a calendar year; SDMX name ``2026-06``."""

    year: int
    month: int

    def __post_init__(self) -> None:
        _check("year", self.year, date.min.year, date.max.year)
        _check("month", self.month, 1, MONTHS_IN_YEAR)

    @classmethod
    def of(cls, day: date) -> Self:
        """The month ``day`` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, name: str) -> Self:
        """Read an SDMX name.

        Raises:
            InvalidInput: ``name`` is not of the form ``2026-06``.
        """
        return cls(*_numbers(r"(\d{4})-(\d{2})", name, "2026-06"))

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def sdmx_name(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def shifted(self, months: int) -> Self:
        """The month so many months later; earlier when negative."""
        year, index = divmod(self.year * MONTHS_IN_YEAR + self.month - 1 + months, 12)
        return type(self)(year, index + 1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return self.sdmx_name


def add_months(day: date, months: int) -> date:
    """The same day number so many months later, or the month's last day where there is none."""
    month = Month.of(day).shifted(months)
    return month.first.replace(day=min(day.day, month.last.day))


def _check(field: str, value: int, low: int, high: int) -> None:
    if not low <= value <= high:
        raise InvalidInput(
            Text(
                az="Belə dövr yoxdur.",
                en="There is no such period.",
                ru="Такого периода нет.",
            ),
            Text(
                az="{value} dəyəri {low} ilə {high} arasında olmalıdır.",
                en="{value} must lie between {low} and {high}.",
                ru="Значение {value} должно быть от {low} до {high}.",
            ).format(value=value, low=low, high=high),
            facts={"field": field, "low": low, "high": high},
        )


def _numbers(pattern: str, name: str, example: str) -> list[int]:
    match = re.fullmatch(pattern, name, re.ASCII)
    if match is None:
        raise InvalidInput(
            Text(
                az="Dövrün adı oxunmadı.",
                en="The name of the period cannot be read.",
                ru="Не удалось прочитать название периода.",
            ),
            Text(
                az="Adı bu şəkildə yazın: {example}.",
                en="Write it like this: {example}.",
                ru="Запишите его так: {example}.",
            ).format(example=example),
            facts={"example": example},
        )
    return [int(group) for group in match.groups()]
