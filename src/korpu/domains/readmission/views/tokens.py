"""The page on which administrators keep the keys of requesting authorities' systems."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korpu.domains.readmission.offices import requesting_authorities
from korpu.domains.readmission.permissions import MANAGE_TOKENS
from korpu.domains.readmission.selectors import tokens as selectors
from korpu.domains.readmission.services import tokens as services
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.errors import InvalidInput

USUAL_LIFE = timedelta(days=180)


class TokenForm(Form):
    """A new token."""

    compartment = forms.ChoiceField(label=_("Requesting authority"))
    title = forms.CharField(
        label=_("System"), max_length=100, help_text=_("What uses the token, in a few words.")
    )
    expires_on = DateField(label=_("Last day"), help_text=_("At most one year ahead."))

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("initial", {"expires_on": timezone.localdate() + USUAL_LIFE})
        super().__init__(*args, **options)
        self.fields["compartment"].choices = [("", _("Choose")), *requesting_authorities()]  # type: ignore[attr-defined]  # a choice field


@needs(MANAGE_TOKENS)
@require_safe
def index(request: Request) -> HttpResponse:
    """Every token and when it was last used."""
    context = {"tokens": selectors.all_tokens(for_actor=request.actor), "now": timezone.now()}
    return render(request, "readmission/tokens.html", context)


@needs(MANAGE_TOKENS)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    """Make a token and show its secret, once."""
    form = TokenForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = services.create_token(
                compartment=Compartment.objects.select_related("office__organisation").get(
                    pk=given["compartment"]
                ),
                title=given["title"],
                expires_on=given["expires_on"],
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            return render(request, "readmission/token_made.html", {"made": made})
    status = 422 if form.errors else 200
    return render(request, "readmission/token_new.html", {"form": form}, status=status)


@needs(MANAGE_TOKENS)
@never_cache
@require_POST
def rotate(request: Request, uuid: UUID) -> HttpResponse:
    """Replace a token; the new secret is shown once."""
    made = services.rotate_token(
        token=selectors.token(uuid=uuid, for_actor=request.actor),
        expires_on=timezone.localdate() + USUAL_LIFE,
        actor=request.actor,
        at=timezone.now(),
    )
    return render(request, "readmission/token_made.html", {"made": made})


@needs(MANAGE_TOKENS)
@require_POST
def revoke(request: Request, uuid: UUID) -> HttpResponse:
    """Take a token back."""
    services.revoke_token(
        token=selectors.token(uuid=uuid, for_actor=request.actor),
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _t("The token has been revoked."))
    return redirect("readmission:tokens")
