"""Doors of persons and code lists."""

from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from korpu.foundations.accounts.api import acting
from korpu.foundations.persons.api import PersonQuery, search_persons
from tests.architecture.access.doors import Address, Door, sending
from tests.architecture.access.markers import APPLICANT, ASYLUM, BORDER, OFFICE, PROTECTION
from tests.architecture.access.world import World


def of_person(**more: str) -> Address:
    """The subject of the German case, and things of their file by name."""

    def address(world: World) -> Mapping[str, object]:
        found: dict[str, object] = {"uuid": world.returns.subject.uuid}
        return found | {name: getattr(world.returns, name).uuid for name in more}

    return address


def _pair(world: World) -> Mapping[str, object]:
    return {"one": world.returns.subject.uuid, "other": world.returns.twin.uuid}


def _searched(world: World) -> Mapping[str, object]:
    with acting(world.cast.actor("readmission_officer")) as officer:
        query = PersonQuery(name=APPLICANT.text)
        found = search_persons(query=query, actor=officer, at=timezone.now())
    return {"searched": found.receipt.uuid}


def _kept(world: World) -> Mapping[str, object]:
    return {"kept": str(world.returns.subject.uuid), "reason": "The same man."}


def _new_person(world: World) -> Mapping[str, object]:
    actor = world.cast.actor("readmission_officer")
    return {
        "surname": "Yenizadə",
        "given_names": "Vüqar",
        "birth_date": "1980",
        "sex": "M",
        "nationality": "AZE",
        "source_kind": "statement",
        "source_note": "",
        "compartment": str(actor.held[0].compartment_id),
    }


def _hold(world: World) -> Mapping[str, object]:
    actor = world.cast.actor("protection_officer")
    return {
        "kind": "wish_expressed",
        "source": "Said so.",
        "compartment": str(actor.held[0].compartment_id),
        "valid_from": timezone.localdate().isoformat(),
    }


def _protected_hold(world: World) -> Mapping[str, object]:
    return {"uuid": world.returns.protected.uuid, "hold": world.returns.hold.uuid}


REASON = sending(reason="Mistaken.")
SEARCHER = frozenset({"readmission_officer"})
"""A search is shown to who made it, to no colleague."""

DOORS = {
    "persons:search": Door(sent=sending(name=APPLICANT.text)),
    "persons:found": Door(_searched, SEARCHER),
    "persons:register": Door(
        _searched, frozenset({"readmission_officer"}), sent=_new_person, done=422
    ),
    "persons:pick": Door(got=302, query={"person": "x", "back": str(UUID(int=0))}),
    "persons:compare": Door(_pair, OFFICE),
    "persons:merge": Door(_pair, OFFICE, sent=_kept),
    "persons:relate": Door(_pair, OFFICE, sent=sending(**{"relation-kind": "sibling"})),
    "persons:undo": Door(lambda w: {"merge": w.returns.merge.uuid}, OFFICE, sent=REASON),
    "persons:person": Door(of_person(), OFFICE | BORDER),
    "persons:readers": Door(of_person(), OFFICE | BORDER),
    "persons:add_fact": Door(
        lambda w: {"uuid": w.returns.subject.uuid, "kind": "phone"},
        OFFICE,
        sent=sending(value="+994501234567", source_kind="statement", source_note=""),
    ),
    "persons:withdraw_fact": Door(of_person(fact=""), OFFICE, sent=REASON),
    "persons:add_document": Door(
        of_person(), OFFICE, sent=sending(kind="passport", issuer="AZE", number="C9999999")
    ),
    "persons:withdraw_document": Door(of_person(document=""), OFFICE, sent=sending()),
    "persons:add_hold": Door(
        lambda w: {"uuid": w.returns.protected.uuid}, PROTECTION | ASYLUM, sent=_hold
    ),
    "persons:end_hold": Door(
        _protected_hold,
        PROTECTION | ASYLUM,
        sent=sending(ended_on=timezone.localdate().isoformat(), reason="Over."),
    ),
    "codelists:index": Door(),
    "codelists:list": Door(lambda _world: {"name": "nationalities"}),
}
