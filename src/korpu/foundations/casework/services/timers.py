"""What time does to cases: deadlines lapse while nobody acts."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.engine import fold_log, hold_law, procedure_of
from korpu.foundations.casework.enums import DeadlineStatus
from korpu.foundations.casework.models import Case, Deadline
from korpu.foundations.casework.projection import entry, project, store, whole_log
from korpu.foundations.casework.services.locks import lock_case
from korpu.foundations.casework.services.raised import raise_tasks

BATCH = 500


def lapsed_cases(*, on: date, for_actor: Actor) -> Sequence[Case]:  # noqa: ARG001
    """Up to ``BATCH`` cases with a running deadline whose last day is before ``on``."""
    lapsed = Deadline.objects.filter(state=DeadlineStatus.RUNNING, due_on__lt=on)
    ids = lapsed.order_by("due_on").values_list("case_id", flat=True)[:BATCH]
    return list(Case.objects.filter(pk__in=set(ids)).order_by("pk"))


def reproject_case(*, case: Case, on: date, actor: Actor, at: datetime) -> int:
    """Fold the log anew as of ``on`` and raise the tasks of missed deadlines.

    The log itself is untouched: no timer acts on a case.

    Returns:
        The number of tasks raised.
    """
    with transaction.atomic():
        locked = lock_case(case)
        hold_law()
        procedure = procedure_of(locked)
        log = whole_log(locked)
        state = fold_log(procedure, map(entry, log), on=on)
        store(locked, project(state, log), on=on)
        if locked.closed_at is not None:
            return 0
        return raise_tasks(locked, procedure, state, actor=actor, at=at)
