"""People on the lists of events, for organisers and (by a secret link) for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from korpu.domains.events import links, sentences
from korpu.domains.events.enums import AttendanceStatus, Audience, ParticipantStatus
from korpu.domains.events.hours import Attended, attended
from korpu.domains.events.models import (
    Attendance,
    Certificate,
    Event,
    HalfDay,
    Invitation,
    Material,
    Participant,
)
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.selectors.events import EventFile
from korpu.domains.events.services.attendance import half_day_of_room, participant_of_badge
from korpu.domains.events.services.invitations import check_open, invitation_of
from korpu.domains.events.services.outcomes import why_no_evaluation
from korpu.domains.events.services.registration import participant_of
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.audit.api import record_reading
from korpu.foundations.ui.tables import Asked, Page, fetch_page
from korpu.kernel.errors import NotFound, NotPossibleNow

LIST_LIMIT = 500
CERTIFICATES_LIMIT = 10_000


@dataclass(frozen=True)
class MyPage:
    """What a participant's own page shows.

    Attributes:
        may_evaluate: the questions are open to them and not yet answered.
        was_there: what they attended; None: nothing was marked.
    """

    participant: Participant
    file: EventFile
    materials: Sequence[Material]
    certificates: Sequence[Certificate]
    was_there: Attended | None
    may_evaluate: bool
    may_cancel: bool


@dataclass(frozen=True)
class InvitationPage:
    """What an invited institution's page shows; ``closed``: why nobody can be named, or None."""

    invitation: Invitation
    file: EventFile
    named: Sequence[Participant]
    closed: NotPossibleNow | None

    @property
    def places_left(self) -> int:
        taken = sum(one.status == ParticipantStatus.REGISTERED for one in self.named)
        return max(0, self.invitation.quota - taken)


@dataclass(frozen=True, slots=True)
class RoomPage:
    """What the page behind a code shown in the room says."""

    event: Event
    half_day: HalfDay


@dataclass(frozen=True, slots=True)
class BadgePage:
    """Whose code was read; ``present``: keys of the half-days they are marked present in."""

    person: Participant
    event: Event
    half_days: Sequence[HalfDay]
    present: frozenset[int]


def list_participants(
    *, event: Event, asked: Asked[Participant], for_actor: Actor
) -> Page[Participant]:
    """One page of an event's list; that it was read is recorded."""
    note_reading(event, for_actor)
    return fetch_page(_filtered(event, asked), asked, key="uuid")


def all_participants(
    *, event: Event, asked: Asked[Participant], for_actor: Actor
) -> QuerySet[Participant]:
    """The whole list as it is filtered, for a file."""
    note_reading(event, for_actor)
    return _filtered(event, asked).order_by("family_name", "given_names", "pk")


def participant_for(*, event: Event, uuid: UUID, for_actor: Actor) -> Participant:
    """One participant of an event the caller has found; that it was read is recorded.

    Raises:
        NotFound: none.
    """
    found = event.participants.select_related("invitation", "event").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    note_reading(event, for_actor)
    return found


def invitations_of(event: Event) -> list[Invitation]:
    """Who is invited, with whom they named."""
    return list(event.invitations.prefetch_related("participants")[:LIST_LIMIT])


def invitation_for(*, event: Event, uuid: UUID) -> Invitation:
    """One invitation of an event. Raises NotFound."""
    found = event.invitations.select_related("event").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    return found


def roll(
    *, half_day: HalfDay, for_actor: Actor, first: int = 0, count: int = LIST_LIMIT
) -> list[tuple[Participant, Attendance | None]]:
    """Everybody with a place and what is marked for one half-day, by name."""
    note_reading(half_day.event, for_actor)
    registered = ParticipantStatus.REGISTERED
    people = half_day.event.participants.filter(status=registered)
    shown = list(people[first : first + count])
    marked = {one.participant_id: one for one in half_day.attendances.all()}
    return [(person, marked.get(person.pk)) for person in shown]


def note_reading(event: Event, for_actor: Actor) -> None:
    """Record that the people of an event's list were read."""
    for_actor.check(PARTICIPANTS, compartment_id=event.compartment_id)
    _note(event, for_actor)


def _note(event: Event, for_actor: Actor) -> None:
    record_reading(
        actor=for_actor,
        object_type="events.event",
        object_uuid=event.uuid,
        compartment_id=event.compartment_id,
    )


def my_page(*, token: str, at: datetime) -> MyPage:
    """What a participant may see by the secret link.

    Raises:
        NotFound: the link is not one of ours, or the person was removed from the records.
    """
    with acting(system_actor()):
        participant = participant_of(links.read_participant(token))
        if participant.event.purged_at is not None:
            raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
        file = _whole(participant.event)
        has_place = participant.status == ParticipantStatus.REGISTERED
        closed = why_no_evaluation(participant, at=at)
        begun = participant.attendances.exists() or file.event.status != "announced"
        return MyPage(
            participant=participant,
            file=file,
            materials=file.materials_for(Audience.PUBLIC, Audience.PARTICIPANTS)
            if has_place
            else (),
            certificates=list(participant.certificates.all()),
            was_there=attended(file.event).get(participant.pk),
            may_evaluate=not closed and not participant.has_evaluated,
            may_cancel=participant.status != ParticipantStatus.CANCELLED and not begun,
        )


def invitation_page(*, token: str, at: datetime) -> InvitationPage:
    """What an invited institution may see by its secret link.

    Raises:
        NotFound: the link is not one of ours.
    """
    with acting(system_actor()):
        invitation = invitation_of(token)
        file = _whole(invitation.event)
        named = invitation.participants.exclude(status=ParticipantStatus.CANCELLED)
        try:
            check_open(invitation, invitation.event, at=at)
        except NotPossibleNow as refusal:
            closed: NotPossibleNow | None = refusal
        else:
            closed = None
        return InvitationPage(invitation, file, list(named), closed)


def room_page(*, token: str) -> RoomPage:
    """What stands behind a code shown in the room.

    Raises:
        NotFound, NotPossibleNow: it is not one of ours, or has expired.
    """
    with acting(system_actor()):
        half_day = half_day_of_room(token)
        return RoomPage(half_day.event, half_day)


def badge_page(*, token: str, for_actor: Actor, on: date) -> BadgePage:
    """Whose code was read, and for which half-days of the day they can be marked.

    Raises:
        NotFound: the code is not one of ours, or of another office's event.
    """
    person = participant_of_badge(token)
    note_reading(person.event, for_actor)
    halves = list(person.event.half_days.filter(held_on=on).select_related("event"))
    present = person.attendances.filter(half_day__in=halves, status=AttendanceStatus.PRESENT)
    return BadgePage(
        person, person.event, halves, frozenset(present.values_list("half_day_id", flat=True))
    )


def nominee(*, token: str, uuid: UUID) -> Participant:
    """Somebody an institution named, by its secret link. Raises NotFound."""
    with acting(system_actor()):
        found = invitation_of(token).participants.filter(uuid=uuid).first()
        if found is None:
            raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
        return found


def certificate_by_number(number: str) -> Certificate | None:
    """A certificate by its whole number, for whoever holds the paper; None: there is none."""
    with acting(system_actor()):
        return Certificate.objects.select_related("event").filter(number=number).first()


def certificates_of(*, event: Event, for_actor: Actor) -> list[Certificate]:
    """Every certificate of an event, also revoked ones; that they were read is recorded."""
    found = list(event.certificates.all()[:CERTIFICATES_LIMIT])
    if found:
        _note(event, for_actor)
    return found


def certificate_for(*, event: Event, uuid: UUID, for_actor: Actor) -> Certificate:
    """One certificate of an event the caller has found. Raises NotFound."""
    found = event.certificates.select_related("event").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(sentences.NOT_FOUND)
    _note(event, for_actor)
    return found


def certificate_of(*, token: str, number: str) -> Certificate:
    """A participant's own certificate, by the secret link. Raises NotFound."""
    with acting(system_actor()):
        participant = participant_of(links.read_participant(token))
        found = participant.certificates.select_related("event").filter(number=number).first()
        if found is None:
            raise NotFound(sentences.NOT_FOUND)
        return found


def material_for(*, token: str, uuid: UUID) -> Material:
    """A file for participants, by the secret link. Raises NotFound."""
    with acting(system_actor()):
        participant = participant_of(links.read_participant(token))
        found = (
            participant.event.materials.select_related("file")
            .filter(uuid=uuid, audience__in=(Audience.PUBLIC, Audience.PARTICIPANTS))
            .first()
        )
        if found is None or participant.status != ParticipantStatus.REGISTERED:
            raise NotFound(sentences.NOT_FOUND)
        return found


def _whole(event: Event) -> EventFile:
    """The event with everything its page shows already read: templates ask nothing."""
    found = Event.objects.select_related("project").get(pk=event.pk)
    file = EventFile(found)
    for part in (file.venues, file.sides, file.half_days, file.materials):
        assert part is not None
    return file


def _filtered(event: Event, asked: Asked[Participant]) -> QuerySet[Participant]:
    rows = event.participants.select_related("event")
    filters = asked.filters
    for name in ("status", "origin"):
        if filters.get(name):
            rows = rows.filter(**{name: filters[name]})
    if text := filters.get("text"):
        rows = rows.filter(
            Q(family_name__icontains=text)
            | Q(given_names__icontains=text)
            | Q(email__icontains=text)
            | Q(institution__icontains=text)
        )
    return rows
