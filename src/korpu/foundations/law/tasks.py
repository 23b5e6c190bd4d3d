"""The computations of the law room, batch by batch, each in a transaction of its own."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.law.enums import UNFINISHED
from korpu.foundations.law.models import Work
from korpu.foundations.law.services.batches import carry_on, give_up

SILENT = timedelta(minutes=10)


@app.task(name="law.carry_out")
def carry_out(work_id: int) -> None:
    """Carry a computation out from where it stands; done twice it does nothing twice."""
    try:
        while True:
            with acting(system_actor()) as actor:
                if not carry_on(work_id=work_id, actor=actor, at=timezone.now()):
                    return
    except Exception:
        with acting(system_actor()) as actor:
            give_up(work_id=work_id, actor=actor, at=timezone.now())
        raise


@app.periodic(cron="*/10 * * * *", periodic_id="law.take_up")
@app.task(name="law.take_up", queueing_lock="law.take_up")
def take_up(timestamp: int) -> None:
    """Go on with computations whose job was lost."""
    del timestamp
    with acting(system_actor()):
        lost = Work.objects.filter(
            state__in=UNFINISHED, requested_at__lt=timezone.now() - SILENT
        ).values_list("pk", flat=True)
        waiting = list(lost[:20])
    for work_id in waiting:
        carry_out(work_id)
