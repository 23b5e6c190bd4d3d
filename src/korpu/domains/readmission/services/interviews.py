"""Effects of interviews: the request, the appointment with its invitation, and what it showed."""

from dataclasses import asdict

from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import (
    Application,
    InterviewRecord,
    InterviewRequest,
    InterviewSlot,
)
from korpu.domains.readmission.procedures import INVITATION_LETTER
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.outgoing import issue_outgoing_letter
from korpu.domains.readmission.services.records import given, owned
from korpu.domains.readmission.services.replies import LETTER_LANGUAGES
from korpu.domains.readmission.statement import Slot
from korpu.foundations.accounts.models import User
from korpu.foundations.casework.api import ActDone, Task, add_task, finish_task
from korpu.foundations.ui.formats import moment
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import Language, Text

APPOINTMENT = Text(az="Müsahibə", en="Interview", ru="Собеседование")
"""Title of the task that stands in the officer's calendar on the day."""


def write_interview_request(done: ActDone) -> None:
    """Effect of ``request_interview``; data: ``mission``, ``questions``, ``proposed_on``, ``slot``.

    Without a slot the appointment follows by ``reschedule_interview``.
    """
    slot: Slot | None = given(done).get("slot")
    InterviewRequest.objects.create(
        mission=given(done)["mission"],
        questions=given(done).get("questions", ""),
        proposed_on=given(done).get("proposed_on"),
        **owned(done, internal=True),
    )
    if slot is not None:
        _appoint(slot, done, reason="")


def write_another_slot(done: ActDone) -> None:
    """Effect of ``reschedule_interview``; data: ``slot``. The invitation is written anew."""
    _appoint(given(done)["slot"], done, reason=done.act.note)


def _appoint(slot: Slot, done: ActDone, *, reason: str) -> None:
    if slot.starts_at <= done.at:
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"held_on": sentences.SLOT_PAST})
    InterviewSlot.objects.create(**asdict(slot), reason=reason, **owned(done, internal=True))
    _enter_in_calendar(slot, done)
    for language in LETTER_LANGUAGES:
        _invite(slot, done, language)


def _enter_in_calendar(slot: Slot, done: ActDone) -> None:
    """A task of the officer on the day; the one of an earlier appointment is done."""
    _finish_appointments(done)
    add_task(
        case=done.case,
        title=APPOINTMENT,
        user=User.objects.get(pk=done.actor.user_id),
        due_on=timezone.localdate(slot.starts_at),
        actor=done.actor,
        at=done.at,
    )


def _finish_appointments(done: ActDone) -> None:
    titled = Task.objects.filter(case=done.case, title=APPOINTMENT.as_dict(), done_at=None)
    for task in titled:
        finish_task(task=task, actor=done.actor, at=done.at)


def _invite(slot: Slot, done: ActDone, language: Language) -> None:
    application = Application.objects.select_related("requesting_authority").get(case=done.case)
    statement = current_statement(application)
    with speak(language):
        subject, when = _("Invitation to an interview"), moment(slot.starts_at)
    issue_outgoing_letter(
        case=done.case,
        act=done.act,
        template=INVITATION_LETTER,
        language=language,
        data={
            "subject": subject,
            "reference": statement.authority_reference,
            "person": f"{statement.surname} {statement.given_names}".strip(),
            "birth_date": statement.birth_date,
            "when": when,
            "mission": slot.mission,
            "place": slot.place,
            "spoken": slot.language,
            "interpreter": slot.interpreter,
            "attends": [line.strip() for line in slot.attends.splitlines() if line.strip()],
            "reasons": [],
        },
        addressee=application.requesting_authority.title.in_language(language),
        actor=done.actor,
        at=done.at,
    )


def write_interview_record(done: ActDone) -> None:
    """Effect of ``record_interview``; data: ``held_on``, ``interviewer``, ``language``,
    ``outcome``, ``report``.
    """
    InterviewRecord.objects.create(
        held_on=given(done).get("held_on"),
        interviewer=given(done).get("interviewer", ""),
        language=given(done).get("language", ""),
        outcome=given(done)["outcome"],
        report=given(done)["report"],
        **owned(done, internal=True),
    )
    _finish_appointments(done)
