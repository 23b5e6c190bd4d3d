"""The worker's part: sending, finding what was lost, purging. Jobs carry keys alone."""

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.foundations.mail.enums import MessageState
from korpu.foundations.mail.running import as_the_service
from korpu.foundations.mail.services.delivery import deliver_message, overdue_messages
from korpu.foundations.mail.services.queue import PURGE_BATCH, purge_messages


@app.task(name="mail.deliver")
def deliver(message_id: int) -> None:
    """Try once; a failure plans the next attempt."""
    with as_the_service():
        message = deliver_message(message_id=message_id, at=timezone.now())
        if message and message.state == MessageState.WAITING:
            deliver.configure(schedule_at=message.next_attempt_at).defer(message_id=message_id)


@app.periodic(cron="*/10 * * * *")
@app.task(name="mail.find_lost", queueing_lock="mail.find_lost")
def find_lost(timestamp: int) -> None:
    """Queue messages again whose job went missing."""
    del timestamp
    with as_the_service():
        for key in overdue_messages(at=timezone.now()):
            deliver.defer(message_id=key)


@app.periodic(cron="20 2 * * *")
@app.task(name="mail.purge", queueing_lock="mail.purge")
def purge(timestamp: int) -> None:
    """Remove what ended longer ago than the term."""
    del timestamp
    count = PURGE_BATCH
    while count == PURGE_BATCH:
        with as_the_service():
            count = purge_messages(at=timezone.now())
