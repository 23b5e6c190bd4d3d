"""What a reader sees when something went wrong."""

import pytest
from django.test import RequestFactory

from korpu.foundations.ui.languages import speak
from korpu.kernel.texts import LANGUAGES
from korpu.site import error_texts
from korpu.site.error_pages import Problem, problem_response

STATUSES = (400, 403, 404, 409, 413, 429, 500, 503)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
def test_every_error_has_its_page_in_every_language(status: int, language: str) -> None:
    title, detail = error_texts.of(status)
    with speak(language):
        answer = problem_response(RequestFactory().get("/x/"), Problem(status, title, detail))
    page = answer.text
    assert answer.status_code == status
    assert f'<html lang="{language}" dir="ltr" class="govuk-template">' in page
    assert f'<h1 class="govuk-heading-l">{title.in_language(language)}</h1>' in page
    assert detail.in_language(language) in page
    assert 'href="/"' in page


def test_sentences_of_fields_are_listed_and_cannot_break_out() -> None:
    problem = Problem(400, "Refused", "Look below.", {"name": "Odd <b>name</b>"})
    with speak("en"):
        page = problem_response(RequestFactory().get("/x/"), problem).text
    assert "<li>Odd &lt;b&gt;name&lt;/b&gt;</li>" in page
