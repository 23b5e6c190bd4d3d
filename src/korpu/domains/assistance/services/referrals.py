"""Taking over people who arrived."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from korpu.domains.assistance import sentences
from korpu.domains.assistance.enums import ReferralState, ReturnType
from korpu.domains.assistance.models import Referral
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.persons import api as persons
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import NotPossibleNow


def refer_arrival(
    *,
    person: Person,
    compartment: Compartment,
    source_case_uuid: UUID,
    return_type: ReturnType,
    arrived_on: date,
) -> Referral:
    """Put a returnee who consented into the coordinators' intake; once per case, whoever asks.

    Called inside the transaction of the arrival, whose act is the ground for it.
    """
    with transaction.atomic():
        referral, made = Referral.objects.get_or_create(
            source_case_uuid=source_case_uuid,
            defaults={
                "person": person,
                "compartment": compartment,
                "return_type": return_type,
                "arrived_on": arrived_on,
            },
        )
        if made:
            persons.involve(
                person=person, case_uuid=referral.uuid, compartment=compartment, part="referred"
            )
    return referral


def decline_referral(*, referral: Referral, reason: str, actor: Actor, at: datetime) -> Referral:
    """Settle a referral without support, with the reason.

    Raises:
        NotPermitted: the actor is not a coordinator of the compartment.
        NotPossibleNow: it was settled before.
    """
    actor.check("assistance.plan.open", compartment_id=referral.compartment_id)
    with transaction.atomic():
        waiting = lock_waiting(referral)
        return settle(waiting, ReferralState.DECLINED, actor=actor, at=at, reason=reason)


def lock_waiting(referral: Referral) -> Referral:
    """The referral, locked; of two coordinators at once one waits and is then refused.

    Raises:
        NotPossibleNow: it was settled before.
    """
    locked = Referral.objects.select_for_update().get(pk=referral.pk)
    if locked.state != ReferralState.WAITING:
        raise NotPossibleNow(sentences.REFERRAL_SETTLED)
    return locked


def settle(
    referral: Referral, state: ReferralState, *, actor: Actor, at: datetime, reason: str = ""
) -> Referral:
    """Close a locked intake row."""
    referral.state = state
    referral.declined_reason = reason
    referral.settled_by_id = actor.user_id
    referral.settled_at = at
    referral.save()
    return referral
