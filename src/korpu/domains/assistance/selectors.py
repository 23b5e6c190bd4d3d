"""The only readers of the assistance room: bounded here, filtered by row security below."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch, QuerySet, Sum

from korpu.domains.assistance.enums import (
    COUNTED_DELIVERIES,
    DeliveryState,
    ReferralState,
    VersionState,
)
from korpu.domains.assistance.models import (
    Delivery,
    MentorAssignment,
    PlanLine,
    PlanVersion,
    Programme,
    Referral,
    Screening,
    SupportPlan,
    Visit,
)
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Text

LIST_LIMIT = 200

_NO_DELIVERY = Text(
    az="Belə çatdırılma tapılmadı.",
    en="There is no such delivery.",
    ru="Такая выдача не найдена.",
)
_NO_REFERRAL = Text(
    az="Belə müraciət tapılmadı.",
    en="There is no such referral.",
    ru="Такое направление не найдено.",
)


def waiting_referrals(*, for_actor: Actor) -> QuerySet[Referral]:
    """Returnees waiting for a coordinator, the longest waiting first; for paging."""
    allowed = for_actor.compartments_with("assistance.referral.read")
    return Referral.objects.filter(
        state=ReferralState.WAITING, compartment__in=allowed
    ).select_related("person")


def get_referral(*, uuid: UUID, for_actor: Actor) -> Referral:
    """One referral of the actor's compartments.

    Raises:
        NotFound: none that this actor may know of.
    """
    allowed = for_actor.compartments_with("assistance.referral.read")
    found = (
        Referral.objects.select_related("person", "compartment")
        .filter(uuid=uuid, compartment__in=allowed)
        .first()
    )
    if found is None:
        raise NotFound(_NO_REFERRAL)
    return found


def open_programmes(*, on: date, for_actor: Actor) -> list[Programme]:
    """Programmes of the actor's compartments under which a plan may be opened on ``on``."""
    allowed = for_actor.compartments_with("assistance.plan.open")
    programmes = Programme.objects.filter(compartment__in=allowed, valid_from__lte=on)
    return [p for p in programmes[:LIST_LIMIT] if p.valid_until is None or p.valid_until >= on]


def programmes_with_tariffs(*, for_actor: Actor) -> list[Programme]:
    """Every programme with its tariff rows; amounts are no secret inside the house."""
    for_actor.check("assistance.programme.read")
    return list(Programme.objects.prefetch_related("tariff_rows")[:LIST_LIMIT])


def plan_of(case: Case) -> SupportPlan:
    """What this room knows of a case of support; row security applies."""
    return SupportPlan.objects.select_related("programme", "case").get(case=case)


def current_version(plan: SupportPlan) -> PlanVersion | None:
    """The newest proposed or approved version, with needs and lines; None before the first."""
    return (
        plan.versions.exclude(state=VersionState.SUPERSEDED)
        .select_related("proposed_by", "approved_by")
        .prefetch_related("needs", "lines")
        .order_by("-number")
        .first()
    )


def approved_lines(plan: SupportPlan) -> list[PlanLine]:
    """Lines of the plan in force, in their order."""
    lines = PlanLine.objects.filter(version__plan=plan, version__state=VersionState.APPROVED)
    return list(lines.order_by("position"))


def left_on_line(line: PlanLine) -> Decimal:
    """Euro of the line not yet delivered; deliveries under way count as delivered."""
    counted = line.deliveries.filter(state__in=COUNTED_DELIVERIES)
    return line.amount_eur - (counted.aggregate(total=Sum("amount_eur"))["total"] or Decimal(0))


def open_deliveries(plan: SupportPlan) -> list[Delivery]:
    """Deliveries recorded and waiting for somebody else's confirmation."""
    waiting = plan.deliveries.filter(state=DeliveryState.RECORDED)
    return list(waiting.select_related("line", "proof", "recorded_by"))


def deliveries_of(plan: SupportPlan) -> Sequence[Delivery]:
    """Every delivery of a plan, newest first."""
    return list(plan.deliveries.select_related("line", "proof", "recorded_by")[:LIST_LIMIT])


def get_delivery(*, uuid: UUID, for_actor: Actor) -> Delivery:
    """One delivery of a plan the actor sees.

    Raises:
        NotFound: none that this actor may know of.
    """
    for_actor.check("assistance.plan.read")
    found = (
        Delivery.objects.select_related("proof", "plan__case__subject").filter(uuid=uuid).first()
    )
    if found is None:
        raise NotFound(_NO_DELIVERY)
    return found


def visits_of(plan: SupportPlan) -> list[Visit]:
    """Every contact of a plan, newest first."""
    return list(plan.visits.select_related("recorded_by")[:LIST_LIMIT])


def screenings_of(plan: SupportPlan) -> list[Screening]:
    """Every determination, newest first; empty outside the coordinators' compartment."""
    signals = Prefetch("signals")
    return list(plan.screenings.select_related("screened_by").prefetch_related(signals))


def current_assignment(plan: SupportPlan, on: date) -> MentorAssignment | None:
    """Who accompanies the returnee on ``on``; None: nobody."""
    running = plan.mentor_assignments.filter(valid_from__lte=on, valid_until__gte=on)
    return running.select_related("mentor").first()


def assignments_of(plan: SupportPlan) -> list[MentorAssignment]:
    """Every assignment of a plan, oldest first."""
    return list(plan.mentor_assignments.select_related("mentor"))


def overlapping_assignments(plan: SupportPlan, first: date, last: date) -> bool:
    """Whether somebody is assigned on any day from ``first`` to ``last``."""
    return plan.mentor_assignments.filter(valid_from__lte=last, valid_until__gte=first).exists()
