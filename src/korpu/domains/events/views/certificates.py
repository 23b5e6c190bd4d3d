"""Certificates: issued and revoked by the office, read by the holder, checked by anybody."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.events.documents import certificate_pdf
from korpu.domains.events.forms.event import ReasonForm
from korpu.domains.events.forms.outcome import NumberForm
from korpu.domains.events.models import Certificate
from korpu.domains.events.numbers import is_genuine, normalised
from korpu.domains.events.permissions import ISSUE, READ, REVOKE
from korpu.domains.events.selectors.events import get_event
from korpu.domains.events.selectors.people import (
    certificate_by_number,
    certificate_for,
    certificate_of,
    certificates_of,
)
from korpu.domains.events.services.certificates import (
    eligible,
    request_certificates,
    revoke_certificate,
    rule_of,
    why_not_issued,
)
from korpu.domains.events.tables import days
from korpu.domains.events.tasks import carry_out_batch
from korpu.domains.events.views.joining import secret
from korpu.domains.events.views.staff import page, posted, site_of
from korpu.foundations.accounts.api import Request, needs, public


@needs(READ)
def certificates(request: Request, uuid: UUID) -> HttpResponse:
    """Who holds one, who would get one, and by which rule."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    context = {
        "rule": rule_of(file.event),
        "refusal": why_not_issued(file.event),
        "waiting": len(eligible(file.event)),
        "certificates": certificates_of(event=file.event, for_actor=request.actor),
    }
    return page(request, "certificates", file, "certificates", **context)


@needs(ISSUE)
def issue(request: Request, uuid: UUID) -> HttpResponse:
    """Ask for certificates for everybody who attended enough; a job issues them."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=ISSUE)
    if request.method != "POST":
        return redirect("events:certificates", uuid)
    batch = request_certificates(
        event=file.event, actor=request.actor, at=timezone.now(), site=site_of(request)
    )
    carry_out_batch.defer(batch_id=batch.pk)
    return redirect("events:batch", uuid, batch.uuid)


@needs(REVOKE)
def revoke(request: Request, uuid: UUID, certificate: UUID) -> HttpResponse:
    """Withdraw a certificate, with the reason its public page gives."""
    file = get_event(uuid=uuid, for_actor=request.actor, permission=REVOKE)
    found = certificate_for(event=file.event, uuid=certificate, for_actor=request.actor)
    form = ReasonForm(posted(request))
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        revoke_certificate(certificate=found, reason=reason, actor=request.actor, at=timezone.now())
        messages.success(request, _("The certificate is revoked."))
        return redirect("events:certificates", uuid)
    heading = _("Revoke certificate %(number)s") % {"number": found.number}
    context = {"form": form, "heading": heading, "has_faults": bool(form.errors)}
    return page(request, "simple_form", file, "certificates", back="events:certificates", **context)


@needs(READ)
def certificate(request: Request, uuid: UUID, certificate: UUID) -> HttpResponse:
    """A certificate as a document, for the office."""
    file = get_event(uuid=uuid, for_actor=request.actor)
    found = certificate_for(event=file.event, uuid=certificate, for_actor=request.actor)
    return _pdf(request, found)


@public
def my_certificate(request: Request, token: str, number: str) -> HttpResponse:
    """A certificate as a document, for its holder."""
    return secret(_pdf(request, certificate_of(token=token, number=number)))


@public
def check_any(request: Request) -> HttpResponse:
    """Type the number printed on a certificate."""
    form = NumberForm(request.GET if "number" in request.GET else None)
    if form.is_valid():
        return redirect("events:check", normalised(form.cleaned_data["number"]))
    return render(request, "events/public/check_any.html", {"form": form})


@public
def check(request: Request, number: str) -> HttpResponse:
    """Whether a certificate is valid; what is shown is what is printed, and nothing else.

    A made-up number is found out by its check signs, without asking the database.
    """
    wanted = normalised(number)
    found = certificate_by_number(wanted) if is_genuine(wanted) else None
    context = {
        "number": wanted,
        "certificate": found,
        "is_genuine": is_genuine(wanted),
        "days": days(found.event) if found else "",
    }
    return secret(render(request, "events/public/check.html", context))


def _pdf(request: Request, found: Certificate) -> HttpResponse:
    content = certificate_pdf(found, site=site_of(request))
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{found.number}.pdf"'
    return response
