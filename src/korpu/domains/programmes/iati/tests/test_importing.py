"""A file of others: shown before it is done, done as it was shown, and nothing of it lost."""

import io
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from korpu.domains.programmes.iati.importing.planning import plan_import
from korpu.domains.programmes.iati.models import ImportedFile, Profile
from korpu.domains.programmes.iati.models.imported import ImportMode
from korpu.domains.programmes.iati.selectors import project_activity
from korpu.domains.programmes.iati.services.importing import apply_import, keep_import
from korpu.domains.programmes.models import (
    BudgetLine,
    Indicator,
    Party,
    Period,
    Project,
    ProjectDate,
    Transaction,
)
from korpu.domains.programmes.testing import load_shipped_projects
from korpu.engines.iati.api import Record, differences, stream, write_activities
from korpu.engines.iati.model.activity import Activity, RelatedActivity
from korpu.engines.iati.model.common import Code, Line, Narrative, Texts
from korpu.engines.iati.reading import read_record
from korpu.engines.iati.tests.samples import NOW
from korpu.engines.iati.tests.samples import project as sample
from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.testing import log_in, make_user
from korpu.foundations.organisations.models import Office
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db
BASE = "http://testserver/"


@pytest.fixture
def manager():
    load_shipped_projects()
    with acting(system_actor()):
        office = Office.objects.get(code="sms-projects")
    return make_user(role="project_manager", office=office)


def _file(*activities: Activity) -> bytes:
    return write_activities(activities, generated_at=NOW)


def _office() -> int:
    return Project.objects.get(code="restart").compartment_id


def _taken_in(manager, content: bytes, mode=ImportMode.BOTH):
    actor, at = actor_of(manager), timezone.now()
    with acting(actor):
        kept = keep_import(
            content=content, name="a.xml", mode=mode, compartment_id=_office(), actor=actor, at=at
        )
        plan = plan_import(content, mode, for_actor=actor, at=at)
        units = ["persons" for _asked in plan.units_asked]
        seen = plan.fingerprint
        return apply_import(imported=kept, seen=seen, units=units, actor=actor, at=at)


def _written(manager, code: str) -> Activity:
    actor = actor_of(manager)
    with acting(actor):
        return project_activity(code, for_actor=actor, base_url=BASE, at=NOW)


def _same_but_for_the_reporter(one: Activity, other: Activity) -> bool:
    return not [
        each
        for each in differences(one, other)
        if each.model_path[0] not in {"reporting_org", "last_updated_datetime"}
    ]


def test_a_unit_nobody_stated_is_asked_for_and_never_guessed(manager):
    client = Client(headers={"accept-language": "en"})
    log_in(client, manager)
    with acting(system_actor()):
        office = _office()
    given = {"mode": "both", "office": office}
    file = SimpleUploadedFile("a.xml", _file(sample()))
    preview = client.post(reverse("programmes_iati:new_import"), given | {"file": file})["Location"]
    page = client.get(preview).content.decode()
    assert 'name="unit-0"' in page
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    refused = client.post(preview, {"seen": seen})
    assert refused.status_code == 422
    assert "the file does not say it" in refused.content.decode()
    assert client.post(preview, {"seen": seen, "unit-0": "events"}).status_code == 302
    with acting(system_actor()):
        assert Indicator.objects.get(project__code="bridge").unit == "events"


def test_a_record_comes_back_whole_with_what_our_tables_have_no_place_for(manager):
    came = replace(
        sample(),
        activity_scope=Code(code="4"),
        title=Texts(
            narrative=(Narrative(lang="fr", text="Le pont"), Narrative(lang="en", text="Bridge"))
        ),
    )
    plan = _taken_in(manager, _file(came))
    assert [row.action for row in plan.rows] == ["add"]
    assert _same_but_for_the_reporter(_written(manager, "bridge"), came)
    with acting(actor_of(manager)):
        project = Project.objects.get(code="bridge")
        assert (project.title_en, project.title_az, project.status) == (
            "Bridge",
            "Le pont",
            "completed",
        )
        assert project.published_at is None
        assert BudgetLine.objects.filter(project=project, state="proposed").count() == 3
        assert Transaction.objects.get(project=project).amount == sample().transaction[0].value.text
        assert Party.objects.filter(project=project).count() == 2
        assert Indicator.objects.get(project=project).unit == "persons"
        period = Period.objects.get(project=project)
        assert (period.actual, period.approved_at, period.splits) == (
            None,
            None,
            {},
        ) or period.actual


def test_what_changed_here_since_is_written_as_it_is_now_and_the_rest_as_it_came(manager):
    came = replace(sample(), activity_scope=Code(code="4"))
    _taken_in(manager, _file(came))
    with acting(actor_of(manager)):
        Project.objects.filter(code="bridge").update(title_en="Another bridge")
        date = ProjectDate.objects.get(project__code="bridge", kind="actual_end")
        ProjectDate.objects.filter(pk=date.pk).update(day="2021-05-01")
    now = _written(manager, "bridge")
    changed = {each.model_path[0] for each in differences(came, now)}
    assert changed == {"title", "activity_date", "reporting_org", "last_updated_datetime"}
    assert now.activity_date[0] == came.activity_date[0]
    assert now.activity_scope == came.activity_scope


def test_our_own_file_brings_nothing_new(manager):
    with acting(actor_of(manager)) as actor:
        content = _file(
            *(
                project_activity(code, for_actor=actor, base_url=BASE, at=NOW)
                for code in ("restart", "mobilaze", "mobilaze-2")
            )
        )
        plan = plan_import(content, ImportMode.BOTH, for_actor=actor, at=timezone.now())
    lines = {change.field for row in plan.rows for change in row.changes}
    assert lines <= {"line"}, plan.rows
    assert [row.action for row in plan.rows][2] == "same"


@pytest.mark.parametrize(
    ("mode", "actions"),
    [
        (ImportMode.ADD, ["left", "add"]),
        (ImportMode.UPDATE, ["update", "left"]),
        (ImportMode.BOTH, ["update", "add"]),
    ],
)
def test_the_choice_of_adding_or_updating_is_kept(manager, mode, actions):
    known = replace(sample(), iati_identifier=Line(text="AZ-IVI-SMS-RESTART"))
    plan = _taken_in(manager, _file(known, sample()), mode)
    assert [row.action for row in plan.rows] == actions
    with acting(actor_of(manager)):
        updated = Project.objects.get(code="restart").title_en == "Bridge & <road>"
        assert updated == ("update" in actions)
        assert Project.objects.filter(code="bridge").exists() == ("add" in actions)
        end = ProjectDate.objects.get(project__code="restart", kind="actual_end")
        assert str(end.day) == "2021-04-30"


def test_nothing_happens_unless_the_preview_still_holds_and_only_once(manager):
    content, actor, at = _file(sample()), actor_of(manager), timezone.now()
    known = replace(sample(), iati_identifier=Line(text="AZ-IVI-SMS-RESTART"))
    with acting(actor):
        kept = keep_import(
            content=_file(known),
            name="a",
            mode=ImportMode.BOTH,
            compartment_id=_office(),
            actor=actor,
            at=at,
        )
        seen = plan_import(_file(known), ImportMode.BOTH, for_actor=actor, at=at).fingerprint
        Project.objects.filter(code="restart").update(title_en="Changed meanwhile")
        with pytest.raises(Conflict):
            apply_import(imported=kept, seen=seen, actor=actor, at=at)
        assert Project.objects.get(code="restart").title_en == "Changed meanwhile"
    _taken_in(manager, content)
    with acting(actor):
        done = ImportedFile.objects.exclude(applied_at=None).get()
        with pytest.raises(NotPossibleNow):
            apply_import(imported=done, seen="x", actor=actor, at=at)
        assert done.report[0]["identifier"] == "AZ-IVI-123-BRIDGE"
        again = plan_import(content, ImportMode.BOTH, for_actor=actor, at=at)
        assert [row.action for row in again.rows] == ["same"]
    auditor = make_user(role="auditor")
    with acting(actor_of(auditor)) as other, pytest.raises(NotPermitted):
        keep_import(
            content=content,
            name="a",
            mode=ImportMode.ADD,
            compartment_id=done.compartment_id,
            actor=other,
            at=at,
        )


def test_a_part_a_project_cannot_take_undoes_the_whole_file(manager):
    backwards = replace(
        sample(),
        activity_date=(
            replace(sample().activity_date[0], type="1"),
            replace(sample().activity_date[0], type="3", iso_date=NOW.date().replace(year=1999)),
        ),
    )
    with pytest.raises(InvalidInput, match="AZ-IVI-123-BRIDGE"):
        _taken_in(manager, _file(backwards))
    with acting(actor_of(manager)):
        assert not Project.objects.filter(code="bridge").exists()
        assert not Profile.objects.filter(identifier="AZ-IVI-123-BRIDGE").exists()


HOSTILE = [
    (b"not xml", "cannot be read as XML"),
    (
        b'<!DOCTYPE a [<!ENTITY b "c">]><iati-activities version="2.03">&b;</iati-activities>',
        "DOCTYPE",
    ),
    (_file(sample()).replace(b'version="2.03"', b'version="1.05"'), "version 1.05"),
    (_file(sample()).replace(b'version="2.03"', b'version="2.01"'), "version 2.01"),
    (b'<iati-organisations version="2.03"/>', "organisation file"),
    (b"", "empty"),
]


@pytest.mark.parametrize(("content", "said"), HOSTILE)
def test_a_file_that_cannot_be_taken_in_is_refused_at_its_field(manager, content, said):
    client = Client()
    log_in(client, manager)
    answer = client.post(
        reverse("programmes_iati:new_import"),
        {
            "file": SimpleUploadedFile("a.xml", content),
            "mode": "both",
            "office": _first_office(client),
        },
    )
    assert answer.status_code == 422
    assert said in answer.content.decode().replace("&lt;!", "")
    with acting(actor_of(manager)):
        assert not ImportedFile.objects.exists()


def _sent(client, name, content):
    file = SimpleUploadedFile(name, content)
    return {"file": file, "mode": "both", "office": _first_office(client)}


def _first_office(client) -> str:
    page = client.get(reverse("programmes_iati:new_import")).content.decode()
    return page.split('name="office"')[1].split('value="')[1].split('"')[0]


def test_the_pages_show_what_would_be_done_and_what_was_done(manager):
    client = Client()
    log_in(client, manager)
    came = _file(sample()).replace(
        b"</iati-activity>", b'<o:note xmlns:o="urn:o">ours</o:note></iati-activity>'
    )
    came = came.replace(
        b"</iati-activities>",
        b"<iati-activity><iati-identifier>X-1</iati-identifier></iati-activity></iati-activities>",
    )
    sent = {
        "file": SimpleUploadedFile("theirs.xml", came),
        "mode": "both",
        "office": _first_office(client),
    }
    address = client.post(reverse("programmes_iati:new_import"), sent)["Location"]
    page = client.get(address).content.decode()
    for words in (
        "New project",
        "budget[1]",
        "Cannot be taken in",
        "Not understood and not kept: 1",
        "o:note",
    ):
        assert words in page
    with acting(actor_of(manager)):
        assert not Project.objects.filter(code="bridge").exists()
    seen = page.split('name="seen" value="')[1].split('"')[0]
    agreed = {"seen": seen, "unit-0": "persons"}
    assert client.post(address, agreed).status_code == 302
    report = client.get(address).content.decode()
    assert "What the file did" in report
    assert "o:note" in report
    assert client.post(address, agreed).status_code == 409
    check = client.get(reverse("programmes_iati:check", args=("bridge",))).content.decode()
    assert "A file was imported for this project" in check
    other = make_user(role="project_manager")
    stranger = Client()
    log_in(stranger, other)
    assert stranger.get(address).status_code == 404


def test_the_public_file_of_an_imported_project_reads_back_the_same(manager):
    _taken_in(manager, _file(sample()))
    written = _file(_written(manager, "bridge"))
    # a record is emptied as the next one comes: it is read while it is there
    ((read, reading),) = [
        read_record(part.element, 1, Activity)
        for part in stream(io.BytesIO(written))
        if isinstance(part, Record)
    ]
    assert not reading.not_understood
    assert read.related_activity == (RelatedActivity(ref="AZ-IVI-123-OLD", type="3"),)
