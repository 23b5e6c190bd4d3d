"""A mentor whose contract ends early leaves every returnee at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.assistance.models import MentorAssignment
from korpu.domains.assistance.services.mentors import PURPOSE
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.casework import api as casework


@transaction.atomic
def end_mentorships(*, mentor: User, reason: str, actor: Actor, at: datetime) -> int:
    """End every assignment of a mentor today, as an act of each case; how many there were.

    The cases leave the mentor's sight in the same transaction. Assignments that would have begun
    later never do.

    Raises:
        NotPermitted: the actor may not end assignments in one of the cases.
    """
    today = timezone.localdate(at)
    left = list(
        MentorAssignment.objects.filter(mentor=mentor, valid_until__gte=today)
        .exclude(end_reason__gt="")
        .select_related("plan__case")
    )
    for assignment in left:
        if assignment.valid_from <= today:
            _end_by_act(assignment, reason, actor, at)
        else:
            _call_off(assignment, reason, actor, at)
    return len(left)


def _end_by_act(assignment: MentorAssignment, reason: str, actor: Actor, at: datetime) -> None:
    case = casework.Case.objects.select_for_update().get(pk=assignment.plan.case_id)
    casework.perform_act(
        case=case,
        act="end_mentor_assignment",
        actor=actor,
        at=at,
        effective_on=timezone.localdate(at),
        facts={},
        expected_act_count=case.act_count,
        note=reason,
    )


def _call_off(assignment: MentorAssignment, reason: str, actor: Actor, at: datetime) -> None:
    shares = assignment.plan.case.shares.filter(
        user=assignment.mentor, purpose=PURPOSE, ended_at=None
    )
    for share in shares:
        casework.end_share(share=share, actor=actor, at=at)
    assignment.valid_until, assignment.end_reason = assignment.valid_from, reason
    assignment.save()
