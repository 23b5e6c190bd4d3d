"""One batch of a computation over many cases."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.law import sentences
from korpu.foundations.law.enums import UNFINISHED, WorkKind, WorkState
from korpu.foundations.law.models import Work
from korpu.foundations.law.services.moving import move_batch, trial_batch, undo_batch
from korpu.foundations.law.services.reprojection import reproject_batch
from korpu.foundations.law.services.whatif import what_if_batch

Batch = Callable[[Work, Actor, datetime], bool]
BATCHES: dict[str, Batch] = {
    WorkKind.REPROJECTION: reproject_batch,
    WorkKind.WHAT_IF: what_if_batch,
    WorkKind.TRIAL: trial_batch,
    WorkKind.MOVE: move_batch,
    WorkKind.UNDO: undo_batch,
}


@transaction.atomic
def carry_on(*, work_id: int, actor: Actor, at: datetime) -> bool:
    """Do the next batch; false when there is nothing left to do.

    The cursor moves in the batch's own transaction. Whoever comes second waits for the first.
    """
    work = Work.objects.select_for_update(of=("self",)).select_related("change").get(pk=work_id)
    if work.state not in UNFINISHED:
        return False
    more = BATCHES[work.kind](work, actor, at)
    work.state = WorkState.RUNNING if more else WorkState.DONE
    work.ended_at = None if more else at
    work.save()
    return more


@transaction.atomic
def give_up(*, work_id: int, actor: Actor, at: datetime) -> None:  # noqa: ARG001  writers say who
    """Note that a computation broke off; what its batches did is kept, and it can go on."""
    work = Work.objects.select_for_update(of=("self",)).get(pk=work_id)
    work.state, work.ended_at = WorkState.FAILED, at
    work.fault = sentences.BROKEN_OFF.as_dict()
    work.save()
