"""Opening support, screening, and closing it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from korpu.domains.assistance import sentences
from korpu.domains.assistance.enums import Polarity, ReferralState
from korpu.domains.assistance.models import (
    Programme,
    Referral,
    Screening,
    ScreeningSignal,
    SupportPlan,
)
from korpu.domains.assistance.services.referrals import lock_waiting, settle
from korpu.domains.assistance.tariffs import tariff_version_on
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import api as casework
from korpu.kernel.errors import NotPossibleNow

PROCEDURE = "az/reintegration-support"


def open_support(
    *,
    referral: Referral,
    programme: Programme,
    family_member_count: int,
    is_unaccompanied_child: bool,
    actor: Actor,
    at: datetime,
    effective_on: date,
) -> SupportPlan:
    """Open a case of support for a referred returnee, pinned to the tariff of the day.

    Raises:
        NotPermitted: the actor is not a coordinator of the compartment.
        NotPossibleNow: the referral is settled, or the person is supported already.
        InvalidInput: the programme has no tariff for that day.
    """
    actor.check("assistance.plan.open", compartment_id=referral.compartment_id)
    with transaction.atomic():
        waiting = lock_waiting(referral)
        _check_not_supported(waiting)
        case = casework.open_case(
            procedure=PROCEDURE,
            compartment=waiting.compartment,
            counterpart=None,
            subject=waiting.person,
            act="open_plan",
            facts={"arrived_on": waiting.arrived_on},
            actor=actor,
            at=at,
            effective_on=effective_on,
        )
        plan = SupportPlan.objects.create(
            case=case,
            compartment_id=waiting.compartment_id,
            programme=programme,
            tariff_version=tariff_version_on(programme=programme, on=effective_on),
            return_type=waiting.return_type,
            family_member_count=family_member_count,
            is_unaccompanied_child=is_unaccompanied_child,
            arrived_on=waiting.arrived_on,
            opened_on=effective_on,
        )
        settle(waiting, ReferralState.OPENED, actor=actor, at=at)
    return plan


def _check_not_supported(referral: Referral) -> None:
    running = SupportPlan.objects.filter(
        case__subject=referral.person_id, case__closed_at__isnull=True
    )
    if running.exists():
        raise NotPossibleNow(sentences.SUPPORTED_ELSEWHERE)


def screen(
    *,
    plan: SupportPlan,
    screened_on: date,
    is_vulnerable: bool,
    grounds: str,
    has_red_signal: bool,
    signals: Mapping[str, Polarity],
    actor: Actor,
) -> Screening:
    """Write down a determination of vulnerability: the effect of act ``screen_vulnerability``."""
    screening = Screening.objects.create(
        plan=plan,
        compartment_id=plan.compartment_id,
        screened_on=screened_on,
        is_vulnerable=is_vulnerable,
        grounds=grounds,
        has_red_signal=has_red_signal,
        screened_by_id=actor.user_id,
    )
    ScreeningSignal.objects.bulk_create(
        ScreeningSignal(
            screening=screening, compartment_id=plan.compartment_id, signal=code, polarity=polarity
        )
        for code, polarity in signals.items()
    )
    plan.is_vulnerable = is_vulnerable
    plan.save(update_fields=["is_vulnerable"])
    return screening


def close(*, plan: SupportPlan, reason: str, closed_on: date) -> SupportPlan:
    """Write down why support ended: the effect of act ``close_support``."""
    plan.closure_reason = reason
    plan.closed_on = closed_on
    plan.save(update_fields=["closure_reason", "closed_on"])
    return plan
