"""Doors of notifications and of how people arrange their work."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.services.enquiries import Question, ask_body
from korpu.foundations.casework.services.feeds import make_feed
from korpu.foundations.casework.services.handing_over import assign_cases
from korpu.foundations.casework.services.lists import save_list
from korpu.foundations.casework.services.shares import end_share, share_case
from korpu.foundations.notifications.api import notify
from korpu.foundations.notifications.models import Notification
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text
from tests.architecture.access.doors import Door, sending
from tests.architecture.access.markers import BORDER, OFFICE
from tests.architecture.access.world import World
from tests.cast import office

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
    return {"from_user": "", "to": str(world.cast["asylum_officer"].pk)}


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


def _enquiry(world: World) -> Mapping[str, object]:
    """A question of this case to the border service, made for this door."""
    body = office("sbs-baku-airport").organisation
    question = Question(
        organisation=body,
        address="chancery@example.org",
        language="en",
        title="Crossings",
        text="Crossings in 2025?",
        due_on=timezone.localdate() + timedelta(days=5),
    )
    with acting(world.cast.actor("readmission_officer")) as actor:
        made = ask_body(
            case=world.returns.second_case, question=question, actor=actor, at=timezone.now()
        )
    return {"uuid": world.returns.second_case.uuid, "enquiry": made.uuid}


def _question(world: World) -> Mapping[str, object]:
    return {"uuid": _enquiry(world)["enquiry"]}


def _letter(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.case.uuid, "letter": world.returns.unsent_letter.pk}


ASKERS = {
    "casework:enquiry_ask": Door(_the_case, OFFICE, sent=sending(), done=422),
    "casework:enquiry": Door(_enquiry, OFFICE),
    "casework:enquiry_remind": Door(_enquiry, OFFICE, got=None, sent=sending()),
    "casework:enquiry_withdraw": Door(_enquiry, OFFICE, got=None, sent=sending()),
    "casework:asked_of_us": Door(),
    "casework:answer_own": Door(_question, BORDER, sent=sending(), done=422),
    "casework:answer_link": Door(lambda _world: {"token": "no-such-link"}, got=404),
    "casework:returned": Door(_letter, OFFICE, sent=sending(), done=422),
}
DOORS = ASKERS | {
    "casework:share": Door(_the_case, HEADS, sent=sending(), done=422),
    "casework:unshare": Door(_share, HEADS, got=None, sent=sending(), done=409),
    "casework:desk": Door(sent=sending(due_soon_days="0"), done=422),
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
