"""The machine's door: one API, its errors, its documentation."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from korpu.domains.readmission.http import problems
from korpu.domains.readmission.http.operations import router
from korpu.kernel.access import Access, mark_all
from korpu.kernel.errors import DomainError

NAMESPACE = "readmission-api"
DESCRIPTION = (
    "For systems of requesting states: submit readmission applications, enclose evidence, follow "
    "them, fetch the reply, announce the transfer. A token reaches the applications of one "
    "authority. Errors are problems (RFC 9457) in the language of `Accept-Language` (az, en, ru)."
)


class Door(NinjaAPI):
    """The API whose errors are documented as problems."""

    def get_openapi_schema(self, *args: Any, **named: Any) -> OpenAPISchema:
        return problems.documented_as_problems(super().get_openapi_schema(*args, **named))


def machine_door(status_of: problems.StatusOf) -> tuple[list[URLPattern | URLResolver], str]:
    """What ``include()`` mounts under ``/api/v1/``: the addresses of the API and their namespace.

    Args:
        status_of: the status of HTTP an error stands for; the site knows it.
    """
    door = Door(
        title="Körpü: readmission",
        version="1.0.0",
        description=DESCRIPTION,
        docs_url=None,
        urls_namespace=NAMESPACE,
    )
    door.add_router("", router)
    _answer_errors(door, status_of)

    def docs(request: HttpRequest) -> HttpResponse:
        return render(request, "readmission/api_docs.html", {"schema": door.get_openapi_schema()})

    patterns: list[URLPattern | URLResolver] = [path("docs", docs, name="docs"), *door.urls[0]]
    mark_all(patterns, Access("public"))
    return patterns, NAMESPACE


def _answer_errors(door: NinjaAPI, status_of: problems.StatusOf) -> None:
    def of_domain(request: HttpRequest, error: DomainError) -> HttpResponse:  # noqa: ARG001 - ninja's signature
        return problems.of_domain(error, status_of)

    answers: dict[type[Exception], Any] = {
        DomainError: of_domain,
        ValidationError: problems.of_validation,
        problems.Refused: problems.of_refusal,
        HttpError: problems.of_parsing,
        AuthenticationError: problems.of_nobody,
    }
    for kind, answer in answers.items():
        door.add_exception_handler(kind, answer)
