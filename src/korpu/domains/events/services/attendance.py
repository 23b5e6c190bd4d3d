"""Who was there, half-day by half-day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.events import links, sentences
from korpu.domains.events.enums import (
    AttendanceMethod,
    AttendanceStatus,
    EventStatus,
    ParticipantStatus,
)
from korpu.domains.events.models import Attendance, HalfDay, Participant
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPossibleNow

UNMARKED = ""
MANY = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """What an organiser says of one person; ``expected``: what the page showed; empty: nothing."""

    participant_id: int
    status: str
    expected: str
    reason: str = ""
    expected_reason: str = ""


def mark_attendance(*, half_day: HalfDay, marks: Sequence[Mark], actor: Actor, at: datetime) -> int:
    """Keep what was marked on the list; only what differs from what the page showed is written.

    Two organisers may mark different people at once. Where both marked the same person
    differently, nothing is written. Returns how many were changed.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: the event was called off, or the half-day has not come.
        InvalidInput: somebody marked is not registered; an excuse has no reason.
        Conflict: somebody else marked one of these people meanwhile; ``facts["participants"]``.
    """
    actor.check(PARTICIPANTS, compartment_id=half_day.event.compartment_id)
    changed = [m for m in marks if (m.status, m.reason) != (m.expected, m.expected_reason)]
    with transaction.atomic():
        locked = _lock(half_day)
        _check_time(locked, at)
        _check_people(locked, changed)
        present = {one.participant_id: one for one in locked.attendances.all()}
        _refuse_conflicts(changed, present)
        for mark in changed:
            _write(locked, mark, present.get(mark.participant_id), at)
        locked.version += 1
        locked.save(update_fields=["version"])
    return len(changed)


def mark_by_room_code(*, token: str, code: str, at: datetime) -> Attendance:
    """The participant's own hand: the code shown in the room, and the code of the participant.

    Doing it again changes nothing.

    Raises:
        NotFound: the room's code is not one of ours, or nobody registered has the other.
        NotPossibleNow: the room's code has expired, or it is another day.
    """
    with acting(system_actor()):
        half_day = half_day_of_room(token)
        typed = code.strip().upper().replace(" ", "").replace("-", "")
        participant = half_day.event.participants.filter(code=typed).first()
        if participant is None:
            raise NotFound(sentences.WRONG_CODE, sentences.WRONG_CODE_HELP)
        return _mark_present(half_day, participant, AttendanceMethod.ROOM_CODE, at)


def mark_by_badge(*, token: str, half_day: HalfDay, actor: Actor, at: datetime) -> Attendance:
    """The organiser's phone has read a participant's code.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotFound: the code is not one of ours.
        NotPossibleNow: the person belongs to another event or has no place; it is another day.
    """
    actor.check(PARTICIPANTS, compartment_id=half_day.event.compartment_id)
    participant = participant_of_badge(token)
    if participant.event_id != half_day.event_id:
        raise NotPossibleNow(sentences.NOT_REGISTERED, sentences.NOT_REGISTERED_HELP)
    return _mark_present(half_day, participant, AttendanceMethod.BADGE, at)


def participant_of_badge(token: str) -> Participant:
    """Whose code it is, for whoever may see the row. Raises NotFound."""
    found = Participant.objects.select_related("event").filter(uuid=links.read_badge(token)).first()
    if found is None:
        raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
    return found


def half_day_of_room(token: str) -> HalfDay:
    """The half-day a room's code belongs to, for the service's own hand.

    Raises:
        NotFound, NotPossibleNow: see ``links.read_room``.
    """
    found = HalfDay.objects.select_related("event").filter(uuid=links.read_room(token)).first()
    if found is None:
        raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
    return found


def _mark_present(
    half_day: HalfDay, participant: Participant, method: AttendanceMethod, at: datetime
) -> Attendance:
    with transaction.atomic():
        locked = _lock(half_day)
        if locked.held_on != timezone.localdate(at):
            raise NotPossibleNow(sentences.NOT_THAT_DAY)
        if participant.status != ParticipantStatus.REGISTERED:
            raise NotPossibleNow(sentences.NOT_REGISTERED, sentences.NOT_REGISTERED_HELP)
        found, made = Attendance.objects.get_or_create(
            half_day=locked,
            participant=participant,
            defaults={
                "status": AttendanceStatus.PRESENT,
                "method": method,
                "marked_at": at,
            },
        )
        if not made and found.status != AttendanceStatus.PRESENT:
            found.status, found.reason = AttendanceStatus.PRESENT, ""
            found.method, found.marked_at = method, at
            found.save()
    return found


def _lock(half_day: HalfDay) -> HalfDay:
    locked = (
        HalfDay.objects.select_for_update(of=("self",)).select_related("event").get(pk=half_day.pk)
    )
    if locked.event.status not in (EventStatus.ANNOUNCED, EventStatus.HELD):
        is_off = locked.event.status == EventStatus.CANCELLED
        raise NotPossibleNow(sentences.CANCELLED if is_off else sentences.NOT_ANNOUNCED)
    return locked


def _check_time(half_day: HalfDay, at: datetime) -> None:
    if half_day.held_on > timezone.localdate(at):
        raise NotPossibleNow(sentences.NOT_THAT_DAY)


def _check_people(half_day: HalfDay, marks: Sequence[Mark]) -> None:
    wanted = {mark.participant_id for mark in marks}
    registered = half_day.event.participants.filter(
        pk__in=wanted, status=ParticipantStatus.REGISTERED
    )
    if len(wanted) != registered.count():
        raise InvalidInput(sentences.NOT_REGISTERED, sentences.NOT_REGISTERED_HELP)
    excused = AttendanceStatus.EXCUSED
    nameless = [m for m in marks if m.status == excused and not m.reason.strip()]
    if nameless:
        fields = {f"reason-{mark.participant_id}": sentences.REASON_NEEDED for mark in nameless}
        raise InvalidInput(sentences.REASON_NEEDED, fields=fields)


def _refuse_conflicts(marks: Sequence[Mark], present: dict[int, Attendance]) -> None:
    def now(mark: Mark) -> str:
        found = present.get(mark.participant_id)
        return found.status if found else UNMARKED

    clashing = [m.participant_id for m in marks if now(m) not in (m.expected, m.status)]
    if clashing:
        names = Participant.objects.filter(pk__in=clashing[:MANY])
        people = ", ".join(str(person) for person in names)
        more = "…" if len(clashing) > MANY else ""
        raise Conflict(
            sentences.MARKED_MEANWHILE.format(people=people + more),
            sentences.MARKED_MEANWHILE_HELP,
            facts={"participants": clashing},
        )


def _write(half_day: HalfDay, mark: Mark, found: Attendance | None, at: datetime) -> None:
    if mark.status == UNMARKED:
        if found:
            found.delete()
        return
    row = found or Attendance(half_day=half_day, participant_id=mark.participant_id)
    row.status = mark.status
    row.reason = mark.reason.strip() if mark.status == AttendanceStatus.EXCUSED else ""
    row.method, row.marked_at = AttendanceMethod.LIST, at
    row.save()
