"""A case is opened by its office to whom it may be, and a calendar tells no names."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.services import withdraw_user
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.casework.models import Case, CaseShare
from korpu.foundations.casework.services.papers import add_task
from korpu.foundations.casework.services.people import add_party, assign_case
from korpu.foundations.casework.testing import make_case, make_counterpart
from korpu.foundations.casework.tests.test_pages import log_in
from korpu.foundations.persons.testing import make_person
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def head() -> Actor:
    return make_actor("readmission_supervisor")


@pytest.fixture
def case(head) -> Case:
    with acting(head):
        return make_case(
            actor=head,
            compartment=make_compartment("readmission"),
            counterpart=make_counterpart(),
        )


def sharing(**given: object) -> dict[str, object]:
    until = TODAY + timedelta(days=3)
    period = {"valid_from": TODAY.isoformat(), "valid_until": until.isoformat()}
    return {"purpose": "Advice on the passport"} | period | given


def test_a_case_is_opened_to_a_person_and_shut_again(client, head, case) -> None:
    reader = make_actor("border_officer", office=make_office("airport"))
    log_in(client, head.user)
    address = f"/cases/{case.uuid}/share/"
    assert client.post(address, sharing(user=reader.user_id)).status_code == 302
    visitor = Client()
    log_in(visitor, reader.user)
    assert visitor.get(f"/cases/{case.uuid}/").status_code == 200
    with acting(head):
        share = CaseShare.objects.get(case=case)
    assert f"{share.pk}/end/" in client.get(f"/cases/{case.uuid}/work/").content.decode()
    assert client.post(f"{address}{share.pk}/end/").status_code == 302
    assert visitor.get(f"/cases/{case.uuid}/").status_code == 404


@pytest.mark.parametrize("wrong", ["nobody", "both", "backwards", "no purpose", "abroad", "itself"])
def test_a_share_that_cannot_be_is_refused_and_what_was_typed_stays(
    client, head, case, wrong
) -> None:
    border = make_compartment("border", office=make_office("airport"))
    person = make_actor("border_officer", office=make_office("airport"))
    sent = {
        "nobody": sharing(),
        "both": sharing(user=person.user_id, compartment=border.pk),
        "backwards": sharing(
            user=person.user_id, valid_until=(TODAY - timedelta(days=1)).isoformat()
        ),
        "no purpose": sharing(user=person.user_id, purpose=" "),
        "abroad": sharing(compartment=case.counterpart_id),
        "itself": sharing(compartment=case.compartment_id),
    }[wrong]
    log_in(client, head.user)
    answer = client.post(f"/cases/{case.uuid}/share/", sent)
    assert answer.status_code == 422
    assert wrong == "no purpose" or "Advice on the passport" in answer.content.decode()
    with acting(head):
        assert not CaseShare.objects.exists()


def test_an_officer_who_may_not_share_and_another_office_do_not(client, head, case) -> None:
    log_in(client, make_actor("readmission_officer").user)
    assert client.get(f"/cases/{case.uuid}/share/").status_code == 403
    elsewhere = make_actor("readmission_supervisor", office=make_office("elsewhere"))
    log_in(client, elsewhere.user)
    assert client.post(f"/cases/{case.uuid}/share/", sharing()).status_code == 404


def feed_of(client, actor) -> str:
    log_in(client, actor.user)
    page = client.post("/work/calendar/make/").content.decode()
    return re.search(r"http://testserver(/calendars/[^<]+\.ics)", page)[1]


def test_a_calendar_shows_the_owners_deadlines_and_names_nobody(client, head, case) -> None:
    officer = make_actor("readmission_officer")
    person = make_person("Mərkərzadə", compartment=make_compartment("readmission"))
    with acting(head):
        other = make_case(actor=head, compartment=case.compartment)
        add_party(case=case, person=person, part="subject", actor=head, at=timezone.now())
        assign_case(case=case, user=officer.user, actor=head, at=timezone.now())
        add_task(
            case=other,
            title=Text(az=person.surname, en=person.surname, ru=person.surname),
            user=officer.user,
            due_on=TODAY,
            actor=head,
            at=timezone.now(),
        )
    address = feed_of(client, officer)
    answer = Client().get(address)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Mərkərzadə" not in answer.content.decode()
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    words = [str(event["summary"]) for event in events]
    assert any(word.startswith(f"{case.number}: ") for word in words)
    assert sum(word.startswith(other.number) for word in words) == 1
    due = min(event["dtstart"].dt for event in events if case.number in str(event["summary"]))
    with acting(head):
        case.refresh_from_db()
    assert due == case.next_due_on


def test_an_address_dies_when_it_is_revoked_replaced_or_its_owner_withdrawn(
    client, head, case
) -> None:
    officer = make_actor("readmission_officer")
    visitor = Client()
    first = feed_of(client, officer)
    second = feed_of(client, officer)
    assert visitor.get(first).status_code == 404
    assert visitor.get(second).status_code == 200
    assert client.post("/work/calendar/revoke/").status_code == 302
    assert visitor.get(second).status_code == 404
    third = feed_of(client, officer)
    with acting(system_actor()) as system:
        withdraw_user(user=officer.user, actor=system, at=timezone.now())
    assert visitor.get(third).status_code == 404
    assert visitor.get("/calendars/nonsense.ics").status_code == 404
