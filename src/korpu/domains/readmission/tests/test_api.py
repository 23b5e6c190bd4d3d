"""The machine's door, as a requesting state's system uses it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from korpu.domains.readmission.models import Application, EvidenceItem
from korpu.domains.readmission.services.tokens import create_token, revoke_token, rotate_token
from korpu.domains.readmission.testing import act, an_application, bring_to, send_letters
from korpu.foundations.accounts.api import acting
from korpu.foundations.casework.api import Case

APPLICATIONS = "/api/v1/applications"


def a_body(reference="D-1", **changes):
    return {
        "authority_reference": reference,
        "irregular_stay_established_on": "2026-03-01",
        "contact": {"name": "Anna Beispiel", "email": "anna@example.org"},
        "person": {
            "surname": "Quliyeva",
            "given_names": "Aynur",
            "sex": "F",
            "birth_date": "1988-05-07",
        },
        "evidence": [{"kind": "passport", "copy_enclosed": True}],
    } | changes


def make_token(house, compartment, at, **changes):
    given = {"title": "Test system", "expires_on": timezone.localdate(at) + timedelta(days=30)}
    with acting(house.administrator) as administrator:
        return create_token(
            compartment=compartment, actor=administrator, at=at, **(given | changes)
        )


class System:
    """A requesting state's system with its token."""

    def __init__(self, secret):
        self.headers = {"Authorization": f"Bearer {secret}", "Accept-Language": "en"}
        self.client = Client()

    def get(self, path, **query):
        return self.client.get(path, query, headers=self.headers)

    def post(self, path, body, key=None):
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        return self.client.post(path, body, content_type="application/json", headers=headers)

    def upload(self, path, fields, key=None):
        headers = self.headers | ({"Idempotency-Key": key} if key else {})
        return self.client.post(path, fields, headers=headers)


@pytest.fixture
def german(house, at):
    return System(make_token(house, house.authority, at).secret)


@pytest.fixture
def dutch(house, at):
    return System(make_token(house, house.other_authority, at).secret)


@pytest.fixture
def submitted(german):
    answer = german.post(APPLICATIONS, a_body())
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_an_application_is_submitted_and_followed(house, german, submitted):
    assert submitted["status"] == "received"
    assert submitted["reply"] is None
    again = german.get(f"{APPLICATIONS}/{submitted['id']}").json()
    assert again == submitted
    with acting(house.officer):
        application = Application.objects.select_related("recorded_by").get()
    assert application.surname == "Quliyeva"
    assert application.requesting_authority_id == house.authority.office.organisation_id


def test_the_same_reference_twice_is_refused_with_the_way_to_the_first(german, submitted):
    answer = german.post(APPLICATIONS, a_body(reference=" d-1 "))
    assert answer.status_code == 409
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["link"] == f"{APPLICATIONS}/{submitted['id']}"


def test_a_request_repeated_with_its_key_gets_the_same_answer_and_does_nothing(house, german):
    first = german.post(APPLICATIONS, a_body(), key="k-1")
    second = german.post(APPLICATIONS, a_body(), key="k-1")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert second["Idempotent-Replayed"] == "true"
    other = german.post(APPLICATIONS, a_body(reference="D-2"), key="k-1")
    assert other.status_code == 409
    with acting(house.officer):
        assert Application.objects.count() == 1


def test_another_states_application_is_answered_like_a_missing_one(dutch, submitted):
    theirs = dutch.get(f"{APPLICATIONS}/{submitted['id']}")
    missing = dutch.get(f"{APPLICATIONS}/01940000-0000-7000-8000-000000000000")
    assert theirs.status_code == missing.status_code == 404
    assert theirs.content == missing.content
    reply = dutch.get(f"{APPLICATIONS}/{submitted['id']}/reply")
    assert reply.content == missing.content
    for path, body in (("withdrawal", {"reason": "x"}), ("supplements", {"note": "x"})):
        answer = dutch.post(f"{APPLICATIONS}/{submitted['id']}/{path}", body)
        assert (answer.status_code, answer.content) == (404, missing.content)
    assert dutch.get(APPLICATIONS).json()["items"] == []


def test_lists_are_paged_from_the_newest(german):
    ids = [german.post(APPLICATIONS, a_body(reference=f"P-{n}")).json()["id"] for n in range(3)]
    first = german.get(APPLICATIONS, limit=2).json()
    assert [item["id"] for item in first["items"]] == ids[:0:-1]
    rest = german.get(APPLICATIONS, limit=2, after=first["next"]).json()
    assert [item["id"] for item in rest["items"]] == ids[:1]
    assert rest["next"] is None


def test_evidence_is_taken_by_content(house, german, submitted, png):
    path = f"{APPLICATIONS}/{submitted['id']}/evidence"
    page = SimpleUploadedFile("x.pdf", b"<html></html>", content_type="application/pdf")
    refused = german.upload(path, {"kind": "passport", "file": page})
    assert refused.status_code == 400
    assert refused.json()["fields"]["file"]
    picture = SimpleUploadedFile("p.png", png, content_type="image/png")
    taken = german.upload(path, {"kind": "passport", "file": picture})
    assert taken.status_code == 201
    assert len(taken.json()["file_sha256"]) == 64
    with acting(house.officer):
        assert EvidenceItem.objects.filter(file__isnull=False).count() == 1


def test_the_reply_is_fetched_once_it_has_been_sent(house, german, at):
    application = an_application(house, at=at)
    bring_to(house, application.case, "agreed", at=at)
    path = f"{APPLICATIONS}/{application.case.uuid}"
    assert german.get(path).json()["status"] == "under_examination"
    assert german.get(f"{path}/reply").status_code == 404
    send_letters(house, application.case)
    assert german.get(path).json()["status"] == "agreed"
    assert german.get(path).json()["reply"] == "agreed"
    for language in ("az", "en"):
        letter = german.get(f"{path}/reply", language=language)
        assert letter.status_code == 200
        assert letter.content.startswith(b"%PDF")


def test_a_transfer_is_announced_and_replaced(house, german, at):
    application = an_application(house, at=at)
    bring_to(house, application.case, "travel_document_issued", at=at)
    path = f"{APPLICATIONS}/{application.case.uuid}/transfer-notice"
    tomorrow = timezone.localdate() + timedelta(days=1)
    body = {"transfer_on": f"{tomorrow}", "crossing_point": "baku-airport"}
    wrong = german.post(path, body | {"transfer_on": "2020-01-01"})
    assert wrong.status_code == 400
    assert "transfer_on" in wrong.json()["fields"]
    send_letters(house, application.case)
    assert german.post(path, body).json()["status"] == "transfer_announced"
    later = german.post(path, body | {"transfer_on": f"{tomorrow + timedelta(days=1)}"})
    assert later.json()["transfer_on"] == f"{tomorrow + timedelta(days=1)}"


def test_an_incomplete_application_is_supplemented(house, german, submitted):
    with acting(house.officer):
        case = Case.objects.get(uuid=submitted["id"])
    path = f"{APPLICATIONS}/{submitted['id']}/supplements"
    assert german.post(path, {"birth_place": "Bakı"}).status_code == 409
    act(case, "return_as_incomplete", house.officer, note="Place of birth is missing.")
    answer = german.post(path, {"birth_place": "Bakı", "note": "As asked."})
    assert answer.status_code == 201
    assert answer.json()["status"] == "received"
    assert german.post(path, {"birth_date": "2990"}).status_code in {400, 409}


def test_an_application_is_withdrawn(german, submitted):
    answer = german.post(f"{APPLICATIONS}/{submitted['id']}/withdrawal", {"reason": "Left."})
    assert answer.json()["status"] == "withdrawn"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (a_body(person=a_body()["person"] | {"birth_date": "2990-01-01"}), 400, "birth_date"),
        (a_body(person=a_body()["person"] | {"surname": "A😀"}), 400, "surname"),
        (a_body(person=a_body()["person"] | {"surname": "\u202eA"}), 422, "surname"),
        (a_body(person=a_body()["person"] | {"surname": "A\u0000"}), 422, "surname"),
        (a_body(colour="red"), 422, "colour"),
        ({}, 422, "authority_reference"),
    ],
)
def test_a_fault_is_named_at_its_field(german, body, status, field):
    answer = german.post(APPLICATIONS, body)
    assert answer.status_code == status
    assert any(name.split(".")[-1] == field for name in answer.json()["fields"])


def test_errors_speak_the_callers_language(german):
    german.headers["Accept-Language"] = "ru"
    assert (
        "не найдено"
        in german.get(f"{APPLICATIONS}/{'0' * 8}-0000-7000-8000-{'0' * 12}").json()["title"]
    )


def test_without_a_token_in_force_nothing_opens(house, german, at):
    stranger = System("krp_nothing")
    assert stranger.get(APPLICATIONS).status_code == 401
    assert Client().get(APPLICATIONS)["WWW-Authenticate"] == "Bearer"
    made = make_token(house, house.authority, at)
    system = System(made.secret)
    assert system.get(APPLICATIONS).status_code == 200
    with acting(house.administrator) as administrator:
        new = rotate_token(
            token=made.token, expires_on=made.token.expires_on, actor=administrator, at=at
        )
    assert system.get(APPLICATIONS).status_code == 401
    assert System(new.secret).get(APPLICATIONS).status_code == 200
    with acting(house.administrator) as administrator:
        revoke_token(token=new.token, actor=administrator, at=at)
    assert System(new.secret).get(APPLICATIONS).status_code == 401


def test_an_expired_token_does_not_open(house, at):
    past = at - timedelta(days=10)
    made = make_token(house, house.authority, past, expires_on=timezone.localdate(past))
    assert System(made.secret).get(APPLICATIONS).status_code == 401


def test_wrong_types_sizes_and_haste_are_refused(german, settings):
    headers = german.headers
    text = german.client.post(APPLICATIONS, "x", content_type="text/plain", headers=headers)
    assert text.status_code == 415
    broken = german.client.post(APPLICATIONS, "{", content_type="application/json", headers=headers)
    assert broken.status_code == 400
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    assert german.post(APPLICATIONS, a_body()).status_code == 413
    settings.KORPU_API_REQUESTS_PER_MINUTE = 1
    hasty = german.get(APPLICATIONS)
    assert hasty.status_code == 429
    assert hasty["Retry-After"]


def test_the_description_and_its_page_are_open_and_need_no_other_host(client, db):
    schema = client.get("/api/v1/openapi.json").json()
    operations = [op for path in schema["paths"].values() for op in path.values()]
    assert len(operations) == 9
    for operation in operations:
        assert {"401", "403", "404", "409", "413", "415", "422", "429", "503"} <= set(
            operation["responses"]
        )
    page = client.get("/api/v1/docs").content.decode()
    assert "POST /api/v1/applications" in page
    assert "https://cdn" not in page
