"""Letting somebody else see one case for a purpose and a period."""

from datetime import date, datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.enums import Part
from korpu.foundations.casework.models import Case, CaseParty, CaseShare
from korpu.foundations.casework.selectors.sharing import (
    people_to_share_with,
    places_to_share_with,
)
from korpu.foundations.casework.services.readings import (
    end_readings,
    hand_of_the_office,
    open_reading,
)
from korpu.kernel.errors import InvalidInput, NotPossibleNow


def share_case(
    *,
    case: Case,
    purpose: str,
    valid_from: date,
    valid_until: date,
    actor: Actor,
    at: datetime,
    compartment: Compartment | None = None,
    user: User | None = None,
) -> CaseShare:
    """Let one compartment, or one person, see a case from a first to a last day, both included.

    A share opens the case, its shared acts, notes and files, and the basic facts of the people in
    it. It ends by itself after ``valid_until``.

    Raises:
        InvalidInput: the period runs backwards, the purpose is empty, or not exactly one reader.
    """
    _check(purpose, valid_from, valid_until, compartment, user)
    with transaction.atomic():
        share = CaseShare.objects.create(
            case=case,
            compartment=compartment,
            user=user,
            purpose=purpose.strip(),
            valid_from=valid_from,
            valid_until=valid_until,
            granted_by_id=actor.user_id,
            granted_at=at,
        )
        with hand_of_the_office(share, actor) as hand:  # the other side sees no list of the people
            standing = CaseParty.objects.filter(case=case).exclude(part=Part.REPLACED)
            for party in standing.select_related("person"):
                open_reading(share=share, person=party.person, actor=hand, at=at)
    return share


def share_by_hand(
    *,
    case: Case,
    compartment_id: int | None,
    user_id: int | None,
    purpose: str,
    valid_from: date,
    valid_until: date,
    actor: Actor,
    at: datetime,
) -> CaseShare:
    """Share a case as its office decides, not as an act of the procedure does.

    Raises:
        NotPermitted: the actor does not share cases of this office.
        InvalidInput: as ``share_case``; or the reader is the office itself, the other side, or a
            body of another state, which is told by letters that pass the gate.
    """
    actor.check("casework.case.share", compartment_id=case.compartment_id)
    places = dict(places_to_share_with(case=case, for_actor=actor))
    people = dict(people_to_share_with(case=case, for_actor=actor))
    if compartment_id is not None and str(compartment_id) not in places:
        raise InvalidInput(
            sentences.INPUT_REFUSED, fields={"compartment": wording.NOT_TO_BE_SHARED_WITH}
        )
    if user_id is not None and str(user_id) not in people:
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"user": wording.NOT_TO_BE_SHARED_WITH})
    return share_case(
        case=case,
        compartment=Compartment.objects.get(pk=compartment_id) if compartment_id else None,
        user=User.objects.get(pk=user_id) if user_id else None,
        purpose=purpose,
        valid_from=valid_from,
        valid_until=valid_until,
        actor=actor,
        at=at,
    )


def _check(
    purpose: str,
    valid_from: date,
    valid_until: date,
    compartment: Compartment | None,
    user: User | None,
) -> None:
    fields = {}
    if valid_until < valid_from:
        fields["valid_until"] = sentences.PERIOD_BACKWARDS
    if not purpose.strip():
        fields["purpose"] = sentences.TEXT_MISSING
    if (compartment is None) == (user is None):
        fields["user"] = sentences.ONE_READER
    if fields:
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)


def end_share(*, share: CaseShare, actor: Actor, at: datetime) -> None:
    """End a share at once.

    Raises:
        NotPossibleNow: it has ended already.
    """
    with transaction.atomic():
        locked = CaseShare.objects.select_for_update().get(pk=share.pk)
        if locked.ended_at is not None:
            raise NotPossibleNow(sentences.SHARE_ENDED_ALREADY)
        locked.ended_at = at
        locked.ended_by_id = actor.user_id
        locked.save(update_fields=("ended_at", "ended_by"))
        end_readings(share=locked, actor=actor, at=at)
