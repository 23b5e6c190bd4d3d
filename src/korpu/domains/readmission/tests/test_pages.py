"""The pages of examination, reply, transfer, arrival and tokens, as people open them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from korpu.domains.readmission.models import ApiToken, Arrival, IdentityConfirmation, Supplement
from korpu.domains.readmission.testing import (
    a_statement,
    act,
    an_application,
    bring_to,
    link_new_person,
)
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case
from korpu.foundations.persons.testing import make_person


@pytest.fixture
def case(house, at):
    statement = a_statement(needs_basis="consent", health_needs="Insulin twice a day")
    return an_application(house, statement, at=at).case


def hidden(page, name):
    return re.search(rf'name="{name}"[^>]*value="([^"]*)"', page).group(1)


def perform(client, case, name, **typed):
    """Fill in the page of an act and send it."""
    address = reverse("casework:act", args=[case.uuid, name])
    page = client.get(address).content.decode()
    given = {
        "expected_act_count": hidden(page, "expected_act_count"),
        "client_key": hidden(page, "client_key"),
        "effective_on": f"{timezone.localdate()}",
        "note": "Because.",
        "confirmed": "on",
    }
    return client.post(address, given | typed)


def test_identity_is_checked_by_search_link_and_confirmation(house, client, case, at):
    twin = make_person("Məmmədov", "Elçin", compartment=house.receiving, birth_date="1990-04-12")
    log_in(client, house.officer.user)
    act(case, "begin_examination", house.officer, at=at)
    page = reverse("readmission:identity", args=[case.uuid])
    assert "Məmmədov" in client.get(page).content.decode()
    found = client.post(reverse("readmission:identity_search", args=[case.uuid]))
    searched = found.url.rpartition("=")[2]
    assert str(twin.uuid) in client.get(found.url).content.decode()
    linked = client.post(
        reverse("readmission:identity_link", args=[case.uuid]),
        {"searched": searched, "person": twin.uuid},
    )
    assert linked.status_code == 302
    with acting(house.officer):
        assert Case.objects.get(pk=case.pk).subject_id == twin.pk
    done = perform(client, case, "confirm_identity", ground="register", finding="Same person.")
    assert done.status_code == 302
    with acting(house.officer):
        assert IdentityConfirmation.objects.get().person_id == twin.pk
    again = client.post(
        reverse("readmission:identity_link", args=[case.uuid]),
        {"searched": searched, "person": twin.uuid},
    )
    assert again.status_code == 409


def test_a_person_nobody_knows_is_registered_after_a_search(house, client, case):
    log_in(client, house.officer.user)
    found = client.post(reverse("readmission:identity_search", args=[case.uuid]))
    searched = found.url.rpartition("=")[2]
    register = reverse("readmission:identity_register", args=[case.uuid])
    assert client.post(register, {"searched": "nonsense"}).status_code == 404
    assert client.post(register, {"searched": searched}).status_code == 302
    with acting(house.officer):
        assert Case.objects.select_related("subject").get(pk=case.pk).subject.surname == "Məmmədov"


def test_only_officers_check_identities(house, client, case):
    for reader in (house.liaison, house.border):
        log_in(client, reader.user)
        assert client.get(reverse("readmission:identity", args=[case.uuid])).status_code == 403


def test_an_interview_is_requested_and_recorded(house, client, case, at):
    bring_to(house, case, "under_examination", at=at)
    link_new_person(house, case, at=at)
    log_in(client, house.officer.user)
    assert perform(client, case, "request_interview", mission="Berlin").status_code == 302
    missing = perform(client, case, "record_interview", outcome="confirmed", report="Yes.")
    assert missing.status_code == 422
    done = perform(
        client,
        case,
        "record_interview",
        outcome="confirmed",
        report="Speaks of his village.",
        held_on=f"{timezone.localdate()}",
    )
    assert done.status_code == 302
    assert "Speaks of his village." in client.get(f"/cases/{case.uuid}/").content.decode()


def test_a_refusal_needs_grounds_and_reasons(house, client, case, at):
    bring_to(house, case, "under_examination", at=at)
    link_new_person(house, case, at=at)
    log_in(client, house.officer.user)
    assert perform(client, case, "refuse").status_code == 422
    assert perform(client, case, "refuse", grounds="not_a_national", note="").status_code == 422
    done = perform(client, case, "refuse", grounds="not_a_national", note="Never a citizen.")
    assert done.status_code == 302


def test_a_travel_document_with_impossible_dates_is_refused_and_what_was_typed_stays(
    house, client, case, at
):
    bring_to(house, case, "agreed", at=at)
    log_in(client, house.officer.user)
    typed = {
        "kind": "return_certificate",
        "number": "q 12 34",
        "issued_by": "Berlin",
        "issued_on": f"{timezone.localdate()}",
        "valid_until": f"{timezone.localdate() - timedelta(days=1)}",
    }
    refused = perform(client, case, "issue_travel_document", **typed)
    assert refused.status_code == 422
    assert "Berlin" in refused.content.decode()
    typed["valid_until"] = f"{timezone.localdate() + timedelta(days=90)}"
    assert perform(client, case, "issue_travel_document", **typed).status_code == 302
    assert "Q1234" in client.get(f"/cases/{case.uuid}/").content.decode()


def test_the_border_officer_reads_the_notice_and_confirms_the_arrival(house, client, case, at):
    bring_to(house, case, "transfer_announced", at=at)
    log_in(client, house.border.user)
    page = client.get(f"/cases/{case.uuid}/").content.decode()
    assert "J2 054" in page
    assert "Insulin" not in page
    refused = perform(client, case, "confirm_arrival", arrived_time="25:00", wants_support="yes")
    assert refused.status_code == 422
    done = perform(client, case, "confirm_arrival", arrived_time="00:00", wants_support="no")
    assert done.status_code == 302
    with acting(house.officer):
        assert Arrival.objects.get().wants_support is False


def test_an_incomplete_application_is_corrected_by_its_sender(house, client, case, at, png):
    act(case, "return_as_incomplete", house.officer, at=at, note="The place of birth is wrong.")
    log_in(client, house.liaison.user)
    stands = {
        "surname": "Məmmədov",
        "given_names": "Elçin",
        "sex": "M",
        "birth_date": "1990-04-12",
        "birth_country": "AZE",
        "last_residence": "Gəncə, Nizami küçəsi 1",
        "civil_status": "single",
    }
    refused = perform(client, case, "supplement_application", **stands, birth_place="Bakı\u202e")
    assert refused.status_code == 422
    done = perform(client, case, "supplement_application", **stands, birth_place="Bakı")
    assert done.status_code == 302, done.content.decode()
    with acting(house.officer):
        assert Supplement.objects.get().changes == {"birth_place": "Bakı"}
    log_in(client, house.officer.user)
    page = client.get(f"/cases/{case.uuid}/").content.decode()
    assert "Bakı" in page


def test_the_needs_are_shown_to_whom_they_are_open(house, client, case):
    log_in(client, house.officer.user)
    assert "Insulin" in client.get(f"/cases/{case.uuid}/").content.decode()


@pytest.mark.parametrize("language", ["az", "en", "ru"])
def test_every_page_opens_in_every_language(house, client, case, at, language):
    bring_to(house, case, "closed_returned", at=at)
    for reader, pages in (
        (house.officer, ["/readmission/", f"/readmission/cases/{case.uuid}/identity/"]),
        (house.liaison, ["/readmission/", f"/cases/{case.uuid}/"]),
        (house.administrator, ["/readmission/tokens/", "/readmission/tokens/new/"]),
    ):
        log_in(client, reader.user)
        for page in [*pages, "/api/v1/docs"]:
            answer = client.get(page, headers={"Accept-Language": language})
            assert answer.status_code == 200, page


def test_an_administrator_makes_replaces_and_revokes_a_token(house, client):
    log_in(client, house.administrator.user)
    typed = {
        "compartment": house.authority.pk,
        "title": "Case system",
        "expires_on": f"{timezone.localdate() + timedelta(days=400)}",
    }
    assert client.post(reverse("readmission:token_create"), typed).status_code == 422
    typed["expires_on"] = f"{timezone.localdate() + timedelta(days=40)}"
    made = client.post(reverse("readmission:token_create"), typed).content.decode()
    assert "krp_" in made
    with acting(house.administrator):
        token = ApiToken.objects.get()
    replaced = client.post(reverse("readmission:token_rotate", args=[token.uuid]))
    assert "krp_" in replaced.content.decode()
    with acting(house.administrator):
        newer = ApiToken.objects.get(replaces=token)
    assert client.post(reverse("readmission:token_revoke", args=[newer.uuid])).status_code == 302
    assert client.post(reverse("readmission:token_revoke", args=[newer.uuid])).status_code == 409
    listed = client.get(reverse("readmission:tokens")).content.decode()
    assert listed.count("krp_") == 2


def test_tokens_are_no_business_of_others(house, client):
    for reader in (house.officer, house.liaison):
        log_in(client, reader.user)
        assert client.get(reverse("readmission:tokens")).status_code == 403
