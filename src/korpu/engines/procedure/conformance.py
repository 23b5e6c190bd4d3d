"""Replaying a log against its declaration: every deviation named, none repaired."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from korpu.engines.procedure.calendars import Calendar
from korpu.engines.procedure.errors import IllegalLog
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.fold_sentences import OUT_OF_PLACE
from korpu.engines.procedure.model import Procedure
from korpu.engines.procedure.states import LogEntry
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Deviation:
    """An entry that does not stand where the procedure places it.

    Attributes:
        position: of the entry, counted from 0 in the log as it is.
        kind: the name of the deviation, such as ``out_of_place``.
        allowed_by: who allowed it, as the log calls them; empty: nobody, the log is not legal.
    """

    position: int
    act: str
    kind: str
    sentence: Message
    allowed_by: str = ""


def deviations(
    procedure: Procedure, log: Sequence[LogEntry], calendars: Mapping[str, Calendar]
) -> tuple[Deviation, ...]:
    """Every entry that does not fit, in order; the rest of the log is replayed without it.

    So a log with one act out of place has one deviation, not one for all that follow. One that was
    allowed and recorded as such is named too, and the replay goes on with it.
    """
    kept: list[LogEntry] = []
    found: list[Deviation] = []
    for position, entry in enumerate(log):
        try:
            fold(procedure, (*kept, entry), calendars, on=entry.effective_on)
        except IllegalLog as illegal:
            found.append(Deviation(position, entry.act, illegal.kind, illegal.detail))
            continue
        kept.append(entry)
        if entry.deviation:
            told = OUT_OF_PLACE.format(act=procedure.act(entry.act).title)
            found.append(Deviation(position, entry.act, entry.deviation, told, entry.allowed_by))
    return tuple(found)
