"""Doors of changes of the law."""

from collections.abc import Mapping

from django.utils import timezone

from korpu.engines.procedure.api import Citation
from korpu.foundations.accounts.api import acting
from korpu.foundations.law.enums import ChangeKind, WorkKind
from korpu.foundations.law.models import Change
from korpu.foundations.law.services.drafting import Entered, draft_change
from korpu.foundations.law.services.works import request_work
from tests.architecture.access.doors import Door, sending
from tests.architecture.access.doors_cases import READERS
from tests.architecture.access.world import World


def _draft(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("administrator")) as actor:
        entered = Entered(
            kind=ChangeKind.NUMBER,
            subject="rd.reply.normal",
            law=Citation("Act", "1", "seen"),
            valid_from=timezone.localdate(),
            quantity=10,
        )
        change: Change = draft_change(entered=entered, actor=actor, at=timezone.now())
    return {"uuid": change.uuid}


def _work(world: World) -> Mapping[str, object]:
    asked = {"procedure": "az/readmission-own-national", "from": "1", "to": "2"}
    with acting(world.cast.actor("administrator")) as actor:
        work = request_work(kind=WorkKind.TRIAL, asked=asked, actor=actor, at=timezone.now())
    return {"uuid": work.uuid}


def _case(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.case.uuid}


DOORS = {
    "law:changes": Door(),
    "law:choose": Door(sent=sending(kind="number")),
    "law:add": Door(lambda _world: {"kind": "number"}, sent=sending(), done=422),
    "law:change": Door(_draft),
    "law:diff": Door(_draft),
    "law:discard": Door(_draft, got=None, sent=sending()),
    "law:publish": Door(_draft, got=None, sent=sending(), done=422),
    "law:withdraw": Door(_draft, got=None, sent=sending(), done=422),
    "law:what_if": Door(_draft, sent=sending(), done=422),
    "law:moves": Door(sent=sending(), done=422),
    "law:work": Door(_work),
    "law:rows": Door(_work),
    "law:sign": Door(_work, got=None, sent=sending(), done=409),
    "law:receipts": Door(_case, seen_by=READERS),
    "law:receipt": Door(lambda world: {**_case(world), "seq": 9999}, seen_by=frozenset()),
    "law:undo": Door(_work, got=None, sent=sending(), done=409),
}
