"""Recommendations as those see them who follow them up."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.information.forms.editing import RecommendationForm, ReportForm
from korpu.domains.information.models import Publication
from korpu.domains.information.permissions import FOLLOW
from korpu.domains.information.selectors.staff import get_publication, get_recommendation
from korpu.domains.information.services.recommendations import (
    add_recommendation,
    report_recommendation,
)
from korpu.domains.information.views.pages import form_page, posted
from korpu.foundations.accounts.api import Request, needs


@needs(FOLLOW)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Take a recommendation out of a publication."""
    row = get_publication(uuid=uuid, for_actor=request.actor).publication
    form = RecommendationForm(posted(request))

    def save() -> str:
        number = form.cleaned_data["number"]
        add_recommendation(
            publication=row, number=number, text=form.text, actor=request.actor, at=timezone.now()
        )
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("New recommendation"),
        submit_label=_("Save"),
        back_url=_page(row),
        done=_("The recommendation is followed from now on."),
    )


@needs(FOLLOW)
def report(request: Request, uuid: UUID) -> HttpResponse:
    """Say what became of a recommendation."""
    row = get_recommendation(uuid=uuid, for_actor=request.actor)
    initial = {"status": row.status, "owner": row.owner, "due_on": row.due_on}
    sent = request.method == "POST"
    form = ReportForm(*(request.POST, request.FILES) if sent else (), initial=initial)

    def save() -> str:
        report_recommendation(
            recommendation=row, report=form.report, actor=request.actor, at=timezone.now()
        )
        return _page(row.publication)

    return form_page(
        request,
        form,
        save,
        title=_("Report on recommendation %(number)s") % {"number": row.number},
        submit_label=_("Save the report"),
        back_url=_page(row.publication),
        done=_("The report is kept; earlier ones stay."),
        intro=row.text,
    )


def _page(row: Publication) -> str:
    return f"{reverse('information:desk', args=(row.uuid,))}#recommendations"
