"""Who accompanies a returnee, and for how long they may see the case."""

from datetime import date, datetime, timedelta

from django.db import transaction

from korpu.domains.assistance import sentences
from korpu.domains.assistance.mentors import mentor_contracts
from korpu.domains.assistance.models import MentorAssignment, SupportPlan
from korpu.domains.assistance.selectors import current_assignment, overlapping_assignments
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.casework import api as casework
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow

PURPOSE = "assistance.mentoring"


def assign_mentor(
    *,
    plan: SupportPlan,
    mentor: User,
    valid_from: date,
    valid_until: date,
    actor: Actor,
    at: datetime,
) -> MentorAssignment:
    """Assign a mentor and share the case with them for exactly that period.

    Raises:
        InvalidInput: the mentor's contract does not cover the period.
        Conflict: another mentor is assigned in it.
    """
    contracts = [one for one in mentor_contracts() if one.user_id == mentor.pk]
    if not any(one.covers(valid_from, valid_until) for one in contracts):
        raise InvalidInput(
            sentences.NOT_A_MENTOR,
            sentences.NOT_A_MENTOR_HELP,
            fields={"valid_until": sentences.NOT_A_MENTOR},
        )
    with transaction.atomic():
        if overlapping_assignments(plan, valid_from, valid_until):
            raise Conflict(sentences.MENTOR_OVERLAP)
        casework.share_case(
            case=plan.case,
            user=mentor,
            purpose=PURPOSE,
            valid_from=valid_from,
            valid_until=valid_until,
            actor=actor,
            at=at,
        )
        return MentorAssignment.objects.create(
            plan=plan,
            mentor=mentor,
            valid_from=valid_from,
            valid_until=valid_until,
            assigned_by_id=actor.user_id,
        )


def end_assignment(
    *, plan: SupportPlan, ended_on: date, reason: str, actor: Actor, at: datetime
) -> None:
    """End the running assignment after ``ended_on`` and take the case out of the mentor's sight.

    An assignment that would not have lasted a day is removed.

    Raises:
        NotPossibleNow: nobody is assigned.
    """
    running = current_assignment(plan, ended_on)
    if running is None:
        raise NotPossibleNow(sentences.NO_MENTOR)
    with transaction.atomic():
        for share in plan.case.shares.filter(user=running.mentor, purpose=PURPOSE, ended_at=None):
            casework.end_share(share=share, actor=actor, at=at)
        running.valid_until = max(running.valid_from, ended_on)
        running.end_reason = reason
        running.save()


def replace_mentor(
    *,
    plan: SupportPlan,
    mentor: User,
    valid_from: date,
    valid_until: date,
    reason: str,
    actor: Actor,
    at: datetime,
) -> MentorAssignment:
    """Hand a returnee over: the old assignment ends the day before the new one begins."""
    with transaction.atomic():
        end_assignment(
            plan=plan, ended_on=valid_from - timedelta(days=1), reason=reason, actor=actor, at=at
        )
        return assign_mentor(
            plan=plan,
            mentor=mentor,
            valid_from=valid_from,
            valid_until=valid_until,
            actor=actor,
            at=at,
        )
