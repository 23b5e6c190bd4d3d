"""Taking over people who arrived."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from korpu.domains.assistance.enums import ReferralState, ReturnType
from korpu.domains.assistance.models import Referral
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.persons import api as persons
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Text

ALREADY_SETTLED = Text(
    az="Bu müraciət artıq həll olunub.",
    en="This referral has been settled already.",
    ru="Это направление уже рассмотрено.",
)


def refer_arrival(
    *,
    person: Person,
    compartment: Compartment,
    source_case_uuid: UUID,
    return_type: ReturnType,
    arrived_on: date,
) -> Referral:
    """Put a returnee who consented into the coordinators' intake; once per case, whoever asks.

    Called inside the transaction of the arrival; the arrival's own act is its audit ground.
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
    return settle_referral(
        referral=referral, state=ReferralState.DECLINED, actor=actor, at=at, reason=reason
    )


def settle_referral(
    *, referral: Referral, state: ReferralState, actor: Actor, at: datetime, reason: str = ""
) -> Referral:
    """Close the intake row; the row lock lets one of two coordinators through.

    Raises:
        NotPossibleNow: it was settled before.
    """
    with transaction.atomic():
        locked = Referral.objects.select_for_update().get(pk=referral.pk)
        if locked.state != ReferralState.WAITING:
            raise NotPossibleNow(ALREADY_SETTLED)
        locked.state = state
        locked.declined_reason = reason
        locked.settled_by = actor.user
        locked.settled_at = at
        locked.save()
    return locked
