"""The first page: public for a visitor, what waits for somebody at work."""

import pytest
from django.test import Client

from korpu.foundations.accounts.api import acting, actor_of
from korpu.foundations.accounts.testing import make_user
from korpu.foundations.ui.waiting import waiting_for

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "words"), [("az", "Daxil ol"), ("en", "Log in"), ("ru", "Войти")]
)
def test_a_visitor_finds_public_figures_and_the_way_in(language: str, words: str) -> None:
    client = Client()
    client.cookies["language"] = language
    page = client.get("/")
    assert page.status_code == 200
    assert words in page.text
    assert "/statistics/" in page.text
    assert page.text.count("<h1") == 1


@pytest.mark.parametrize("role", ["readmission_officer", "liaison", "auditor", "administrator"])
def test_somebody_at_work_finds_what_waits_and_where_to_go(role: str) -> None:
    client = Client()
    user = make_user(role=role, name="Aygün Nümunə")
    with acting(actor_of(user)):
        client.force_login(user)
    page = client.get("/")
    assert page.status_code == 200
    assert "Aygün Nümunə" in page.text
    assert ("/work/?view=" in page.text) == (role in {"readmission_officer", "liaison"})


@pytest.mark.parametrize(
    ("role", "hrefs"),
    [
        ("assessor", ["/calls/assessment/"]),
        (
            "programme_director",
            [
                "/programmes/projects/",
                "?status=scored",
                "?status=approved",
                "/programmes/events/tasks/",
            ],
        ),
        ("reintegration_coordinator", ["/arrivals/"]),
        ("analyst", ["/statistics-workbench/"]),
        ("lawyer", ["/law/?state=draft"]),
    ],
)
def test_what_waits_is_of_the_own_office_and_opens_to_its_list(role: str, hrefs: list[str]) -> None:
    user = make_user(role=role)
    actor = actor_of(user)
    client = Client()
    with acting(actor):
        waiting = waiting_for(actor)
        client.force_login(user)
    for href in hrefs:
        assert any(href in one.href for one in waiting), (role, [one.href for one in waiting])
    for one in waiting:
        assert client.get(one.href).status_code == 200, one.href


def test_who_has_no_such_work_sees_no_empty_lists() -> None:
    actor = actor_of(make_user(role="auditor"))
    with acting(actor):
        assert waiting_for(actor) == []
