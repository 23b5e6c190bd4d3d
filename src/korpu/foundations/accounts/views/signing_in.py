"""What stands around the log-in: the locked door, and the demonstration's open one."""

from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.selectors import demo_account
from korpu.kernel.access import Access, mark, public
from korpu.kernel.errors import NotFound

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None
) -> HttpResponse:
    """Too many wrong passwords for this address from this place: wait, or ask to be let in."""
    del response, credentials
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer


@public
def no_sign_up(request: HttpRequest) -> HttpResponse:
    """There is no public sign-up.

    Raises:
        NotFound: always.
    """
    del request
    raise NotFound(_("Accounts are opened by the administrator of your office."))


@require_POST
def log_in_as(request: HttpRequest, uuid: str) -> HttpResponse:
    """Log in as one of the demonstration's people; the way does not exist anywhere else.

    Raises:
        NotFound: this is no demonstration, or nobody of its cast.
    """
    user = demo_account(uuid)
    login(request, user, backend=BACKEND)
    return HttpResponseRedirect("/")


mark(log_in_as, Access("signing_in"))
