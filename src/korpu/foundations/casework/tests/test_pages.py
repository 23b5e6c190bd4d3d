"""The pages of cases, as people open them."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from korpu.foundations.accounts.api import acting, actor_of, signing_in
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import make_compartment, make_user
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.services.people import add_party
from korpu.foundations.casework.testing import make_case, make_counterpart
from korpu.foundations.persons.testing import make_person

pytestmark = pytest.mark.django_db


def log_in(client: Client, user: User) -> None:
    with signing_in():
        client.force_login(user)


@pytest.fixture
def officer(client: Client):
    user = make_user(role="readmission_officer", name="Aysel Məmmədova")
    log_in(client, user)
    return actor_of(user)


@pytest.fixture
def case(officer) -> Case:
    with acting(officer):
        return make_case(
            actor=officer,
            compartment=make_compartment("readmission"),
            counterpart=make_counterpart(),
        )


def test_the_worklist_shows_the_case_of_the_office_with_its_due_day(client, case) -> None:
    page = client.get("/work/?view=office").content.decode()
    assert case.number in page
    assert "1 case" in page


def test_the_case_page_offers_what_can_be_done_and_says_why_not_the_rest(client, case) -> None:
    page = client.get(f"/cases/{case.uuid}/").content.decode()
    assert f"/cases/{case.uuid}/acts/begin_examination/" in page
    assert "Withdraw" in page or "withdraw" in page


@pytest.mark.parametrize("tab", ["", "log/", "papers/", "people/", "work/", "readers/"])
@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_tab_opens_in_every_language(client, case, tab, language) -> None:
    answer = client.get(f"/cases/{case.uuid}/{tab}", headers={"accept-language": language})
    assert answer.status_code == 200


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]+)"', page)[1]


def test_an_act_is_performed_from_its_page(client, case) -> None:
    address = f"/cases/{case.uuid}/acts/begin_examination/"
    page = client.get(address).content.decode()
    sent = {
        "effective_on": timezone.localdate().isoformat(),
        "note": "",
        "expected_act_count": hidden(page, "expected_act_count"),
        "client_key": hidden(page, "client_key"),
    }
    answer = client.post(address, sent)
    assert answer.status_code == 302
    assert "Done" in client.get(answer["location"]).content.decode()


def test_a_refused_form_keeps_what_was_typed(client, case) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    sent = {
        "effective_on": tomorrow.isoformat(),
        "note": "Typed with care",
        "expected_act_count": "1",
        "client_key": "01940000-0000-7000-8000-00000000abcd",
    }
    answer = client.post(f"/cases/{case.uuid}/acts/begin_examination/", sent)
    assert answer.status_code == 422
    assert "Typed with care" in answer.content.decode()


def test_a_form_that_comes_too_late_keeps_what_was_typed_and_can_be_sent_again(
    client, case
) -> None:
    sent = {
        "effective_on": timezone.localdate().isoformat(),
        "note": "Typed with care",
        "expected_act_count": "7",
        "client_key": "01940000-0000-7000-8000-00000000abcd",
    }
    answer = client.post(f"/cases/{case.uuid}/acts/begin_examination/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Typed with care" in page
    assert 'name="expected_act_count" value="1"' in page


@pytest.mark.parametrize("address", ["/procedures/", "/procedures/az/readmission-own-national/"])
def test_the_procedures_can_be_read(client, officer, address) -> None:
    assert client.get(address).status_code == 200


def test_a_case_of_another_office_answers_as_one_that_does_not_exist(client, case) -> None:
    log_in(client, make_user(role="statistician"))
    assert client.get(f"/cases/{case.uuid}/").status_code in {403, 404}


def test_the_page_of_a_person_leads_to_their_cases(client, officer, case) -> None:
    person = make_person(compartment=make_compartment("readmission"))
    with acting(officer):
        add_party(case=case, person=person, part="subject", actor=officer, at=timezone.now())
    page = client.get(f"/persons/{person.uuid}/").content.decode()
    assert f'href="/cases/{case.uuid}/"' in page
    assert person.surname in client.get(f"/cases/{case.uuid}/people/").content.decode()
