"""What was done is in the trail exactly if it was done; what was read is there in any case."""

import json
from datetime import date

import pytest
from django.db import DatabaseError, connection

from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.models import RoleGrant, User
from korpu.foundations.accounts.testing import (
    give_role,
    make_actor,
    make_compartment,
    make_office,
    make_user,
)
from korpu.foundations.audit.api import readings_of, record_reading, record_refusal
from korpu.foundations.audit.models import Event
from korpu.foundations.audit.running import reading_all
from korpu.foundations.organisations.models import Office
from korpu.kernel.ids import new_id

pytestmark = pytest.mark.django_db


def events(**filters: object) -> list[dict]:
    with reading_all():
        found = Event.objects.filter(**filters).order_by("pk")
        return [json.loads(body) for body in found.values_list("body", flat=True)]


def test_a_change_names_who_did_it_and_only_the_columns_that_changed() -> None:
    office = make_office("changing")
    with acting(system_actor()) as system:
        Office.objects.filter(pk=office.pk).update(title_en="New name")
    last = events(object_type="organisations_office")[-1]
    assert last["verb"] == "update"
    assert last["actor"] == system.user_id
    assert last["old"] == {"title_en": "Office changing"}
    assert last["new"] == {"title_en": "New name"}
    assert last["parent_type"] == "organisations_organisation"


def test_a_change_that_is_rolled_back_leaves_no_event_and_its_reading_stays() -> None:
    office, thing = make_office("rolled-back"), new_id()
    before = len(events(kind="change"))

    def refused() -> None:
        with acting(system_actor()) as system:
            Office.objects.filter(pk=office.pk).update(title_en="Never")
            record_reading(actor=system, object_type="x.y", object_uuid=thing)
            record_refusal(actor=system, object_type="x.y", object_uuid=thing, permission="a.b.c")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        refused()
    assert len(events(kind="change")) == before
    assert [event["kind"] for event in events(object_uuid=thing)] == ["reading", "refusal"]


def test_readings_survive_a_transaction_the_database_itself_gave_up() -> None:
    thing = new_id()

    def failing() -> None:
        with acting(system_actor()) as system, connection.cursor() as cursor:
            record_reading(actor=system, object_type="x.y", object_uuid=thing)
            cursor.execute("select 1/0")

    with pytest.raises(DatabaseError):
        failing()
    assert len(events(object_uuid=thing)) == 1


def test_secrets_never_reach_the_trail() -> None:
    user = make_user(password="a secret nobody may read")
    with acting(system_actor()):
        User.objects.filter(pk=user.pk).update(password="other")
    last = events(object_uuid=user.uuid)[-1]
    assert last["new"] == {"password": "***"}
    assert "other" not in json.dumps(last)


def test_a_row_written_again_unchanged_is_no_event() -> None:
    office = make_office("unchanged")
    before = len(events())
    with acting(system_actor()):
        Office.objects.filter(pk=office.pk).update(title_en=office.title_en)
    assert len(events()) == before


def test_bulk_writes_are_noted_row_by_row() -> None:
    compartment = make_compartment("statistics")
    users = [make_user() for _ in range(3)]
    with acting(system_actor()) as system:
        RoleGrant.objects.bulk_create(
            RoleGrant(
                user=user,
                role="statistician",
                compartment=compartment,
                deputies_allowed=True,
                valid_from=date(2026, 1, 1),
                reason="r",
                granted_by=system.user,
                granted_at=user.date_joined,
            )
            for user in users
        )
    noted = [event["parent_id"] for event in events(object_type="accounts_rolegrant")]
    assert noted[-3:] == [str(user.pk) for user in users]


def test_only_auditors_read_the_trail() -> None:
    make_office("seen")
    for role in ("readmission_officer", "administrator", "statistician"):
        with acting(make_actor(role)):
            assert not Event.objects.filter(kind="change").exists(), role
    with acting(make_actor("auditor")):
        assert Event.objects.filter(kind="change").exists()


def test_holders_of_a_compartment_see_who_read_their_files_and_nobody_elses() -> None:
    officer = make_actor("readmission_officer")
    elsewhere = make_office("elsewhere")
    stranger = make_user(name="Stranger")
    give_role(stranger, "readmission_officer", office=elsewhere)
    mine = make_compartment("readmission")
    case, person = new_id(), new_id()
    with acting(officer):
        record_reading(
            actor=actor_of(stranger),
            object_type="casework.case",
            object_uuid=case,
            person_uuids=[person],
            purpose="decision",
            compartment_id=mine.pk,
        )
    with acting(officer):
        (found,) = readings_of(object_uuid=case, for_actor=officer)
        assert (found.actor_name, found.purpose) == ("Stranger", "decision")
        assert readings_of(person_uuid=person, for_actor=officer) == [found]
    other = actor_of(stranger)
    with acting(other):
        assert readings_of(object_uuid=case, for_actor=other) == []
