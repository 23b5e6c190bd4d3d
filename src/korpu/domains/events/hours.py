"""Hours of the programme, and which of them somebody attended."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from korpu.domains.events.enums import AttendanceStatus
from korpu.domains.events.models import Attendance, Event, Session

_MINUTES = 60
_TENTH = Decimal("0.1")
_THOUSANDTH = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Attended:
    """How much of the programme somebody attended, in minutes."""

    minutes: int
    of_minutes: int

    @property
    def hours(self) -> Decimal:
        return hours_of(self.minutes)

    @property
    def share(self) -> Decimal:
        """0 to 1, rounded down: nobody reaches a threshold by rounding."""
        if not self.of_minutes:
            return Decimal(0)
        return (Decimal(self.minutes) / self.of_minutes).quantize(_THOUSANDTH, "ROUND_DOWN")


def hours_of(minutes: int) -> Decimal:
    """Minutes as hours with one decimal."""
    return (Decimal(minutes) / _MINUTES).quantize(_TENTH)


def minutes_by_half_day(events: Iterable[Event]) -> dict[int, int]:
    """Minutes of programme by key of the half-day; half-days without sessions are not in it."""
    found: dict[int, int] = {}
    for session in Session.objects.filter(half_day__event__in=list(events)):
        found[session.half_day_id] = found.get(session.half_day_id, 0) + session.minutes
    return found


def attended(event: Event) -> Mapping[int, Attended]:
    """By key of participant: what everybody marked present attended of this event."""
    minutes = minutes_by_half_day([event])
    total = sum(minutes.values())
    found: dict[int, int] = {}
    present = Attendance.objects.filter(
        half_day__event=event, status=AttendanceStatus.PRESENT
    ).values_list("participant_id", "half_day_id")
    for participant, half_day in present:
        found[participant] = found.get(participant, 0) + minutes.get(half_day, 0)
    return {participant: Attended(done, total) for participant, done in found.items()}
