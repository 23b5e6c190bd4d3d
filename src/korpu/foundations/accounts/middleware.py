"""One request, one transaction, one actor; denied unless the view says otherwise."""

import logging
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, transaction
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import redirect, resolve_url

from korpu.foundations.accounts.acting import NOBODY, acting, acting_as_found, allow_sign_in
from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.http import Request
from korpu.foundations.accounts.models import User
from korpu.foundations.accounts.second_factor import lacks_second_factor
from korpu.foundations.audit.api import record_refusal, seal, trail
from korpu.kernel.access import access_of
from korpu.kernel.errors import NotPermitted

logger = logging.getLogger(__name__)

OFFICE_KEY = "korpu_office"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class ActorMiddleware:
    """Runs the request as its actor.

    Everything the view writes is committed together, or rolled back when the view raised. Readings
    and refusals are written after that, either way; if they cannot be, the page is withheld.
    List it after authentication and after whatever turns errors into pages.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request = cast(Request, request)
        request.actor = NOBODY
        with trail() as notes:
            response = self._respond(request)
        if notes or request.method not in _SAFE:
            _seal()
        return response

    def process_view(
        self, request: Request, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Send to log-in, or (None) let the view run.

        Raises:
            NotPermitted: the actor lacks the permission the view needs.
        """
        del args, kwargs
        access = access_of(view) or access_of(getattr(view, "view_class", None))
        if access is None:
            name = f"{view.__module__}.{getattr(view, '__qualname__', view)}"
            raise ImproperlyConfigured(
                f"{name} says nothing about who may open it: "
                "mark it with @needs, @signed_in or @public."
            )
        if access.kind == "public":
            return None
        if access.kind == "signing_in":
            allow_sign_in()
            return None
        if request.actor.is_anonymous:
            return redirect_to_login(_way_back(request), resolve_url(settings.LOGIN_URL))
        if access.kind != "enrolling" and lacks_second_factor(request.actor):
            return redirect("mfa_index")
        if access.kind == "needs":
            request.actor.check(access.permission)
        return None

    def _respond(self, request: Request) -> HttpResponseBase:
        with (
            transaction.atomic(durable=True),
            acting_as_found(lambda: _who_asks(request)) as request.actor,
        ):
            response = self.get_response(request)
            _mind_failure(request, response)
        return _still_acting(response, request.actor)


def _mind_failure(request: Request, response: HttpResponseBase) -> None:
    """Undo what a failed view wrote; keep the refusal, if it is one.

    A response that stands for an error carries it as ``error``.
    """
    error = getattr(response, "error", None)
    if error is not None or response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        transaction.set_rollback(True)
    if isinstance(error, NotPermitted):
        _note_refusal(request, str(error.facts.get("permission", "")))


def _who_asks(request: Request) -> tuple[User | None, int | None]:
    user = request.user
    if not isinstance(user, User) or not user.is_active or user.is_system:
        return None, None
    office = request.session.get(OFFICE_KEY)
    return user, office if isinstance(office, int) else None


def _note_refusal(request: Request, permission: str) -> None:
    match = request.resolver_match
    record_refusal(
        actor=request.actor,
        object_type=f"page:{match.view_name}" if match else "page",
        object_uuid=None,
        permission=permission,
    )


def _way_back(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else "/"


def _seal() -> None:
    try:
        seal()
    except DatabaseError:
        logger.exception("Sealing the audit trail failed; the periodic job will do it.")


def _still_acting(response: HttpResponseBase, actor: Actor) -> HttpResponseBase:
    """Let a stream that queries while it is sent go on acting for the same person."""
    if isinstance(response, StreamingHttpResponse) and not isinstance(response, FileResponse):
        response.streaming_content = _acting_stream(response.streaming_content, actor)
    return response


def _acting_stream(content: Any, actor: Actor) -> Iterator[bytes]:
    with acting(actor):
        yield from content
