"""Forms as files: as PDF in the agreement's order of fields, and as JSON out and in."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korpu.domains.readmission import drafting
from korpu.domains.readmission.document_schema import MOST_BYTES, json_schema
from korpu.domains.readmission.exchange import document_of, read_document, written
from korpu.domains.readmission.papers import form_pdf
from korpu.domains.readmission.permissions import READ_APPLICATION, READ_NEEDS
from korpu.domains.readmission.selectors import drafts
from korpu.domains.readmission.selectors.applications import (
    Place,
    application_of_case,
    chosen_place,
    writing_places,
)
from korpu.domains.readmission.selectors.paper import paper_of
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.imports import import_document
from korpu.domains.readmission.services.received import note_form
from korpu.domains.readmission.sheets import sheet_of, sheets
from korpu.foundations.accounts.api import Request, needs, public, signed_in
from korpu.foundations.audit.api import record_export
from korpu.foundations.ui.forms import Form
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import LANGUAGES, Language


class ImportForm(Form):
    """A document, and where the draft is to stand."""

    place = forms.ChoiceField(label=gettext_lazy("Where it is written"), required=False)
    document = forms.FileField(
        label=gettext_lazy("JSON document of a form"),
        help_text=gettext_lazy("As exported here or by your own system, at most 1 MB."),
    )

    def offer(self, places: Sequence[Place]) -> None:
        """Ask for the place only where there are several."""
        offered = [(str(one.compartment.pk), one.compartment.office.title) for one in places]
        self.fields["place"].choices = offered  # type: ignore[attr-defined]  # a choice field
        if len(offered) < 2:  # noqa: PLR2004 - one place needs no question
            del self.fields["place"]


@needs(READ_APPLICATION)
@require_safe
def case_pdf(request: Request, uuid: UUID, language: str) -> HttpResponse:
    """The form of a case, with the reply once it was sent."""
    if language not in LANGUAGES:
        raise Http404
    spoken: Language = language
    paper = paper_of(case_uuid=uuid, for_actor=request.actor, language=spoken)
    note_form(case_uuid=uuid, actor=request.actor, at=timezone.now())
    record_export(
        actor=request.actor,
        object_type="readmission.form",
        object_uuid=uuid,
        detail=f"pdf {language}",
    )
    answer = HttpResponse(
        form_pdf(paper, spoken, at=timezone.now()), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'attachment; filename="{paper["number"]}-{language}.pdf"'
    return answer


@needs(READ_APPLICATION)
@require_safe
def case_json(request: Request, uuid: UUID) -> HttpResponse:
    """The form of a case as a document."""
    application = application_of_case(case_uuid=uuid, for_actor=request.actor)
    request.actor.check(READ_NEEDS)
    record_export(
        actor=request.actor, object_type="readmission.form", object_uuid=uuid, detail="json"
    )
    document = document_of(sheet_of(application.track), current_statement(application))
    return _file(written(document), f"{application.case.number}.json")


@signed_in
@require_safe
def draft_json(request: Request, uuid: UUID) -> HttpResponse:
    """A draft as a document: what could be read of it."""
    draft = drafts.draft(uuid=uuid, for_actor=request.actor)
    sheet = drafting.sheet_of_draft(draft)
    document = document_of(sheet, drafting.read_draft(draft).statement)
    record_export(
        actor=request.actor, object_type="readmission.form", object_uuid=uuid, detail="draft"
    )
    return _file(written(document), f"{sheet.id}-draft.json")


def _file(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@needs(READ_APPLICATION)
@require_http_methods(["GET", "HEAD", "POST"])
def import_form(request: Request) -> HttpResponse:
    """Begin a draft with a document."""
    posted = request.method == "POST"
    form = ImportForm(request.POST if posted else None, request.FILES if posted else None)
    places = writing_places(for_actor=request.actor)
    form.offer(places)
    if not (form.is_bound and form.is_valid()):
        return _import_page(request, form, {}, 422 if posted else 200)
    document = read_document(form.cleaned_data["document"].read(MOST_BYTES + 1))
    chosen = form.cleaned_data.get("place") or _only(places)
    place = chosen_place(chosen, for_actor=request.actor)
    try:
        draft = import_document(
            document=document,
            compartment=place.compartment,
            on_paper=place.on_paper,
            actor=request.actor,
            at=timezone.now(),
        )
    except InvalidInput as error:
        return _import_page(request, form, dict(error.fields), 422)
    messages.success(request, _("The document has become a draft. Check it before you submit it."))
    return redirect("readmission:step", draft.uuid, drafting.CHECK.name)


def _only(places: Sequence[Place]) -> str:
    """The key of the one place; empty: there is none, or several."""
    return str(places[0].compartment.pk) if len(places) == 1 else ""


def _import_page(
    request: Request, form: ImportForm, faults: dict[str, object], status: int
) -> HttpResponse:
    shown = [sheet for sheet in sheets().values() if not sheet.by_service]
    context = {"form": form, "faults": faults, "sheets": shown}
    return render(request, "readmission/import.html", context, status=status)


@public
@require_safe
def schema(request: Request, sheet: str) -> HttpResponse:  # noqa: ARG001 - the shape of a view
    """The JSON Schema of a form's documents."""
    found = sheets().get(sheet)
    if found is None or found.by_service:
        raise Http404
    return JsonResponse(
        json_schema(found),
        content_type="application/schema+json",
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
