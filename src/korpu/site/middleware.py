"""What stands in front of every request before anybody is known."""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from psycopg_pool import PoolTimeout

from korpu.foundations.accounts.middleware import ActorMiddleware
from korpu.site import error_texts
from korpu.site.error_pages import Problem, problem_response
from korpu.site.errors import mapping_errors

GetResponse = Callable[[HttpRequest], HttpResponseBase]

ActingMiddleware = mapping_errors(ActorMiddleware)


class HealthMiddleware:
    """Answers ``/health/`` before host names, sessions or people matter.

    200 ``ok`` while the database answers, else 503. It says nothing else to anybody.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return _health() if request.path == "/health/" else self.get_response(request)


def _health() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except (DatabaseError, PoolTimeout):
        word, status = "database unavailable", 503
    else:
        word, status = "ok", 200
    return HttpResponse(
        f"{word}\n",
        status=status,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "no-store"},
    )


class RequestSizeMiddleware:
    """Refuses a request that announces more than the service would ever read."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        announced = request.headers.get("Content-Length", "")
        if announced.isdigit() and int(announced) > settings.KORPU_REQUEST_MAX_BYTES:
            return problem_response(request, Problem(413, *error_texts.of(413)))
        return self.get_response(request)
