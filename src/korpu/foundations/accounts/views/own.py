"""One's own account."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.accounts import selectors, services
from korpu.foundations.accounts.forms import OfficeForm, ProfileForm
from korpu.foundations.accounts.http import Request
from korpu.foundations.accounts.middleware import OFFICE_KEY
from korpu.foundations.accounts.second_factor import has_second_factor
from korpu.foundations.accounts.views.pages import FormPage, answer_form
from korpu.kernel.access import signed_in


@signed_in
@require_GET
def own(request: Request) -> HttpResponse:
    """Who I am here: roles, stand-ins, sign-in."""
    actor = request.actor
    context = {
        "user": actor.user,
        "grants": selectors.grants_of(user=actor.user, for_actor=actor),
        "deputyships": selectors.deputyships_of(user=actor.user, for_actor=actor),
        "has_second_factor": has_second_factor(actor),
        "office_form": _office_form(request),
    }
    return render(request, "accounts/own.html", context)


@signed_in
def profile(request: Request) -> HttpResponse:
    """My name and my language."""
    user = request.actor.user
    form = ProfileForm(
        request.POST or None, initial={"full_name": user.full_name, "language": user.language}
    )
    page = FormPage(_("Name and language"), _("Save"), _("Saved."), reverse("accounts-own"))
    return answer_form(
        request,
        form,
        page,
        lambda given: services.edit_profile(user=user, **given, actor=request.actor),
    )


@signed_in
@require_POST
def choose_office(request: Request) -> HttpResponse:
    """Act for one of my offices from now on, or for all."""
    form = _office_form(request)
    if form.is_valid():
        chosen = form.cleaned_data["office"]
        request.session[OFFICE_KEY] = int(chosen) if chosen else None
        messages.success(request, _("From now on you act for the office you chose."))
    return redirect("accounts-own")


@signed_in
@require_GET
def sessions(request: Request) -> HttpResponse:
    """Where I am logged in."""
    context = {
        "sessions": selectors.sessions_of(user=request.actor.user),
        "current": request.session.session_key,
    }
    return render(request, "accounts/sessions.html", context)


@signed_in
@require_POST
def end_session(request: Request, pk: int) -> HttpResponse:
    """Log me out somewhere else."""
    services.end_session(pk=pk, actor=request.actor)
    messages.success(request, _("The session has been ended."))
    return HttpResponseRedirect(reverse("accounts-own-sessions"))


@signed_in
@require_POST
def end_other_sessions(request: Request) -> HttpResponse:
    """Log me out everywhere but here."""
    key = request.session.session_key or ""
    services.end_sessions(user=request.actor.user, actor=request.actor, but_key=key)
    messages.success(request, _("Every other session has been ended."))
    return HttpResponseRedirect(reverse("accounts-own-sessions"))


def _office_form(request: Request) -> OfficeForm:
    offices = [(one.pk, str(one.title)) for one in selectors.offices_of(actor=request.actor)]
    chosen = request.session.get(OFFICE_KEY) or ""
    return OfficeForm(request.POST or None, offices=offices, initial={"office": str(chosen)})
