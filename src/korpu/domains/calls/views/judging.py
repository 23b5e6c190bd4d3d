"""Pages on which applications are checked, scored, decided and contracted, for the staff."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.domains.calls.enums import ObjectionRuling
from korpu.domains.calls.forms import staff as forms
from korpu.domains.calls.forms.calls import ReasonForm
from korpu.domains.calls.lists import APPLICATION_COLUMNS, APPLICATIONS
from korpu.domains.calls.scores import assessor_choices, progress_of, standings
from korpu.domains.calls.selectors import staff as selectors
from korpu.domains.calls.selectors.ranked import ranked_applications
from korpu.domains.calls.services import assessing, contracting, deciding, eligibility, objections
from korpu.domains.calls.views.frame import frame
from korpu.domains.calls.views.pages import FormPage, answer, posted, press
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.accounts.models import User
from korpu.foundations.audit.api import record_export
from korpu.foundations.files.api import download_response
from korpu.foundations.ui.tables import csv_response, fetch_page
from korpu.kernel.errors import InvalidInput

READ = selectors.READ_APPLICATION


@needs(READ)
@require_GET
def applications(request: Request, number: str) -> HttpResponse:
    """Submitted applications of a call."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    asked = APPLICATIONS.read(request.GET)
    found = selectors.applications_of(call, for_actor=request.actor, **asked.filters)
    table = asked.show(fetch_page(found, asked, key="reference"))
    context = {**frame(call, "applications", request.actor), "table": table}
    return render(request, "calls/staff/applications.html", context)


@needs(READ)
@require_GET
def applications_csv(request: Request, number: str) -> HttpResponseBase:
    """The list as a file; scores stand in it once they are revealed. The export is recorded."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    asked = APPLICATIONS.read(request.GET)
    rows = ranked_applications(call, for_actor=request.actor, **asked.filters)
    record_export(actor=request.actor, object_type="calls.call", object_uuid=call.uuid)
    return csv_response(APPLICATION_COLUMNS, rows, f"{call.number}-applications".lower())


@needs(READ)
@require_GET
def application(request: Request, uuid: UUID) -> HttpResponse:
    """One application; the reading is recorded."""
    file = selectors.application_file(uuid=uuid, for_actor=request.actor)
    compartment = file.application.compartment_id
    context = {
        **frame(file.application.call, "applications", request.actor),
        "file": file,
        "may_check": request.actor.may("calls.eligibility.decide", compartment_id=compartment),
        "may_decide": request.actor.may("calls.decision.approve", compartment_id=compartment),
    }
    return render(request, "calls/staff/application.html", context)


@needs(READ)
@require_GET
def document(request: Request, uuid: UUID) -> HttpResponseBase:
    """Download an enclosed file; the reading is recorded."""
    return download_response(selectors.staff_document(uuid=uuid, for_actor=request.actor).file)


@needs(READ)
@require_GET
def letter(request: Request, uuid: UUID) -> HttpResponseBase:
    """Download a letter; the reading is recorded."""
    return download_response(selectors.staff_notice(uuid=uuid, for_actor=request.actor).file)


@needs("calls.eligibility.decide")
def complete(request: Request, uuid: UUID) -> HttpResponse:
    """Ask the applicant to complete the application."""
    found = selectors.find_application(uuid=uuid, for_actor=request.actor)
    form = forms.CompletionForm(posted(request))
    page = FormPage(
        _("Ask for completion"),
        _("Send the letter"),
        _("The applicant is asked to complete the application."),
        reverse("calls:application", args=[uuid]),
    )
    return answer(
        request,
        form,
        page,
        lambda: eligibility.ask_for_completion(
            application=found, **form.cleaned_data, actor=request.actor, at=timezone.now()
        ),
    )


@needs("calls.eligibility.decide")
def check(request: Request, uuid: UUID) -> HttpResponse:
    """Record whether the application meets the conditions."""
    found = selectors.find_application(uuid=uuid, for_actor=request.actor)
    conditions = list(found.call.conditions.all())
    form = forms.EligibilityForm(posted(request), conditions=conditions)
    page = FormPage(
        _("Check eligibility"),
        _("Record the findings"),
        _("The findings are recorded."),
        reverse("calls:application", args=[uuid]),
        _("Eligible is what meets every condition. A refusal goes to the applicant at once."),
    )
    return answer(
        request,
        form,
        page,
        lambda: eligibility.declare_eligibility(
            application=found,
            findings=form.findings(),
            reasons=form.cleaned_data["reasons"],
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs(READ)
@require_GET
def board(request: Request, number: str) -> HttpResponse:
    """Assessors, how far they are, and, once revealed, every score."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    people = assessor_choices()
    progress = progress_of(call).values()
    context = {
        **frame(call, "board", request.actor),
        "assessors": selectors.assessors_of(call),
        "form": forms.AppointForm(people=people),
        "people": people,
        "locked_count": sum(one.locked for one in progress),
        "expected_count": sum(one.expected for one in progress),
        "standings": standings(call),
        "criteria": list(call.criteria.all()),
        "may_appoint": request.actor.may(
            "calls.assessor.appoint", compartment_id=call.compartment_id
        ),
    }
    return render(request, "calls/staff/board.html", context)


@needs("calls.assessor.appoint")
@require_POST
def appoint(request: Request, number: str) -> HttpResponse:
    """Appoint an assessor."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    form = forms.AppointForm(request.POST, people=assessor_choices())

    def perform() -> None:
        if not form.is_valid():
            raise InvalidInput(_("Choose an assessor from the list."))
        user = User.objects.get(pk=form.cleaned_data["user"])
        assessing.appoint_assessor(call=call, user=user, actor=request.actor, at=timezone.now())

    back = reverse("calls:board", args=[number])
    return press(request, perform, said=_("The assessor is appointed."), back=back)


@needs("calls.assessor.appoint")
@require_POST
def dismiss(request: Request, uuid: UUID) -> HttpResponse:
    """Take an appointment back."""
    assessor = selectors.get_assessor(uuid=uuid, for_actor=request.actor)
    return press(
        request,
        lambda: assessing.remove_assessor(
            assessor=assessor, actor=request.actor, at=timezone.now()
        ),
        said=_("The appointment is taken back."),
        back=reverse("calls:board", args=[assessor.call.number]),
    )


@needs("calls.assessor.appoint")
@require_POST
def reveal(request: Request, number: str) -> HttpResponse:
    """Bring the scores into the open."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    return press(
        request,
        lambda: assessing.reveal_scores(call=call, actor=request.actor, at=timezone.now()),
        said=_("The scores are revealed."),
        back=reverse("calls:board", args=[number]),
    )


@needs("calls.assessor.appoint")
def consensus(request: Request, uuid: UUID) -> HttpResponse:
    """Record what the assessors agreed on."""
    found = selectors.find_application(uuid=uuid, for_actor=request.actor)
    criteria = list(found.call.criteria.all())
    form = forms.SheetForm(posted(request), criteria=criteria, initial={"version": 0})
    page = FormPage(
        _("Record the consensus"),
        _("Record and lock"),
        _("The consensus is recorded."),
        reverse("calls:board", args=[found.call.number]),
        _("Say in the comment who met when and how they agreed. It counts instead of the sheets."),
        template="calls/staff/sheet.html",
    )
    return answer(
        request,
        form,
        page,
        lambda: assessing.record_consensus(
            application=found,
            points=form.points(),
            comment=form.cleaned_data["comment"],
            actor=request.actor,
            at=timezone.now(),
        ),
        caption=f"{found.reference}, {found.organisation_name}",
    )


@needs(READ)
@require_GET
def decision(request: Request, number: str) -> HttpResponse:
    """What is proposed and decided, objections and rulings."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    may = request.actor.may
    context = {
        **frame(call, "decision", request.actor),
        "decisions": selectors.decisions_of(call),
        "objections": selectors.objections_of(call),
        "may_propose": may("calls.decision.propose", compartment_id=call.compartment_id),
        "may_approve": may("calls.decision.approve", compartment_id=call.compartment_id),
    }
    return render(request, "calls/staff/decision.html", context)


@needs("calls.decision.propose")
def propose(request: Request, number: str) -> HttpResponse:
    """Propose an outcome for every application."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    form = forms.ProposalForm(
        posted(request),
        standings=standings(call),
        posts=list(call.posts.all()),
        initial=forms.proposal_initial(selectors.decisions_of(call)),
    )
    page = FormPage(
        _("Propose decisions"),
        _("Save the proposal"),
        _("The proposal is saved. The programme director decides."),
        reverse("calls:decision", args=[number]),
        template="calls/staff/propose.html",
    )
    return answer(
        request,
        form,
        page,
        lambda: deciding.propose_decisions(
            call=call, proposals=form.proposals(), actor=request.actor, at=timezone.now()
        ),
        call=call,
    )


@needs("calls.decision.approve")
@require_POST
def approve(request: Request, number: str) -> HttpResponse:
    """Take the decisions as proposed."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    return press(
        request,
        lambda: deciding.approve_decisions(call=call, actor=request.actor, at=timezone.now()),
        said=_("Decided. The letters are on their way."),
        back=reverse("calls:decision", args=[number]),
    )


@needs("calls.decision.approve")
def rule(request: Request, uuid: UUID) -> HttpResponse:
    """Rule on an objection."""
    objection = selectors.get_objection(uuid=uuid, for_actor=request.actor)
    call = objection.application.call
    form = forms.RulingForm(posted(request), posts=list(call.posts.all()))
    page = FormPage(
        _("Decide on the objection"),
        _("Decide and send the letter"),
        _("The objection is decided and the letter sent."),
        reverse("calls:decision", args=[call.number]),
        objection.grounds,
    )
    return answer(
        request,
        form,
        page,
        lambda: objections.rule_on_objection(
            objection=objection,
            ruling=ObjectionRuling(form.cleaned_data["ruling"]),
            reasons=form.cleaned_data["reasons"],
            post=form.chosen_post,
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs(READ)
@require_GET
def contracts(request: Request, number: str) -> HttpResponse:
    """Contracts, and who still waits for one."""
    call = selectors.staff_call(number=number, for_actor=request.actor)
    context = {
        **frame(call, "contracts", request.actor),
        "contracts": selectors.contracts_of(call),
        "waiting": selectors.to_contract(call),
        "may_sign": request.actor.may("calls.contract.sign", compartment_id=call.compartment_id),
        "today": timezone.localdate(),
    }
    return render(request, "calls/staff/contracts.html", context)


@needs("calls.contract.sign")
def sign(request: Request, uuid: UUID) -> HttpResponse:
    """Sign the contract with a selected organisation."""
    found = selectors.find_application(uuid=uuid, for_actor=request.actor)
    post = selectors.post_of(found)
    form = forms.ContractForm(
        posted(request),
        post=post,
        candidates=[one for one in found.candidates.all() if one.post_id == post.pk],
        organisations=selectors.known_ngos(),
        workplaces=selectors.workplaces(),
        initial={"valid_from": found.call.contract_from, "valid_until": found.call.contract_until},
    )
    page = FormPage(
        _("Sign the contract"),
        _("Record the contract"),
        _("The contract is recorded; its people are invited."),
        reverse("calls:contracts", args=[found.call.number]),
        f"{found.organisation_name}: {post}",
    )
    site = f"{request.scheme}://{request.get_host()}"
    return answer(
        request,
        form,
        page,
        lambda: contracting.sign_contract(
            application=found,
            data=form.agreed(),
            site=site,
            actor=request.actor,
            at=timezone.now(),
        ),
    )


@needs("calls.contract.sign")
def end(request: Request, uuid: UUID) -> HttpResponse:
    """End a contract at once."""
    contract = selectors.get_contract(uuid=uuid, for_actor=request.actor)
    form = ReasonForm(posted(request))
    page = FormPage(
        _("End the contract now"),
        _("End it"),
        _("The contract is ended and its roles are taken back."),
        reverse("calls:contracts", args=[contract.application.call.number]),
        _("Its people lose their role and every case at once. It cannot be undone."),
    )
    return answer(
        request,
        form,
        page,
        lambda: contracting.end_contract(
            contract=contract,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
        ),
    )
