"""The administration of people: who they are, what they may do, who stands in for them."""

from typing import Any
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from korpu.foundations.accounts import selectors, services
from korpu.foundations.accounts.forms import (
    CompartmentForm,
    ConfirmForm,
    DeputyForm,
    GrantForm,
    InviteForm,
    ProfileForm,
    ReasonForm,
)
from korpu.foundations.accounts.http import Request
from korpu.foundations.accounts.lists import PEOPLE
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.views.pages import FormPage, answer_form
from korpu.foundations.organisations.models import Office, Organisation
from korpu.kernel.access import needs


@needs("accounts.user.read")
@require_GET
def people(request: Request) -> HttpResponse:
    """Everybody who has an account."""
    asked = PEOPLE.read(request.GET)
    table = asked.show(selectors.people(for_actor=request.actor, asked=asked))
    context = {"table": table, "may_invite": request.actor.may("accounts.user.invite")}
    return render(request, "accounts/people.html", context)


@needs("accounts.user.read")
@require_GET
def person(request: Request, uuid: UUID) -> HttpResponse:
    """One account with its roles, stand-ins and sessions."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    context = {
        "user": user,
        "grants": selectors.grants_of(user=user, for_actor=request.actor),
        "deputyships": selectors.deputyships_of(user=user, for_actor=request.actor),
        "may": request.actor.may,
    }
    return render(request, "accounts/person.html", context)


@needs("organisations.office.edit")
@require_GET
def compartments(request: Request) -> HttpResponse:
    """Which businesses each office does, and so which files it sees."""
    context = {"compartments": selectors.compartments()}
    return render(request, "accounts/compartments.html", context)


@needs("organisations.office.edit")
def open_compartment(request: Request) -> HttpResponse:
    """Let an office do a business."""
    page = FormPage(
        _("Open a compartment"),
        _("Open it"),
        _("The compartment is open. Grant somebody a role in it."),
        reverse("accounts-compartments"),
        _("A compartment is one business of one office: the unit by which files are seen."),
    )

    def perform(given: dict[str, Any]) -> None:
        office = Office.objects.get(code=given["office"])
        services.open_compartment(office=office, business=given["business"], actor=request.actor)

    return answer_form(request, CompartmentForm(request.POST or None), page, perform)


@needs("accounts.user.invite")
def invite(request: Request) -> HttpResponse:
    """Make an account and send its owner the letter."""
    form = InviteForm(request.POST or None)
    page = FormPage(
        _("Invite somebody"),
        _("Make the account and send the letter"),
        _("The account has been made and the letter sent. Now grant a role."),
        reverse("accounts-people"),
        _("There is no public sign-up: every account is made here."),
    )

    def perform(given: dict[str, Any]) -> None:
        organisation = Organisation.objects.get(code=given.pop("organisation"))
        user = services.make_user(
            **given, organisation=organisation, actor=request.actor, at=timezone.now()
        )
        services.send_invitation(
            user=user, site=_site(request), actor=request.actor, at=timezone.now()
        )

    return answer_form(request, form, page, perform)


@needs("accounts.user.invite")
def invite_again(request: Request, uuid: UUID) -> HttpResponse:
    """Send the letter once more."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    page = _page(user, _("Send the invitation again"), _("Send"), _("The letter has been sent."))
    return answer_form(
        request,
        _confirm(request),
        page,
        lambda _given: services.send_invitation(
            user=user, site=_site(request), actor=request.actor, at=timezone.now()
        ),
    )


@needs("accounts.user.invite")
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Correct a name, change a language."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    form = ProfileForm(
        request.POST or None, initial={"full_name": user.full_name, "language": user.language}
    )
    page = _page(user, _("Name and language"), _("Save"), _("Saved."))
    return answer_form(
        request,
        form,
        page,
        lambda given: services.edit_profile(user=user, **given, actor=request.actor),
    )


@needs("accounts.role.grant")
@reauthentication_required
def grant(request: Request, uuid: UUID) -> HttpResponse:
    """Grant a role."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    form = GrantForm(
        request.POST or None,
        compartments=selectors.compartments(),
        initial={"valid_from": timezone.localdate()},
    )

    def perform(given: dict[str, Any]) -> None:
        compartment = Compartment.objects.get(pk=given.pop("compartment"))
        services.grant_role(
            user=user, compartment=compartment, **given, actor=request.actor, at=timezone.now()
        )

    page = _page(user, _("Grant a role"), _("Grant the role"), _("The role has been granted."))
    return answer_form(request, form, page, perform)


@needs("accounts.role.grant")
@reauthentication_required
def end_grant(request: Request, uuid: UUID, pk: int) -> HttpResponse:
    """Take a role back at once."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    held = selectors.grant_of(user=user, pk=pk)
    page = _page(
        user, _("Take the role back"), _("Take it back now"), _("The role has been taken back.")
    )
    return answer_form(
        request,
        ReasonForm(request.POST or None),
        page,
        lambda given: services.end_grant(
            grant=held, **given, actor=request.actor, at=timezone.now()
        ),
    )


@needs("accounts.deputyship.arrange")
@reauthentication_required
def appoint(request: Request, uuid: UUID) -> HttpResponse:
    """Let a colleague stand in for this person."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    form = DeputyForm(request.POST or None, colleagues=selectors.colleagues_of(user=user))

    def perform(given: dict[str, Any]) -> None:
        deputy = User.objects.get(pk=given.pop("deputy"))
        services.appoint_deputy(
            absent=user, deputy=deputy, **given, actor=request.actor, at=timezone.now()
        )

    page = _page(user, _("Arrange a stand-in"), _("Arrange"), _("The stand-in has been arranged."))
    return answer_form(request, form, page, perform)


@needs("accounts.deputyship.arrange")
def end_deputyship(request: Request, uuid: UUID, pk: int) -> HttpResponse:
    """End an arrangement at once."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    arranged = selectors.deputyship_of(user=user, pk=pk)
    page = _page(
        user, _("End the arrangement"), _("End it now"), _("The arrangement has been ended.")
    )
    return answer_form(
        request,
        _confirm(request),
        page,
        lambda _given: services.end_deputyship(
            deputyship=arranged, actor=request.actor, at=timezone.now()
        ),
    )


@needs("accounts.user.withdraw")
@reauthentication_required
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """Close an account."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    page = _page(
        user,
        _("Withdraw the account"),
        _("Withdraw it now"),
        _("The account has been withdrawn."),
        _("All sessions end at once and the roles no longer count. The past stays in the trail."),
    )
    return answer_form(
        request,
        _confirm(request),
        page,
        lambda _given: services.withdraw_user(user=user, actor=request.actor, at=timezone.now()),
    )


@needs("accounts.user.withdraw")
@reauthentication_required
def restore(request: Request, uuid: UUID) -> HttpResponse:
    """Reopen an account."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    page = _page(
        user,
        _("Restore the account"),
        _("Restore it"),
        _("The account has been restored."),
        _("Roles that have not ended count again from this moment."),
    )
    return answer_form(
        request,
        _confirm(request),
        page,
        lambda _given: services.restore_user(user=user, actor=request.actor),
    )


@needs("accounts.session.end")
def end_sessions(request: Request, uuid: UUID) -> HttpResponse:
    """Log a person out everywhere."""
    user = selectors.person(uuid=uuid, for_actor=request.actor)
    page = _page(user, _("End all sessions"), _("End them now"), _("All sessions have been ended."))
    return answer_form(
        request,
        _confirm(request),
        page,
        lambda _given: services.end_sessions(user=user, actor=request.actor),
    )


def _page(user: User, title: str, submit: str, done: str, intro: str = "") -> FormPage:
    back = reverse("accounts-person", args=[user.uuid])
    return FormPage(f"{user.full_name}: {title}", submit, done, back, intro)


def _confirm(request: Request) -> ConfirmForm:
    return ConfirmForm(request.POST if request.method == "POST" else None)


def _site(request: Request) -> str:
    return f"{request.scheme}://{request.get_host()}"
