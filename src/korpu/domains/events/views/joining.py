"""Registering on the public page, and answering an invitation by its secret link."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.declarations import event_rules
from korpu.domains.events.forms.people import NomineeForm, RegistrationForm
from korpu.domains.events.selectors.events import get_public_event
from korpu.domains.events.selectors.people import InvitationPage, invitation_page, nominee
from korpu.domains.events.services.invitations import nominate as name_somebody
from korpu.domains.events.services.invitations import withdraw_nominee
from korpu.domains.events.services.registration import register as take_registration
from korpu.domains.events.services.registration import why_not_open
from korpu.domains.events.shown import facts_context
from korpu.domains.events.views.staff import UNPROCESSABLE, posted, site_of
from korpu.foundations.accounts.api import Request, public
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import active_language


def secret(response: HttpResponse) -> HttpResponse:
    """A page behind a secret link: no browser or proxy keeps it."""
    response["Cache-Control"] = "no-store"
    return response


@public
def register(request: Request, slug: str) -> HttpResponse:
    """Register for an event whose registration is open."""
    file = get_public_event(slug=slug, for_actor=request.actor)
    is_open = not why_not_open(file.event, at=timezone.now())
    consent = str(event_rules().consent)
    language = {"language": active_language()}
    form = RegistrationForm(posted(request), consent=consent, initial=language)
    if is_open and form.is_valid():
        try:
            take_registration(
                event=file.event,
                facts=form.facts(),
                consents=form.cleaned_data["consents"],
                at=timezone.now(),
                site=site_of(request),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return redirect("events:registered", slug)
    status = UNPROCESSABLE if form.errors else 200
    context = facts_context(file) | {"form": form, "is_open": is_open}
    return render(request, "events/public/register.html", context, status=status)


@public
def registered(request: Request, slug: str) -> HttpResponse:
    """Look into your mailbox; the same for everybody."""
    file = get_public_event(slug=slug, for_actor=request.actor)
    return render(request, "events/public/registered.html", facts_context(file))


@public
def nominate(request: Request, token: str) -> HttpResponse:
    """An invited institution names people."""
    shown = invitation_page(token=token, at=timezone.now())
    form = NomineeForm(posted(request), initial={"language": shown.invitation.language})
    if form.is_valid() and _named(request, token, shown, form):
        messages.success(request, _("The person is named, and told by e-mail."))
        return redirect("events:nominate", token)
    context = facts_context(shown.file) | {"shown": shown, "form": form, "token": token}
    status = UNPROCESSABLE if form.errors else 200
    return secret(render(request, "events/mine/nominate.html", context, status=status))


@public
def withdraw(request: Request, token: str, uuid: UUID) -> HttpResponse:
    """An institution takes a name back."""
    if request.method == "POST":
        participant = nominee(token=token, uuid=uuid)
        withdraw_nominee(
            token=token, participant=participant, at=timezone.now(), site=site_of(request)
        )
        messages.success(request, _("The person is no longer named."))
    return redirect("events:nominate", token)


def _named(request: Request, token: str, shown: InvitationPage, form: NomineeForm) -> bool:
    """Name somebody; false: refused, and the form says why."""
    invitation = shown.invitation
    facts = replace(form.facts(), institution=invitation.institution, country=invitation.country)
    try:
        name_somebody(
            token=token,
            facts=facts,
            is_deputy=form.cleaned_data["is_deputy"],
            at=timezone.now(),
            site=site_of(request),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
    except NotPossibleNow as error:
        form.add_error(None, str(error))
    return not form.errors
