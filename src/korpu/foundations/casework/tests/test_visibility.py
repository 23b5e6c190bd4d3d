"""Who sees what of a case: its office, those it is shared with, the other side, everybody else."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, acting, actor_of, system_actor
from korpu.foundations.accounts.services import appoint_deputy
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office, make_user
from korpu.foundations.audit.models import Event
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import (
    Act,
    Assignment,
    Case,
    CaseParty,
    CaseShare,
    Deadline,
    Note,
    Task,
)
from korpu.foundations.casework.selectors.cases import find_case, get_case
from korpu.foundations.casework.selectors.parties import people_of
from korpu.foundations.casework.selectors.rows import rows_of
from korpu.foundations.casework.selectors.worklist import Filters, View, worklist
from korpu.foundations.casework.services.papers import add_note, add_task
from korpu.foundations.casework.services.people import add_party, assign_case
from korpu.foundations.casework.services.shares import end_share, share_case
from korpu.foundations.casework.testing import act, make_case, make_counterpart
from korpu.foundations.persons.api import merge_persons
from korpu.foundations.persons.models import IdentityFact, Person
from korpu.foundations.persons.testing import make_person
from korpu.kernel.errors import NotFound, NotPermitted
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PARTS = (Act, Deadline, CaseParty, Assignment, CaseShare, Note, Task)


@pytest.fixture
def office():
    return make_compartment("readmission")


@pytest.fixture
def officer(office) -> Actor:
    return make_actor("readmission_officer")


@pytest.fixture
def liaison() -> Actor:
    make_counterpart()
    return make_actor("liaison", office=make_office("deu-authority"))


@pytest.fixture
def case(officer, office, liaison) -> Case:
    """A case with one of everything, on which the office has done something in private."""
    person = make_person(compartment=office)
    with acting(officer):
        case = make_case(actor=officer, compartment=office, counterpart=make_counterpart())
        add_party(case=case, person=person, part="subject", actor=officer, at=timezone.now())
        add_note(case=case, text="Between us", actor=officer, at=timezone.now())
        add_note(
            case=case,
            text="For the border",
            audience=Audience.SHARED,
            actor=officer,
            at=timezone.now(),
        )
        add_task(case=case, title=Text("a", "b", "c"), actor=officer, at=timezone.now())
        assign_case(case=case, user=officer.user, actor=officer, at=timezone.now())
        act(case, "begin_examination", officer)
    return case


def share_with(case: Case, officer: Actor, **reader: object) -> CaseShare:
    with acting(officer):
        return share_case(
            case=case,
            purpose="transfer",
            valid_from=TODAY,
            valid_until=TODAY + timedelta(days=3),
            actor=officer,
            at=timezone.now(),
            **reader,
        )


def seen(actor: Actor) -> dict[str, int]:
    with acting(actor):
        found = {part.__name__: part.objects.count() for part in (Case, *PARTS)}
    return {name: count for name, count in found.items() if count}


def test_the_office_sees_everything(case, officer) -> None:
    found = seen(officer)
    assert found.pop("Deadline") >= 1
    assert found == {"Case": 1, "Act": 2, "CaseParty": 1, "Assignment": 1, "Note": 2, "Task": 1}


@pytest.mark.parametrize("role", ["border_officer", "mentor", "auditor", "statistician"])
def test_outsiders_see_nothing(case, role) -> None:
    assert seen(make_actor(role, office=make_office("elsewhere"))) == {}


def test_the_same_business_of_another_office_sees_nothing(case) -> None:
    assert seen(make_actor("readmission_officer", office=make_office("elsewhere"))) == {}


def test_nobody_sees_nothing(case) -> None:
    assert not Case.objects.exists()
    assert not Act.objects.exists()


def test_the_other_side_sees_the_case_and_the_acts_meant_for_it_and_nothing_else(
    case, liaison
) -> None:
    assert seen(liaison) == {"Case": 1, "Act": 1}


def test_another_state_sees_nothing(case) -> None:
    make_counterpart("NLD")
    assert seen(make_actor("liaison", office=make_office("nld-authority"))) == {}


def test_the_other_side_is_told_the_status_it_may_know(case, liaison) -> None:
    with acting(liaison):
        (row,) = rows_of(cases=[Case.objects.get()], for_actor=liaison, on=TODAY)
    assert row.status.en == "Received"
    assert (row.due_on, row.person, row.assigned) == (None, "", "")


def test_a_quarantine_does_not_show_to_the_other_side(case, officer, liaison) -> None:
    with acting(officer):
        act(case, "quarantine_application", officer)
    with acting(liaison):
        (row,) = rows_of(cases=[Case.objects.get()], for_actor=liaison, on=TODAY)
        assert not Act.objects.filter(act="quarantine_application").exists()
    assert row.status.en == "Received"


def test_the_other_side_acts_on_a_case_whose_log_it_cannot_read_whole(case, liaison) -> None:
    with acting(liaison):
        case.refresh_from_db()
        done = act(case, "withdraw_application", liaison)
        assert done.seq == 3
        assert Act.objects.count() == 2
    with acting(system_actor()):
        assert Case.objects.get().status == "closed_withdrawn"


def test_a_share_opens_the_case_without_what_is_kept_to_the_office(case, officer) -> None:
    border = make_actor("border_officer", office=make_office("airport"))
    share_with(case, officer, compartment=make_compartment("border", office=make_office("airport")))
    found = seen(border)
    assert found.pop("Deadline") >= 1
    assert found == {
        "Case": 1,
        "Act": 2,
        "CaseParty": 1,
        "Assignment": 1,
        "CaseShare": 1,
        "Note": 1,
    }


def test_a_share_opens_the_basic_facts_of_the_people_and_no_more(case, officer) -> None:
    mentor = make_actor("mentor", office=make_office("ngo"))
    share_with(case, officer, user=mentor.user)
    with acting(mentor):
        assert Person.objects.count() == 1
        assert set(IdentityFact.objects.values_list("kind", flat=True)) == {
            "surname",
            "given_names",
        }


def test_a_person_who_joins_a_shared_case_is_opened_too(case, officer, office) -> None:
    mentor = make_actor("mentor", office=make_office("ngo"))
    share_with(case, officer, user=mentor.user)
    child = make_person("Əliyeva", "Nigar", compartment=office)
    with acting(officer):
        add_party(case=case, person=child, part="child", actor=officer, at=timezone.now())
    with acting(mentor):
        assert Person.objects.count() == 2


def test_a_share_in_person_is_not_the_colleagues(case, officer) -> None:
    mentor = make_actor("mentor", office=make_office("ngo"))
    share_with(case, officer, user=mentor.user)
    assert "Case" in seen(mentor)
    assert seen(make_actor("mentor", office=make_office("ngo"))) == {}


def test_an_ended_share_closes_the_case_and_the_people_at_once(case, officer) -> None:
    mentor = make_actor("mentor", office=make_office("ngo"))
    share = share_with(case, officer, user=mentor.user)
    with acting(officer):
        end_share(share=share, actor=officer, at=timezone.now())
    assert seen(mentor) == {}
    with acting(mentor):
        assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("first", "last", "open_today"),
    [(0, 0, True), (1, 5, False), (-5, -1, False), (-5, 0, True)],
    ids=["today only", "from tomorrow", "until yesterday", "until today"],
)
def test_a_share_runs_from_its_first_to_its_last_day(
    case, officer, first, last, open_today
) -> None:
    mentor = make_actor("mentor", office=make_office("ngo"))
    with acting(officer):
        share_case(
            case=case,
            purpose="support",
            user=mentor.user,
            valid_from=TODAY + timedelta(days=first),
            valid_until=TODAY + timedelta(days=last),
            actor=officer,
            at=timezone.now(),
        )
    assert ("Case" in seen(mentor)) is open_today


def test_a_deputy_has_the_absent_colleagues_list_and_acts_in_their_name(
    case, officer, as_owner
) -> None:
    deputy = make_user(role="statistician")
    with acting(system_actor()) as system:
        appoint_deputy(
            absent=officer.user,
            deputy=deputy,
            valid_from=TODAY,
            valid_until=TODAY,
            reason="leave",
            actor=system,
            at=timezone.now(),
        )
    stand_in = actor_of(deputy)
    with acting(stand_in):
        assert worklist(for_actor=stand_in, filters=Filters(view=View.MINE)).count == 1
        case.refresh_from_db()
        done = act(case, "confirm_identity", stand_in)
    assert (done.actor_id, done.on_behalf_of_id) == (deputy.pk, officer.user_id)
    with as_owner():
        change = Event.objects.filter(object_type="casework_act", object_id=str(done.pk)).get()
    assert (change.actor_id, change.on_behalf_of_id) == (deputy.pk, officer.user_id)


def test_reading_a_case_is_recorded_with_the_people_in_it(case, officer, as_owner) -> None:
    with acting(officer):
        get_case(uuid=case.uuid, for_actor=officer, purpose="page")
    with as_owner():
        readings = Event.objects.filter(kind="reading", object_type="casework.case")
        bodies = [event.record for event in readings]
    assert [body["uuid"] for body in bodies] == [str(case.uuid)]
    assert len(bodies[0]["persons"]) == 1


def test_a_case_one_may_not_see_is_one_that_is_not_there(case) -> None:
    outsider = make_actor("readmission_officer", office=make_office("elsewhere"))
    with acting(outsider), pytest.raises(NotFound):
        find_case(uuid=case.uuid, for_actor=outsider)


def test_a_role_that_does_not_read_cases_is_refused_in_its_own_compartment(case, office) -> None:
    finance = make_actor("programme_finance")
    with acting(system_actor()):
        Case.objects.filter(pk=case.pk).update(counterpart=make_compartment("assistance"))
    with acting(finance), pytest.raises(NotPermitted):
        find_case(uuid=case.uuid, for_actor=finance)


@pytest.mark.parametrize("part", [Act, Note, Task, CaseShare])
def test_nobody_adds_to_a_case_they_cannot_see(case, part) -> None:
    with acting(system_actor()):
        example = part.objects.first() or CaseShare(
            case=case, purpose="x", valid_from=TODAY, valid_until=TODAY, granted_at=timezone.now()
        )
    outsider = make_actor("readmission_officer", office=make_office("elsewhere"))
    example.pk = part._meta.pk.get_default()
    example._state.adding = True
    for field in ("granted_by_id", "user_id", "actor_id"):
        if hasattr(example, field):
            setattr(example, field, outsider.user_id)
    if part is Act:
        example.seq = 99
    with (
        acting(outsider),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        example.save(force_insert=True)


@pytest.mark.parametrize("part", [Case, Act, Note, Task, CaseShare, CaseParty, Deadline])
def test_nobody_removes_anything_of_a_case(case, officer, part) -> None:
    with acting(officer):
        before = part.objects.count()
        part.objects.all()._raw_delete("default")
        assert part.objects.count() == before


def test_a_case_opened_for_a_record_since_merged_shows_the_name_that_is_kept(
    case, officer, office
) -> None:
    kept = make_person("Məmmədzadə", "Rauf", compartment=office)
    supervisor = make_actor("readmission_supervisor")
    with acting(supervisor):
        absorbed = Case.objects.get(pk=case.pk).subject
        merge_persons(
            kept=kept, absorbed=absorbed, reason="the same", actor=supervisor, at=timezone.now()
        )
    with acting(officer):
        (row,) = rows_of(cases=[Case.objects.get()], for_actor=officer, on=TODAY)
        (person,) = people_of(case=case, for_actor=officer)
    assert row.person == person.name == "Məmmədzadə Rauf"


def test_a_share_that_comes_with_an_act_of_the_other_side_opens_the_people_too(
    case, officer, liaison
) -> None:
    place = make_compartment("border", office=make_office("airport"))
    with acting(liaison):
        share_case(
            case=Case.objects.get(pk=case.pk),
            compartment=place,
            purpose="transfer",
            valid_from=TODAY,
            valid_until=TODAY,
            actor=liaison,
            at=timezone.now(),
        )
    with acting(make_actor("border_officer", office=make_office("airport"))):
        assert Person.objects.count() == 1
