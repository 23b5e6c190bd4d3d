"""The events room: trainings, meetings and visits from invitation to certificate.

It owns events, their programme, who is invited, registered and was there, what participants
answered, what was decided, and certificates. It does not own projects (programmes), nor the
teaching material of a course.
"""

from korpu.domains.events.loading import load_events
from korpu.domains.events.models import Event

__all__ = ["Event", "load_events"]
