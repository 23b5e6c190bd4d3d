"""How a case of support works: facts for its conditions, and what each act writes here."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from korpu.domains.assistance import forms, panels, selectors, sentences
from korpu.domains.assistance.models import SupportPlan
from korpu.domains.assistance.services import fieldwork, mentors, plans, versions
from korpu.domains.assistance.services.plans import PROCEDURE
from korpu.domains.assistance.tariffs import ceilings
from korpu.foundations.casework import api as casework
from korpu.foundations.casework.api import ActDone, Case, CaseType
from korpu.foundations.files import api as files


def facts(case: Case, on: date) -> Mapping[str, bool]:  # noqa: ARG001  the shape of CaseType.facts
    """Facts of a plan as it stands; unknown until the plan exists."""
    plan = SupportPlan.objects.filter(case=case).first()
    if plan is None:
        return {}
    version = selectors.current_version(plan)
    lines = list(version.lines.all()) if version else []
    return {
        "has_plan_lines": bool(lines),
        "plan_within_tariff": all(
            sum(line.amount_eur for line in lines if line.phase == phase) <= room.left_eur
            for phase, room in ceilings(plan, version).items()
        ),
        "has_open_delivery": bool(selectors.open_deliveries(plan)),
    }


def _screened(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    plans.screen(
        plan=selectors.plan_of(done.case),
        screened_on=done.act.effective_on,
        actor=done.actor,
        **data,
    )


def _mentor_assigned(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    mentors.assign_mentor(
        plan=selectors.plan_of(done.case),
        valid_from=done.act.effective_on,
        actor=done.actor,
        at=done.at,
        **data,
    )


def _mentor_replaced(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    mentors.replace_mentor(
        plan=selectors.plan_of(done.case),
        valid_from=done.act.effective_on,
        reason=done.act.note,
        actor=done.actor,
        at=done.at,
        **data,
    )


def _mentor_ended(done: ActDone) -> None:
    mentors.end_assignment(
        plan=selectors.plan_of(done.case),
        ended_on=done.act.effective_on,
        reason=done.act.note,
        actor=done.actor,
        at=done.at,
    )


def _plan_proposed(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    versions.propose_version(
        plan=selectors.plan_of(done.case),
        reason=done.act.note,
        actor=done.actor,
        at=done.at,
        **data,
    )


def _plan_approved(done: ActDone) -> None:
    version = selectors.current_version(selectors.plan_of(done.case))
    if version is not None:
        versions.approve_version(version=version, actor=done.actor, at=done.at)


def _visit_recorded(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    fieldwork.record_visit(
        plan=selectors.plan_of(done.case),
        visit=fieldwork.VisitNote(visited_on=done.act.effective_on, **data),
        actor=done.actor,
    )
    if data.get("has_safety_concern"):
        casework.add_task(
            case=done.case,
            title=sentences.SAFETY_TASK,
            role="reintegration_coordinator",
            due_on=done.act.effective_on,
            actor=done.actor,
            at=done.at,
        )


def _delivery_recorded(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    proof = files.store_upload(
        upload=data["proof"], kind="delivery_note", actor=done.actor, at=done.at
    )
    fieldwork.record_delivery(
        plan=selectors.plan_of(done.case),
        line=data["line"],
        amount_eur=data["amount_eur"],
        delivered_on=done.act.effective_on,
        proof=proof,
        actor=done.actor,
    )


def _delivery_confirmed(done: ActDone) -> None:
    data = cast("dict[str, Any]", done.data)
    fieldwork.settle_delivery(actor=done.actor, at=done.at, **data)


def _closed(done: ActDone) -> None:
    plan = selectors.plan_of(done.case)
    if selectors.current_assignment(plan, done.act.effective_on) is not None:
        _mentor_ended(done)
    data = cast("dict[str, Any]", done.data)
    plans.close(plan=plan, reason=data["closure_reason"], closed_on=done.act.effective_on)


SUPPORT = CaseType(
    procedure=PROCEDURE,
    business="assistance",
    number_prefix="RSP",
    facts=facts,
    act_forms={
        "screen_vulnerability": forms.ScreeningForm,
        "assign_mentor": forms.AssignMentorForm,
        "replace_mentor": forms.ReplaceMentorForm,
        "end_mentor_assignment": forms.EndMentorForm,
        "propose_plan": forms.PlanForm,
        "approve_plan": forms.ApprovePlanForm,
        "record_visit": forms.VisitForm,
        "record_delivery": forms.DeliveryForm,
        "confirm_delivery": forms.ConfirmDeliveryForm,
        "close_support": forms.CloseForm,
    },
    effects={
        "screen_vulnerability": _screened,
        "assign_mentor": _mentor_assigned,
        "replace_mentor": _mentor_replaced,
        "end_mentor_assignment": _mentor_ended,
        "propose_plan": _plan_proposed,
        "approve_plan": _plan_approved,
        "record_visit": _visit_recorded,
        "record_delivery": _delivery_recorded,
        "confirm_delivery": _delivery_confirmed,
        "close_support": _closed,
    },
    panels=panels.PANELS,
    office_acts=frozenset({"screen_vulnerability"}),
)
