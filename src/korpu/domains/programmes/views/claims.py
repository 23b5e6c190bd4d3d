"""Choosing which of the claims that disagree the record follows."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.forms.sources import FollowForm
from korpu.domains.programmes.models import Claim
from korpu.domains.programmes.selectors import get_project
from korpu.domains.programmes.selectors.keeping import get_claim
from korpu.domains.programmes.services.claims import follow_claim
from korpu.domains.programmes.views.frame import frame
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import InvalidInput

REASONS = ("reason_az", "reason_en", "reason_ru")


@needs("programmes.project.edit")
def follow(request: Request, code: str, uuid: UUID) -> HttpResponse:
    """Say why the record follows this claim; the others stay and are shown."""
    file = get_project(code, for_actor=request.actor)
    claim = get_claim(file.project, uuid, for_actor=request.actor)
    initial = {name: getattr(claim, name) for name in REASONS}
    form = FollowForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _followed(request, claim, form):
        return redirect("programmes:sources", code=code)
    others = [one for one in file.claims if one.point == claim.point and one.pk != claim.pk]
    context = frame(request, file.project, "sources")
    context |= {"form": form, "claim": claim, "others": others}
    status = 422 if form.errors else 200
    return render(request, "programmes/follow.html", context, status=status)


def _followed(request: Request, claim: Claim, form: FollowForm) -> bool:
    given = request.POST.get("revision", "")
    try:
        follow_claim(
            claim=claim,
            reasons=form.cleaned_data,
            revision=int(given) if given.isdecimal() and len(given) < 10 else 0,  # noqa: PLR2004  fits the column
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    messages.success(request, _("The record follows this claim now. The others stay."))
    return True
