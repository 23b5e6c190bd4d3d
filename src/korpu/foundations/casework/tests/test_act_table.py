"""Every act of the procedure in a chosen status, by every role: what happens, what is noted.

The table is the declaration itself; this says that the room enforces it and notes the outcome.
"""

import pytest
from django.db import transaction
from django.utils import timezone

from korpu.engines.procedure.api import possible_acts
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.audit.models import Event
from korpu.foundations.casework.engine import declared_library
from korpu.foundations.casework.models import Act
from korpu.foundations.casework.services.shares import share_case
from korpu.foundations.casework.testing import (
    EVERYTHING_CLEAR,
    READMISSION,
    act,
    make_case,
    make_counterpart,
)
from korpu.foundations.casework.verification import replay, verify_projection
from korpu.kernel.errors import NotPermitted, NotPossibleNow

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
PROCEDURE = declared_library().procedure(READMISSION, on=TODAY)
ACTS = [name for name, declared in PROCEDURE.acts.items() if not declared.opening]
WAYS = {
    "received": [],
    "under_examination": ["begin_examination"],
    "agreed": ["begin_examination", "confirm_identity", "agree"],
    "closed_withdrawn": ["withdraw_application"],
}
PEOPLE = {
    "readmission_officer": "sms-test",
    "readmission_supervisor": "sms-test",
    "liaison": "deu-authority",
    "border_officer": "airport",
    "protection_officer": "sms-protection",
}
STATED = {"transfer_on": TODAY, "crossing_point": "Baku"}


def shared(case, hand, compartment: Compartment) -> None:
    share_case(
        case=case,
        compartment=compartment,
        purpose="test",
        valid_from=TODAY,
        valid_until=TODAY,
        actor=hand,
        at=timezone.now(),
    )


def arranged(status: str):
    """A case in ``status``, shared with border and protection, and one person of each role."""
    counterpart = make_counterpart()
    people = {role: make_actor(role, office=make_office(office)) for role, office in PEOPLE.items()}
    with acting(system_actor()) as hand:
        case = make_case(
            actor=hand, compartment=make_compartment("readmission"), counterpart=counterpart
        )
        for step in WAYS[status]:
            act(case, step, hand, facts=stated(step))
        shared(case, hand, make_compartment("border", office=make_office("airport")))
        shared(case, hand, make_compartment("protection", office=make_office("sms-protection")))
        case.refresh_from_db()
        assert case.status == status
    return case, people


def stated(name: str) -> dict[str, object]:
    return {fact: STATED.get(fact, TODAY) for fact in PROCEDURE.acts[name].facts_required}


def expected(state, name: str, role: str) -> type[Exception] | None:
    """What the declaration says, asked of the engine alone."""
    declared = PROCEDURE.acts[name]
    if role not in declared.roles:
        return NotPermitted
    known = {**EVERYTHING_CLEAR, **stated(name)}
    found = possible_acts(PROCEDURE, state, known, roles=frozenset({role}), on=TODAY)
    option = next((option for option in found if option.act.id == name), None)
    return None if option and option.possible else NotPossibleNow


@pytest.mark.parametrize("status", WAYS)
def test_an_act_is_done_refused_or_forbidden_as_declared_and_noted(status, as_owner) -> None:
    case, people = arranged(status)
    with acting(system_actor()):
        state = replay(case)
    tried = 0
    for role, person in people.items():
        for name in ACTS:
            wanted = expected(state, name, role)
            assert outcome(case, name, person) == wanted, f"{role} {name} while {status}"
            tried += 1
    assert tried == len(PEOPLE) * len(ACTS)
    with as_owner():
        refused = Event.objects.filter(kind="refusal", object_uuid=case.uuid).count()
    forbidden = sum(role not in PROCEDURE.acts[name].roles for role in PEOPLE for name in ACTS)
    assert refused == forbidden
    with acting(system_actor()):
        assert list(verify_projection()) == []


def outcome(case, name: str, person) -> type[Exception] | None:
    """Try an act, and take it back if it succeeds: the next is tried in the same status."""
    before = case.act_count
    try:
        with acting(person):
            made = act(case, name, person, facts=stated(name))
            assert (made.seq, Act.objects.filter(pk=made.pk).exists()) == (before + 1, True)
            transaction.set_rollback(True)
    except (NotPermitted, NotPossibleNow) as refusal:
        return type(refusal)
    return None
