"""Doors of calls: the public's, the holder's of a link, the staff's, the assessors'."""

from collections.abc import Mapping

from korpu.domains.calls.access import holding
from korpu.domains.calls.models import Assessor
from korpu.domains.calls.testing import Applicant
from korpu.foundations.accounts.api import NOBODY, acting
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.world import World


def _call(name: str, **more: object) -> Address:
    return lambda world: {"number": getattr(world.calls, name).number, **more}


def _own(world: World) -> Mapping[str, object]:
    return {"secret": world.calls.drafting.secret}


def _refused(world: World) -> Mapping[str, object]:
    return {"secret": world.calls.refused.secret}


def _part_of(one: Applicant, parts: str) -> Mapping[str, object]:
    with acting(NOBODY), holding(one.secret):
        return {"uuid": getattr(one.application, parts).first().uuid}


def _own_file(world: World) -> Mapping[str, object]:
    return {**_own(world), **_part_of(world.calls.drafting, "documents")}


def _own_letter(world: World) -> Mapping[str, object]:
    return {**_refused(world), **_part_of(world.calls.refused, "notices")}


def _judged(world: World) -> Mapping[str, object]:
    return {"uuid": world.calls.judged.application.uuid}


def _contracted(world: World) -> Mapping[str, object]:
    return {"uuid": world.calls.contracted.application.uuid}


def _assessor(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("project_manager")):
        return {"uuid": Assessor.objects.filter(call=world.calls.judging).latest("pk").uuid}


def _part(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("project_manager")):
        part = world.calls.draft.conditions.get()
    return {"number": world.calls.draft.number, "kind": "conditions", "pk": part.pk}


PUBLIC = {
    "calls:public_calls": Door(),
    "calls:feed": Door(),
    "calls:public_call": Door(_call("open")),
    "calls:start": Door(_call("open"), sent=sending(email="x"), done=422),
    "calls:link_sent": Door(_call("open")),
    "calls:own": Door(_own),
    "calls:own_edit": Door(_own, sent=sending(), done=422),
    "calls:own_files": Door(_own, sent=sending(), done=422),
    "calls:own_file": Door(_own_file),
    "calls:own_remove_file": Door(_own_file, got=None, sent=sending()),
    "calls:own_letter": Door(_own_letter),
    "calls:own_submit": Door(_refused, sent=sending(), done=422),
    "calls:own_withdraw": Door(_refused, sent=sending(), done=422),
    "calls:own_ask": Door(_refused, sent=sending(), done=422),
    "calls:own_object": Door(_refused, sent=sending(), done=422),
}
STAFF = {
    "calls:calls": Door(),
    "calls:new": Door(sent=sending(), done=422),
    "calls:call": Door(_call("draft")),
    "calls:edit": Door(_call("draft"), sent=sending(), done=422),
    "calls:add_part": Door(_call("draft", kind="posts"), sent=sending(), done=422),
    "calls:remove_part": Door(_part, got=None, sent=sending()),
    "calls:publish": Door(_call("draft"), got=None, sent=sending()),
    "calls:correct": Door(_call("open"), sent=sending(), done=422),
    "calls:close": Door(_call("open"), got=None, sent=sending()),
    "calls:cancel": Door(_call("open"), sent=sending(), done=422),
    "calls:questions": Door(_call("open")),
    "calls:answer": Door(
        lambda world: {"uuid": world.calls.question.uuid}, sent=sending(), done=422
    ),
    "calls:applications": Door(_call("judging")),
    "calls:applications_csv": Door(_call("judging")),
    "calls:application": Door(_judged),
    "calls:complete": Door(_judged, sent=sending(), done=422),
    "calls:check": Door(_judged, sent=sending(), done=422),
    "calls:consensus": Door(_judged, sent=sending(), done=422),
    "calls:document": Door(lambda world: _part_of(world.calls.judged, "documents")),
    "calls:letter": Door(lambda world: _part_of(world.calls.judged, "notices")),
    "calls:board": Door(_call("decided")),
    "calls:appoint": Door(_call("judging"), got=None, sent=sending()),
    "calls:dismiss": Door(_assessor, got=None, sent=sending()),
    "calls:reveal": Door(_call("judging"), got=None, sent=sending()),
    "calls:decision": Door(_call("decided")),
    "calls:propose": Door(_call("decided"), sent=sending(), done=422),
    "calls:approve": Door(_call("decided"), got=None, sent=sending()),
    "calls:rule": Door(
        lambda world: {"uuid": world.calls.objection.uuid}, sent=sending(), done=422
    ),
    "calls:contracts": Door(_call("decided")),
    "calls:sign": Door(_contracted, sent=sending(), done=422),
    "calls:end_contract": Door(
        lambda world: {"uuid": world.calls.contract.uuid}, sent=sending(), done=422
    ),
}
ASSESSING = {
    "calls:assessing": Door(),
    "calls:to_score": Door(_call("judging")),
    "calls:declare": Door(_call("judging"), sent=sending(), done=422),
    "calls:sheet": Door(_judged, sent=sending(), done=422),
    "calls:lock": Door(_judged, got=None, sent=sending()),
    "calls:assessed_document": Door(lambda world: _part_of(world.calls.judged, "documents")),
}
DOORS = PUBLIC | STAFF | ASSESSING
