"""An amendment from draft to use: two persons, a proof, new cases under it and old ones not."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.accounts.testing import make_actor
from korpu.foundations.casework.api import Case, declared_library, library
from korpu.foundations.casework.testing import READMISSION, make_case
from korpu.foundations.law.enums import ChangeKind, ChangeState
from korpu.foundations.law.models import Change
from korpu.foundations.law.services.drafting import discard_change
from korpu.foundations.law.services.publishing import publish_change, withdraw_change
from korpu.foundations.law.tests.conftest import LAW, REPLY, enter, publish
from korpu.foundations.law.trial import differences, proof_of, trial_of
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db


def opened(officer: Actor, on: date) -> Case:
    with acting(officer):
        return make_case(actor=officer, effective_on=on)


def due(case: Case) -> date | None:
    with acting(system_actor()):
        return case.deadlines.get(deadline="reply").due_on


def working(day: date) -> date:
    return declared_library().calendars["az"].roll(day, "next_working_day")


def test_a_published_term_holds_for_new_cases_and_old_ones_keep_theirs(
    drafter: Actor, lawyer: Actor
) -> None:
    officer, today = make_actor("readmission_officer"), timezone.localdate()
    old = opened(officer, today - timedelta(days=1))
    before = due(old)
    change = enter(drafter, valid_from=today)
    assert library().procedure(READMISSION, on=today).version == "2026.1"
    publish(change, lawyer)
    with acting(officer):
        assert library().procedure(READMISSION, on=today).version == f"2026.1+{change.number}"
    new = opened(officer, today)
    assert new.procedure_version == f"2026.1+{change.number}"
    with acting(officer):
        old.refresh_from_db()
    assert old.procedure_version == "2026.1"
    assert due(old) == before == working(today + timedelta(days=14))
    assert due(new) == working(today + timedelta(days=10))


def test_the_draft_shows_what_changes_and_the_proof_before_anybody_signs(drafter: Actor) -> None:
    change = enter(drafter)
    with acting(drafter):
        trial = trial_of(change, on=timezone.localdate())
        pairs = list(differences(change, trial))
        assert READMISSION in {new.id for _, new in pairs}
        assert proof_of(change, trial) == ()


def test_nobody_publishes_their_own_draft_nor_one_that_changed_since_it_was_read(
    drafter: Actor, lawyer: Actor
) -> None:
    change = enter(drafter)
    with acting(drafter), pytest.raises(NotPermitted):
        publish_change(change=change, digest=change.digest, actor=drafter, at=timezone.now())
    with acting(lawyer), pytest.raises(Conflict):
        publish_change(change=change, digest="0" * 64, actor=lawyer, at=timezone.now())
    with acting(drafter), pytest.raises(DatabaseError), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(
            state="published",
            published_by_id=drafter.user_id,
            published_at=timezone.now(),
            published_on=timezone.localdate(),
        )


def test_what_was_signed_cannot_be_changed_even_in_the_database(
    drafter: Actor, lawyer: Actor
) -> None:
    change = publish(enter(drafter), lawyer)
    with acting(lawyer), pytest.raises(DatabaseError), transaction.atomic():
        Change.objects.filter(pk=change.pk).update(content="{}")
    officer = make_actor("readmission_officer")
    with acting(officer):
        assert Change.objects.filter(pk=change.pk).update(withdrawal_reason="x") == 0
    with acting(drafter), pytest.raises(NotPossibleNow):
        discard_change(change=change, actor=drafter, at=timezone.now())


def test_withdrawing_stops_new_cases_and_leaves_running_ones_alone(
    drafter: Actor, lawyer: Actor
) -> None:
    officer, today = make_actor("readmission_officer"), timezone.localdate()
    change = publish(enter(drafter, valid_from=today), lawyer)
    case = opened(officer, today)
    with acting(lawyer):
        with pytest.raises(InvalidInput):
            withdraw_change(
                change=change, from_on=today, reason=" ", actor=lawyer, at=timezone.now()
            )
        gone = withdraw_change(
            change=change, from_on=today, reason="Annulled.", actor=lawyer, at=timezone.now()
        )
    assert gone.state == ChangeState.WITHDRAWN
    with acting(officer):
        assert library().procedure(READMISSION, on=today).version == "2026.1"
        case.refresh_from_db()
        assert (
            library().version(READMISSION, case.procedure_version).version.endswith(change.number)
        )


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"subject": "rd.replly"}, "parameter"),
        ({"quantity": 15, "law": None}, "quantity"),
        ({"valid_from": date(1990, 1, 1)}, "valid_from"),
        ({"kind": ChangeKind.SOURCE, "valid_from": date(2014, 9, 1), "quantity": 9}, "quantity"),
        ({"kind": ChangeKind.SOURCE, "valid_from": date(2014, 9, 2), "quantity": 15}, "valid_from"),
    ],
)
def test_what_cannot_be_right_is_refused_at_its_field(
    drafter: Actor, said: dict[str, object], field: str
) -> None:
    if said.get("law", LAW) is None:
        with acting(drafter):
            said["law"] = library().parameters[REPLY].versions[-1].citation
        said["valid_from"] = date(2014, 9, 1)
    with pytest.raises(InvalidInput) as caught:
        enter(drafter, **said)
    assert field in caught.value.fields
    with acting(drafter):
        assert not Change.objects.exists()


def test_publishing_waits_for_an_act_that_is_being_written(lawyer: Actor) -> None:
    with acting(lawyer), connection.cursor() as cursor:
        cursor.execute("select korpu_hold_law()")
        cursor.execute(
            "select mode from pg_locks where locktype = 'advisory' and granted"
            " and pid = pg_backend_pid()"
        )
        assert ("ShareLock",) in cursor.fetchall()
