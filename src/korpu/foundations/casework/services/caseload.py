"""A whole caseload changes hands: planned, shown, applied, undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import cycle

from django.db.models import F

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.services import appoint_deputy
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.models import Case, Handover
from korpu.foundations.casework.people import colleagues_in, may_cover
from korpu.foundations.casework.services.handing_over import MOST_CASES, hand_over
from korpu.kernel.errors import Conflict, InvalidInput, NotPermitted


@dataclass(frozen=True, slots=True)
class Plan:
    """Who would get which case.

    Attributes:
        given: in the order of due days, the nearest first; at most ``MOST_CASES``.
        left: how many more there are; they are handed over in a second go.
    """

    given: Sequence[tuple[Case, User]]
    left: int

    @property
    def fingerprint(self) -> str:
        """Changes when the caseload or who gets it does."""
        told = ",".join(f"{case.pk}:{user.pk}" for case, user in self.given)
        return sha256(told.encode()).hexdigest()


def plan_handover(
    *, place: Compartment, from_id: int | None, to_ids: Sequence[int], for_actor: Actor
) -> Plan:
    """Spread the open cases of one officer (None: those nobody has) evenly over colleagues.

    Each gets every second, third, … case in the order of due days, so that nobody gets all the
    pressing ones.

    Raises:
        NotPermitted: the actor may not assign cases of this office.
        InvalidInput: nobody is named, or somebody who does not work there.
    """
    for_actor.check("casework.case.assign", compartment_id=place.pk)
    here = dict(colleagues_in(place.pk))
    chosen = [key for key in to_ids if key in here and key != from_id]
    if not chosen or len(chosen) != len(to_ids):
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"to": wording.WHO_GETS_THEM})
    people = {user.pk: user for user in User.objects.filter(pk__in=chosen)}
    open_cases = Case.objects.filter(compartment=place, assigned_to=from_id, closed_at=None)
    ordered = open_cases.order_by(F("next_due_on").asc(nulls_last=True), "id")
    cases = list(ordered[:MOST_CASES])
    turn = cycle(sorted(chosen))
    left = open_cases.count() - len(cases) if len(cases) == MOST_CASES else 0
    return Plan([(case, people[next(turn)]) for case in cases], left)


def apply_plan(*, plan: Plan, expected: str, reason: str, actor: Actor, at: datetime) -> Handover:
    """Hand the cases over as they were shown.

    Raises:
        Conflict: the caseload is another one than the one shown (``expected``).
        As ``hand_over``.
    """
    if plan.fingerprint != expected:
        raise Conflict(wording.CASELOAD_MOVED_ON, wording.CASELOAD_MOVED_ON_DETAIL)
    return hand_over(given=list(plan.given), reason=reason, actor=actor, at=at)


def arrange_cover(
    *,
    place: Compartment,
    absent_id: int,
    deputy_id: int,
    valid_from: date,
    valid_until: date,
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    """Let one officer of an office stand in for another, both days included.

    Raises:
        NotPermitted: the actor does not arrange stand-ins in this office, or the absent officer
            holds roles elsewhere too (then an administrator does it).
        InvalidInput, Conflict, NotPossibleNow: as ``appoint_deputy``.
    """
    actor.check("accounts.deputyship.arrange", compartment_id=place.pk)
    here = dict(colleagues_in(place.pk))
    fields = {
        name: wording.NOT_OF_THIS_OFFICE
        for name, key in (("absent", absent_id), ("deputy", deputy_id))
        if key not in here
    }
    if fields:
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
    if not may_cover(absent_id, deputy_id):
        raise NotPermitted(wording.COVER_REACHES_FURTHER, wording.COVER_REACHES_FURTHER_DETAIL)
    people = User.objects.in_bulk([absent_id, deputy_id])
    appoint_deputy(
        absent=people[absent_id],
        deputy=people[deputy_id],
        valid_from=valid_from,
        valid_until=valid_until,
        reason=reason,
        actor=actor,
        at=at,
    )
