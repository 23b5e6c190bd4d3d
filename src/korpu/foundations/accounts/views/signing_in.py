"""What stands around the log-in: the locked door, and the demonstration's open one."""

from typing import Any
from uuid import UUID

from allauth.account.views import LoginView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.demo import demo_account, demo_logins
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


class LogIn(LoginView):
    """The log-in, with the demonstration's cast beside it where this is one."""

    def get_context_data(self, **given: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**given)
        return context | {"demo_logins": demo_logins()}


log_in = mark(LogIn.as_view(), Access("signing_in"))


@public
def no_sign_up(request: HttpRequest) -> HttpResponse:
    """There is no public sign-up.

    Raises:
        NotFound: always.
    """
    del request
    raise NotFound(_("Accounts are opened by the administrator of your office."))


@require_POST
def log_in_as(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Log in as one of the demonstration's people; the way does not exist anywhere else.

    Raises:
        NotFound: this is no demonstration, or nobody of its cast.
    """
    user = demo_account(uuid)
    if request.user.is_authenticated:
        logout(request)
    login(request, user, backend=BACKEND)
    UserSession.objects.create_from_request(request)
    return HttpResponseRedirect("/")


mark(log_in_as, Access("signing_in"))
