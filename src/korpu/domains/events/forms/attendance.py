"""The roll of a half-day as a page sends it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from korpu.domains.events.enums import AttendanceStatus
from korpu.domains.events.models import Attendance, Participant
from korpu.domains.events.services.attendance import UNMARKED, Mark
from korpu.kernel.texts import Message

LONGEST_REASON = 300
Rolled = Sequence[tuple[Participant, Attendance | None]]


@dataclass(frozen=True, slots=True)
class RollRow:
    """One person on the roll.

    Attributes:
        now, now_reason: what is marked in the records; ``now`` empty: nothing.
        status, reason: what the page shows: what was typed, else what is marked.
        fault: what is wrong with what was typed; empty: nothing.
    """

    person: Participant
    now: str
    now_reason: str
    status: str
    reason: str
    fault: Message = ""

    @property
    def differs(self) -> bool:
        return self.status != self.now


def read_marks(sent: QueryDict, rolled: Rolled) -> list[Mark]:
    """What was marked; whoever was not on the page is left out.

    With ``all`` everybody who is not marked yet is present.
    """
    marks = []
    for person, _now in rolled:
        key = str(person.pk)
        if f"was-{key}" not in sent:
            continue
        status = _status(sent.get(f"status-{key}", UNMARKED))
        if sent.get("all") and status == UNMARKED:
            status = AttendanceStatus.PRESENT
        marks.append(
            Mark(
                participant_id=person.pk,
                status=status,
                expected=_status(sent.get(f"was-{key}", "")),
                reason=sent.get(f"reason-{key}", "").strip()[:LONGEST_REASON],
                expected_reason=sent.get(f"why-{key}", "").strip()[:LONGEST_REASON],
            )
        )
    return marks


def roll_rows(
    rolled: Rolled, typed: Sequence[Mark] = (), faults: dict[str, Message] | None = None
) -> list[RollRow]:
    """The rows of the page: what was typed stands over what is marked."""
    by_person = {mark.participant_id: mark for mark in typed}
    rows = []
    for person, marked in rolled:
        now, why = (marked.status, marked.reason) if marked else (UNMARKED, "")
        mark = by_person.get(person.pk)
        status, reason = (mark.status, mark.reason) if mark else (now, why)
        fault = (faults or {}).get(f"reason-{person.pk}", "")
        rows.append(RollRow(person, now, why, status, reason, fault))
    return rows


def _status(value: str) -> str:
    return value if value in AttendanceStatus.values else UNMARKED
