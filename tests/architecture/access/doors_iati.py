"""Doors of IATI reporting."""

from uuid import UUID

from tests.architecture.access.doors import Door, sending
from tests.architecture.access.markers import DONOR, PROJECTS

MANAGER = frozenset({"project_manager"})
DIRECTOR = frozenset({"programme_director"})
NONE = UUID(int=0)

DOORS = {
    "programmes_iati:files": Door(),
    "programmes_iati:activities": Door(got=404),
    "programmes_iati:public_organisation": Door(got=404),
    "programmes_iati:activity": Door(lambda _world: {"code": "mobilaze"}, got=404),
    "programmes_iati:overview": Door(),
    "programmes_iati:organisation": Door(sent=sending(seen="x"), done=409, done_by=DIRECTOR),
    "programmes_iati:reporter": Door(sent=sending(ref="x"), done=422),
    "programmes_iati:new_import": Door(sent=sending(), done=422),
    "programmes_iati:import": Door(lambda _world: {"uuid": NONE}, got=404),
    "programmes_iati:version": Door(lambda _world: {"uuid": NONE}, got=404),
    "programmes_iati:check": Door(
        lambda _world: {"code": "mobilaze-2"},
        PROJECTS | DONOR,
        sent=sending(seen="x"),
        done=409,
        done_by=DIRECTOR,
    ),
    "programmes_iati:details": Door(
        lambda _world: {"code": "mobilaze-2"}, MANAGER, sent=sending(), done=422
    ),
}
