"""The jobs of statistics."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.domains.statistics.declarations import ended_period, measures
from korpu.domains.statistics.extracts import registered_extracts
from korpu.domains.statistics.models import Run
from korpu.domains.statistics.services.runs import (
    begin_collecting,
    collect_for_run,
    count_run,
    fail_run,
    request_run,
)
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.errors import DomainError, Unavailable
from korpu.kernel.texts import Text

T = TypeVar("T")

_UNEXPECTED = Text(
    az="Sistemdə gözlənilməz xəta baş verdi; inzibatçıya məlumat verin.",
    en="Something unexpected went wrong inside the system; tell the administrator.",
    ru="Внутри системы произошла непредвиденная ошибка; сообщите администратору.",
)


@app.task(name="statistics.carry_out_run")
def carry_out_run(run_id: int) -> None:
    """Carry a run out in steps of their own transactions, so that whoever watches sees them.

    Done twice it does nothing twice; broken off it begins anew.
    """
    if not _step(run_id, lambda run, actor, _: begin_collecting(run=run, actor=actor)):
        return
    try:
        _step(run_id, lambda run, actor, at: collect_for_run(run=run, actor=actor, at=at))
        _step(run_id, lambda run, actor, at: count_run(run=run, actor=actor, at=at))
    except DomainError as error:
        _fail(run_id, error)
    except Exception:
        _fail(run_id, Unavailable(_UNEXPECTED))
        raise


def _fail(run_id: int, error: DomainError) -> None:
    _step(run_id, lambda run, actor, at: fail_run(run=run, error=error, actor=actor, at=at))


def _step(run_id: int, work: Callable[[Run, Actor, datetime], T]) -> T:
    with acting(system_actor()) as actor:
        return work(Run.objects.select_for_update().get(pk=run_id), actor, timezone.now())


@app.periodic(cron="0 3 1 1,4,7,10 *", periodic_id="statistics.run_ended_quarter")
@app.task(name="statistics.run_ended_quarter", queueing_lock="statistics.run_ended_quarter")
def run_ended_quarter(timestamp: int) -> None:
    """Ask for a run of every quarterly measure for the quarter that has just ended."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    on = timezone.localdate(at)
    with acting(system_actor()) as actor:
        for measure in measures().values():
            if measure.frequency == "Q" and measure.extract in registered_extracts():
                period = ended_period(measure, on).sdmx_name
                run = request_run(measure=measure.id, period=period, actor=actor, at=at)
                carry_out_run.defer(run_id=run.pk)
