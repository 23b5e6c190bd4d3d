"""Doors of casework: worklist, case, papers, acts."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from korpu.foundations.accounts.api import acting
from korpu.foundations.casework.models import Deviation
from korpu.foundations.casework.services.deviations import Happened, ask_deviation
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import ATTACHMENT, BORDER, OFFICE, OFFICE_NOTE, SENDER
from tests.architecture.access.papers import pdf
from tests.architecture.access.world import World

READERS = OFFICE | SENDER | BORDER


def the_case(**more: Address) -> Address:
    def address(world: World) -> Mapping[str, object]:
        found: dict[str, object] = {"uuid": world.returns.case.uuid}
        for name, part in more.items():
            found |= {name: part(world)["uuid"]}
        return found

    return address


def an_act(act: str) -> Address:
    return lambda world: {"uuid": world.returns.case.uuid, "act": act}


def _of(name: str) -> Address:
    return lambda world: {"uuid": getattr(world.returns, name).pk}


def _attached(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.attachment.file.uuid}


def _colleague(world: World) -> Mapping[str, object]:
    return {"assign-user": world.cast["readmission_supervisor"].pk}


def _picked(world: World) -> Mapping[str, object]:
    return {
        "case": str(world.returns.case.uuid),
        "user": str(world.cast["readmission_supervisor"].pk),
        "back": "",
    }


def _withdrawal(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("readmission_officer")):
        world.returns.case.refresh_from_db()
    return {
        "effective_on": timezone.localdate().isoformat(),
        "note": "Because.",
        "expected_act_count": str(world.returns.case.act_count),
        "client_key": str(UUID(int=7)),
        "confirmed": "on",
    }


def _upload(_world: World) -> Mapping[str, object]:
    return {"title": "Copy", "uploads": _another_file()}


def _another_file() -> SimpleUploadedFile:
    return pdf(replace(ATTACHMENT, text="another"))


def _happened(_world: World) -> Mapping[str, object]:
    return {"effective_on": "", "reason": ""}


def _deviation(world: World) -> Mapping[str, object]:
    """Leave asked for in the case: it was closed before the arrival was confirmed."""
    case = world.returns.case
    with acting(world.cast.actor("readmission_officer")) as actor:
        found = Deviation.objects.filter(case=case, allowed=None).first()
        if found is None:
            happened = Happened("close_returned", timezone.localdate(), "Because.", _another_file())
            found = ask_deviation(
                case=case, happened=happened, facts={}, actor=actor, at=timezone.now()
            )
        return {"uuid": found.pk}


DOORS = {
    "casework:deviations": Door(the_case(), OFFICE | BORDER),
    "casework:deviation_ask": Door(
        an_act("close_returned"), OFFICE | BORDER, sent=_happened, done=422
    ),
    "casework:deviation": Door(the_case(deviation=_deviation), OFFICE, sent=sending(), done=422),
    "casework:worklist": Door(query={"view": "office"}),
    "casework:export": Door(query={"view": "office"}),
    "casework:assign_many": Door(got=None, sent=_picked),
    "casework:case": Door(the_case(), READERS),
    "casework:log": Door(the_case(), READERS),
    "casework:people": Door(the_case(), READERS),
    "casework:papers": Door(the_case(), READERS),
    "casework:work": Door(the_case(), READERS),
    "casework:readers": Door(the_case(), READERS),
    "casework:file": Door(
        the_case(file=lambda w: {"uuid": w.returns.attachment.file.uuid}), OFFICE
    ),
    "casework:attach": Door(the_case(), READERS, got=None, sent=_upload),
    # A letter to another state is sent by two people, by acts of the procedure.
    "casework:send": Door(
        the_case(letter=_of("unsent_letter")), OFFICE, got=None, sent=sending(), done=409
    ),
    "casework:note": Door(
        the_case(), READERS, got=None, sent=sending(**{"note-text": OFFICE_NOTE.text})
    ),
    "casework:task": Door(the_case(), READERS, got=None, sent=sending(**{"task-title": "Call"})),
    "casework:task_done": Door(the_case(task=_of("task")), OFFICE, got=None, sent=sending()),
    "casework:assign": Door(the_case(), OFFICE, got=None, sent=_colleague),
    "casework:act": Door(
        an_act("withdraw_application"), READERS, sent=_withdrawal, done_by=OFFICE | SENDER
    ),
    "casework:case_export": Door(
        the_case(), frozenset({"readmission_supervisor"}), sent=sending(), done=422
    ),
    "casework:decision_letter": Door(the_case(seq=lambda _w: {"uuid": 1}), OFFICE, got=404),
    "casework:open": Door(),
    "casework:open_one": Door(
        lambda _world: {"identifier": "az/stay-registration"},
        frozenset({"residence_officer", "residence_supervisor"}),
    ),
    "casework:procedures": Door(),
    "casework:procedure": Door(lambda _world: {"identifier": "az/readmission-own-national"}),
}
