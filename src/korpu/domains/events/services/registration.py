"""How people get on the list of an event: by themselves, by their institution, by the organiser.

A visitor has no account and sees no row of the list. What a visitor does is therefore done by the
service's own hand, after the secret link was checked.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from korpu.domains.events import links, sentences
from korpu.domains.events.declarations import event_rules
from korpu.domains.events.enums import EventStatus, ParticipantOrigin, ParticipantStatus
from korpu.domains.events.models import Event, Participant
from korpu.domains.events.numbers import new_code
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.services import telling
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.errors import Conflict, InvalidInput, NotFound, NotPossibleNow

MAIL_AGAIN_AFTER = timedelta(minutes=10)
"""Before that the same address is not written to again, whoever asks how often."""

_PLACES_TAKEN = (ParticipantStatus.REGISTERED,)


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is asked of a participant; ``country`` alpha-3, empty strings: not stated."""

    family_name: str
    given_names: str
    email: str = ""
    institution: str = ""
    country: str = ""
    sex: str = ""
    position: str = ""
    language: str = "az"
    needs: str = ""


def why_not_open(event: Event, *, at: datetime) -> bool:
    """Whether public registration is closed at a moment."""
    closes_at = event.registration_until
    return (
        event.status != EventStatus.ANNOUNCED
        or not event.is_public
        or closes_at is None
        or closes_at < at
    )


def register(*, event: Event, facts: PersonFacts, consents: bool, at: datetime, site: str) -> None:
    """Take a registration from the public page; it counts once the address is confirmed.

    Says the same whether or not the address is on the list already: what is true is written to
    the address alone.

    Raises:
        NotPossibleNow: registration is closed.
        InvalidInput: no consent.
    """
    if why_not_open(event, at=at):
        raise NotPossibleNow(sentences.REGISTRATION_CLOSED, sentences.REGISTRATION_CLOSED_HELP)
    if not consents:
        raise InvalidInput(sentences.CONSENT_NEEDED, fields={"consents": sentences.CONSENT_NEEDED})
    with acting(system_actor()) as system:
        locked = _lock(event)
        known = locked.participants.filter(email_key=email_key(facts.email)).first()
        if known is None:
            known = _add(
                locked, facts, ParticipantStatus.UNCONFIRMED, ParticipantOrigin.PUBLIC, at=at
            )
        elif known.status in (ParticipantStatus.UNCONFIRMED, ParticipantStatus.CANCELLED):
            _ask_anew(known, facts, at)
        _mail_once(known, actor=system, at=at, site=site)


def confirm_registration(*, token: str, at: datetime, site: str) -> Participant:
    """The address is the person's own: give a place, or put them on the waiting list.

    Doing it again changes nothing.

    Raises:
        NotFound: the link is not one of ours.
        NotPossibleNow: the event was called off or is over.
    """
    with acting(system_actor()) as system:
        participant = participant_of(links.read_participant(token))
        event = _lock(participant.event)
        participant.refresh_from_db()
        if participant.status != ParticipantStatus.UNCONFIRMED:
            return participant
        if event.status != EventStatus.ANNOUNCED:
            raise NotPossibleNow(sentences.REGISTRATION_CLOSED, sentences.REGISTRATION_CLOSED_HELP)
        participant.status = _place_or_waiting(event)
        participant.confirmed_at = participant.mailed_at = at
        participant.save()
        telling.tell_status(participant=participant, actor=system, at=at, site=site)
    return participant


def cancel_own_registration(*, token: str, at: datetime, site: str) -> Participant:
    """Withdraw by the secret link; whoever waited longest gets the place.

    Raises:
        NotFound: the link is not one of ours.
        NotPossibleNow: the event is over.
    """
    with acting(system_actor()) as system:
        participant = participant_of(links.read_participant(token))
        return _cancel(participant, actor=system, at=at, site=site)


def cancel_participant(
    *, participant: Participant, actor: Actor, at: datetime, site: str
) -> Participant:
    """Take somebody off the list as the organiser.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: the event is over.
    """
    actor.check(PARTICIPANTS, compartment_id=participant.event.compartment_id)
    return _cancel(participant, actor=actor, at=at, site=site)


def enter_participant(
    *, event: Event, facts: PersonFacts, actor: Actor, at: datetime, site: str
) -> Participant:
    """Put somebody on the list as the organiser; the person is told if there is an address.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: called off, or no place is left.
        InvalidInput: the address is on the list already.
    """
    actor.check(PARTICIPANTS, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = _lock(event)
        if locked.status == EventStatus.CANCELLED:
            raise NotPossibleNow(sentences.CANCELLED)
        check_address_free(locked, facts.email)
        if places_left(locked) == 0:
            sentence = sentences.EVENT_FULL.format(capacity=locked.capacity)
            raise NotPossibleNow(sentence)
        made = _add(locked, facts, ParticipantStatus.REGISTERED, ParticipantOrigin.ENTERED, at=at)
        if locked.status == EventStatus.ANNOUNCED:
            telling.tell_status(participant=made, actor=actor, at=at, site=site)
    return made


def change_participant(
    *, participant: Participant, facts: PersonFacts, actor: Actor, expected: PersonFacts
) -> Participant:
    """Correct what is known of a participant.

    Raises:
        NotPermitted: the actor keeps no lists here.
        Conflict: it is no longer what was ``expected``.
        InvalidInput: another participant has the address.
    """
    actor.check(PARTICIPANTS, compartment_id=participant.event.compartment_id)
    with transaction.atomic():
        locked = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
        if facts_of(locked) != expected:
            raise Conflict(sentences.CHANGED_MEANWHILE, sentences.CHANGED_MEANWHILE_HELP)
        check_address_free(locked.event, facts.email, but=locked)
        for name, value in _columns(facts).items():
            setattr(locked, name, value)
        locked.save()
    return locked


def facts_of(participant: Participant) -> PersonFacts:
    """What is known of a participant, as it was given."""
    names = PersonFacts.__dataclass_fields__
    return PersonFacts(**{name: getattr(participant, name) for name in names})


def places_left(event: Event) -> int | None:
    """Free places; None: no limit. Call it with the event locked."""
    if event.capacity is None:
        return None
    taken = event.participants.filter(status__in=_PLACES_TAKEN).count()
    return max(0, event.capacity - taken)


def check_address_free(event: Event, email: str, *, but: Participant | None = None) -> None:
    """Raises InvalidInput: somebody on the list has the address."""
    key = email_key(email)
    taken = event.participants.filter(email_key=key).exclude(pk=but.pk if but else 0)
    if key and taken.exists():
        raise InvalidInput(sentences.ADDRESS_TAKEN, fields={"email": sentences.ADDRESS_TAKEN})


def participant_of(uuid: UUID) -> Participant:
    """A participant by key, for whoever may see the row.

    Raises:
        NotFound: there is none, or the person was removed from the records.
    """
    found = Participant.objects.select_related("event", "invitation").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
    return found


def add_nominee(
    *, event: Event, facts: PersonFacts, status: ParticipantStatus, at: datetime, **more: Any
) -> Participant:
    """A row for somebody an institution named; the caller holds the event's lock."""
    check_address_free(event, facts.email)
    return _add(event, facts, status, ParticipantOrigin.NOMINATED, at=at, **more)


def fill_places(event: Event, *, at: datetime, site: str, actor: Actor) -> None:
    """Give free places to those who waited longest; the caller holds the event's lock."""
    left = places_left(event)
    waiting = event.participants.filter(status=ParticipantStatus.WAITING)
    for participant in waiting.order_by("confirmed_at", "pk")[:left]:
        participant.status = ParticipantStatus.REGISTERED
        participant.save(update_fields=["status"])
        telling.tell_status(participant=participant, actor=actor, at=at, site=site)


def email_key(email: str) -> str:
    """The address as it is compared: trimmed, small letters."""
    return email.strip().lower()


def codes_for(event: Event, count: int) -> list[str]:
    """Codes for the door that nobody at the event has."""
    taken = set(event.participants.values_list("code", flat=True))
    made: list[str] = []
    while len(made) < count:
        code = new_code()
        if code not in taken:
            taken.add(code)
            made.append(code)
    return made


def columns_of(facts: PersonFacts, code: str) -> dict[str, Any]:
    """A new row's columns, for bulk work."""
    return {**_columns(facts), "code": code}


def _columns(facts: PersonFacts) -> dict[str, Any]:
    return asdict(facts) | {"email": facts.email.strip(), "email_key": email_key(facts.email)}


def _add(
    event: Event,
    facts: PersonFacts,
    status: ParticipantStatus,
    origin: ParticipantOrigin,
    *,
    at: datetime,
    **more: Any,
) -> Participant:
    consented = origin == ParticipantOrigin.PUBLIC
    return Participant.objects.create(
        event=event,
        status=status,
        origin=origin,
        code=codes_for(event, 1)[0],
        registered_at=at,
        consent_version=event_rules().consent_version if consented else "",
        consented_at=at if consented else None,
        **_columns(facts),
        **more,
    )


def _ask_anew(participant: Participant, facts: PersonFacts, at: datetime) -> None:
    for name, value in _columns(facts).items():
        setattr(participant, name, value)
    participant.status = ParticipantStatus.UNCONFIRMED
    participant.cancelled_at = None
    participant.consent_version = event_rules().consent_version
    participant.registered_at = participant.consented_at = at
    participant.save()


def _mail_once(participant: Participant, *, actor: Actor, at: datetime, site: str) -> None:
    """Write to the address, but not again and again."""
    last = participant.mailed_at
    if last is not None and at - last < MAIL_AGAIN_AFTER:
        return
    participant.mailed_at = at
    participant.save(update_fields=["mailed_at"])
    tell: Callable[..., None] = (
        telling.tell_confirm
        if participant.status == ParticipantStatus.UNCONFIRMED
        else telling.tell_status
    )
    tell(participant=participant, actor=actor, at=at, site=site)


def _cancel(participant: Participant, *, actor: Actor, at: datetime, site: str) -> Participant:
    with transaction.atomic():
        event = _lock(participant.event)
        locked = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
        locked.event = event
        if locked.status == ParticipantStatus.CANCELLED:
            return locked
        if event.status == EventStatus.HELD or locked.attendances.exists():
            raise NotPossibleNow(sentences.ALREADY_OVER_FOR_LIST)
        had_place = locked.status == ParticipantStatus.REGISTERED
        locked.status, locked.cancelled_at = ParticipantStatus.CANCELLED, at
        locked.save()
        if had_place and event.status == EventStatus.ANNOUNCED:
            telling.tell_withdrawn(participant=locked, actor=actor, at=at, site=site)
            _replace(locked, event, actor=actor, at=at, site=site)
    return locked


def _replace(gone: Participant, event: Event, *, actor: Actor, at: datetime, site: str) -> None:
    """A place of an institution goes to its deputy; any other to whoever waited longest."""
    deputies = Participant.objects.none()
    if gone.invitation_id is not None:
        deputies = event.participants.filter(
            invitation_id=gone.invitation_id, status=ParticipantStatus.DEPUTY
        )
    deputy = deputies.order_by("registered_at", "pk").first()
    if deputy is None:
        fill_places(event, at=at, site=site, actor=actor)
        return
    deputy.status = ParticipantStatus.REGISTERED
    deputy.save(update_fields=["status"])
    telling.tell_status(participant=deputy, actor=actor, at=at, site=site)


def _place_or_waiting(event: Event) -> ParticipantStatus:
    is_full = places_left(event) == 0
    return ParticipantStatus.WAITING if is_full else ParticipantStatus.REGISTERED


def _lock(event: Event) -> Event:
    return Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
