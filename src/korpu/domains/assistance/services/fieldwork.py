"""What a mentor does with the returnee: visits, and help handed over with its proof."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from korpu.domains.assistance import sentences
from korpu.domains.assistance.enums import DeliveryState, VersionState, VisitKind, VisitOutcome
from korpu.domains.assistance.models import Delivery, PlanLine, SupportPlan, Visit
from korpu.domains.assistance.selectors import left_on_line
from korpu.foundations.accounts.api import Actor
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput, NotPermitted, NotPossibleNow


@dataclass(frozen=True, slots=True)
class VisitNote:
    """What a mentor writes about one contact; ``language`` empty: not noted."""

    kind: VisitKind
    outcome: VisitOutcome
    visited_on: date
    language: str = ""
    had_interpreter: bool = False
    note: str = ""
    has_safety_concern: bool = False


def record_visit(*, plan: SupportPlan, visit: VisitNote, actor: Actor) -> Visit:
    """Write down a contact: the effect of act ``record_visit``."""
    return Visit.objects.create(plan=plan, recorded_by_id=actor.user_id, **asdict(visit))


def record_delivery(
    *,
    plan: SupportPlan,
    line: PlanLine,
    amount_eur: Decimal,
    delivered_on: date,
    proof: StoredFile,
    actor: Actor,
) -> Delivery:
    """Write down help handed over: the effect of act ``record_delivery``.

    Raises:
        InvalidInput: the line is not of the approved plan, or not so much is left on it.
    """
    with transaction.atomic():
        locked = (
            PlanLine.objects.select_for_update(of=("self",))
            .select_related("version")
            .get(pk=line.pk)
        )
        if locked.version.plan_id != plan.pk or locked.version.state != VersionState.APPROVED:
            raise InvalidInput(
                sentences.NOT_A_LINE_OF_THIS_PLAN,
                fields={"line": sentences.NOT_A_LINE_OF_THIS_PLAN},
            )
        left = left_on_line(locked)
        if not 0 < amount_eur <= left:
            sentence = sentences.DELIVERY_OVER_LINE.format(left=f"{left:.2f}")
            raise InvalidInput(sentence, fields={"amount_eur": sentence})
        return Delivery.objects.create(
            plan=plan,
            line=locked,
            amount_eur=amount_eur,
            delivered_on=delivered_on,
            proof=proof,
            recorded_by_id=actor.user_id,
        )


def settle_delivery(
    *, delivery: Delivery, accepted: bool, reason: str, actor: Actor, at: datetime
) -> Delivery:
    """Accept or refuse the proof of a delivery: the effect of act ``confirm_delivery``.

    Raises:
        NotPermitted: the actor recorded the delivery.
        NotPossibleNow: it was settled before.
    """
    with transaction.atomic():
        locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
        if locked.recorded_by_id == actor.user_id:
            raise NotPermitted(sentences.OWN_DELIVERY)
        if locked.state != DeliveryState.RECORDED:
            raise NotPossibleNow(sentences.NO_OPEN_DELIVERY)
        locked.state = DeliveryState.CONFIRMED if accepted else DeliveryState.REJECTED
        locked.rejected_reason = "" if accepted else reason
        locked.settled_by_id = actor.user_id
        locked.settled_at = at
        locked.save()
    return locked
