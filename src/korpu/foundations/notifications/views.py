"""One's own notifications."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.accounts.api import Request, signed_in
from korpu.foundations.notifications import selectors
from korpu.foundations.notifications.enums import Telling
from korpu.foundations.notifications.forms import ChoicesForm
from korpu.foundations.notifications.lists import NOTIFICATIONS
from korpu.foundations.notifications.services.telling import choose, mark_all_read, mark_read


@signed_in
@require_GET
def show(request: Request) -> HttpResponse:
    """Everything I was told, the latest first."""
    asked = NOTIFICATIONS.read(request.GET)
    table = asked.show(selectors.notifications(for_actor=request.actor, asked=asked))
    unread = selectors.unread_count(request.actor)
    return render(request, "notifications/list.html", {"table": table, "unread": unread})


@signed_in
@require_GET
def follow(request: Request, uuid: UUID) -> HttpResponse:
    """Lead to what it is about; it is read by that."""
    found = selectors.notification(uuid=uuid, for_actor=request.actor)
    mark_read(notification=found, actor=request.actor, at=timezone.now())
    return HttpResponseRedirect(found.href)


@signed_in
@require_POST
def read_all(request: Request) -> HttpResponse:
    """I have seen the list."""
    mark_all_read(actor=request.actor, at=timezone.now())
    messages.success(request, _("Everything is marked as read."))
    return redirect("notifications:list")


@signed_in
def choices(request: Request) -> HttpResponse:
    """How I want to be told of each kind."""
    chosen = selectors.choices_of(for_actor=request.actor)
    form = ChoicesForm(request.POST if request.method == "POST" else None, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        told = {kind: Telling(value) for kind, value in form.cleaned_data.items()}
        choose(choices=told, actor=request.actor)
        messages.success(request, _("Your choice is kept."))
        return redirect("notifications:list")
    context = {
        "form": form,
        "title": _("What you are told by e-mail"),
        "intro": _("The list in the application always has everything."),
        "submit_label": _("Save"),
        "back_url": reverse("notifications:list"),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.is_bound else 200)
