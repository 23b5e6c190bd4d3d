"""Readmission for tests of every room, made through the services as people would make it.

>>> house = a_house()                                  # the jurisdiction's bodies, one person each
>>> application = an_application(house)                # submitted by the German liaison
>>> bring_to(house, application.case, "agreed")
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, cast

from django.utils import timezone

from korpu.domains.readmission.models import Application
from korpu.domains.readmission.services.identity import register_subject, search_for_subject
from korpu.domains.readmission.services.intake import submit_application
from korpu.domains.readmission.statement import EvidenceStatement, Notice, Statement
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor, acting, jurisdiction_folder, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.services import load_organisations
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.api import Act, Case, perform_act
from korpu.foundations.casework.testing import make_counterpart
from korpu.foundations.organisations.models import Office
from korpu.foundations.persons.api import record_protection_hold
from korpu.foundations.persons.models import Person

_references = count(1)


@dataclass(frozen=True, slots=True)
class House:
    """The people of a readmission, one of each, and the compartments they act in."""

    officer: Actor
    supervisor: Actor
    liaison: Actor
    other_liaison: Actor
    border: Actor
    protection: Actor
    administrator: Actor
    receiving: Compartment
    authority: Compartment
    other_authority: Compartment


def a_house() -> House:
    """The bodies of the jurisdiction, with somebody in every office that readmission needs."""
    with acting(system_actor()) as system:
        load_organisations(file=jurisdiction_folder() / "organisations.yaml", actor=system)
    german, dutch = make_counterpart("DEU"), make_counterpart("NLD")
    return House(
        officer=_somebody("readmission_officer", "sms-readmission"),
        supervisor=_somebody("readmission_supervisor", "sms-readmission"),
        liaison=make_actor("liaison", office=german.office),
        other_liaison=make_actor("liaison", office=dutch.office),
        border=_somebody("border_officer", "sbs-baku-airport"),
        protection=_somebody("protection_officer", "sms-protection"),
        administrator=_somebody("administrator", "sms-administration"),
        receiving=_compartment("sms-readmission", "readmission"),
        authority=german,
        other_authority=dutch,
    )


def a_statement(**changes: object) -> Statement:
    """A sound and complete statement with a reference number of its own."""
    sound = Statement(
        authority_reference=f"TEST-{next(_references)}",
        irregular_stay_established_on=date(2026, 1, 5),
        contact_name="Anna Beispiel",
        contact_email="anna@example.org",
        surname="Məmmədov",
        given_names="Elçin",
        sex="M",
        birth_date="1990-04-12",
        birth_place="Gəncə",
        birth_country="AZE",
        last_residence="Gəncə, Nizami küçəsi 1",
        civil_status="single",
        evidence=(EvidenceStatement("copy_of_proof", copy_enclosed=True),),
    )
    return replace(sound, **changes)  # type: ignore[arg-type]  # the test says what it changes


def an_application(
    house: House,
    statement: Statement | None = None,
    *,
    sender: Actor | None = None,
    at: datetime | None = None,
) -> Application:
    """An application just submitted by the liaison (or by ``sender`` for the same authority)."""
    at = at or timezone.now()
    with acting(sender or house.liaison) as actor:
        return submit_application(
            statement=statement or a_statement(),
            authority=house.authority,
            actor=actor,
            at=at,
            received_on=timezone.localdate(at),
        )


def act(
    case: Case,
    name: str,
    actor: Actor,
    *,
    at: datetime | None = None,
    note: str = "Because.",
    facts: Mapping[str, FactValue] | None = None,
    **data: Any,
) -> Act:
    """Perform an act on the case as it stands now, as ``actor``."""
    at = at or timezone.now()
    with acting(actor):
        fresh = Case.objects.get(pk=case.pk)
        return perform_act(
            case=fresh,
            act=name,
            actor=actor,
            at=at,
            effective_on=timezone.localdate(at),
            facts=facts or {},
            note=note,
            data=data,
            expected_act_count=fresh.act_count,
        )


def link_new_person(house: House, case: Case, *, at: datetime | None = None) -> None:
    """Search for the person, find nobody, register them and link the case."""
    at = at or timezone.now()
    with acting(house.officer) as officer:
        found = search_for_subject(case=case, actor=officer, at=at)
        register_subject(case=case, searched=found.receipt, actor=officer, at=at)


STORY = (
    "received",
    "under_examination",
    "agreed",
    "travel_document_issued",
    "transfer_announced",
    "arrived",
    "closed_returned",
)


def bring_to(house: House, case: Case, status: str, *, at: datetime | None = None) -> None:
    """Walk the case of a person without protection to a status of :data:`STORY`."""
    at = at or timezone.now()
    steps = (_examine, _agree, _issue_document, announce, _arrive, _close)
    for step in steps[: STORY.index(status)]:
        step(house, case, at)


def _examine(house: House, case: Case, at: datetime) -> None:
    act(case, "begin_examination", house.officer, at=at)


def _agree(house: House, case: Case, at: datetime) -> None:
    link_new_person(house, case, at=at)
    act(case, "confirm_identity", house.officer, at=at, ground="register", finding="Same person.")
    act(case, "agree", house.officer, at=at)


def send_letters(house: House, case: Case, *, at: datetime | None = None) -> None:
    """Let the letters of the case leave: the officer approves, the supervisor releases."""
    act(case, "approve_sending", house.officer, at=at)
    act(case, "release_letters", house.supervisor, at=at)


def lodge_a_claim(house: House, case: Case, at: datetime) -> None:
    """The protection office records a claim of the person the case is about."""
    with acting(house.officer):
        person = Person.objects.get(pk=cast(int, Case.objects.get(pk=case.pk).subject_id))
    with acting(house.protection) as protection:
        record_protection_hold(
            person=person,
            kind="application_pending",
            source="Interview",
            compartment=_compartment("sms-protection", "protection"),
            valid_from=timezone.localdate(at),
            actor=protection,
            at=at,
        )


def _issue_document(house: House, case: Case, at: datetime) -> None:
    act(case, "issue_travel_document", house.officer, at=at, **a_travel_document(at))


def announce(house: House, case: Case, at: datetime) -> None:
    """Announce the transfer of a person with a travel document, for today."""
    notice = a_notice(at)
    facts: dict[str, FactValue] = {
        "transfer_on": timezone.localdate(at),
        "crossing_point": "baku-airport",
    }
    act(case, "announce_transfer", house.liaison, at=at, facts=facts, notice=notice)


def _arrive(house: House, case: Case, at: datetime) -> None:
    act(case, "confirm_arrival", house.border, at=at, arrived_at=at, wants_support=True)


def _close(house: House, case: Case, at: datetime) -> None:
    act(case, "close_returned", house.officer, at=at)


def a_travel_document(at: datetime) -> dict[str, Any]:
    """What issuing a travel document states."""
    today = timezone.localdate(at)
    return {
        "kind": "return_certificate",
        "number": f"Q{next(_references):07d}",
        "issued_by": "Embassy in Berlin",
        "issued_on": today,
        "valid_until": today + timedelta(days=100),
    }


def a_notice(at: datetime) -> Notice:
    """An announcement of a transfer for today."""
    return Notice(
        transfer_on=timezone.localdate(at),
        crossing_point="baku-airport",
        flight="J2 054",
        escort_count=2,
    )


def _somebody(role: str, office: str) -> Actor:
    return make_actor(role, office=Office.objects.select_related("organisation").get(code=office))


def _compartment(office: str, business: str) -> Compartment:
    return Compartment.objects.select_related("office__organisation").get(
        office__code=office, business=business
    )
