"""Doors of events."""

from collections.abc import Mapping

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


def _slug(world: World) -> Mapping[str, object]:
    return {"slug": world.events.announced.slug}


DOORS = {
    "events:listing": Door(),
    "events:listing_csv": Door(),
    "events:new": Door(sent=sending(), done=422),
    "events:event": Door(_event(), PROJECTS),
    "events:edit": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:places": Door(_event(), MANAGER, sent=sending(), done=422),
    "events:announce": Door(_draft, PROJECTS, got=None, sent=sending()),
    "events:close": Door(_spare, MANAGER, got=None, sent=sending()),
    "events:cancel": Door(_event(), PROJECTS, sent=sending(), done=422),
    "events:public_listing": Door(),
    "events:feed": Door(),
    "events:public_event": Door(_slug),
    "events:public_event_ics": Door(_slug),
}
