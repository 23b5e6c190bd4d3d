"""Doors of programmes."""

from collections.abc import Mapping

from korpu.domains.programmes.models import Objective, Party, Period
from korpu.foundations.accounts.api import acting, system_actor
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import DONOR, PROJECTS
from tests.architecture.access.world import World

CODE = "mobilaze-2"
READERS = PROJECTS | DONOR
MANAGER = frozenset({"project_manager"})
DIRECTOR = frozenset({"programme_director"})


def _project(**more: object) -> Address:
    return lambda _world: {"code": CODE, **more}


def _party(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        party = Party.objects.get(project__code=CODE)
    return {"code": CODE, "kind": "organisations", "uuid": party.uuid}


def _objective(_world: World) -> Mapping[str, object]:
    with acting(system_actor()):
        objective = Objective.objects.get(project__code=CODE, key="policy")
    return {"code": CODE, "kind": "objectives", "uuid": objective.uuid}


def _budget(_world: World) -> Mapping[str, object]:
    return {"code": "restart", "kind": "budgets", "uuid": _budget_of_restart().uuid}


def _budget_of_restart() -> Period:
    with acting(system_actor()):
        return Period.objects.get(project__code="restart")


DOORS = {
    "programmes:portfolio": Door(),
    "programmes:portfolio_csv": Door(),
    "programmes:new": Door(sent=sending(code="x"), done=422),
    **{
        f"programmes:{name}": Door(_project(), READERS)
        for name in ("project", "activities", "money", "organisations", "risks", "sources")
    },
    "programmes:logframe": Door(_project(), READERS, sent=sending(), done_by=MANAGER),
    "programmes:edit": Door(_project(), MANAGER, sent=sending(acronym=""), done=422),
    "programmes:comment": Door(_project(), PROJECTS, got=None, sent=sending(text="Mrkrəy")),
    "programmes:history": Door(_project(), PROJECTS),
    "programmes:approvals": Door(_project(), PROJECTS),
    "programmes:decide_money": Door(
        _budget, DIRECTOR, got=None, sent=sending(decision="approve", revision="1"), done=404
    ),
    "programmes:decide_figure": Door(
        lambda world: {name: value for name, value in _budget(world).items() if name != "kind"},
        DIRECTOR,
        got=None,
        sent=sending(revision="1"),
        done=409,
    ),
    "programmes:publish": Door(_project(), DIRECTOR, got=None, sent=sending(), done=409),
    "programmes:withdraw": Door(_project(), DIRECTOR, got=None, sent=sending()),
    "programmes:add_part": Door(
        _project(kind="risks"), MANAGER, sent=sending(title_az=""), done=422
    ),
    "programmes:change_part": Door(_party, MANAGER, sent=sending(role=""), done=422),
    "programmes:remove_part": Door(_party, MANAGER, got=None, sent=sending(revision="1")),
    "programmes:put_back_part": Door(_objective, MANAGER, got=None, sent=sending()),
}
