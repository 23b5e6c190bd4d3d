"""Every person tries every route: the page opens, or it is denied and shows nothing."""

from collections.abc import Mapping

import pytest
from django.http import HttpResponseBase
from django.urls import reverse

from korpu.foundations.audit.models import Event
from tests.architecture.access import (
    doors_accounts,
    doors_calls,
    doors_cases,
    doors_domains,
    doors_events,
    doors_iati,
    doors_information,
    doors_law,
    doors_mail,
    doors_persons,
    doors_programmes,
    doors_work,
)
from tests.architecture.access.doors import ANY, Door
from tests.architecture.access.markers import FOUND_BY_SEARCH, MARKERS, SURNAMES
from tests.architecture.access.people import EVERYBODY, NOT_LOGGED_IN
from tests.architecture.access.routes import routes
from tests.architecture.access.world import World

DOORS: Mapping[str, Door] = {
    **doors_accounts.DOORS,
    **doors_calls.DOORS,
    **doors_cases.DOORS,
    **doors_persons.DOORS,
    **doors_domains.DOORS,
    **doors_events.DOORS,
    **doors_law.DOORS,
    **doors_iati.DOORS,
    **doors_mail.DOORS,
    **doors_programmes.DOORS,
    **doors_work.DOORS,
    **doors_information.DOORS,
}
READ = sorted(name for name, door in DOORS.items() if door.got is not None)
SENT_TO = sorted(name for name, door in DOORS.items() if door.sent is not None)


def test_every_route_stands_in_the_tables_and_the_tables_name_no_other() -> None:
    """A new page needs a line in ``doors_….py``: to which object it leads, and who may see it."""
    assert set(routes()) - set(DOORS) == set()
    assert set(DOORS) - set(routes()) == set()


def test_every_route_says_who_may_come() -> None:
    assert [name for name, route in routes().items() if route.access is None] == []


@pytest.mark.parametrize("name", READ)
def test_a_page_opens_to_those_who_may_and_to_nobody_else(world: World, name: str) -> None:
    door, route = DOORS[name], routes()[name]
    address, allowed = reverse(name, kwargs=dict(door.to(world))), door.open_to(route)
    wrong = {}
    for person in EVERYBODY:
        answer = world.clients[person].get(address, dict(door.query))
        fault = _fault(answer, person, may=person in allowed, expected=door.got)
        if fault or (fault := _leak(answer, person, name)):
            wrong[person] = fault
    assert wrong == {}


@pytest.mark.parametrize("name", SENT_TO)
def test_who_may_not_act_changes_nothing_and_learns_nothing(
    world: World, name: str, as_owner
) -> None:
    door, route = DOORS[name], routes()[name]
    address, allowed = reverse(name, kwargs=dict(door.to(world))), door.done_from(route)
    assert door.sent is not None
    sent, wrong = dict(door.sent(world)), {}
    for person in (p for p in EVERYBODY if p not in allowed):
        before = _changes(as_owner)
        answer = world.clients[person].post(address, sent)
        fault = _fault(answer, person, may=False, expected=None) or _leak(answer, person, name)
        if fault or _changes(as_owner) != before:
            wrong[person] = fault or "something changed"
    assert wrong == {}


@pytest.mark.parametrize("name", SENT_TO)
def test_who_may_act_is_not_refused(world: World, name: str) -> None:
    door, route = DOORS[name], routes()[name]
    assert door.sent is not None
    allowed = sorted(door.done_from(route))
    if allowed:
        address = reverse(name, kwargs=dict(door.to(world)))
        answer = world.clients[allowed[0]].post(address, dict(door.sent(world)))
        assert _fault(answer, allowed[0], may=True, expected=door.done) == ""
        assert _leak(answer, allowed[0], name) == ""


def _fault(answer: HttpResponseBase, person: str, *, may: bool, expected: int | None) -> str:
    status, where = answer.status_code, answer.get("Location", "")
    if may and expected == ANY:
        return "" if status < 500 else f"failed: {status}"
    if may:
        sent_away = person not in NOT_LOGGED_IN and "/login/" in where
        return "" if status == expected and not sent_away else f"refused: {status} {where}"
    if person in NOT_LOGGED_IN:
        asked = status == 302 and where.startswith("/accounts/login/")
        return "" if asked else f"not asked to log in: {status} {where}"
    return "" if status in (403, 404) else f"let in: {status} {where}"


def _leak(answer: HttpResponseBase, person: str, name: str) -> str:
    """The first thing somebody reads that they may not; empty: none."""
    body = b"".join(answer) if answer.streaming else answer.content
    told = body.decode("utf-8", "replace") + str(dict(answer.items()))
    searched = name.startswith("persons:") and person in FOUND_BY_SEARCH
    for marker in MARKERS:
        if person in marker.readers or (searched and marker in SURNAMES):
            continue
        if marker.text in told:
            return f"reads {marker.stands_in}"
    return ""


def _changes(as_owner) -> int:
    with as_owner():
        return Event.objects.filter(kind="change").count()
