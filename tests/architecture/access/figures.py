"""A published release of one quarter, a release in draft of the quarter before."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from korpu.domains.statistics.models import Release, Run
from korpu.domains.statistics.services.releases import (
    approve_release,
    prepare_release,
    publish_release,
)
from korpu.domains.statistics.services.runs import run_measure
from korpu.domains.statistics.testing import ApplicationRow, applications_extract, publishing
from korpu.foundations.accounts.api import acting
from korpu.kernel.texts import Text
from tests.architecture.access import markers
from tests.cast import Cast

DAYS = (date(2026, 2, 15), date(2026, 5, 15), date(2026, 8, 15))


@dataclass(frozen=True)
class Figures:
    """Statistics as the office knows them."""

    published: Release
    draft: Release
    spare_run: Run


def some_figures(cast: Cast) -> Figures:
    """The same twelve applications in each quarter."""
    with publishing(applications_extract(_rows())):
        earlier, later, again = (_run(cast, p) for p in ("2026-Q2", "2026-Q3", "2026-Q1"))
        published = _prepare(cast, later)
        with acting(cast.actor("analyst")) as analyst:
            approve_release(release=published, actor=analyst, at=timezone.now())
            publish_release(release=published, actor=analyst, at=timezone.now())
    return Figures(published, _prepare(cast, earlier, markers.DRAFT_RELEASE.text), again)


def _rows() -> list[ApplicationRow]:
    pseudonym = markers.PSEUDONYM.text
    return [
        ApplicationRow(f"{pseudonym}{n}-{day}", "DEU", day, "agreed", None, "normal", "M", 1990)
        for day in DAYS
        for n in range(12)
    ]


def _run(cast: Cast, period: str) -> Run:
    with acting(cast.actor("statistician")) as actor:
        return run_measure(
            measure="readmission-applications", period=period, actor=actor, at=timezone.now()
        )


def _prepare(cast: Cast, run: Run, note: str = "") -> Release:
    with acting(cast.actor("statistician")) as actor:
        return prepare_release(
            run=run,
            due_on=timezone.localdate(),
            is_provisional=True,
            note=Text(az=note, en=note, ru=note) if note else None,
            actor=actor,
            at=timezone.now(),
        )
