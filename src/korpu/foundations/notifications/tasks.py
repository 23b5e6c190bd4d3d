"""The worker's part: letters at once, letters once a day, forgetting."""

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.models import Notification
from korpu.foundations.notifications.services.mailing import (
    forget_old,
    mail_waiting,
    people_with_a_digest,
)

PATIENCE_SECONDS = 30
"""What comes together goes into one letter: fifty cases assigned at once are not fifty letters."""


@app.task(name="notifications.mail_at_once")
def mail_at_once(notification_id: int) -> None:
    """Mail the person everything that waits to be told at once; nothing where it went already."""
    with acting(system_actor()) as actor:
        one = Notification.objects.filter(pk=notification_id, telling=Telling.AT_ONCE).first()
        if one is not None and one.mailed_at is None:
            at = timezone.now()
            mail_waiting(user_id=one.user_id, telling=Telling.AT_ONCE, actor=actor, at=at)


@app.periodic(cron="0 4 * * *")
@app.task(name="notifications.mail_digests", queueing_lock="notifications.mail_digests")
def mail_digests(timestamp: int) -> None:
    """One letter a day, at eight in the morning in Baku, to those who want it so."""
    del timestamp
    with acting(system_actor()):
        people = people_with_a_digest()
    for user_id in people:
        with acting(system_actor()) as actor:
            at = timezone.now()
            mail_waiting(user_id=user_id, telling=Telling.DAILY, actor=actor, at=at)


@app.periodic(cron="40 2 * * *")
@app.task(name="notifications.forget", queueing_lock="notifications.forget")
def forget(timestamp: int) -> None:
    """Remove what is older than a year."""
    del timestamp
    with acting(system_actor()):
        forget_old(at=timezone.now())
