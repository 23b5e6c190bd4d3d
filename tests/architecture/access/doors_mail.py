"""Doors of outgoing mail."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.foundations.accounts.api import acting
from korpu.foundations.mail.api import queue_message
from tests.architecture.access.doors import Door, sending
from tests.architecture.access.world import World


def _message(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("administrator")) as actor:
        queued = queue_message(
            to="a@example.org",
            subject="A",
            text="B",
            language="en",
            actor=actor,
            at=timezone.now(),
        )
    return {"uuid": queued.uuid}


DOORS = {
    "mail:messages": Door(),
    "mail:message": Door(_message),
    "mail:again": Door(_message, got=None, sent=sending()),
    "mail:give-up": Door(_message, got=None, sent=sending()),
}
