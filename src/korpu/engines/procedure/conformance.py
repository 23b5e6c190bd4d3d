"""Replaying a log against its declaration: every deviation named, none repaired."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.model import Procedure
from korpu.engines.procedure.states import LogEntry
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Deviation:
    """An entry the procedure does not allow where it stands.

    Attributes:
        position: of the entry, counted from 0 in the log as it is.
    """

    position: int
    act: str
    sentence: Message


def deviations(
    procedure: Procedure, log: Sequence[LogEntry], calendars: Mapping[str, Calendar]
) -> tuple[Deviation, ...]:
    """Every entry that does not fit, in order; the rest of the log is replayed without it.

    So a log with one act out of place has one deviation, not one for all that follow.
    """
    kept: list[LogEntry] = []
    found: list[Deviation] = []
    for position, entry in enumerate(log):
        try:
            fold(procedure, (*kept, entry), calendars, on=entry.effective_on)
        except IllegalLog as illegal:
            found.append(Deviation(position, entry.act, illegal.detail))
        else:
            kept.append(entry)
    return tuple(found)
