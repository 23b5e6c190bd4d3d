"""Each of the further procedures as people go through its pages."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from korpu.domains.readmission.models import Application, Draft
from korpu.domains.readmission.services.imports import typed_of
from korpu.domains.readmission.sheets import sheets
from korpu.domains.readmission.testing import (
    a_travel_document,
    act,
    an_application,
    bring_to,
    link_new_person,
)
from korpu.domains.readmission.testing_procedures import (
    a_return_notice,
    a_third_country_statement,
    a_transit_request,
    an_error_statement,
)
from korpu.domains.readmission.tests.test_pages import perform
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Attachment, Case


def begin(client, actor, place, sheet):
    log_in(client, actor.user)
    client.cookies["korpu-language"] = "en"
    started = client.post(reverse("readmission:start"), {"place": place.pk, "sheet": sheet})
    assert started.status_code == 302
    with acting(actor):
        return Draft.objects.get()


def step(draft, name):
    return reverse("readmission:step", args=[draft.uuid, name])


def fill(client, draft, statement):
    """Type every page of the form in its order, as its sections stand."""
    for name, typed in typed_of(sheets()[draft.sheet], statement).items():
        answer = client.post(step(draft, name), typed)
        assert answer.status_code == 302, answer.content.decode()


def submitted(client, draft, actor):
    check = client.post(step(draft, "check"))
    assert check.status_code == 302, check.content.decode()
    with acting(actor):
        return Case.objects.order_by("-pk").first()


def did(client, actor, case, name, **typed):
    log_in(client, actor.user)
    answer = perform(client, case, name, **typed)
    assert answer.status_code == 302, answer.content.decode()


def status_of(house, case):
    with acting(house.officer):
        return Case.objects.get(pk=case.pk).status


def test_a_third_country_case_from_the_liaisons_draft_to_the_reply(house, client, at, png):
    draft = begin(client, house.liaison, house.authority, "third_country")
    early = client.get(step(draft, "check")).content.decode()
    assert "The application cannot be submitted yet" in early
    assert "Annex 5 (expected)" in client.get(step(draft, "stay")).content.decode()
    statement = a_third_country_statement()
    fill(client, draft, statement)
    wrong = {"stateless": "no", "sex": "F", "birth_date": "1990", "surname": "Typed"}
    refused = client.post(step(draft, "person"), wrong)
    assert refused.status_code == 422
    assert "Choose the nationality" in refused.content.decode()
    assert "Typed" in refused.content.decode()
    fill(client, draft, statement)
    missing = client.get(step(draft, "check")).content.decode()
    assert "returned as incomplete without" in missing
    copy = SimpleUploadedFile("permit.png", png, content_type="image/png")
    other = {"kind": "passport", "file": copy}
    assert client.post(step(draft, "evidence"), other).status_code == 422
    copy.seek(0)
    listed = client.post(step(draft, "evidence"), {"kind": "valid_permit", "file": copy})
    assert listed.status_code == 302
    case = submitted(client, draft, house.liaison)
    act(case, "begin_examination", house.officer, at=at)
    link_new_person(house, case, at=at)
    did(client, house.officer, case, "confirm_identity", ground="register", finding="Same.")
    did(client, house.officer, case, "establish_link", outcome="residence_permit")
    log_in(client, house.officer.user)
    assert perform(client, case, "record_onward_journey", outcome="stays").status_code == 422
    did(client, house.officer, case, "record_onward_journey", outcome="stays", no_danger="on")
    did(client, house.officer, case, "agree")
    assert status_of(house, case) == "agreed"
    page = client.get(reverse("casework:case", args=[case.uuid])).content.decode()
    assert "Stays in Azerbaijan" in page
    document = a_travel_document(at)
    typed = {name: f"{value}" for name, value in document.items()}
    did(client, house.officer, case, "issue_travel_document", **typed)


def a_notice_typed(**changes):
    return {
        "transfer_on": f"{timezone.localdate()}",
        "crossing_point": "baku-airport",
        "escort_count": "0",
    } | changes


def test_an_announced_return_is_changed_and_confirmed_on_pages(house, client):
    draft = begin(client, house.liaison, house.authority, "documented")
    statement = a_return_notice()
    fill(client, draft, statement)
    lapsed = a_return_notice(document_valid_until=timezone.localdate() - timedelta(days=1))
    fill(client, draft, lapsed)
    assert "Travel document" in client.get(step(draft, "check")).content.decode()
    client.post(step(draft, "check"))
    with acting(house.liaison):
        assert not Application.objects.exists()
    fill(client, draft, statement)
    case = submitted(client, draft, house.liaison)
    later = a_notice_typed(flight="J2 099")
    did(client, house.liaison, case, "change_announcement", **later)
    log_in(client, house.border.user)
    assert "J2 099" in client.get(reverse("casework:case", args=[case.uuid])).content.decode()
    did(client, house.border, case, "confirm_arrival", arrived_time="00:00", wants_support="no")
    assert status_of(house, case) == "arrived"


def test_a_transit_request_is_refused_when_a_direct_way_exists_and_else_runs(house, client, at):
    draft = begin(client, house.liaison, house.authority, "transit")
    fill(client, draft, a_transit_request(no_direct_route=False))
    refused = client.post(step(draft, "check"))
    assert refused.status_code == 409
    fill(client, draft, a_transit_request())
    case = submitted(client, draft, house.liaison)
    link_new_person(house, case, at=at)
    did(client, house.officer, case, "check_grounds", outcome="none_found")
    did(client, house.officer, case, "agree_transit")
    did(client, house.liaison, case, "announce_passage", **a_notice_typed())
    did(client, house.border, case, "record_entry")
    did(client, house.border, case, "record_exit")
    assert status_of(house, case) == "closed_passed"


def test_an_officer_records_an_error_on_pages_and_the_other_state_takes_the_person_back(
    house, client, at, png
):
    original = an_application(house).case
    bring_to(house, original, "closed_returned", at=at)
    with acting(house.officer):
        original = Case.objects.get(pk=original.pk)
    place = {"place": house.authority.pk, "sheet": "error"}
    log_in(client, house.liaison.user)
    assert client.post(reverse("readmission:start"), place).status_code in {400, 422}
    draft = begin(client, house.officer, house.receiving, "error")
    statement = an_error_statement(original)
    fill(client, draft, statement.overlaid({"original_case": "RDM-1999-000001"}))
    assert "cannot be submitted yet" in client.post(step(draft, "check")).content.decode()
    copy = SimpleUploadedFile("reply.png", png, content_type="image/png")
    listed = {"kind": "reply_of_third_state", "file": copy}
    assert client.post(step(draft, "evidence"), listed).status_code == 302
    assert client.post(step(draft, "check")).status_code == 409
    fill(client, draft, statement)
    case = submitted(client, draft, house.officer)
    with acting(house.officer):
        assert Attachment.objects.get(case=case).file.name == "reply.png"
    did(client, house.officer, case, "notify_error")
    did(client, house.liaison, case, "accept_taking_back", **a_notice_typed())
    did(client, house.border, case, "confirm_taken_back")
    did(client, house.officer, case, "correct_registers")
    did(client, house.officer, case, "close_taken_back")
    assert status_of(house, case) == "closed_taken_back"


@pytest.mark.parametrize("language", ["az", "ru"])
def test_every_step_of_every_form_opens_in_every_language(house, client, language):
    log_in(client, house.officer.user)
    client.cookies["korpu-language"] = language
    for sheet in sheets().values():
        started = client.post(
            reverse("readmission:start"), {"place": house.receiving.pk, "sheet": sheet.id}
        )
        first = started.url.rstrip("/").rpartition("/")[0]
        for section in (*(one.id for one in sheet.sections), "check"):
            assert client.get(f"{first}/{section}/").status_code == 200
