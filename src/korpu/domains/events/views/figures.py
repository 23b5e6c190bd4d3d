"""The events behind a project's figures."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from korpu.domains.events.figures import figures_of
from korpu.domains.events.permissions import FIGURES
from korpu.domains.events.tables import days
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import InvalidInput


@needs(FIGURES)
def figures(request: Request) -> HttpResponse:
    """Participants, hours and certificates, event by event; no person is named."""
    project = request.GET.get("project", "")
    first, last = _day(request.GET.get("first", "")), _day(request.GET.get("last", ""))
    found = figures_of(
        project=project,
        first=first or date.min,
        last=last or date.max,
        for_actor=request.actor,
    )
    shown = [(one, days(one.event)) for one in found]
    context = {"figures": shown, "project": project, "first": first, "last": last}
    return render(request, "events/staff/figures.html", context)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as wrong:
        raise InvalidInput(_("The address names a day that cannot be read.")) from wrong
