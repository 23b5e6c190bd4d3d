"""Another body is asked about a case, reminded, and answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from secrets import token_urlsafe

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework import sentences, wording
from korpu.foundations.casework.models import Attachment, Case, Enquiry
from korpu.foundations.casework.notices import tell_enquiry_answered
from korpu.foundations.casework.selectors.enquiries import bodies_to_ask
from korpu.foundations.casework.services.feeds import digest
from korpu.foundations.files.api import store_upload
from korpu.foundations.mail.api import checked_address, queue_message
from korpu.foundations.organisations.models import Organisation
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import LANGUAGES, Language, Message


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of whom.

    Attributes:
        address: the e-mail address of the body.
        title: in a few words, without personal data.
        due_on: last day of the answer; must lie ahead.
    """

    organisation: Organisation
    address: str
    language: Language
    title: str
    text: str
    due_on: date


def ask_body(*, case: Case, question: Question, actor: Actor, at: datetime) -> Enquiry:
    """Ask another body of the country something about a case; a secret link is sent to it.

    The letter carries neither title nor text: whoever opens the link sees them.

    Raises:
        NotPermitted: the actor does not ask for this office.
        InvalidInput: a body abroad, no usable address, nothing asked, or a day that is not ahead.
        NotPossibleNow: the case is closed.
    """
    actor.check("casework.enquiry.ask", compartment_id=case.compartment_id)
    if case.closed_at is not None:
        raise NotPossibleNow(wording.CASE_IS_CLOSED)
    _check(case, question, actor, at)
    token = token_urlsafe(32)
    with transaction.atomic():
        enquiry = Enquiry.objects.create(
            case=case,
            organisation=question.organisation,
            address=checked_address(question.address),
            language=question.language,
            title=question.title.strip(),
            text=question.text.strip(),
            due_on=question.due_on,
            token_sha256=digest(token),
            asked_by_id=actor.user_id,
            asked_at=at,
        )
        _send(enquiry, token, reminder=False, actor=actor, at=at)
    return enquiry


def remind_body(*, enquiry: Enquiry, actor: Actor, at: datetime) -> Enquiry:
    """Send the letter again with a new link; the former link is dead.

    Raises:
        NotPossibleNow: it is answered or withdrawn.
    """
    token = token_urlsafe(32)
    with transaction.atomic():
        locked = _open_one(enquiry)
        locked.token_sha256, locked.reminded_at = digest(token), at
        locked.save(update_fields=("token_sha256", "reminded_at"))
        _send(locked, token, reminder=True, actor=actor, at=at)
    return locked


def withdraw_enquiry(*, enquiry: Enquiry, actor: Actor, at: datetime) -> Enquiry:
    """Take the question back; the link is dead.

    Raises:
        NotPermitted: the actor does not ask for this office.
        NotPossibleNow: it is answered or withdrawn.
    """
    actor.check("casework.enquiry.ask", compartment_id=enquiry.case.compartment_id)
    with transaction.atomic():
        locked = _open_one(enquiry)
        locked.withdrawn_at = at
        locked.save(update_fields=("withdrawn_at",))
    return locked


def record_answer(
    *,
    enquiry: Enquiry,
    answer: str,
    name: str,
    uploads: "Sequence[UploadedFile[bytes]]",
    answered_by_id: int | None,
    actor: Actor,
    at: datetime,
) -> Enquiry:
    """Keep the body's answer on the case and tell whoever asked.

    Args:
        enquiry: the open question.
        answer: its text.
        name: who answers, as they say.
        uploads: files that go with it; they become files of the case.
        answered_by_id: the account of whoever answered; None: by the link.
        actor: the service's own hand, because the body does not see the case.
        at: the moment, aware.

    Raises:
        InvalidInput: no answer, no name, or a file that cannot be taken; nothing is kept.
        NotPossibleNow: it is answered or withdrawn.
    """
    fields: dict[str, Message] = {}
    if not answer.strip():
        fields["answer"] = sentences.TEXT_MISSING
    if not name.strip():
        fields["name"] = sentences.TEXT_MISSING
    if fields:
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
    with transaction.atomic():
        locked = _open_one(enquiry)
        locked.answer, locked.answered_name = answer.strip(), name.strip()
        locked.answered_at, locked.answered_by_id = at, answered_by_id
        locked.save()
        for upload in uploads:
            file = store_upload(upload=upload, kind="attachment", actor=actor, at=at)
            Attachment.objects.create(
                case=locked.case,
                file=file,
                title=locked.title,
                enquiry=locked,
                attached_by_id=actor.user_id,
                attached_at=at,
            )
        tell_enquiry_answered(enquiry=locked, actor=actor, at=at)
    return locked


def _open_one(enquiry: Enquiry) -> Enquiry:
    locked = Enquiry.objects.select_for_update().get(pk=enquiry.pk)
    if locked.answered_at is not None or locked.withdrawn_at is not None:
        raise NotPossibleNow(wording.ENQUIRY_HAS_ENDED)
    return locked


def _check(case: Case, question: Question, actor: Actor, at: datetime) -> None:
    fields: dict[str, Message] = {}
    if str(question.organisation.pk) not in dict(bodies_to_ask(case=case, for_actor=actor)):
        fields["organisation"] = wording.NOT_TO_BE_ASKED
    if not question.title.strip():
        fields["title"] = sentences.TEXT_MISSING
    if not question.text.strip():
        fields["text"] = sentences.TEXT_MISSING
    if question.due_on <= timezone.localdate(at):
        fields["due_on"] = wording.DAY_NOT_AHEAD
    if fields:
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)


def _send(enquiry: Enquiry, token: str, *, reminder: bool, actor: Actor, at: datetime) -> None:
    link = settings.KORPU_SITE_URL + reverse("casework:answer_link", args=[token])
    day = f"{enquiry.due_on:%d.%m.%Y}"
    language: Language = next((one for one in LANGUAGES if one == enquiry.language), "az")
    with speak(language):
        subject = _("A question to you")
        if reminder:
            subject = _("Reminder: a question awaits your answer")
        text = _(
            "The service asks your organisation for information, until %(day)s at the latest.\n\n"
            "Read the question and answer here:\n%(link)s\n\nWhoever has this link can read the "
            "question and answer it: pass it on only to those who are to answer. An earlier link "
            "no longer works."
        ) % {"day": day, "link": link}
        queue_message(
            to=enquiry.address, subject=subject, text=text, language=language, actor=actor, at=at
        )
