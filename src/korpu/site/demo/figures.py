"""Statistics of the demonstration: past quarters published, the last one left to the analyst."""

from datetime import date, timedelta

from django.utils import timezone

from korpu.domains.statistics import api as statistics
from korpu.foundations.accounts.api import acting, jurisdiction_folder, system_actor
from korpu.kernel.periods import Quarter
from korpu.site.demo.cast import Cast

MEASURES = ("readmission-applications", "reintegration-needs")
QUARTERS = 4


def load_public_table() -> None:
    """UNHCR's published figures for Azerbaijan: the only ones here that are not made up."""
    path = jurisdiction_folder() / "data" / "unhcr-population-azerbaijan.csv"
    with acting(system_actor()) as system:
        statistics.import_population(path=path, actor=system, at=timezone.now())


def release_quarters(cast: Cast, *, today: date) -> None:
    """Count the ended quarters; publish all but the last, which waits as a draft."""
    quarters = _ended_quarters(today)
    with acting(system_actor()):
        known = set(statistics.Release.objects.values_list("measure", "period"))
    for quarter in quarters:
        for measure in MEASURES:
            if (measure, quarter.sdmx_name) in known:
                continue
            _release(cast, measure, quarter, today, publish=quarter != quarters[-1])


def _ended_quarters(today: date) -> list[Quarter]:
    found: list[Quarter] = []
    day = today
    for _ in range(QUARTERS):
        day = Quarter.of(day).first - timedelta(days=1)
        found.insert(0, Quarter.of(day))
    return found


def _release(cast: Cast, measure: str, quarter: Quarter, today: date, *, publish: bool) -> None:
    now = timezone.now()
    with acting(cast.on("statistician", today)) as statistician:
        run = statistics.run_measure(
            measure=measure, period=quarter.sdmx_name, actor=statistician, at=now
        )
        release = statistics.prepare_release(
            run=run, due_on=today, is_provisional=not publish, actor=statistician, at=now
        )
    if publish:
        with acting(cast.on("analyst", today)) as analyst:
            statistics.approve_release(release=release, actor=analyst, at=now)
            statistics.publish_release(release=release, actor=analyst, at=now)
