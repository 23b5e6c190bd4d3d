"""The events room: trainings, meetings and visits from invitation to certificate.

It owns events, their programme, who is invited, registered and was there, what participants
answered, what was decided, and certificates. It does not own projects (programmes), nor the
teaching material of a course. What a visitor does comes by a secret link
(:mod:`korpu.domains.events.links`) and is done by the service's own hand.
"""

from korpu.domains.events.enums import DayPart, EventKind, EventMode, SideRole
from korpu.domains.events.links import participant_token
from korpu.domains.events.loading import load_events
from korpu.domains.events.models import Certificate, Event, Participant
from korpu.domains.events.selectors.events import events_of_project, public_events
from korpu.domains.events.services.attendance import Mark, mark_attendance
from korpu.domains.events.services.certificates import issue_some, request_certificates
from korpu.domains.events.services.events import (
    EventFacts,
    SideFacts,
    VenueFacts,
    announce_event,
    close_event,
    create_event,
    set_places,
)
from korpu.domains.events.services.outcomes import add_decision, evaluate, keep_minutes
from korpu.domains.events.services.programme import SessionFacts, add_session
from korpu.domains.events.services.registration import PersonFacts, enter_participant

__all__ = [
    "Certificate",
    "DayPart",
    "Event",
    "EventFacts",
    "EventKind",
    "EventMode",
    "Mark",
    "Participant",
    "PersonFacts",
    "SessionFacts",
    "SideFacts",
    "SideRole",
    "VenueFacts",
    "add_decision",
    "add_session",
    "announce_event",
    "close_event",
    "create_event",
    "enter_participant",
    "evaluate",
    "events_of_project",
    "issue_some",
    "keep_minutes",
    "load_events",
    "mark_attendance",
    "participant_token",
    "public_events",
    "request_certificates",
    "set_places",
]
