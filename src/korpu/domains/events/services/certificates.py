"""Certificates of attendance: issued by the declared rule, revoked with a reason."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from korpu.domains.events import sentences
from korpu.domains.events.declarations import CertificateRule, event_rules
from korpu.domains.events.enums import (
    PENDING_BATCHES,
    BatchKind,
    BatchStatus,
    EventStatus,
    ParticipantStatus,
)
from korpu.domains.events.hours import Attended, attended, minutes_by_half_day
from korpu.domains.events.models import Batch, Certificate, Event, Participant
from korpu.domains.events.numbers import certificate_number
from korpu.domains.events.permissions import ISSUE, REVOKE
from korpu.domains.events.services import telling
from korpu.domains.events.services.events import lock_event
from korpu.foundations.accounts.api import Actor
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Message

CHUNK = 100
"""Certificates issued in one transaction."""


def rule_of(event: Event) -> CertificateRule | None:
    """The rule certificates of this event are given by; None: none are given."""
    if event.ends_on is None:
        return None
    rule = event_rules().certificate_rule(event.ends_on)
    return rule if rule and event.kind in rule.kinds else None


def why_not_issued(event: Event) -> Message | None:
    """What stands in the way of issuing certificates; None: nothing."""
    if event.status != EventStatus.HELD:
        return sentences.NOT_HELD
    if rule_of(event) is None:
        return sentences.NO_RULE
    return None if sum(minutes_by_half_day([event]).values()) else sentences.NO_HOURS


def eligible(event: Event) -> list[tuple[Participant, Attended]]:
    """Who has attended enough and holds no valid certificate yet."""
    rule = rule_of(event)
    if rule is None:
        return []
    holding = Certificate.objects.filter(event=event, revoked_at__isnull=True)
    people = event.participants.filter(status=ParticipantStatus.REGISTERED).exclude(
        pk__in=holding.values("participant_id")
    )
    by_person = attended(event)
    return [
        (person, by_person[person.pk])
        for person in people
        if person.pk in by_person
        and by_person[person.pk].share >= rule.minimum_share
        and person.name
    ]


def request_certificates(*, event: Event, actor: Actor, at: datetime, site: str) -> Batch:
    """Ask for certificates for everybody who attended enough; a job issues them.

    Raises:
        NotPermitted: the actor issues none here.
        NotPossibleNow: the event has not taken place, no rule gives any, or a job is at it.
    """
    actor.check(ISSUE, compartment_id=event.compartment_id)
    with transaction.atomic():
        locked = lock_event(event)
        if (refusal := why_not_issued(locked)) is not None:
            raise NotPossibleNow(refusal)
        kind = BatchKind.CERTIFICATES
        if locked.batches.filter(kind=kind, status__in=PENDING_BATCHES).exists():
            raise NotPossibleNow(sentences.UNDER_WAY)
        return Batch.objects.create(
            event=locked,
            kind=kind,
            total=len(eligible(locked)),
            site=site,
            asked_by_id=actor.user_id,
            asked_at=at,
        )


def issue_some(*, batch: Batch, actor: Actor, at: datetime) -> bool:
    """Issue the next certificates of a batch; False when there is nothing left.

    Broken off and begun again it gives nobody a second one.
    """
    batch.status = BatchStatus.RUNNING
    waiting = eligible(batch.event)[:CHUNK]
    issue(event=batch.event, people=waiting, batch=batch, actor=actor, at=at)
    batch.done += len(waiting)
    batch.added += len(waiting)
    batch.total = max(batch.total, batch.done)
    if len(waiting) < CHUNK:
        batch.status, batch.finished_at = BatchStatus.FINISHED, at
    batch.save()
    return batch.status == BatchStatus.RUNNING


def issue(
    *,
    event: Event,
    people: Sequence[tuple[Participant, Attended]],
    batch: Batch,
    actor: Actor,
    at: datetime,
) -> list[Certificate]:
    """Write certificates and tell their holders."""
    rule = rule_of(event)
    if rule is None or not people:
        return []
    day = timezone.localdate(at)
    prefix = event_rules().prefix
    made = Certificate.objects.bulk_create(
        Certificate(
            number=certificate_number(prefix, day.year, serial),
            event=event,
            participant=person,
            holder=person.name,
            language=person.language,
            hours=was_there.hours,
            attended_share=was_there.share,
            rule_version=rule.version,
            issued_on=day,
            issued_at=at,
            issued_by_id=batch.asked_by_id,
        )
        for serial, (person, was_there) in zip(_serials(len(people)), people, strict=True)
    )
    for certificate in made:
        telling.tell_certificate(certificate=certificate, actor=actor, at=at, site=batch.site)
    return made


def revoke_certificate(
    *, certificate: Certificate, reason: str, actor: Actor, at: datetime
) -> Certificate:
    """Withdraw a certificate; its public page says so from now on.

    Raises:
        NotPermitted: the actor revokes none here.
        NotPossibleNow: it is revoked already.
    """
    actor.check(REVOKE, compartment_id=certificate.event.compartment_id)
    with transaction.atomic():
        locked = (
            Certificate.objects.select_for_update(of=("self",))
            .select_related("event")
            .get(pk=certificate.pk)
        )
        if locked.revoked_at is not None:
            raise NotPossibleNow(sentences.REVOKED_ALREADY)
        locked.revoked_at, locked.revoked_reason = at, reason
        locked.revoked_by_id = actor.user_id
        locked.save()
    return locked


def _serials(count: int) -> list[int]:
    """Numbers nobody else gets, even if this transaction is undone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval('events_certificate_serial') from generate_series(1, %s)", [count]
        )
        return sorted(int(row[0]) for row in cursor.fetchall())
