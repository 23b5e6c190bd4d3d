"""The frame of a page as a browser without scripts receives it."""

import pytest
from django.conf.locale import LANG_INFO
from django.test import Client
from django.utils import translation

from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import LANGUAGES

PAGES = ("help", "about", "accessibility", "cookies")


@pytest.fixture
def client() -> Client:
    return Client()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.django_db
def test_fixed_pages_open_in_every_language(client: Client, page: str, language: str) -> None:
    client.cookies["language"] = language
    answer = client.get(f"/{page}/")
    assert answer.status_code == 200
    assert f'<html lang="{language}" dir="ltr"' in answer.text
    assert answer.headers["Content-Language"] == language
    assert answer.text.count("<h1") == 1


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("ru-RU,ru;q=0.9", "ru"), ("de,en;q=0.5", "en"), ("de,fr", "az"), ("", "az"), ("az-AZ", "az")],
)
@pytest.mark.django_db
def test_a_newcomer_is_answered_in_the_language_of_the_browser(
    client: Client, accepted: str, language: str
) -> None:
    answer = client.get("/help/", headers={"accept-language": accepted})
    assert f'<html lang="{language}"' in answer.text


@pytest.mark.django_db
def test_the_language_switch_keeps_page_and_query(client: Client) -> None:
    page = client.get("/help/?sort=-name&amp=1")
    assert "/language/ru/?next=%2Fhelp%2F%3Fsort%3D-name%26amp%3D1" in page.text
    answer = client.get("/language/ru/?next=%2Fhelp%2F%3Fsort%3D-name")
    assert answer.headers["Location"] == "/help/?sort=-name"
    assert '<html lang="ru"' in client.get("/help/").text


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1"]
)
@pytest.mark.django_db
def test_the_language_switch_never_leads_to_another_site(client: Client, target: str) -> None:
    assert client.get("/language/en/", {"next": target}).headers["Location"] == "/"


@pytest.mark.django_db
def test_an_unknown_page_is_answered_in_the_frame_and_the_language(client: Client) -> None:
    client.cookies["language"] = "ru"
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert "Страница не найдена" in answer.text
    assert "korpu-header" in answer.text


def test_azerbaijani_is_written_from_left_to_right() -> None:
    assert LANG_INFO["az"]["bidi"] is False
    with translation.override("az"):
        assert translation.get_language_bidi() is False


def test_speaking_covers_the_house_and_gettext() -> None:
    with speak("ru"):
        assert translation.gettext("Back") == "Назад"
