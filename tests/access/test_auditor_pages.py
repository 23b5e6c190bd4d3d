"""Auditors search the trail, verify the chain and take it away; that they do is noted too."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import give_role, make_office
from korpu.foundations.audit import tasks
from korpu.foundations.audit.api import record_reading, seal
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all
from korpu.kernel.ids import new_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def auditor(cast) -> Client:
    client = cast.client("auditor")
    with acting(system_actor()):
        User.objects.filter(pk=cast["auditor"].pk).update(language="en")
    return client


def noted(**filters: object) -> int:
    with reading_all():
        return Event.objects.filter(**filters).count()


def test_events_are_found_by_who_did_them_by_kind_and_by_day(auditor, cast) -> None:
    cast.client("mentor").get("/people/")
    page = auditor.get("/audit/?who=mentor&kind=refusal").text
    assert "accounts.user.read" in page
    assert "1 found" in page
    assert "No event fits." in auditor.get("/audit/?who=mentor&kind=export").text
    assert "No event fits." in auditor.get("/audit/?first=2099-01-01").text
    assert "No event fits." in auditor.get("/audit/?last=2020-01-01").text


def test_everything_about_a_person_is_found_by_the_identifier(auditor, cast) -> None:
    officer, person = cast.actor("readmission_officer"), new_id()
    with acting(officer):
        record_reading(
            actor=officer,
            object_type="casework.case",
            object_uuid=new_id(),
            person_uuids=[person],
            purpose="examination",
        )
    page = auditor.get(f"/audit/?subject={person}").text
    assert "1 found" in page
    assert "examination" in page
    assert noted(kind="reading", object_type="audit.trail", object_uuid=person) == 1


def test_changes_of_parts_are_found_with_the_whole(auditor, cast) -> None:
    user = cast["newcomer"]
    give_role(user, "statistician", office=cast.office("statistician"))
    page = auditor.get(f"/audit/?subject={user.uuid}").text
    assert "Granted role" in page
    assert "Account" in page


def test_an_event_shows_values_before_and_after_and_its_place_in_the_chain(auditor) -> None:
    office = make_office("shown")
    with acting(system_actor()):
        type(office).objects.filter(pk=office.pk).update(title_en="After")
    seal()
    with reading_all():
        last = Event.objects.filter(object_type="organisations_office").latest("pk")
    page = auditor.get(f"/audit/events/{last.pk}/").text
    assert "Office shown" in page
    assert "After" in page
    assert "Number in the chain" in page
    assert "not sealed yet" not in page
    assert noted(kind="reading", object_type="audit.event") == 1


def test_looking_at_the_trail_is_in_the_trail(auditor, cast) -> None:
    before = noted(kind="reading", actor_id=cast["auditor"].pk)
    auditor.get("/audit/")
    assert noted(kind="reading", actor_id=cast["auditor"].pk) == before + 1


def test_the_chain_is_verified_by_a_job_and_the_result_shown(auditor, cast) -> None:
    assert "has not been verified yet" in auditor.get("/audit/chain/").text
    assert auditor.post("/audit/chain/verify/").status_code == 302
    assert "already waiting" in auditor.post("/audit/chain/verify/", follow=True).text
    seal()
    tasks.verify_chain(cast["auditor"].pk)
    assert "sound:" in auditor.get("/audit/chain/").text


def test_the_anchor_is_a_file_to_keep(auditor) -> None:
    seal()
    answer = auditor.post("/audit/chain/anchor/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    number, _, digest = answer.text.strip().partition(":")
    assert int(number) > 0
    assert len(digest) == 64


def test_the_whole_trail_is_taken_out_and_verified_elsewhere(auditor, tmp_path: Path) -> None:
    seal()
    answer = auditor.post("/audit/chain/bundle/")
    content = b"".join(answer.streaming_content)
    for close in answer._resource_closers:
        close()
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        bundle.extract("verify.py", tmp_path)
    (tmp_path / "trail.zip").write_bytes(content)
    command = [sys.executable, "-I", str(tmp_path / "verify.py"), str(tmp_path / "trail.zip")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert noted(kind="export") == 1


@pytest.mark.parametrize("name", ["audit-events", "audit-chain"])
def test_auditors_pages_are_closed_to_everybody_else(cast, name) -> None:
    address = reverse(name)
    for role in ("administrator", "readmission_supervisor", "liaison", "mentor", "newcomer"):
        assert cast.client(role).get(address).status_code == 403, role
    assert cast.client("anonymous").get(address).status_code == 302


@pytest.mark.parametrize("name", ["audit-verify", "audit-anchor", "audit-bundle"])
def test_auditors_acts_are_closed_to_everybody_else(cast, name) -> None:
    for role in ("administrator", "liaison", "newcomer"):
        assert cast.client(role).post(reverse(name)).status_code == 403, role


def test_an_event_nobody_wrote_is_not_found(auditor) -> None:
    assert auditor.get("/audit/events/999999999/").status_code == 404


def test_a_subject_nobody_knows_finds_nothing(auditor) -> None:
    assert "No event fits." in auditor.get("/audit/?subject=RDM-1999-000001").text
