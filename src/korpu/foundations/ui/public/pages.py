"""Marking a page as public matter: indexed, named in each language, kept by caches."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import parse_http_date_safe

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
PAGE_SECONDS = 300
FEED_SECONDS = 900
_OK = 200


def published(*, seconds: int = PAGE_SECONDS) -> Callable[[View], View]:
    """Mark a view whose page is the same for every visitor.

    The page is open to search engines and names its address in each language. A visitor's answer
    carries an ETag and may be kept by any cache for ``seconds``; an answer to somebody logged in,
    or one that sets a cookie, may be kept by nobody. Write it below ``@public``::

        @public
        @published()
        def portfolio(request): ...

    Use it only where the page holds no form that changes something.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.META["korpu.published"] = True
            return _keepable(request, view(request, *args, **kwargs), seconds)

        return shown  # type: ignore[return-value]  # wraps keeps the signature

    return mark


def is_published(request: HttpRequest) -> bool:
    """Whether the view said that its page is public matter."""
    return bool(request.META.get("korpu.published"))


def _keepable(request: HttpRequest, response: HttpResponseBase, seconds: int) -> HttpResponseBase:
    if not _is_anybodys(request) or response.status_code != _OK:
        patch_cache_control(response, private=True, no_store=True)
        return response
    if response.cookies or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
        patch_cache_control(response, private=True)
        return response
    response.headers.pop("Cache-Control", None)
    patch_cache_control(response, public=True, max_age=seconds)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    if not isinstance(response, HttpResponse):
        return response
    if not response.has_header("ETag"):
        response.headers["ETag"] = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    stated = response.get("Last-Modified")
    return get_conditional_response(  # type: ignore[return-value]  # never None: it is given one
        request,
        etag=response.get("ETag"),
        last_modified=parse_http_date_safe(stated) if stated else None,
        response=response,
    )


def _is_anybodys(request: HttpRequest) -> bool:
    actor = getattr(request, "actor", None)
    return request.method in ("GET", "HEAD") and (actor is None or actor.is_anonymous)
