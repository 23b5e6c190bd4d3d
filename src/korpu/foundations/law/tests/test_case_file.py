"""A case taken out whole: complete, checkable, recorded, and no more than the reader may have."""

import io
import json
import zipfile
from argparse import Namespace
from hashlib import sha256

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from korpu.engines.procedure.ocel import check_json
from korpu.engines.procedure.receipt_command import check_file
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import log_in, make_actor
from korpu.foundations.audit.models import Event
from korpu.foundations.casework.api import Audience, Case, attach_uploads, issue_letter
from korpu.foundations.casework.testing import act, make_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief() -> Actor:
    return make_actor("readmission_supervisor")


@pytest.fixture
def case(chief: Actor) -> Case:
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "teal").save(content, "JPEG")
    photo = SimpleUploadedFile("Şəkil ../x.jpg", content.getvalue(), "image/jpeg")
    with acting(chief):
        made = make_case(actor=chief)
        now = timezone.now()
        act(made, "return_as_incomplete", chief)
        attach_uploads(case=made, uploads=[photo], title="Photo", actor=chief, at=now)
        issue_letter(
            case=made, template="notice", language="az", data={}, actor=chief, at=now,
            addressee="A", audience=Audience.OFFICE,
        )  # fmt: skip
    return made


def taken(pages: Client, case: Case, purpose: str) -> zipfile.ZipFile:
    sent = {"purpose": purpose, "requester": "Baku Administrative Court, 17/4", "language": "en"}
    answer = pages.post(f"/cases/{case.uuid}/export/", sent)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.fixture
def pages(chief: Actor) -> Client:
    found = Client()
    log_in(found, chief.user)
    return found


def test_a_court_gets_everything_and_every_part_proves_itself(pages, case, tmp_path) -> None:
    found = taken(pages, case, "court")
    names = found.namelist()
    assert any(name.startswith("letters/OUT-") for name in names)
    assert any(name.startswith("documents/001-") and "/" not in name[10:] for name in names)
    listed = found.read("SHA256SUMS.txt").decode().splitlines()
    assert len(listed) == len(names) - 1
    for line in listed:
        digest, name = line.split("  ", 1)
        assert sha256(found.read(name)).hexdigest() == digest
    assert [each["act"] for each in json.loads(found.read("acts.json"))] == [
        "submit_application",
        "return_as_incomplete",
    ]
    assert check_json(json.loads(found.read("log.ocel.json"))) == []
    receipt = tmp_path / "receipt.json"
    receipt.write_bytes(found.read("receipts/002-return_as_incomplete.json"))
    assert check_file(Namespace(file=receipt)) == 0
    cover = PdfReader(io.BytesIO(found.read("cover.pdf")))
    assert cover.trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = " ".join(" ".join(page.extract_text() for page in cover.pages).split())
    for said in ("Baku Administrative Court", "Return as incomplete", "Terms and how", "SHA-256"):
        assert said in text


def test_the_person_gets_what_is_not_kept_to_the_office(pages, case) -> None:
    names = taken(pages, case, "person").namelist()
    assert not any(name.startswith("documents/") for name in names)
    assert any(name.startswith("letters/") for name in names)


def test_another_authority_gets_nothing_while_the_gate_is_shut(pages, case) -> None:
    sent = {"purpose": "authority", "requester": "A ministry", "language": "az"}
    assert pages.post(f"/cases/{case.uuid}/export/", sent).status_code == 409


def test_who_asked_and_why_is_recorded_and_others_may_not(pages, case) -> None:
    taken(pages, case, "court")
    with acting(system_actor()):
        found = [event.body for event in Event.objects.filter(kind="export")]
    assert any("court: Baku Administrative Court, 17/4" in each for each in found)
    empty = pages.post(f"/cases/{case.uuid}/export/", {"purpose": "court"})
    assert empty.status_code == 422
    officer = Client()
    log_in(officer, make_actor("readmission_officer").user)
    assert officer.get(f"/cases/{case.uuid}/export/").status_code == 403
