"""Problems as the machine's door tells them (RFC 9457), and how they are documented."""

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from korpu.domains.readmission import sentences
from korpu.domains.readmission.http.schemas import Problem
from korpu.kernel.errors import Conflict, DomainError, InvalidInput, NotPermitted
from korpu.kernel.texts import Message

PROBLEM_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = "30"
StatusOf = Callable[[BaseException], int]

DOCUMENTED = dict.fromkeys((400, 401, 403, 404, 409, 413, 415, 422, 429, 503), Problem)
"""Answers every operation may give beside its own."""


class Refused(Exception):
    """The request is turned away before any operation sees it.

    Args:
        status: of HTTP, a sub-class of 4xx that no domain error knows (413, 415, 429).
    """

    def __init__(self, status: int, title: Message, detail: Message = "") -> None:
        super().__init__(str(title))
        self.status, self.title, self.detail = status, title, detail


def problem(
    status: int,
    title: Message,
    detail: Message = "",
    *,
    fields: dict[str, str] | None = None,
    link: str | None = None,
) -> HttpResponse:
    """One problem as an answer."""
    body = Problem(
        title=str(title), status=status, detail=str(detail), fields=fields or {}, link=link
    )
    answer = HttpResponse(
        json.dumps(body.model_dump(), ensure_ascii=False), content_type=PROBLEM_TYPE, status=status
    )
    answer["Cache-Control"] = "no-store"
    if status == 401:  # noqa: PLR2004 - RFC 9110 wants the challenge
        answer["WWW-Authenticate"] = "Bearer"
    if status in {429, 503}:
        answer["Retry-After"] = RETRY_AFTER_SECONDS
    return answer


def of_domain(error: DomainError, status_of: StatusOf) -> HttpResponse:
    """A domain error with its own sentences; the same application twice leads to the first."""
    fields = error.fields if isinstance(error, InvalidInput) else {}
    first = error.facts.get("case") if isinstance(error, Conflict) else None
    return problem(
        status_of(error),
        error.title,
        "" if isinstance(error, NotPermitted) else error.detail,
        fields={name: str(sentence) for name, sentence in fields.items()},
        link=f"/api/v1/applications/{first}" if first else None,
    )


def of_validation(request: HttpRequest, error: ValidationError) -> HttpResponse:  # noqa: ARG001 - ninja's signature
    """The request has not the documented shape; each fault at its place."""
    fields = {
        ".".join(str(part) for part in fault["loc"]): str(fault["msg"]) for fault in error.errors
    }
    return problem(422, _("The request does not have the documented form."), fields=fields)


def of_refusal(request: HttpRequest, error: Refused) -> HttpResponse:  # noqa: ARG001 - ninja's signature
    """Turned away at the door."""
    return problem(error.status, error.title, error.detail)


def of_parsing(request: HttpRequest, error: HttpError) -> HttpResponse:  # noqa: ARG001 - ninja's signature
    """The body is not what its type says."""
    return problem(error.status_code, _("The request cannot be read."), str(error))


def of_nobody(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001 - ninja's signature
    """No token, or none in force."""
    return problem(401, sentences.TOKEN_REFUSED, sentences.TOKEN_REFUSED_DETAIL)


def documented_as_problems(schema: OpenAPISchema) -> OpenAPISchema:
    """Say of every error answer that it is a problem, not plain JSON."""
    for operations in schema["paths"].values():
        for operation in operations.values():
            for status, answer in operation.get("responses", {}).items():
                content = answer.get("content", {})
                if int(status) >= 400 and "application/json" in content:  # noqa: PLR2004 - errors
                    content[PROBLEM_TYPE] = content.pop("application/json")
    return schema
