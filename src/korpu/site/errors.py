"""What goes wrong, as an answer over HTTP. The one place that knows both.

An error inside a request undoes the request's transaction; its page is rendered afterwards, in a
transaction of its own, because a failed one can answer no more questions (whose name stands in the
header, what the navigation may show).
"""

import logging
import sys
from collections.abc import Callable

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.core.signals import got_request_exception
from django.db import (
    InterfaceError,
    OperationalError,
    connection,
    transaction,
)
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.log import log_response
from psycopg_pool import PoolTimeout

from korpu.kernel import errors as kernel
from korpu.kernel.texts import Text
from korpu.site import error_texts
from korpu.site.error_pages import Problem, problem_response

GetResponse = Callable[[HttpRequest], HttpResponseBase]

STATUS: dict[type[kernel.DomainError], int] = {
    kernel.InvalidInput: 400,
    kernel.NotPermitted: 403,
    kernel.NotFound: 404,
    kernel.NotPossibleNow: 409,
    kernel.Conflict: 409,
    kernel.Unavailable: 503,
}
DJANGOS: dict[type[Exception], int] = {
    Http404: 404,
    PermissionDenied: 403,
    RequestDataTooBig: 413,
    SuspiciousOperation: 400,
    OperationalError: 503,
    InterfaceError: 503,
    PoolTimeout: 503,
}
logger = logging.getLogger("django.request")


def http_status(error: BaseException) -> int:
    """The status of the answer to ``error``: 500 for whatever was not foreseen."""
    for kinds in (STATUS, DJANGOS):
        for kind, status in kinds.items():
            if isinstance(error, kind):
                return status
    return 500


def problem_of(error: BaseException) -> Problem:
    """What to tell the reader: a domain error's own sentences, else the sentence of its status."""
    status = http_status(error)
    if isinstance(error, kernel.DomainError):
        fields = error.fields if isinstance(error, kernel.InvalidInput) else {}
        return Problem(status, error.title, error.detail, fields)
    title, detail = error_texts.of(status)
    return Problem(status, title, detail)


class ErrorMiddleware:
    """Answers an error with its page, outside the transaction the error undid.

    It stands around the actor's middleware; :class:`ErrorInsideMiddleware` stands within.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, FailedResponse):
            return problem_response(request, problem_of(response.error))
        return response


class ErrorInsideMiddleware:
    """Undoes the request's transaction on any error and hands the error outwards."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase:
        undo()
        return failed(request, error)


class FailedResponse(HttpResponse):
    """Stands for an error until its page can be rendered."""

    def __init__(self, error: Exception) -> None:
        super().__init__(status=http_status(error))
        self.error = error


def failed(request: HttpRequest, error: Exception) -> FailedResponse:
    """Log the error as Django would, and stand for it."""
    response = FailedResponse(error)
    if response.status_code == 500:  # noqa: PLR2004 - the status of the unforeseen
        got_request_exception.send(sender=None, request=request)
        log_response(
            "%s: %s",
            response.reason_phrase,
            request.path,
            response=response,
            request=request,
            exception=error,
        )
    return response


def undo() -> None:
    """Have the request's own transaction rolled back when it ends, never a test's around it."""
    blocks = connection.atomic_blocks
    if blocks and not getattr(blocks[-1], "_from_testcase", False):
        transaction.set_rollback(True)


def mapping_errors(middleware: type) -> type:
    """A middleware whose own refusals become pages too.

    Django offers only the errors of views to ``process_exception``; what a middleware raises
    would end as "internal error".
    """

    class Mapping(middleware):  # type: ignore[misc]  # the base is only known at run time
        def __call__(self, request: HttpRequest) -> HttpResponseBase:
            try:
                return super().__call__(request)  # type: ignore[no-any-return]
            except Exception as error:  # noqa: BLE001 - whatever it is, the answer is a page
                return failed(request, error)

        def process_view(self, request: HttpRequest, *view: object) -> HttpResponseBase | None:
            try:
                return super().process_view(request, *view)  # type: ignore[no-any-return]
            except kernel.DomainError as error:
                undo()
                return failed(request, error)

    return Mapping


def answer(status: int) -> Callable[..., HttpResponse]:
    """A view for Django's ``handler400`` and its kin: errors raised before any view is known."""

    def view(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
        error = exception or sys.exc_info()[1]
        if isinstance(error, kernel.DomainError):
            return problem_response(request, problem_of(error))
        title, detail = error_texts.of(status)
        return problem_response(request, Problem(status, title, detail))

    return view


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """The form came without its token: usually an old page, or cookies switched off."""
    title: Text = error_texts.STALE_FORM[0]
    return problem_response(request, Problem(403, title, error_texts.STALE_FORM[1]))
