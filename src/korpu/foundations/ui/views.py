"""Pages of the frame: the language switch and what every service says of itself."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from korpu.foundations.ui.languages import COOKIE, choose_language
from korpu.kernel.access import public

__all__ = ["choose_language", "information_page"]


@public
def information_page(request: HttpRequest, page: str) -> HttpResponse:
    """One of the fixed pages: help, about, accessibility, cookies."""
    return render(request, f"ui/pages/{page}.html", {"cookie_names": _cookie_names()})


def _cookie_names() -> dict[str, str]:
    return {
        "session": settings.SESSION_COOKIE_NAME,
        "csrf": settings.CSRF_COOKIE_NAME,
        "language": COOKIE,
    }
