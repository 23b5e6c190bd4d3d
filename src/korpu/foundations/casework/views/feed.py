"""The calendar feed of one's deadlines."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.accounts.api import Request, needs, public
from korpu.foundations.casework.selectors.feed import calendar_behind, own_feed
from korpu.foundations.casework.services.feeds import make_feed, revoke_feed


@needs("casework.worklist.read")
@require_GET
def show(request: Request) -> HttpResponse:
    return render(request, "casework/feed.html", {"feed": own_feed(for_actor=request.actor)})


@require_POST
@needs("casework.worklist.read")
def make(request: Request) -> HttpResponse:
    """Make the address and show it this once."""
    token = make_feed(actor=request.actor, at=timezone.now())
    address = request.build_absolute_uri(reverse("casework:feed_file", args=[token]))
    context = {"feed": own_feed(for_actor=request.actor), "address": address}
    answer = render(request, "casework/feed.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
@needs("casework.worklist.read")
def revoke(request: Request) -> HttpResponse:
    revoke_feed(actor=request.actor, at=timezone.now())
    messages.success(request, _("The address is revoked. Calendars that use it see nothing more."))
    return redirect("casework:feed")


@public
@require_GET
def file(_request: HttpRequest, token: str) -> HttpResponse:
    """The calendar itself, for whoever knows the address."""
    content = calendar_behind(token=token, at=timezone.now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer
