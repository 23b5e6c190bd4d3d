"""Doors of notifications and of how people arrange their work."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.services.feeds import make_feed
from korpu.foundations.casework.services.handing_over import assign_cases
from korpu.foundations.casework.services.lists import save_list
from korpu.foundations.casework.services.shares import end_share, share_case
from korpu.foundations.notifications.api import notify
from korpu.foundations.notifications.models import Notification
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text
from tests.architecture.access.doors import Door, sending
from tests.architecture.access.markers import OFFICE
from tests.architecture.access.world import World

OFFICER = frozenset({"readmission_officer"})
HEADS = frozenset({"readmission_supervisor"})


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


def _list(world: World) -> Mapping[str, object]:
    """One of the officer's own; shared with nobody."""
    with acting(world.cast.actor("readmission_officer")) as actor:
        saved = save_list(
            title=str(new_id()),
            query="view=mine",
            compartment_id=None,
            is_default=False,
            actor=actor,
            at=timezone.now(),
        )
    return {"uuid": saved.uuid}


def _handover(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("readmission_officer")) as actor:
        found = assign_cases(
            cases=[world.returns.case], user=actor.user, actor=actor, at=timezone.now()
        )
    return {"uuid": found.uuid}


def _one_of_mine(world: World) -> Mapping[str, object]:
    return {"from_user": "", "to": str(world.cast["readmission_officer"].pk)}


def _share(world: World) -> Mapping[str, object]:
    """A share of the case with the liaison's neighbour, made for this door."""
    today = timezone.localdate()
    with acting(world.cast.actor("readmission_supervisor")) as actor:
        made = share_case(
            case=world.returns.case,
            user=world.cast["statistician"],
            purpose="tried",
            valid_from=today,
            valid_until=today,
            actor=actor,
            at=timezone.now(),
        )
        end_share(share=made, actor=actor, at=timezone.now())
    return {"uuid": world.returns.case.uuid, "share": made.pk}


def _feed(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("mentor")) as actor:
        return {"token": make_feed(actor=actor, at=timezone.now())}


def _the_case(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.case.uuid}


DOORS = {
    "casework:share": Door(_the_case, HEADS, sent=sending(), done=422),
    "casework:unshare": Door(_share, HEADS, got=None, sent=sending(), done=409),
    "casework:feed": Door(),
    "casework:feed_make": Door(got=None, sent=sending(), done=200),
    "casework:feed_revoke": Door(got=None, sent=sending()),
    "casework:feed_file": Door(_feed),
    "casework:board": Door(),
    "casework:hand_over": Door(sent=_one_of_mine, done=409),
    "casework:cover": Door(sent=sending(), done=422),
    "casework:lists": Door(),
    "casework:list_save": Door(sent=sending(title="A list", office="")),
    "casework:list_remove": Door(_list, OFFICER, got=None, sent=sending()),
    "casework:list_first": Door(_list, OFFICER, got=None, sent=sending()),
    "casework:handover": Door(_handover, OFFICE),
    "casework:undo": Door(_handover, OFFICE, got=None, sent=sending()),
    "notifications:list": Door(),
    "notifications:read-all": Door(got=None, sent=sending()),
    "notifications:choices": Door(sent=sending(), done=422),
    "notifications:open": Door(_notification, frozenset({"mentor"}), got=302),
}
