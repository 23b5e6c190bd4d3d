"""Objects for tests, made through the services: extracts of our own, runs, releases.

>>> with publishing(plans_extract(rows)):
...     run = run_measure(measure="reintegration-needs", period="2026-Q3", actor=actor, at=at)
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from korpu.domains.statistics import extracts
from korpu.domains.statistics.extracts import Extract
from korpu.kernel.texts import Text

Row = TypeVar("Row")


@dataclass(frozen=True)
class ApplicationRow:
    """A row like those readmission publishes."""

    pseudonym: str
    requesting_state: str
    received_on: date
    outcome: str
    decided_on: date | None
    track: str
    sex: str | None
    birth_year: int | None


@dataclass(frozen=True)
class NeedRow:
    """A row like those assistance publishes: one per plan and need."""

    pseudonym: str
    opened_on: date
    need: str
    sex: str | None
    birth_year: int | None
    programme: str


def applications_extract(rows: Iterable[ApplicationRow]) -> Extract:
    """An extract of applications that publishes ``rows``, those of the period asked for."""
    return _extract(
        "readmission_applications", ("pseudonym",), ApplicationRow, rows, lambda r: r.received_on
    )


def needs_extract(rows: Iterable[NeedRow]) -> Extract:
    """An extract of plans that publishes ``rows``, those of the period asked for."""
    return _extract("assistance_plans", ("pseudonym", "need"), NeedRow, rows, lambda r: r.opened_on)


@contextmanager
def publishing(*published: Extract) -> Iterator[None]:
    """Within the block these extracts, and no others, are registered."""
    before = dict(extracts._registered)  # noqa: SLF001  # tests stand in for the rooms
    extracts._registered.clear()  # noqa: SLF001
    for extract in published:
        extracts.register_extract(extract)
    try:
        yield
    finally:
        extracts._registered.clear()  # noqa: SLF001
        extracts._registered.update(before)  # noqa: SLF001


def _extract(
    name: str,
    grain: tuple[str, ...],
    row_type: type,
    rows: Iterable[Row],
    day: Callable[[Row], date],
) -> Extract:
    def collect(first: date, last: date) -> list[Row]:
        return [row for row in rows if first <= day(row) <= last]

    return Extract(name, Text(az=name, en=name, ru=name), grain, row_type, collect)
