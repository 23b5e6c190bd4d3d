"""Cases of procedures without a room of their own, run on the general pages alone."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in, make_actor, make_compartment
from korpu.foundations.casework.api import perform_act, replay
from korpu.foundations.casework.declared import register_declared
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.services.cases import open_case
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import NotPossibleNow

pytestmark = pytest.mark.django_db


def day(moved: int = 0) -> str:
    found = timezone.localdate() + timedelta(days=moved)
    return found.isoformat()


@pytest.fixture(autouse=True)
def general_case_types(the_room_without_domains):
    register_declared()


@pytest.fixture
def officer(db):
    return make_actor("residence_officer")


@pytest.fixture
def pages(officer) -> Client:
    client = Client()
    log_in(client, officer.user)
    return client


def hidden(pages: Client, address: str) -> dict[str, str]:
    """The hidden fields of the form at ``address``, with today as the day of effect."""
    shown = pages.get(address).content.decode()
    inputs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]+)"', shown)
    return dict(inputs) | {"effective_on": day()}


def test_an_officer_opens_a_case_for_a_person_and_brings_it_to_its_end(pages, officer) -> None:
    person = make_person("Yılmaz", "Deniz", compartment=make_compartment("residence"))
    address = f"/cases/open/az/stay-registration/?person={person.uuid}"
    sent = hidden(pages, address) | {"fact_entered_on": day(-3), "fact_entry_basis": "visa_free"}
    assert pages.post(address, sent).status_code == 302
    with acting(officer):
        case = Case.objects.get(procedure="az/stay-registration")
        assert (case.subject_id, case.number[:4]) == (person.pk, "REG-")
    act = f"/cases/{case.uuid}/acts/register_visa_free/"
    sent = hidden(pages, act) | {"fact_documents_complete": "yes"}
    assert pages.post(act, sent | {"fact_documents_complete": "no"}).status_code == 409
    assert pages.post(act, sent).status_code == 302
    with acting(officer):
        case.refresh_from_db()
        state = replay(case)
    assert case.status == "registered"
    term = state.deadline("visa_free_stay")
    assert term is not None
    assert term.due_on == timezone.localdate() + timedelta(days=87)


def test_what_the_opening_act_must_state_is_asked_for_at_its_field(pages) -> None:
    address = "/cases/open/az/stay-registration/"
    answer = pages.post(address, hidden(pages, address) | {"fact_entry_basis": "visa"})
    assert answer.status_code == 422
    assert 'href="#id_fact_entered_on' in answer.content.decode()


def test_only_what_a_role_may_open_is_offered(pages) -> None:
    shown = pages.get("/cases/open/").content.decode()
    assert "/cases/open/az/work-permit/" in shown
    assert "/cases/open/az/asylum/" not in shown
    assert pages.get("/cases/open/az/asylum/").status_code == 403
    assert pages.get("/cases/open/az/reintegration-support/").status_code == 403


def test_who_proposes_a_removal_does_not_decide_it(officer) -> None:
    chief, place, now = (
        make_actor("residence_supervisor"),
        make_compartment("residence"),
        timezone.now(),
    )
    today = timezone.localdate()

    def do(actor, name: str, **facts: object) -> None:
        with acting(actor):
            perform_act(
                case=case,
                act=name,
                actor=actor,
                at=timezone.now(),
                effective_on=today,
                facts=facts,
                expected_act_count=Case.objects.get(pk=case.pk).act_count,
                note="Because.",
            )

    with acting(officer):
        case = open_case(
            procedure="az/removal",
            compartment=place,
            counterpart=None,
            subject=None,
            act="open_removal",
            facts={"ground": "permit_cancelled"},
            actor=officer,
            at=now,
            effective_on=today,
        )
    do(officer, "check_bars", gate_clear=True)
    do(officer, "hear_person")
    do(officer, "propose_removal")
    do(chief, "order_removal", gate_clear=True)
    do(officer, "present_decision", presented_time="14:05")
    do(officer, "lodge_appeal")
    with acting(officer):
        case.refresh_from_db()
        state = replay(case)
    assert (case.status, [each.status for each in state.branches]) == (
        "departure_period",
        ["appeal_filed"],
    )
    with pytest.raises(NotPossibleNow):
        do(officer, "lodge_appeal")
