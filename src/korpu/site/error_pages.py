"""A problem as a page, or as JSON for a machine (RFC 9457)."""

import html
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

from korpu.kernel.texts import Message, active_language

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """What the reader is told. ``fields`` maps a field's name to its sentence."""

    status: int
    title: Message
    detail: Message = ""
    fields: Mapping[str, Message] = field(default_factory=dict)


def problem_response(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The answer in the form the client asked for; it always comes, even without a database."""
    if _wants_json(request):
        response: HttpResponse = JsonResponse(
            _as_json(problem), status=problem.status, content_type="application/problem+json"
        )
    else:
        response = HttpResponse(_page(request, problem), status=problem.status)
    response.headers["Cache-Control"] = "no-store"
    if problem.status == 503:  # noqa: PLR2004 - the only one worth repeating unchanged
        response.headers["Retry-After"] = "30"
    return response


def _wants_json(request: HttpRequest) -> bool:
    accepted = request.headers.get("Accept", "")
    return request.path.startswith("/api/") or (
        "application/json" in accepted and "text/html" not in accepted
    )


def _as_json(problem: Problem) -> dict[str, object]:
    body: dict[str, object] = {
        "type": "about:blank",
        "title": str(problem.title),
        "status": problem.status,
        "detail": str(problem.detail),
    }
    if problem.fields:
        body["fields"] = {name: str(sentence) for name, sentence in problem.fields.items()}
    return body


def _page(request: HttpRequest, problem: Problem) -> str:
    try:
        return render_to_string("ui/error.html", {"problem": problem}, request)
    except Exception as error:  # noqa: BLE001 - an error page that fails must still answer
        logger.warning("The error page could not be rendered (%s).", type(error).__name__)
        return _bare_page(problem)


def _bare_page(problem: Problem) -> str:
    title, detail = html.escape(str(problem.title)), html.escape(str(problem.detail))
    return (
        f'<!doctype html><html lang="{active_language()}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title} – Körpü</title>'
        f"<main><h1>{title}</h1><p>{detail}</p><p><a href='/'>Körpü</a></p></main></html>"
    )
