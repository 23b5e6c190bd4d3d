"""Inviting institutions, which name the people."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from korpu.domains.events import links, sentences
from korpu.domains.events.enums import EventStatus, InvitationStatus, ParticipantStatus
from korpu.domains.events.models import Event, Invitation, Participant
from korpu.domains.events.permissions import PARTICIPANTS
from korpu.domains.events.services import telling
from korpu.domains.events.services.registration import (
    PersonFacts,
    add_nominee,
    cancel_own_registration,
)
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.kernel.errors import InvalidInput, NotFound, NotPossibleNow


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """Who is invited with how many places; ``answer_until`` inclusive."""

    institution: str
    country: str
    email: str
    language: str
    quota: int
    answer_until: date


def invite_institution(
    *, event: Event, facts: InvitationFacts, actor: Actor, at: datetime, site: str
) -> Invitation:
    """Offer places to an institution and send it the link for naming people.

    Raises:
        NotPermitted: the actor keeps no lists here.
        NotPossibleNow: the event is not announced.
        InvalidInput: the term for the answer is over, or after the event begins.
    """
    actor.check(PARTICIPANTS, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = Event.objects.select_for_update(of=("self",)).get(pk=event.pk)
        if locked.status != EventStatus.ANNOUNCED:
            raise NotPossibleNow(sentences.NOT_ANNOUNCED)
        if facts.answer_until < timezone.localdate(at):
            raise InvalidInput(
                sentences.ANSWER_LATE, fields={"answer_until": sentences.ANSWER_LATE}
            )
        made = Invitation.objects.create(
            event=locked,
            institution=facts.institution,
            country=facts.country,
            email=facts.email,
            language=facts.language,
            quota=facts.quota,
            answer_until=facts.answer_until,
            sent_by_id=actor.user_id,
            sent_at=at,
        )
        telling.tell_invitation(invitation=made, actor=actor, at=at, site=site)
    return made


def withdraw_invitation(*, invitation: Invitation, actor: Actor) -> Invitation:
    """Close an invitation: nobody more can be named; who was named stays.

    Raises:
        NotPermitted: the actor keeps no lists here.
    """
    actor.check(PARTICIPANTS, compartment_id=invitation.event.compartment_id)
    invitation.status = InvitationStatus.WITHDRAWN
    invitation.save(update_fields=["status"])
    return invitation


def nominate(
    *, token: str, facts: PersonFacts, is_deputy: bool, at: datetime, site: str
) -> Participant:
    """Name somebody for one of the places, or as a deputy, by the institution's link.

    Raises:
        NotFound: the link is not one of ours.
        NotPossibleNow: the invitation was withdrawn, the term is over, or the event called off.
        InvalidInput: all places are taken, or the address is on the list already.
    """
    with acting(system_actor()) as system:
        invitation = invitation_of(token)
        event = Event.objects.select_for_update(of=("self",)).get(pk=invitation.event_id)
        check_open(invitation, event, at=at)
        _check_quota(invitation, is_deputy=is_deputy)
        status = ParticipantStatus.DEPUTY if is_deputy else ParticipantStatus.REGISTERED
        made = add_nominee(
            event=event,
            facts=facts,
            status=status,
            at=at,
            invitation=invitation,
            confirmed_at=at,
        )
        telling.tell_status(participant=made, actor=system, at=at, site=site)
    return made


def withdraw_nominee(*, token: str, participant: Participant, at: datetime, site: str) -> None:
    """Take back a name by the institution's link; the first deputy gets the place.

    Raises:
        NotFound: the link is not one of ours, or the person was not named by this institution.
        NotPossibleNow: the event is over.
    """
    with acting(system_actor()):
        invitation = invitation_of(token)
        if participant.invitation_id != invitation.pk:
            raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
        own = links.participant_token(participant.uuid)
        cancel_own_registration(token=own, at=at, site=site)


def invitation_of(token: str) -> Invitation:
    """The invitation of a link, for the service's own hand.

    Raises:
        NotFound: the link is not one of ours.
    """
    uuid = links.read_invitation(token)
    found = Invitation.objects.select_related("event").filter(uuid=uuid).first()
    if found is None:
        raise NotFound(links.WRONG_LINK, links.WRONG_LINK_HELP)
    return found


def check_open(invitation: Invitation, event: Event, *, at: datetime) -> None:
    """Raises NotPossibleNow: nobody can be named any more."""
    if event.status == EventStatus.CANCELLED:
        raise NotPossibleNow(sentences.CANCELLED)
    if invitation.status != InvitationStatus.SENT:
        raise NotPossibleNow(sentences.INVITATION_WITHDRAWN)
    if invitation.answer_until < timezone.localdate(at) or event.status != EventStatus.ANNOUNCED:
        raise NotPossibleNow(sentences.ANSWER_LATE)


def _check_quota(invitation: Invitation, *, is_deputy: bool) -> None:
    status = ParticipantStatus.DEPUTY if is_deputy else ParticipantStatus.REGISTERED
    named = invitation.participants.filter(status=status).count()
    if named >= invitation.quota:
        sentence = sentences.TOO_MANY_DEPUTIES if is_deputy else sentences.OVER_QUOTA
        filled = sentence.format(quota=invitation.quota)
        raise InvalidInput(filled, fields={"is_deputy": filled})
