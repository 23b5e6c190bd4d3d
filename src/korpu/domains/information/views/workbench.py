"""The list and the page of a publication for those who prepare it, and its way to the public."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from korpu.domains.information.desk import publication_desk
from korpu.domains.information.exports import PUBLICATION_COLUMNS
from korpu.domains.information.forms.editing import TEXTS, PublicationForm, ReasonForm
from korpu.domains.information.models import Publication, Series
from korpu.domains.information.permissions import APPROVE, EDIT, READ
from korpu.domains.information.selectors.staff import (
    activities_of,
    every_publication,
    find_series,
    get_publication,
    list_publications,
    replaceable,
    series_choices,
)
from korpu.domains.information.services.lifecycle import (
    approve_publication,
    publish_publication,
    take_back,
    withdraw,
)
from korpu.domains.information.services.publications import (
    change_publication,
    create_publication,
    create_series,
)
from korpu.domains.information.tables import WORKBENCH
from korpu.domains.information.views.pages import form_page, posted
from korpu.domains.programmes.api import project_choices
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.ui.tables import csv_response
from korpu.kernel.errors import InvalidInput, NotFound

ACTS = {
    "approve": (approve_publication, gettext_lazy("The publication is approved.")),
    "publish": (publish_publication, gettext_lazy("The publication is public.")),
    "take-back": (take_back, gettext_lazy("The publication is a draft again.")),
}


@needs(READ)
def listing(request: Request) -> HttpResponse:
    """Every publication of the office, drafts included."""
    asked = WORKBENCH.read(request.GET)
    page = list_publications(asked=asked, for_actor=request.actor)
    export = f"{reverse('information:workbench_csv')}?{request.GET.urlencode()}"
    context = {"table": asked.show(page), "export_url": export}
    return render(request, "information/staff/list.html", context)


@needs(READ)
def listing_csv(request: Request) -> HttpResponseBase:
    """The list as it was narrowed, as CSV."""
    asked = WORKBENCH.read(request.GET)
    rows = every_publication(asked=asked, for_actor=request.actor)
    return csv_response(PUBLICATION_COLUMNS, rows, "publications")


@needs(READ)
def publication(request: Request, uuid: UUID) -> HttpResponse:
    """A publication with its editions, copies and recommendations."""
    view = get_publication(uuid=uuid, for_actor=request.actor)
    context = publication_desk(view, for_actor=request.actor)
    return render(request, "information/staff/publication.html", context)


@needs(EDIT)
def new(request: Request) -> HttpResponse:
    """Begin a publication."""
    form = _form(request, None)
    return form_page(
        request,
        form,
        lambda: _create(request, form),
        title=_("New publication"),
        submit_label=_("Save as a draft"),
        back_url=reverse("information:workbench"),
        done=_("The draft is saved. Next: its editions and files."),
    )


@needs(EDIT)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Correct a draft."""
    row = get_publication(uuid=uuid, for_actor=request.actor).publication
    form = _form(request, row)
    return form_page(
        request,
        form,
        lambda: _change(request, row, form),
        title=_("Change the draft"),
        submit_label=_("Save"),
        back_url=_page(row),
        done=_("The draft is saved."),
    )


@needs(APPROVE)
@require_POST
def act(request: Request, uuid: UUID, act: str) -> HttpResponse:
    """Approve, publish or take back."""
    if act not in ACTS:
        raise NotFound(_("There is no such step."))
    row = get_publication(uuid=uuid, for_actor=request.actor).publication
    service, done = ACTS[act]
    try:
        service(publication=row, actor=request.actor, at=timezone.now())
    except InvalidInput as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(done))
    return redirect(_page(row))


@needs(APPROVE)
def withdrawal(request: Request, uuid: UUID) -> HttpResponse:
    """Take a publication from the public, for good."""
    row = get_publication(uuid=uuid, for_actor=request.actor).publication
    form = ReasonForm(posted(request))
    return form_page(
        request,
        form,
        lambda: _withdraw(request, row, form),
        title=_("Withdraw the publication"),
        submit_label=_("Withdraw it"),
        back_url=_page(row),
        done=_("The publication is withdrawn."),
        intro=_("Its title and the reason stay under its address; its files can no longer be had."),
    )


def _form(request: Request, row: Publication | None) -> PublicationForm:
    actor = request.actor
    return PublicationForm(
        request.POST if request.method == "POST" else None,
        initial=_initial(row) if row else None,
        projects=project_choices(for_actor=actor),
        activities=activities_of(request.POST.get("project"), row, for_actor=actor),
        series=series_choices(for_actor=actor),
        others=replaceable(than=row, for_actor=actor),
    )


def _initial(row: Publication) -> dict[str, object]:
    texts = {
        f"{name}_{language}": getattr(row, f"{name}_{language}")
        for name in TEXTS
        for language in ("az", "en", "ru")
    }
    return {
        **texts,
        "kind": row.kind,
        "printed_in": row.printed_in,
        "project": str(row.project_uuid or ""),
        "activity": str(row.activity_uuid or ""),
        "series": str(row.series.uuid) if row.series else "",
        "number_in_series": row.number_in_series,
        "supersedes": str(row.supersedes.uuid) if row.supersedes else "",
        "revision": row.revision,
    }


def _create(request: Request, form: PublicationForm) -> str:
    series = _series(request, form)
    made = create_publication(draft=form.draft(series), actor=request.actor, at=timezone.now())
    return _page(made)


def _change(request: Request, row: Publication, form: PublicationForm) -> str:
    change_publication(
        publication=row,
        draft=form.draft(_series(request, form)),
        expected_revision=form.cleaned_data["revision"] or row.revision,
        actor=request.actor,
        at=timezone.now(),
    )
    return _page(row)


def _series(request: Request, form: PublicationForm) -> Series | None:
    data = form.cleaned_data
    if data["new_series"]:
        titles = {"az": data["new_series"]}
        return create_series(titles=titles, actor=request.actor)
    if not data["series"]:
        return None
    return find_series(UUID(data["series"]), for_actor=request.actor)


def _withdraw(request: Request, row: Publication, form: ReasonForm) -> str:
    reason = form.cleaned_data["reason"]
    withdraw(row=row, reason=reason, actor=request.actor, at=timezone.now())
    return _page(row)


def _page(row: Publication) -> str:
    return reverse("information:desk", args=(row.uuid,))
