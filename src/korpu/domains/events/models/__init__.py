"""One aggregate per file."""

from korpu.domains.events.models.batch import Batch, BatchRow
from korpu.domains.events.models.event import Event, Side, Venue
from korpu.domains.events.models.outcome import Certificate, Decision, Evaluation, Minutes
from korpu.domains.events.models.participant import Attendance, Invitation, Participant
from korpu.domains.events.models.programme import Facilitator, HalfDay, Material, Session

__all__ = [
    "Attendance",
    "Batch",
    "BatchRow",
    "Certificate",
    "Decision",
    "Evaluation",
    "Event",
    "Facilitator",
    "HalfDay",
    "Invitation",
    "Material",
    "Minutes",
    "Participant",
    "Session",
    "Side",
    "Venue",
]
