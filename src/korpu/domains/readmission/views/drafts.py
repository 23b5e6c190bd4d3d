"""Writing an application step by step. Whatever was typed is saved before it is judged."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from korpu.domains.readmission import drafting
from korpu.domains.readmission.codes import EVIDENCE
from korpu.domains.readmission.drafting import CHECK, Reading, Step
from korpu.domains.readmission.enums import Relation
from korpu.domains.readmission.forms import EvidenceForm, MemberForm
from korpu.domains.readmission.models import Draft
from korpu.domains.readmission.rules import missing_particulars
from korpu.domains.readmission.selectors import drafts as selectors
from korpu.domains.readmission.selectors.applications import chosen_place
from korpu.domains.readmission.services import drafts as services
from korpu.domains.readmission.sheets import OWN_NATIONAL
from korpu.domains.readmission.summary import label_of, pointed, summary_of
from korpu.foundations.accounts.api import Request, signed_in
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case
from korpu.foundations.codelists.api import titles
from korpu.kernel.errors import Conflict, DomainError, InvalidInput, NotPossibleNow


@signed_in
@require_POST
def start(request: Request) -> HttpResponse:
    """Begin an application."""
    place = chosen_place(request.POST.get("place", ""), for_actor=request.actor)
    draft = services.start_draft(
        compartment=place.compartment,
        on_paper=place.on_paper,
        actor=request.actor,
        at=timezone.now(),
        sheet=request.POST.get("sheet") or OWN_NATIONAL,
    )
    return redirect("readmission:step", draft.uuid, drafting.steps_of(draft)[0].name)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: Request, uuid: UUID, name: str) -> HttpResponse:
    """One page of the application."""
    draft = selectors.draft(uuid=uuid, for_actor=request.actor)
    if draft.application is not None:
        return redirect("casework:case", draft.application.case.uuid)
    current = drafting.step_named(draft, name)
    if current is None:
        raise Http404
    if current is CHECK:
        return _check(request, draft)
    if current.page == "family":
        return _family(request, draft, current)
    if current.page == "evidence":
        return _evidence(request, draft, current)
    return _particulars(request, draft, current)


def _particulars(request: Request, draft: Draft, current: Step) -> HttpResponse:
    if request.method != "POST":
        form = drafting.form_of(draft, current)
        return _page(request, draft, current, {"form": form})
    typed = {name: str(value) for name, value in request.POST.items()}
    typed.pop("csrfmiddlewaretoken", None)
    saved = services.save_step(
        draft=draft, step=current.name, typed=typed, actor=request.actor, at=timezone.now()
    )
    if request.htmx:  # type: ignore[attr-defined]  # set by django_htmx
        return HttpResponse(status=204)
    form = drafting.form_of(saved, current)
    if not form.is_valid():
        return _page(request, saved, current, {"form": form}, status=422)
    return _onwards(draft, current)


def _family(request: Request, draft: Draft, current: Step) -> HttpResponse:
    form = MemberForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            services.add_member(
                draft=draft, member=form.statement(), actor=request.actor, at=timezone.now()
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("Added to the list."))
            return redirect("readmission:step", draft.uuid, current.name)
    shown = {"form": form, "relations": dict(Relation.choices), "pointed": pointed}
    return _page(request, draft, current, shown, status=422 if form.errors else 200)


def _evidence(request: Request, draft: Draft, current: Step) -> HttpResponse:
    posted = request.method == "POST"
    codelist = drafting.sheet_of_draft(draft).evidence_list
    form = EvidenceForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        codelist=codelist,
    )
    if form.is_bound and form.is_valid():
        try:
            services.add_draft_evidence(
                draft=draft,
                evidence=form.statement(),
                upload=form.cleaned_data["file"],
                actor=request.actor,
                at=timezone.now(),
            )
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("Added to the list."))
            return redirect("readmission:step", draft.uuid, current.name)
    shown = {"form": form, "kinds": titles(codelist), "own_national": codelist == EVIDENCE}
    return _page(request, draft, current, shown, status=422 if form.errors else 200)


def _check(request: Request, draft: Draft) -> HttpResponse:
    reading = drafting.read_draft(draft)
    track = reading.statement.track
    context = {
        "reading": reading,
        "summary_sections": summary_of(reading.statement),
        "missing": [label_of(name, track) for name in missing_particulars(reading.statement)],
        "by_service": drafting.sheet_of_draft(draft).by_service,
    }
    if request.method != "POST" or reading.faulty or reading.authority_id is None:
        return _page(request, draft, CHECK, context)
    try:
        case = _submit(request, draft, reading, reading.authority_id)
    except (InvalidInput, Conflict, NotPossibleNow) as error:
        return _page(request, draft, CHECK, context | {"refusal": _told(error)}, status=409)
    messages.success(request, _("The application has been submitted."))
    return redirect("casework:case", case.uuid)


def _submit(request: Request, draft: Draft, reading: Reading, authority_id: int) -> Case:
    statement, at = reading.statement, timezone.now()
    if drafting.sheet_of_draft(draft).by_service:
        return services.submit_error(draft=draft, statement=statement, actor=request.actor, at=at)
    application = services.submit_draft(
        draft=draft,
        statement=statement,
        authority=Compartment.objects.select_related("office").get(pk=authority_id),
        received_on=reading.received_on,
        actor=request.actor,
        at=at,
    )
    return application.case


def _told(error: DomainError) -> dict[str, object]:
    """The refusal, and the way to the first application where it is the same one again."""
    case = error.facts.get("case")
    return {
        "title": error.title,
        "detail": error.detail,
        "fields": dict(error.fields) if isinstance(error, InvalidInput) else {},
        "link": reverse("casework:case", args=[case]) if case else "",
    }


def _onwards(draft: Draft, current: Step) -> HttpResponse:
    return redirect("readmission:step", draft.uuid, drafting.next_step(draft, current).name)


def _page(
    request: Request, draft: Draft, current: Step, context: dict[str, object], status: int = 200
) -> HttpResponse:
    sheet = drafting.sheet_of_draft(draft)
    frame = {
        "draft": draft,
        "step": current,
        "sheet": sheet,
        "steps": drafting.steps_of(draft),
        "previous": drafting.previous_step(draft, current),
        "next": drafting.next_step(draft, current),
    }
    template = f"readmission/draft_{current.page}.html"
    return render(request, template, frame | context, status=status)


@signed_in
@require_POST
def remove_member(request: Request, uuid: UUID, place: int) -> HttpResponse:
    """Take a family member off the list."""
    draft = selectors.draft(uuid=uuid, for_actor=request.actor)
    services.remove_member(draft=draft, place=place, actor=request.actor, at=timezone.now())
    return redirect("readmission:step", uuid, "family")


@signed_in
@require_POST
def remove_evidence(request: Request, uuid: UUID, evidence_uuid: UUID) -> HttpResponse:
    """Take an entry off the list of evidence."""
    evidence = selectors.draft_evidence(uuid=evidence_uuid, for_actor=request.actor)
    services.remove_draft_evidence(evidence=evidence, actor=request.actor)
    return redirect("readmission:step", uuid, "evidence")


@signed_in
@require_POST
def discard(request: Request, uuid: UUID) -> HttpResponse:
    """Throw the draft away."""
    draft = selectors.draft(uuid=uuid, for_actor=request.actor)
    services.discard_draft(draft=draft, actor=request.actor)
    messages.success(request, _("The draft has been deleted."))
    return redirect("readmission:applications")
