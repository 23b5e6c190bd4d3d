"""Whatever is done to a case, the stored columns say what a replay says."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.testing import make_compartment
from korpu.foundations.casework.command import verify_cases
from korpu.foundations.casework.facts import from_json, to_json
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.projection import whole_log
from korpu.foundations.casework.selectors.options import options_of
from korpu.foundations.casework.services.timers import reproject_case
from korpu.foundations.casework.testing import act, make_case
from korpu.foundations.casework.verification import replay, verify_projection
from korpu.kernel.errors import InvalidInput

pytestmark = pytest.mark.django_db

START = timezone.now() - timedelta(days=400)


@given(
    steps=st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 20), st.booleans()), min_size=1, max_size=12
    )
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_run_of_acts_and_waiting_the_projection_equals_a_replay(steps) -> None:
    place = make_compartment("readmission")
    with acting(system_actor()) as hand:
        case, at = make_case(actor=hand, compartment=place, at=START), START
        for choice, days, timer in steps:
            at += timedelta(days=days)
            on = timezone.localdate(at)
            if timer:
                reproject_case(case=case, on=on, actor=hand, at=at)
            open_now = [o for o in options_of(case=case, for_actor=hand, on=on) if o.possible]
            if open_now:
                chosen = open_now[choice % len(open_now)].act
                stated = dict.fromkeys(chosen.facts_required, on)
                try:
                    act(case, chosen.id, hand, at=at, facts=stated)
                except InvalidInput:
                    stated = dict.fromkeys(chosen.facts_required, "Baku")
        case.refresh_from_db()
        assert [row.seq for row in whole_log(case)] == list(range(1, case.act_count + 1))
        assert list(verify_projection()) == []


def test_a_column_changed_behind_the_engines_back_is_found(as_owner, capsys) -> None:
    place = make_compartment("readmission")
    with acting(system_actor()) as hand:
        case = make_case(actor=hand, compartment=place)
    with as_owner():
        Case.objects.filter(pk=case.pk).update(status="agreed")
    with acting(system_actor()):
        (wrong,) = verify_projection()
    assert (wrong.case_number, wrong.field) == (case.number, "status")
    assert (wrong.stored, wrong.replayed) == ("agreed", "received")
    assert verify_cases(None) == 1
    assert case.number in capsys.readouterr().out


def test_a_deadline_changed_behind_the_engines_back_is_found(as_owner) -> None:
    place = make_compartment("readmission")
    with acting(system_actor()) as hand:
        case = make_case(actor=hand, compartment=place)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("update casework_deadline set due_on = due_on + 1")
    with acting(system_actor()):
        assert {wrong.field for wrong in verify_projection()} == {"deadlines"}
        assert replay(case).status == "received"


@given(
    facts=st.dictionaries(
        st.text(min_size=1, max_size=8),
        st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=20), st.dates()),
        max_size=6,
    )
)
def test_facts_come_back_from_the_log_as_they_went_in(facts) -> None:
    assert from_json(to_json(facts)) == facts
