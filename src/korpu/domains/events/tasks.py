"""The jobs of the events room."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.domains.events.enums import PENDING_BATCHES, BatchKind, BatchStatus
from korpu.domains.events.models import Batch
from korpu.domains.events.services.certificates import issue_some
from korpu.domains.events.services.imports import import_some
from korpu.domains.events.services.purging import purge_participants
from korpu.domains.events.services.reminding import remind_owners, remind_participants
from korpu.foundations.accounts.api import acting, system_actor

logger = logging.getLogger(__name__)

WORK: dict[str, Callable[..., bool]] = {
    BatchKind.IMPORT: import_some,
    BatchKind.CERTIFICATES: issue_some,
}


@app.task(name="events.carry_out_batch")
def carry_out_batch(batch_id: int) -> None:
    """Do a batch in steps of their own transactions, so that whoever watches sees them.

    Done twice it does nothing twice; broken off it goes on where it was.
    """
    try:
        while _step(batch_id):
            pass
    except Exception:
        with acting(system_actor()):
            Batch.objects.filter(pk=batch_id, status__in=PENDING_BATCHES).update(
                status=BatchStatus.FAILED, finished_at=timezone.now()
            )
        raise


def _step(batch_id: int) -> bool:
    with acting(system_actor()) as actor:
        batch = (
            Batch.objects.select_for_update(of=("self",)).select_related("event").get(pk=batch_id)
        )
        if batch.status not in PENDING_BATCHES:
            return False
        return WORK[batch.kind](batch=batch, actor=actor, at=timezone.now())


@app.periodic(cron="0 5 * * *", periodic_id="events.remind")
@app.task(name="events.remind", queueing_lock="events.remind")
def remind(timestamp: int) -> None:
    """Each morning: remind people with a place, and owners of tasks."""
    at = datetime.fromtimestamp(timestamp, tz=UTC)
    with acting(system_actor()) as actor:
        remind_owners(actor=actor, at=at)
    while True:
        with acting(system_actor()) as actor:
            if not remind_participants(actor=actor, at=at, site=settings.KORPU_SITE_URL):
                return


@app.periodic(cron="30 2 * * *", periodic_id="events.purge")
@app.task(name="events.purge", queueing_lock="events.purge")
def purge(timestamp: int) -> None:
    """Remove personal data of participants whose term is over."""
    with acting(system_actor()) as actor:
        purged = purge_participants(actor=actor, at=datetime.fromtimestamp(timestamp, tz=UTC))
    if purged:
        logger.info("Personal data of %s events was removed at the end of its term.", purged)
