"""Forms as files: JSON out and in again, its schema, and the PDF in the agreement's order."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from korpu.domains.readmission import drafting
from korpu.domains.readmission.document_schema import json_schema, type_of
from korpu.domains.readmission.exchange import document_of, read_document, written
from korpu.domains.readmission.models import Application, Draft
from korpu.domains.readmission.sheets import OWN_NATIONAL, sheets
from korpu.domains.readmission.statement import (
    STATED_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Statement,
)
from korpu.domains.readmission.testing import (
    a_statement,
    act,
    an_application,
    bring_to,
    send_letters,
)
from korpu.domains.readmission.testing_procedures import (
    a_return_notice,
    a_third_country_statement,
    a_transit_request,
    an_error,
)
from korpu.domains.readmission.tests.test_api import System, make_token
from korpu.foundations.accounts.api import acting
from korpu.foundations.accounts.testing import log_in
from korpu.foundations.casework.api import Case

FILED = ("own_national", "third_country", "documented", "transit")
TEXTS = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=40)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
VALUES = {"text": TEXTS, "date": DAYS, "boolean": st.booleans(), "integer": st.integers(0, 50)}
MEMBERS = st.builds(
    MemberStatement, relation=TEXTS, surname=TEXTS, given_names=TEXTS, birth_date=TEXTS, sex=TEXTS
)
EVIDENCE = st.builds(
    EvidenceStatement,
    kind=TEXTS,
    issued_on=st.none() | DAYS,
    valid_until=st.none() | DAYS,
    copy_enclosed=st.booleans(),
    note=TEXTS,
)


@st.composite
def statements(draw):
    sheet = sheets()[draw(st.sampled_from(FILED))]
    said = {item.name: draw(VALUES[type_of(item)]) for item in sheet.items if draw(st.booleans())}
    common = {name: value for name, value in said.items() if name in STATED_FIELDS}
    if sheet.id != OWN_NATIONAL:
        common["track"] = sheet.id
    own = {name: value for name, value in said.items() if name not in STATED_FIELDS}
    lists = {section.lists for section in sheet.sections}
    return sheet, replace(
        Statement(),
        **common,
        particulars=own,
        members=tuple(draw(st.lists(MEMBERS, max_size=2))) if "members" in lists else (),
        evidence=tuple(draw(st.lists(EVIDENCE, max_size=2))) if "evidence" in lists else (),
    )


@given(statements())
def test_what_is_exported_comes_back_as_the_same_statement(made):
    sheet, statement = made
    read = read_document(written(document_of(sheet, statement)))
    assert read.faults == {}
    assert read.sheet is sheet
    assert read.statement == statement


SOUND = {
    "own_national": a_statement(),
    "third_country": a_third_country_statement(),
    "documented": a_return_notice(),
    "transit": a_transit_request(),
}


def a_document(name="transit", **changes):
    return document_of(sheets()[name], SOUND[name]) | changes


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (b"\xff\xfe", "document"),
        (b"{", "document"),
        (b"[" * 100_000, "document"),
        (b"[]", "document"),
        (b" " * 20_000_000, "document"),
        (a_document(version="2"), "version"),
        (a_document(format="x"), "format"),
        (a_document(form="error"), "form"),
        (a_document(form=["transit"]), "form"),
        (a_document(form_version="1999"), "form_version"),
        (a_document(extra=1), "extra"),
        (a_document(particulars=[]), "particulars"),
        (a_document(particulars={"surname": 3}), "particulars.surname"),
        (a_document(particulars={"surname": "\ud800"}), "particulars.surname"),
        (a_document(particulars={"surname": "a\u202eb"}), "particulars.surname"),
        (a_document(particulars={"entry_on": "2026-13-01"}), "particulars.entry_on"),
        (a_document(particulars={"entry_on": 20260101}), "particulars.entry_on"),
        (a_document(particulars={"no_direct_route": "yes"}), "particulars.no_direct_route"),
        (a_document(particulars={"escort_count": True}), "particulars.escort_count"),
        (a_document(particulars={"<script>": "x"}), "particulars.<script>"),
        (a_document(members={}), "members"),
        (a_document(evidence=[{}] * 31), "evidence"),
        (a_document(evidence=[{"kind": None}]), "evidence.0.kind"),
        (a_document(evidence=["x"]), "evidence.0"),
    ],
)
def test_a_bad_document_is_refused_at_the_field(content, field):
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    read = read_document(raw)
    assert field in read.faults
    assert read.statement == Statement()


@pytest.mark.parametrize("name", FILED)
def test_the_schema_is_public_and_names_every_field_of_the_form(client, db, name):
    answer = client.get(reverse("readmission:schema", args=[name]))
    assert answer.status_code == 200
    found = answer.json()
    assert found == json_schema(sheets()[name])
    fields = found["properties"]["particulars"]
    assert set(fields["properties"]) == {item.name for item in sheets()[name].items}
    assert set(fields["required"]) <= set(document_of(sheets()[name], SOUND[name])["particulars"])
    assert client.get(reverse("readmission:schema", args=["error"])).status_code == 404


def upload(client, house, document):
    file = SimpleUploadedFile("form.json", document, content_type="application/json")
    typed = {"place": house.authority.pk, "document": file}
    return client.post(reverse("readmission:import"), typed)


@pytest.mark.parametrize("name", FILED)
def test_a_draft_exported_and_imported_reads_the_same_and_can_be_submitted(house, client, name):
    log_in(client, house.liaison.user)
    assert upload(client, house, written(a_document(name))).status_code == 302
    with acting(house.liaison):
        first = Draft.objects.get()
        assert drafting.read_draft(first).faulty == ()
        said = drafting.read_draft(first).statement
    exported = client.get(reverse("readmission:draft_json", args=[first.uuid]))
    assert upload(client, house, exported.content).status_code == 302
    with acting(house.liaison):
        second = Draft.objects.exclude(pk=first.pk).get()
        assert drafting.read_draft(second).statement == said
    check = reverse("readmission:step", args=[second.uuid, "check"])
    assert client.post(check).status_code == 302
    with acting(house.liaison):
        assert Application.objects.get().track == said.track


def test_a_document_at_fault_makes_no_draft_and_says_where(house, client):
    log_in(client, house.liaison.user)
    client.cookies["korpu-language"] = "en"
    answer = upload(client, house, json.dumps(a_document(version="2")).encode())
    assert answer.status_code == 422
    assert "version" in answer.content.decode()
    huge = upload(client, house, b"[" * 1_000_001)
    assert huge.status_code == 422
    with acting(house.liaison):
        assert not Draft.objects.exists()
    log_in(client, house.border.user)
    assert client.get(reverse("readmission:import")).status_code == 403


@pytest.mark.parametrize("name", FILED)
def test_a_system_submits_every_form_by_its_schema(house, at, name):
    system = System(make_token(house, house.authority, at).secret)
    body = a_document(name)
    answer = system.post("/api/v1/forms", body)
    assert answer.status_code == 201, answer.content
    assert answer.json()["track"] == SOUND[name].track
    assert system.post("/api/v1/forms", body).status_code == 409
    body["particulars"]["contact_email"] = "nowhere"
    body["particulars"]["birth_date"] = 7
    refused = system.post("/api/v1/forms", body)
    assert refused.status_code == 400
    assert set(refused.json()["fields"]) == {"particulars.birth_date"}
    withdrawn = system.post(
        f"/api/v1/applications/{answer.json()['id']}/withdrawal", {"reason": "Not needed."}
    )
    assert withdrawn.status_code == 201
    assert withdrawn.json()["status"] == "withdrawn"


def text_of(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def pdf(client, reader, case, language="en"):
    log_in(client, reader.user)
    return client.get(reverse("readmission:case_pdf", args=[case.uuid, language]))


def test_the_form_is_printed_in_the_order_of_fields_and_the_reply_once_it_was_sent(
    house, client, at
):
    statement = a_statement(needs_basis="consent", health_needs="Insulin")
    case = an_application(house, statement, at=at).case
    bring_to(house, case, "agreed", at=at)
    before = text_of(pdf(client, house.liaison, case))
    order = ["Məmmədov", "1990", "Copy of a document that is proof", "Insulin"]
    places = [before.index(one) for one in order]
    assert places == sorted(places)
    assert "Annex 5 (expected)" in before
    assert "Readmission agreed" not in before
    send_letters(house, case, at=at)
    assert "Readmission agreed" in text_of(pdf(client, house.liaison, case))
    assert "Məmmədov" in text_of(pdf(client, house.officer, case, "az"))
    assert "Ходатайство о реадмиссии" in text_of(pdf(client, house.officer, case, "ru"))
    assert pdf(client, house.officer, case, "de").status_code == 404
    assert pdf(client, house.border, case).status_code in {403, 404}
    exported = client.get(reverse("readmission:case_json", args=[case.uuid]))
    assert exported.status_code in {403, 404}


@pytest.mark.parametrize("name", ["third_country", "documented", "transit"])
def test_every_form_is_printed_in_every_language(house, client, at, name):
    case = an_application(house, SOUND[name], at=at).case
    for language in ("az", "en", "ru"):
        printed = text_of(pdf(client, house.officer, case, language))
        assert sheets()[name].title.in_language(language) in printed
    log_in(client, house.liaison.user)
    exported = client.get(reverse("readmission:case_json", args=[case.uuid]))
    assert read_document(exported.content).statement == SOUND[name]


def test_the_notice_of_an_error_is_printed_for_whom_it_was_told(house, client, at):
    original = an_application(house).case
    bring_to(house, original, "closed_returned", at=at)
    with acting(house.officer):
        original = Case.objects.select_related("subject").get(pk=original.pk)
    case = an_error(house, original)
    assert "register of Georgia" in text_of(pdf(client, house.officer, case))
    assert pdf(client, house.liaison, case).status_code == 404
    act(case, "notify_error", house.officer, at=at)
    assert "register of Georgia" in text_of(pdf(client, house.liaison, case))
