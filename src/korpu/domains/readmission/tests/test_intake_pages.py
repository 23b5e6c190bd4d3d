"""Writing and submitting an application in the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from korpu.domains.readmission.models import Application, Draft, EvidenceItem
from korpu.domains.readmission.testing import a_statement, an_application
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import log_in

HEADER = {
    "authority_reference": "D-2026/0042",
    "track": "normal",
    "irregular_stay_established_on": "2026-03-01",
    "contact_name": "Anna Beispiel",
    "contact_email": "anna@example.org",
}
PERSON = {
    "surname": "Quliyeva",
    "given_names": "Aynur",
    "sex": "F",
    "birth_date": "07.05.1988",
    "birth_place": "Şəki",
    "birth_country": "AZE",
    "last_residence": "Şəki",
    "civil_status": "married",
}
NEEDS = {"needs_basis": "none", "remarks": "None."}


@pytest.fixture
def liaison(house, client):
    log_in(client, house.liaison.user)
    return client


@pytest.fixture
def draft(house, liaison):
    answer = liaison.post(reverse("readmission:start"), {"place": house.authority.pk})
    assert answer.status_code == 302
    with acting(house.liaison):
        return Draft.objects.get()


def step(draft, name):
    return reverse("readmission:step", args=[draft.uuid, name])


def in_english(client):
    client.cookies["korpu-language"] = "en"


def fill(client, draft):
    for name, typed in (("header", HEADER), ("person", PERSON), ("needs", NEEDS)):
        answer = client.post(step(draft, name), typed)
        assert answer.status_code == 302, answer.content.decode()


def test_a_liaison_writes_an_application_step_by_step_and_submits_it(house, liaison, draft):
    fill(liaison, draft)
    check = liaison.get(step(draft, "check")).content.decode()
    assert "Quliyeva" in check
    answer = liaison.post(step(draft, "check"))
    assert answer.status_code == 302
    with acting(house.officer):
        application = Application.objects.select_related("case").get()
        assert (application.surname, application.birth_date) == ("Quliyeva", "1988-05-07")
        assert application.case.status == "received"
        assert answer.url == reverse("casework:case", args=[application.case.uuid])


def test_sending_the_check_page_twice_makes_one_application(house, liaison, draft):
    fill(liaison, draft)
    liaison.post(step(draft, "check"))
    assert liaison.post(step(draft, "check")).status_code == 302
    with acting(house.officer):
        assert Application.objects.count() == 1


def test_a_wrong_step_is_kept_as_typed_and_named_at_the_field(house, liaison, draft):
    answer = liaison.post(step(draft, "person"), PERSON | {"birth_date": "31.02.1990"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "31.02.1990" in page
    assert "Quliyeva" in page
    later = liaison.get(step(draft, "person")).content.decode()
    assert "31.02.1990" in later
    assert liaison.post(step(draft, "check")).status_code == 200
    with acting(house.officer):
        assert not Application.objects.exists()


def test_the_script_of_the_page_saves_without_judging(house, liaison, draft):
    answer = liaison.post(
        step(draft, "person"), {"surname": "\x00😀"}, headers={"HX-Request": "true"}
    )
    assert answer.status_code == 204
    assert "😀" in liaison.get(step(draft, "person")).content.decode()


def test_the_same_application_twice_is_refused_with_the_way_to_the_first(house, liaison, draft):
    first = an_application(house, a_statement(authority_reference="d-2026 /0042"))
    fill(liaison, draft)
    answer = liaison.post(step(draft, "check"))
    assert answer.status_code == 409
    with acting(house.liaison):
        uuid = first.case.uuid
    assert reverse("casework:case", args=[uuid]) in answer.content.decode()
    assert "Quliyeva" in answer.content.decode()


def test_evidence_is_checked_by_content_and_moves_to_the_application(house, liaison, draft, png):
    fake = SimpleUploadedFile("x.pdf", b"<html><script>", content_type="application/pdf")
    refused = liaison.post(step(draft, "evidence"), {"kind": "passport", "file": fake})
    assert refused.status_code == 422
    sound = SimpleUploadedFile("passport.png", png, content_type="image/png")
    assert (
        liaison.post(step(draft, "evidence"), {"kind": "passport", "file": sound}).status_code
        == 302
    )
    fill(liaison, draft)
    liaison.post(step(draft, "check"))
    with acting(house.officer):
        item = EvidenceItem.objects.get()
    assert item.copy_enclosed
    download = liaison.get(reverse("readmission:evidence_file", args=[item.uuid]))
    assert download.status_code == 200
    assert download["Content-Disposition"].startswith("attachment")
    assert b"".join(download)
    download.close()


def test_family_members_are_added_and_removed(liaison, draft):
    member = {"relation": "minor_child", "surname": "Quliyev", "sex": "M"}
    assert liaison.post(step(draft, "family"), member).status_code == 422
    assert liaison.post(step(draft, "family"), member | {"birth_date": "2015"}).status_code == 302
    assert "Quliyev" in liaison.get(step(draft, "family")).content.decode()
    liaison.post(reverse("readmission:remove_member", args=[draft.uuid, 0]))
    assert "Quliyev" not in liaison.get(step(draft, "family")).content.decode()


def test_an_officer_enters_an_application_from_paper_with_its_day_of_receipt(house, client):
    log_in(client, house.officer.user)
    client.post(reverse("readmission:start"), {"place": house.receiving.pk})
    with acting(house.officer):
        draft = Draft.objects.get()
    header = HEADER | {"authority": house.authority.pk, "received_on": "2026-03-20"}
    assert client.post(step(draft, "header"), HEADER).status_code == 422
    assert client.post(step(draft, "header"), header).status_code == 302
    client.post(step(draft, "person"), PERSON)
    client.post(step(draft, "needs"), NEEDS)
    assert client.post(step(draft, "check")).status_code == 302
    with acting(house.liaison):
        application = Application.objects.get()
        assert application.on_paper
        assert f"{application.received_on}" == "2026-03-20"


def test_a_draft_is_closed_to_everybody_else(house, liaison, draft, client):
    log_in(client, house.other_liaison.user)
    assert client.get(step(draft, "person")).status_code == 404
    log_in(client, house.border.user)
    assert client.get(step(draft, "person")).status_code == 404
    assert client.get(reverse("readmission:applications")).status_code == 403


def test_a_discarded_draft_is_gone(house, liaison, draft):
    assert liaison.post(reverse("readmission:discard", args=[draft.uuid])).status_code == 302
    with acting(system_actor()):
        assert not Draft.objects.exists()


def test_the_list_is_found_by_reference_and_narrowed_by_procedure(house, liaison):
    an_application(house, a_statement(authority_reference="AAA-1"))
    an_application(house, a_statement(authority_reference="BBB-2"))
    page = liaison.get(reverse("readmission:applications"), {"q": "aaa"}).content.decode()
    assert "AAA-1" in page
    assert "BBB-2" not in page


def test_the_page_of_the_case_shows_the_application_to_both_sides(house, client):
    application = an_application(house, a_statement(surname="Quliyeva"))
    with acting(house.officer):
        page = reverse("casework:case", args=[application.case.uuid])
    for reader in (house.officer, house.liaison):
        log_in(client, reader.user)
        in_english(client)
        answer = client.get(page)
        assert answer.status_code == 200
        assert "Quliyeva" in answer.content.decode()


def test_applications_are_found_by_the_beginning_of_their_reference(house, client):
    kept = ["D-2026/0042", "D-2026/0043", "D-2027/0001", "D_2026/9"]
    for reference in kept:
        an_application(house, a_statement(authority_reference=reference))
    log_in(client, house.officer.user)
    for typed, found in (
        ("d-2026", kept[:2]),
        ("D-2026 /0043", kept[1:2]),
        ("D_", kept[3:]),
        ("%", []),
    ):
        page = client.get(reverse("readmission:applications"), {"q": typed}).content.decode()
        assert [reference for reference in kept if f"{reference}<" in page] == found
