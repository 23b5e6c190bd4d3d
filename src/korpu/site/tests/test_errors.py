"""Errors as a reader meets them: the right status, our sentence, nothing of anybody's data."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from korpu.kernel import errors as kernel
from korpu.kernel.access import public
from korpu.kernel.texts import Text, speaking
from korpu.site.errors import STATUS, answer

SENTENCE = Text(az="Artıq qərar verilib.", en="It has been decided.", ru="Решение уже принято.")
RAISED: dict[str, Exception] = {
    "invalid": kernel.InvalidInput(SENTENCE, fields={"born_on": SENTENCE}),
    "unknown": kernel.NotFound(SENTENCE),
    "refused": kernel.NotPermitted(SENTENCE),
    "late": kernel.NotPossibleNow(SENTENCE),
    "beaten": kernel.Conflict(SENTENCE, "Read it <again>."),
    "away": kernel.Unavailable(SENTENCE),
    "django-404": Http404("no Leyla here"),
    "django-403": PermissionDenied("Leyla"),
    "database-away": OperationalError("connection refused for Leyla"),
    "unforeseen": IntegrityError("Key (name)=(Leyla) already exists"),
}


@public
def view(request: HttpRequest, what: str) -> HttpResponse:
    raise RAISED[what]


urlpatterns = [path("api/<str:what>", view), path("<str:what>", view)]
handler404 = answer(404)

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("what", "status"),
    [
        ("invalid", 400),
        ("unknown", 404),
        ("refused", 403),
        ("late", 409),
        ("beaten", 409),
        ("away", 503),
        ("django-404", 404),
        ("django-403", 403),
        ("database-away", 503),
        ("unforeseen", 500),
    ],
)
def test_each_error_has_its_status_and_tells_nothing_of_anybody(client, what, status) -> None:
    for prefix in ("/", "/api/"):
        response = client.get(prefix + what)
        assert response.status_code == status
        assert "Leyla" not in response.text
        assert response.headers["Cache-Control"] == "no-store"


def test_every_kind_of_domain_error_is_mapped() -> None:
    kinds = kernel.DomainError.__subclasses__()
    assert set(STATUS) == {kind for kind in kinds if kind.__module__ == kernel.__name__}


def test_a_person_reads_the_errors_own_sentence_escaped(client) -> None:
    with speaking("en"):
        page = client.get("/beaten", headers={"Accept-Language": "en"}).text
    assert "It has been decided." in page
    assert "Read it &lt;again&gt;." in page


def test_a_machine_reads_a_problem_with_its_fields(client) -> None:
    response = client.get("/api/invalid", headers={"Accept-Language": "en"})
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 400
    assert set(response.json()["fields"]) == {"born_on"}


def test_only_an_absence_invites_to_try_the_same_again(client) -> None:
    assert client.get("/away").headers["Retry-After"] == "30"
    assert "Retry-After" not in client.get("/late").headers


def test_an_unforeseen_error_still_reaches_developers(settings) -> None:
    with pytest.raises(IntegrityError):
        Client().get("/unforeseen")


def test_an_unknown_address_is_a_page_of_ours(client) -> None:
    response = client.get("/no/such/place")
    assert response.status_code == 404
    assert "<h1" in response.text


def test_health_answers_before_host_names_and_people(client) -> None:
    response = client.get("/health/", headers={"Host": "10.1.2.3"})
    assert (response.status_code, response.text) == (200, "ok\n")


def test_a_request_nobody_would_read_is_refused_by_its_announcement(client, settings) -> None:
    settings.KORPU_REQUEST_MAX_BYTES = 10
    assert client.post("/late", {"a": "b" * 100}).status_code == 413
