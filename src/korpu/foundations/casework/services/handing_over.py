"""Several cases change hands in one go, and back again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import User
from korpu.foundations.casework import wording
from korpu.foundations.casework.models import Case, Handover, HandoverLine
from korpu.foundations.casework.people import colleagues_in
from korpu.foundations.casework.services.locks import lock_case
from korpu.foundations.casework.services.people import assign_case
from korpu.kernel.errors import InvalidInput, NotPossibleNow

MOST_CASES = 500
"""More are handed over in several goes: each go is one transaction that people wait for."""

Given = Sequence[tuple[Case, User | None]]


def hand_over(*, given: Given, actor: Actor, at: datetime, reason: str = "") -> Handover:
    """Give each case to somebody of its office or to nobody, all or none.

    Cases that are with that person already are left out of the hand-over.

    Args:
        given: cases of one office, each with whoever gets it; at least one.
        actor: who hands over.
        at: the moment, aware.
        reason: why; may be empty.

    Raises:
        NotPermitted: the actor may not assign cases of this office.
        InvalidInput: nobody was named, too many cases at once, several offices, or somebody holds
            no role in the office.
    """
    places = {case.compartment_id for case, _ in given}
    if len(places) != 1 or len(given) > MOST_CASES:
        known = wording.ONE_OFFICE if len(places) > 1 else wording.SOME_CASES
        sentence = known.format(most=MOST_CASES)
        raise InvalidInput(sentence, fields={"case": sentence})
    with transaction.atomic():
        handover = Handover.objects.create(
            compartment_id=places.pop(),
            reason=reason.strip(),
            made_by_id=actor.user_id,
            made_at=at,
        )
        for case, user in sorted(given, key=lambda pair: pair[0].pk):
            former = lock_case(case).assigned_to_id
            assign_case(case=case, user=user, actor=actor, at=at)
            if former != (user.pk if user else None):
                HandoverLine.objects.create(
                    handover=handover, case=case, former_id=former, new=user
                )
    return handover


def assign_cases(
    *, cases: Sequence[Case], user: User | None, actor: Actor, at: datetime
) -> Handover:
    """Give several cases of one office to one colleague, or to nobody; all or none.

    Raises:
        As ``hand_over``.
    """
    return hand_over(given=[(case, user) for case in cases], actor=actor, at=at)


def undo_handover(*, handover: Handover, actor: Actor, at: datetime) -> int:
    """Give the cases back to those who had them; how many.

    A case that has changed hands or was closed meanwhile is left alone, and so is one whose former
    officer no longer works in the office.

    Raises:
        NotPermitted: the actor may not assign cases of this office.
        NotPossibleNow: it is undone already.
    """
    actor.check("casework.case.assign", compartment_id=handover.compartment_id)
    with transaction.atomic():
        locked = Handover.objects.select_for_update().get(pk=handover.pk)
        if locked.undone_at is not None:
            raise NotPossibleNow(wording.HANDOVER_UNDONE_ALREADY)
        here = dict(colleagues_in(locked.compartment_id))
        lines = locked.lines.select_related("case", "former").order_by("case_id")
        undone = [line for line in lines if _still_stands(line, here)]
        for line in undone:
            assign_case(case=line.case, user=line.former, actor=actor, at=at)
            line.undone = True
        HandoverLine.objects.bulk_update(undone, ["undone"])
        locked.undone_at, locked.undone_by_id = at, actor.user_id
        locked.save(update_fields=("undone_at", "undone_by"))
    return len(undone)


def _still_stands(line: HandoverLine, here: dict[int, str]) -> bool:
    is_open = line.case.closed_at is None and line.case.assigned_to_id == line.new_id
    return is_open and (line.former_id is None or line.former_id in here)
