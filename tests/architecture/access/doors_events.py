"""Doors of events."""

from collections.abc import Mapping

from korpu.domains.events import links
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import PROJECTS
from tests.architecture.access.world import World

MANAGER = frozenset({"project_manager"})


def _event(**more: object) -> Address:
    return lambda world: {"uuid": world.events.announced.uuid, **more}


def _draft(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.draft.uuid}


def _spare(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.spare.uuid}


def _over(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.over.uuid}


def _slug(world: World) -> Mapping[str, object]:
    return {"slug": world.events.announced.slug}


def _slug_and(**more: object) -> Address:
    return lambda world: {"slug": world.events.announced.slug, **more}


def _half(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.spare.uuid, "half": world.events.half_day.uuid}


def _person(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.announced.uuid, "person": world.events.participant.uuid}


def _item(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.announced.uuid, "pk": world.events.session.pk}


def _file(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.announced.uuid, "material": world.events.material.uuid}


def _invitation(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.announced.uuid, "invitation": world.events.invitation.uuid}


def _batch(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.announced.uuid, "batch": world.events.batch.uuid}


def _paper(world: World) -> Mapping[str, object]:
    found = world.events.certificate
    return {"uuid": world.events.over.uuid, "certificate": found.uuid}


def _mine(**more: object) -> Address:
    return lambda world: {
        "token": links.participant_token(world.events.participant.uuid),
        **more,
    }


def _holder(world: World) -> Mapping[str, object]:
    found = world.events.certificate
    token = links.participant_token(world.events.holder.uuid)
    return {"token": token, "number": found.number}


def _my_file(world: World) -> Mapping[str, object]:
    return {**_mine()(world), "uuid": world.events.material.uuid}


def _invited(world: World) -> Mapping[str, object]:
    return {"token": links.invitation_token(world.events.invitation.uuid)}


def _named(world: World) -> Mapping[str, object]:
    return {**_invited(world), "uuid": world.events.nominee.uuid}


def _room(world: World) -> Mapping[str, object]:
    return {"token": links.room_token(world.events.half_day.uuid)}


def _badge(world: World) -> Mapping[str, object]:
    return {"token": links.badge_token(world.events.participant.uuid)}


def _task(world: World) -> Mapping[str, object]:
    return {"uuid": world.events.task.uuid}


def _number(world: World) -> Mapping[str, object]:
    return {"number": world.events.certificate.number}


def _public_file(world: World) -> Mapping[str, object]:
    return {"slug": world.events.announced.slug, "uuid": world.events.material.uuid}


STAFF = {
    "events:listing": Door(),
    "events:listing_csv": Door(),
    "events:new": Door(sent=sending(), done=422),
    "events:figures": Door(query={"project": "mobilaze-2"}),
    "events:tasks": Door(),
    "events:finish": Door(_task, PROJECTS, sent=sending(), done=422),
    "events:badge": Door(_badge, MANAGER, sent=sending(half="x"), done=404),
    "events:event": Door(_event(), PROJECTS),
    "events:edit": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:places": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:announce": Door(_draft, PROJECTS, got=None, sent=sending()),
    "events:close": Door(_spare, MANAGER, got=None, sent=sending()),
    "events:cancel": Door(_event(), PROJECTS, sent=sending(), done=422),
    "events:programme": Door(_event(), PROJECTS),
    "events:new_session": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:session": Door(_item, MANAGER, sent=sending(), done=422),
    "events:new_material": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:material": Door(_file, PROJECTS),
    "events:invitations": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:close_invitation": Door(_invitation, MANAGER, got=None, sent=sending()),
    "events:participants": Door(_event(), MANAGER),
    "events:participants_csv": Door(_event(), MANAGER),
    "events:add_participant": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:import": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:import_template": Door(_event(), MANAGER),
    "events:participant": Door(_person, MANAGER, sent=sending(), done=422),
    "events:remove_participant": Door(_person, MANAGER, got=None, sent=sending()),
    "events:batch": Door(_batch, PROJECTS),
    "events:batch_csv": Door(_batch, PROJECTS),
    "events:undo": Door(_batch, MANAGER, got=None, sent=sending()),
    "events:attendance": Door(_event(), MANAGER),
    "events:half_day": Door(_half, MANAGER, sent=sending(), done=302),
    "events:room_code": Door(_half, MANAGER),
    "events:outcome": Door(_event(), PROJECTS),
    "events:minutes": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:new_decision": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:certificates": Door(_event(), PROJECTS),
    "events:issue": Door(_over, MANAGER, got=None, sent=sending()),
    "events:certificate": Door(_paper, PROJECTS),
    "events:revoke": Door(_paper, frozenset({"programme_director"}), sent=sending(), done=422),
}
# Whoever holds the secret link comes in, logged in or not.
SECRET = {
    "events:mine": Door(_mine()),
    "events:confirm": Door(_mine(), sent=sending()),
    "events:my_cancel": Door(_mine()),
    "events:my_calendar": Door(_mine()),
    "events:my_evaluation": Door(_mine(), sent=sending(), done=422),
    "events:my_material": Door(_my_file),
    "events:my_certificate": Door(_holder),
    "events:nominate": Door(_invited, sent=sending(), done=422),
    "events:withdraw": Door(_named, got=302, sent=sending()),
    "events:attend": Door(_room, sent=sending(code="AAAAAAA"), done=422),
}
PUBLIC = {
    "events:public_listing": Door(),
    "events:feed": Door(),
    "events:check_any": Door(),
    "events:check": Door(_number),
    "events:public_event": Door(_slug),
    "events:public_event_ics": Door(_slug),
    "events:register": Door(_slug_and(), sent=sending(), done=422),
    "events:registered": Door(_slug_and()),
    "events:public_material": Door(_public_file),
}
DOORS = STAFF | SECRET | PUBLIC
