"""A participant's own pages, behind a secret link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events import calendar, links
from korpu.domains.events.entries import calendar_entry
from korpu.domains.events.qr import qr_svg
from korpu.domains.events.selectors.people import material_for, my_page
from korpu.domains.events.services.registration import (
    cancel_own_registration,
    confirm_registration,
)
from korpu.domains.events.shown import facts_context
from korpu.domains.events.views.joining import secret
from korpu.domains.events.views.staff import site_of
from korpu.foundations.accounts.api import Request, acting, public, system_actor
from korpu.foundations.files.api import download_response
from korpu.kernel.texts import active_language


@public
def mine(request: Request, token: str) -> HttpResponse:
    """My registration, my code, my questions, my certificate."""
    shown = my_page(token=token, at=timezone.now())
    badge = links.badge_token(shown.participant.uuid)
    where = links.address(site_of(request), "events:badge", token=badge)
    code = qr_svg(where, _("Your code as a picture, for the organiser to scan"))
    context = facts_context(shown.file) | {"shown": shown, "token": token, "qr": code}
    return secret(render(request, "events/mine/page.html", context))


@public
def confirm(request: Request, token: str) -> HttpResponse:
    """The address is mine; a button, so that a mail scanner that opens links confirms nothing."""
    if request.method == "POST":
        confirm_registration(token=token, at=timezone.now(), site=site_of(request))
        return redirect("events:mine", token)
    shown = my_page(token=token, at=timezone.now())
    context = facts_context(shown.file) | {"shown": shown, "token": token}
    return secret(render(request, "events/mine/confirm.html", context))


@public
def cancel(request: Request, token: str) -> HttpResponse:
    """I am not coming."""
    if request.method == "POST":
        cancel_own_registration(token=token, at=timezone.now(), site=site_of(request))
        messages.success(request, _("Your registration is cancelled."))
        return redirect("events:mine", token)
    shown = my_page(token=token, at=timezone.now())
    context = facts_context(shown.file) | {"shown": shown, "token": token}
    return secret(render(request, "events/mine/cancel.html", context))


@public
def my_calendar(request: Request, token: str) -> HttpResponse:
    """The event for my calendar, with where to join online."""
    shown = my_page(token=token, at=timezone.now())
    event, entries = shown.file.event, []
    if event.starts_on is not None:
        with acting(system_actor()):
            entry = calendar_entry(
                event,
                language=active_language(),
                address=request.build_absolute_uri(f"/events/{event.slug}/"),
                at=timezone.now(),
                private=shown.participant.status == "registered",
            )
        entries = [entry]
    content = calendar.feed(entries, str(event.title))
    return secret(HttpResponse(content, content_type="text/calendar; charset=utf-8"))


@public
def my_material(request: Request, token: str, uuid: UUID) -> HttpResponseBase:
    """A file for participants."""
    del request
    material = material_for(token=token, uuid=uuid)
    return download_response(material.file, material.title)
