"""Proposing and approving the plan itself: needs, goals and budget lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from korpu.domains.assistance import sentences
from korpu.domains.assistance.enums import Modality, Phase, VersionState
from korpu.domains.assistance.models import PlanLine, PlanNeed, PlanVersion, SupportPlan
from korpu.domains.assistance.tariffs import Ceiling, ceilings
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class NeedDraft:
    """A need with the goal agreed; ``need`` is a code of codelist ``reintegration-needs``."""

    need: str
    goal: str


@dataclass(frozen=True, slots=True)
class LineDraft:
    """A budget line as proposed; ``amount_eur`` more than zero."""

    need: str
    description: str
    phase: Phase
    modality: Modality
    amount_eur: Decimal


@dataclass(frozen=True, slots=True)
class Rate:
    """Manat for one euro on a day."""

    azn: Decimal
    on: date


def propose_version(
    *,
    plan: SupportPlan,
    needs: Sequence[NeedDraft],
    lines: Sequence[LineDraft],
    rate: Rate,
    reason: str,
    actor: Actor,
    at: datetime,
) -> PlanVersion:
    """Write the next version of a plan: the effect of act ``propose_plan``.

    Raises:
        InvalidInput: no need or line, a line without its need, or more than the tariff allows.
    """
    check_draft(plan=plan, needs=needs, lines=lines)
    with transaction.atomic():
        plan.versions.filter(state=VersionState.PROPOSED).update(state=VersionState.SUPERSEDED)
        number = plan.versions.count() + 1
        version = PlanVersion.objects.create(
            plan=plan, number=number, reason=reason, proposed_by_id=actor.user_id, proposed_at=at
        )
        PlanNeed.objects.bulk_create(
            PlanNeed(version=version, need=need.need, goal=need.goal) for need in needs
        )
        PlanLine.objects.bulk_create(
            _line(version, position, line, rate) for position, line in enumerate(lines, start=1)
        )
    return version


def _line(version: PlanVersion, position: int, draft: LineDraft, rate: Rate) -> PlanLine:
    return PlanLine(
        version=version,
        position=position,
        need=draft.need,
        description=draft.description,
        phase=draft.phase,
        modality=draft.modality,
        amount_eur=draft.amount_eur,
        rate_azn=rate.azn,
        rate_on=rate.on,
    )


def check_draft(
    *, plan: SupportPlan, needs: Sequence[NeedDraft], lines: Sequence[LineDraft]
) -> None:
    """Refuse a draft that cannot be a plan; each sentence belongs to a field of the form.

    Raises:
        InvalidInput: ``fields`` says where.
    """
    fields: dict[str, Message] = {}
    if not needs or not lines:
        fields["lines"] = sentences.NO_LINES
    known = {need.need for need in needs}
    for position, line in enumerate(lines):
        if line.need not in known:
            fields[f"lines-{position}-need"] = sentences.LINE_WITHOUT_NEED
        if line.amount_eur <= 0:
            fields[f"lines-{position}-amount_eur"] = sentences.AMOUNT_NOT_POSITIVE
    fields |= _over_ceiling(lines, ceilings(plan))
    if fields:
        raise InvalidInput(next(iter(fields.values())), fields=fields)


def _over_ceiling(lines: Sequence[LineDraft], allowed: dict[Phase, Ceiling]) -> dict[str, Message]:
    fields: dict[str, Message] = {}
    for phase, ceiling in allowed.items():
        total = sum((line.amount_eur for line in lines if line.phase == phase), Decimal(0))
        if total > ceiling.left_eur:
            fields[f"phase-{phase.value}"] = sentences.PLAN_OVER_CEILING.format(
                phase=phase.label, sum=f"{total:.2f}", ceiling=f"{ceiling.left_eur:.2f}"
            )
    return fields


def approve_version(*, version: PlanVersion, actor: Actor, at: datetime) -> PlanVersion:
    """Make a proposed version the plan in force: the effect of act ``approve_plan``.

    That approver and proposer differ is a condition of the act and a constraint of the table.
    """
    with transaction.atomic():
        version.plan.versions.filter(state=VersionState.APPROVED).update(
            state=VersionState.SUPERSEDED
        )
        version.state = VersionState.APPROVED
        version.approved_by_id = actor.user_id
        version.approved_at = at
        version.save()
    return version
