"""allauth's pages stand in the house's frame, in the reader's language."""

import pytest
from django.test import Client

OPEN_PAGES = ("/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/")


@pytest.mark.parametrize("path", OPEN_PAGES)
@pytest.mark.django_db
def test_pages_of_signing_in_stand_in_our_frame(path: str) -> None:
    client = Client()
    client.cookies["language"] = "ru"
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="ru"' in answer.text
    assert "korpu-header" in answer.text
    assert answer.text.count("<h1") == 1
    assert "<ul><li>" not in answer.text.replace("\n", "")


@pytest.mark.django_db
def test_a_wrong_login_keeps_the_address_and_says_what_is_wrong() -> None:
    answer = Client().post("/accounts/login/", {"login": "a@example.az", "password": "swordfish"})
    assert "govuk-error-summary" in answer.text
    assert 'value="a@example.az"' in answer.text
    assert "swordfish" not in answer.text
