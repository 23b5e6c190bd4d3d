"""The board counts what is there; a caseload moves as it was shown, and back."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from korpu.foundations.accounts.api import acting, actor_of, system_actor
from korpu.foundations.accounts.models import Deputyship
from korpu.foundations.accounts.testing import (
    give_role,
    make_actor,
    make_compartment,
    make_office,
    make_user,
)
from korpu.foundations.casework.models import Case, Handover
from korpu.foundations.casework.selectors.board import board
from korpu.foundations.casework.services.people import assign_case
from korpu.foundations.casework.testing import make_case
from korpu.foundations.casework.tests.test_pages import log_in
from korpu.kernel.errors import NotPermitted

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def place():
    return make_compartment("readmission")


@pytest.fixture
def head(place):
    return make_actor("readmission_supervisor")


@pytest.fixture
def officers(place):
    return [actor_of(make_user(role="readmission_officer", name=f"O{n}")) for n in range(3)]


@pytest.fixture
def cases(place, head, officers):
    """Received 200, 100, 50, 0 days ago; the first three with the first officer."""
    made = []
    with acting(head):
        for days in (200, 100, 50, 0):
            at = timezone.now() - timedelta(days=days)
            made.append(make_case(actor=head, compartment=place, at=at))
        for case in made[:3]:
            assign_case(case=case, user=officers[0].user, actor=head, at=timezone.now())
    return made


def seen(place, actor):
    with acting(actor):
        found = board(place=place, for_actor=actor, on=TODAY)
    return found, {row.user_id: row for row in found.officers}


def test_the_board_counts_every_open_case_once_by_officer_age_and_lateness(
    place, head, officers, cases
) -> None:
    with acting(system_actor()):
        Case.objects.filter(pk=cases[2].pk).update(next_due_on=TODAY + timedelta(days=7))
        Case.objects.filter(pk=cases[3].pk).update(next_due_on=TODAY + timedelta(days=8))
    found, by = seen(place, head)
    load = by[officers[0].user_id].load
    assert (load.open, load.due_soon, load.missed) == (3, 1, 2)
    assert (load.fresh, load.settled, load.old, load.oldest) == (0, 1, 1, 1)
    assert by[officers[0].user_id].oldest_on == cases[0].opened_on
    assert found.unassigned.open == 1
    assert by[officers[1].user_id].load.open == 0
    assert found.total.open == 4


def test_cases_of_somebody_who_left_the_office_are_not_lost(place, head, officers, cases) -> None:
    from korpu.foundations.accounts.models import RoleGrant

    with acting(system_actor()):
        RoleGrant.objects.filter(user=officers[0].user).update(ended_at=timezone.now())
    found, by = seen(place, head)
    assert found.total.open == 4
    assert not by[officers[0].user_id].works_here


def test_the_board_of_another_office_and_of_an_officer_stay_shut(
    client, place, officers, cases
) -> None:
    elsewhere = make_actor("readmission_supervisor", office=make_office("elsewhere"))
    with acting(elsewhere), pytest.raises(NotPermitted):
        board(place=place, for_actor=elsewhere, on=TODAY)
    log_in(client, elsewhere.user)
    assert client.get(f"/work/board/?office={place.pk}").status_code == 404
    log_in(client, officers[0].user)
    assert client.get("/work/board/").status_code == 403


def plan_of(page: str) -> str:
    return re.search(r'name="plan" value="([0-9a-f]+)"', page)[1]


def test_a_caseload_is_shown_then_moved_evenly_then_undone(
    client, place, head, officers, cases
) -> None:
    log_in(client, head.user)
    giver, *getters = (officer.user_id for officer in officers)
    sent = {"from_user": giver, "to": getters, "reason": "Leave"}
    page = client.get("/work/board/hand-over/", sent | {"office": place.pk}).content.decode()
    assert all(case.number in page for case in cases[:3])
    assert cases[3].number not in page
    with acting(head):
        assert Case.objects.filter(assigned_to=giver).count() == 3
    answer = client.post("/work/board/hand-over/", sent | {"plan": plan_of(page)})
    assert answer.status_code == 302
    with acting(head):
        held = sorted(Case.objects.filter(assigned_to__in=getters).values_list("assigned_to"))
        assert len(held) == 3
        assert len(set(held)) == 2
    assert client.post(f"{answer['location']}undo/").status_code == 302
    with acting(head):
        assert Case.objects.filter(assigned_to=giver).count() == 3


def test_a_caseload_that_changed_meanwhile_is_shown_again_and_nothing_moves(
    client, place, head, officers, cases
) -> None:
    log_in(client, head.user)
    sent = {"from_user": officers[0].user_id, "to": [officers[1].user_id], "reason": "Typed"}
    page = client.get("/work/board/hand-over/", sent).content.decode()
    with acting(head):
        assign_case(case=cases[3], user=officers[0].user, actor=head, at=timezone.now())
    answer = client.post("/work/board/hand-over/", sent | {"plan": plan_of(page)})
    assert answer.status_code == 409
    assert cases[3].number in answer.content.decode()
    assert "Typed" in answer.content.decode()
    with acting(head):
        assert not Handover.objects.exists()
    assert client.post("/work/board/hand-over/", {"from_user": "x"}).status_code == 422
    to_self = {"from_user": officers[1].user_id, "to": [officers[1].user_id]}
    assert client.get("/work/board/hand-over/", to_self).status_code == 422


def cover(absent, deputy, **changes):
    day = TODAY.isoformat()
    sent = {"absent": absent, "deputy": deputy, "valid_from": day, "valid_until": day}
    return sent | {"reason": "Leave"} | changes


def test_the_head_of_an_office_arranges_cover_in_it_and_only_in_it(
    client, place, head, officers, cases
) -> None:
    log_in(client, head.user)
    away, here, third = (officer.user_id for officer in officers)
    assert client.post("/work/board/cover/", cover(away, here)).status_code == 302
    assert officers[0].user.full_name in client.get("/work/board/").content.decode()
    assert away in actor_of(officers[1].user).stands_in_for
    assert client.post("/work/board/cover/", cover(away, here)).status_code == 422
    assert client.post("/work/board/cover/", cover(away, away)).status_code == 422
    assert client.post("/work/board/cover/", cover(away, head.user_id)).status_code == 422
    give_role(officers[2].user, "readmission_officer", office=make_office("elsewhere"))
    assert client.post("/work/board/cover/", cover(third, here)).status_code == 422
    backwards = cover(away, third, valid_until=(TODAY - timedelta(days=1)).isoformat())
    assert client.post("/work/board/cover/", backwards).status_code == 422
    with acting(system_actor()):
        assert Deputyship.objects.count() == 1
