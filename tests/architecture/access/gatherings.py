"""Events to be tried: announced, being prepared, under way and over, with one of everything."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from korpu.domains.events.enums import Audience
from korpu.domains.events.links import invitation_token
from korpu.domains.events.lists_in import ListRow
from korpu.domains.events.models import (
    Batch,
    Certificate,
    Decision,
    Event,
    HalfDay,
    Invitation,
    Material,
    Participant,
    Session,
)
from korpu.domains.events.services.attendance import Mark, mark_attendance
from korpu.domains.events.services.certificates import issue_some, request_certificates
from korpu.domains.events.services.events import close_event
from korpu.domains.events.services.imports import import_some, request_import
from korpu.domains.events.services.invitations import InvitationFacts, invite_institution, nominate
from korpu.domains.events.services.outcomes import add_decision
from korpu.domains.events.services.programme import add_material
from korpu.domains.events.services.registration import PersonFacts, enter_participant
from korpu.domains.events.testing import make_announced, make_event
from korpu.foundations.accounts.api import Actor, acting, system_actor
from tests.cast import Cast

SITE = "https://korpu.example/"


@dataclass(frozen=True)
class Gatherings:
    """Events of the projects' office.

    Attributes:
        announced: in a week, with a participant, an invitation, a file, an import, a task.
        draft: being prepared, ready to be announced.
        spare: announced and begun: can be said to have taken place.
        over: took place yesterday; ``holder`` holds its certificate.
    """

    announced: Event
    draft: Event
    spare: Event
    over: Event
    participant: Participant
    nominee: Participant
    invitation: Invitation
    material: Material
    batch: Batch
    task: Decision
    session: Session
    half_day: HalfDay
    holder: Participant
    certificate: Certificate


def some_events(cast: Cast) -> Gatherings:
    """Made by the project manager."""
    manager, now = cast.actor("project_manager"), timezone.now()
    today = timezone.localdate(now)
    coming = today + timedelta(days=7)
    announced = make_announced(manager, first=coming, at=now)
    spare = make_announced(manager, first=today, at=now)
    over, holder, certificate = _over(manager, today - timedelta(days=1), now)
    invitation = _invitation(announced, manager, coming - timedelta(days=1), now)
    with acting(system_actor()):
        session = Session.objects.filter(half_day__event=announced).first()
        half_day = spare.half_days.select_related("event").first()
        assert session is not None
        assert half_day is not None
    return Gatherings(
        announced=announced,
        draft=make_event(manager, first=coming, at=now),
        spare=spare,
        over=over,
        participant=_enter(announced, manager, "one@example.org", now),
        nominee=_nominee(invitation, now),
        invitation=invitation,
        material=_material(announced, manager, now),
        batch=_batch(announced, manager, now),
        task=_task(announced, manager, coming),
        session=session,
        half_day=half_day,
        holder=holder,
        certificate=certificate,
    )


def _enter(event: Event, manager: Actor, email: str, now: datetime) -> Participant:
    facts = PersonFacts("Sınaqlı", "Aysel", email, language="en")
    with acting(manager):
        return enter_participant(event=event, facts=facts, actor=manager, at=now, site=SITE)


def _invitation(event: Event, manager: Actor, until: date, now: datetime) -> Invitation:
    facts = InvitationFacts("Institution", "AZE", "body@example.org", "en", 3, until)
    with acting(manager):
        return invite_institution(event=event, facts=facts, actor=manager, at=now, site=SITE)


def _nominee(invitation: Invitation, now: datetime) -> Participant:
    facts = PersonFacts("Sınaqlı", "Kamil", "named@example.org", language="en")
    token = invitation_token(invitation.uuid)
    return nominate(token=token, facts=facts, is_deputy=True, at=now, site=SITE)


def _material(event: Event, manager: Actor, now: datetime) -> Material:
    content = ContentFile(b"", name="agenda.png")
    Image.new("RGB", (4, 4)).save(content, "PNG")
    with acting(manager):
        return add_material(
            event=event, upload=content, title="Agenda", language="en",
            audience=Audience.PUBLIC, actor=manager, at=now,
        )  # fmt: skip


def _batch(event: Event, manager: Actor, now: datetime) -> Batch:
    rows = [ListRow(2, {"family_name": "Sınaqlı", "given_names": "Nigar"})]
    with acting(manager):
        batch = request_import(event=event, rows=rows, name="list.csv", actor=manager, at=now)
        import_some(batch=batch, actor=manager, at=now)
    return batch


def _task(event: Event, manager: Actor, due_on: date) -> Decision:
    with acting(manager):
        return add_decision(
            event=event,
            text="Do it",
            owner=manager.user,
            due_on=due_on,
            actor=manager,
            at=timezone.now(),
        )


def _over(manager: Actor, day: date, now: datetime) -> tuple[Event, Participant, Certificate]:
    event = make_announced(manager, first=day, at=now)
    holder = _enter(event, manager, "holder@example.org", now)
    with acting(manager):
        for half_day in event.half_days.select_related("event"):
            marks = [Mark(holder.pk, "present", "")]
            mark_attendance(half_day=half_day, marks=marks, actor=manager, at=now)
        closed = close_event(event=event, actor=manager, at=now)
        batch = request_certificates(event=closed, actor=manager, at=now, site=SITE)
        issue_some(batch=batch, actor=manager, at=now)
        return closed, holder, Certificate.objects.get(participant=holder)
