"""A decree moves the dates of running cases: the right ones, once, with a journal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from korpu.engines.procedure.api import fold
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.api import (
    Case,
    Deadline,
    declared_library,
    hold_law,
    verify_projection,
)
from korpu.foundations.casework.projection import entry, logs_of, project, store_many
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.law.enums import ChangeKind, WorkState
from korpu.foundations.law.models import TermChange, Work
from korpu.foundations.law.services.batches import carry_on
from korpu.foundations.law.services.publishing import withdraw_change
from korpu.foundations.law.tests.conftest import enter, publish
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Text

pytestmark = pytest.mark.django_db
TITLE = Text(az="Yas günü", en="Day of mourning", ru="День траура")


def day_off(drafter: Actor, day: date, **said: object):
    return enter(
        drafter,
        **({"kind": ChangeKind.DAY_OFF, "subject": "az", "valid_from": day, "title": TITLE} | said),
    )


def finish(work: Work) -> Work:
    for _ in range(20):
        with acting(system_actor()) as actor:
            if not carry_on(work_id=work.pk, actor=actor, at=timezone.now()):
                break
    with acting(system_actor()):
        work.refresh_from_db()
    assert work.state == WorkState.DONE
    return work


def last_work() -> Work:
    with acting(system_actor()):
        return Work.objects.latest("pk")


def due(case: Case, term: str = "reply") -> date:
    with acting(system_actor()):
        found = case.deadlines.get(deadline=term).due_on
    assert found is not None
    return found


@pytest.fixture
def officer(db: None) -> Actor:
    return make_actor("readmission_officer")


def opened(officer: Actor, days_ago: int) -> Case:
    today = timezone.localdate()
    with acting(officer):
        return make_case(actor=officer, effective_on=today - timedelta(days=days_ago))


def test_a_day_declared_free_moves_the_term_that_ends_on_it_and_no_other(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    hit, other = opened(officer, 0), opened(officer, 7)
    day, untouched = due(hit), due(other)
    assert day != untouched
    publish(day_off(drafter, day), lawyer)
    work = finish(last_work())
    assert work.changed_count == 1
    assert due(other) == untouched
    assert due(hit) == declared_library().calendars["az"].roll(
        day + timedelta(days=1), "next_working_day"
    )
    with acting(officer):
        row = TermChange.objects.get()
        assert (row.case_id, row.deadline, row.old_due_on, row.new_due_on, row.kept) == (
            hit.pk,
            "reply",
            day,
            due_of(hit),
            False,
        )
    with acting(system_actor()):
        assert list(verify_projection()) == []
    again = publish_again(work)
    assert again.changed_count == work.changed_count
    with acting(officer):
        assert TermChange.objects.count() == 1


def due_of(case: Case) -> date | None:
    return case.deadlines.get(deadline="reply").due_on


def publish_again(work: Work) -> Work:
    """The worker died before it noted that it had finished: everything is gone through again."""
    with acting(system_actor()):
        Work.objects.filter(pk=work.pk).update(state="running", cursor=0)
    return finish(work)


def test_taking_the_holiday_back_gives_the_service_no_day_more_for_its_own_term(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    case = opened(officer, 0)
    first = due(case)
    moved_and_taken_back(case, "reply", drafter, lawyer)
    assert due(case) == first


def test_taking_the_holiday_back_keeps_the_later_day_of_any_other_running_term(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    case = opened(officer, 0)
    with acting(officer):
        for name in ("begin_examination", "confirm_identity", "agree"):
            act(case, name, officer)
    later = moved_and_taken_back(case, "travel_document", drafter, lawyer)
    assert due(case, "travel_document") == later


def moved_and_taken_back(case: Case, term: str, drafter: Actor, lawyer: Actor) -> date:
    """The term's last day is declared free and declared a working day again; its day between."""
    change = publish(day_off(drafter, due(case, term)), lawyer)
    finish(last_work())
    later = due(case, term)
    with acting(lawyer):
        withdraw_change(
            change=change,
            from_on=timezone.localdate(),
            reason="Repealed.",
            actor=lawyer,
            at=timezone.now(),
        )
    finish(last_work())
    return later


def test_a_holiday_entered_twice_is_refused_also_when_drafted_before_the_first_came_into_use(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    day = due(opened(officer, 0))
    one, two = day_off(drafter, day), day_off(drafter, day)
    publish(one, lawyer)
    with pytest.raises(InvalidInput):
        publish(two, lawyer)
    with pytest.raises(InvalidInput):
        day_off(drafter, day)


def test_a_case_acted_on_between_publishing_and_its_turn_is_journalled_all_the_same(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    case = opened(officer, 0)
    day = due(case)
    publish(day_off(drafter, day), lawyer)
    with acting(officer):
        act(case, "begin_examination", officer)
    finish(last_work())
    with acting(officer):
        row = TermChange.objects.get()
        assert (row.old_due_on, row.new_due_on) == (day, due_of(case))


def test_a_source_found_for_a_number_takes_the_flag_from_every_case(
    drafter: Actor, lawyer: Actor, officer: Actor
) -> None:
    case = opened(officer, 0)
    with acting(officer):
        assert case.deadlines.get(deadline="reply").citation.startswith("EU")
    change = enter(drafter, kind=ChangeKind.SOURCE, quantity=15, valid_from=date(2014, 9, 1))
    publish(change, lawyer)
    finish(last_work())
    with acting(officer):
        row = case.deadlines.get(deadline="reply")
        assert row.citation == "Amending Act No. 7, Art. 2"
        assert row.due_on is not None
    with acting(system_actor()):
        assert list(verify_projection()) == []
        assert not TermChange.objects.exists()


def test_a_batch_stores_what_each_case_stores_by_itself_and_nothing_of_a_hidden_one(
    officer: Actor,
) -> None:
    cases, today = [opened(officer, 0), opened(officer, 3)], timezone.localdate()
    with acting(system_actor()):
        law = hold_law()
        logs = logs_of(cases)
        found = [
            (case, project(fold(law.version(case.procedure, case.procedure_version),
                                tuple(map(entry, logs[case.pk])), law.calendars, on=today),
                           logs[case.pk]))
            for case in cases
        ]  # fmt: skip
        store_many([(case, replace(each, deadlines=(), next_due_on=None)) for case, each in found],
                   on=today)  # fmt: skip
        assert not Deadline.objects.filter(case__in=cases).exists()
        store_many(found, on=today)
        assert [wrong for case in cases for wrong in verify_projection() if wrong] == []
        assert Case.objects.get(pk=cases[0].pk).next_due_on == due(cases[0])
    with pytest.raises(DatabaseError, match="not visible"), acting(make_actor("mentor")):
        store_many(found, on=today)
