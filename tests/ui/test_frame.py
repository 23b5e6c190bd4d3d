"""The frame of a page for somebody who is signed in."""

import pytest
from django.test import Client

from korpu.foundations.accounts.acting import acting, actor_of
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.testing import make_user

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    with acting(actor_of(user)):
        client.force_login(user)
    return client


def test_the_frame_names_the_person_and_speaks_their_language() -> None:
    client = signed_in(make_user(name="Rəna Həsənova", language="ru"))
    client.cookies["language"] = "en"
    page = client.get("/help/").text
    assert '<html lang="ru"' in page
    assert "Rəna Həsənova" in page
    assert 'action="/accounts/logout/"' in page
    assert "Моя учётная запись" in page


def test_a_language_chosen_on_any_page_is_kept_in_the_account() -> None:
    user = make_user(language="az")
    client = signed_in(user)
    client.get("/language/ru/?next=/help/")
    assert '<html lang="ru"' in client.get("/help/").text
    client.cookies.pop("language")
    assert '<html lang="ru"' in client.get("/help/").text


def test_a_visitor_sees_the_public_pages_and_no_account() -> None:
    page = Client().get("/help/").text
    assert "korpu-account" not in page
    assert 'href="/projects/"' in page
    assert 'href="/programmes/projects/"' not in page


def test_an_address_can_name_its_language_and_the_choice_is_kept() -> None:
    client = Client(headers={"accept-language": "en"})
    answer = client.get("/publications/?lang=ru&kind=report")
    assert '<html lang="ru"' in answer.text
    assert "private" in answer["Cache-Control"]
    assert "next=%2Fpublications%2F%3Fkind%3Dreport" in answer.text
    assert '<html lang="ru"' in client.get("/publications/").text
    assert '<html lang="en"' in client.get("/publications/?lang=en").text
