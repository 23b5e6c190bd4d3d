"""Doors of notifications."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.notifications.api import notify
from korpu.foundations.notifications.models import Notification
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text
from tests.architecture.access.doors import Door, sending
from tests.architecture.access.world import World


def _notification(world: World) -> Mapping[str, object]:
    """One for the mentor."""
    with acting(system_actor()) as actor:
        notify(
            kind="casework.assigned",
            key=str(new_id()),
            user_ids=[world.cast["mentor"].pk],
            title=Text(az="A", en="A", ru="A"),
            href="/work/",
            actor=actor,
            at=timezone.now(),
        )
        found = Notification.objects.filter(user=world.cast["mentor"]).latest("pk")
    return {"uuid": found.uuid}


DOORS = {
    "notifications:list": Door(),
    "notifications:read-all": Door(got=None, sent=sending()),
    "notifications:choices": Door(sent=sending(), done=422),
    "notifications:open": Door(_notification, frozenset({"mentor"}), got=302),
}
