"""Letters to applicants: written as tagged PDF, kept as issued, sent by e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from korpu.domains.calls import letter_words as words
from korpu.domains.calls.enums import ApplicationStatus, NoticeKind
from korpu.domains.calls.models import Application, Call, Notice
from korpu.domains.calls.services.checks import moment
from korpu.foundations.accounts.api import Actor, acting, system_actor
from korpu.foundations.files.api import store_upload
from korpu.foundations.mail.api import MailFile, queue_message
from korpu.foundations.ui import pdf
from korpu.kernel.texts import LANGUAGES, Language, Text

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says beside who writes to whom; see ``ui/typst/letter.typ`` for the blocks."""

    kind: NoticeKind
    blocks: Sequence[object]
    reasons: str = ""
    remedy: Text | None = None


def language_of(application: Application) -> Language:
    """The language letters to this applicant are written in."""
    chosen = application.language
    return next((language for language in LANGUAGES if language == chosen), "az")


def send_letter(
    *, application: Application, letter: Letter, actor: Actor | None, at: datetime
) -> Notice:
    """Write a letter, keep it and queue it as e-mail, in the transaction of the act it tells of.

    ``actor``: who signs; None: the service itself.
    """
    language = language_of(application)
    with acting(system_actor()) as system:
        number = f"{application.reference}-{application.notices.count() + 1}"
        content = pdf.render(
            pdf.PLAIN_LETTER, _data(application, letter, number, actor, at), language, at=at
        )
        upload = ContentFile(content, name=f"{number}.pdf")
        notice = Notice.objects.create(
            application=application,
            kind=letter.kind,
            number=number,
            language=language,
            file=store_upload(upload=upload, kind="letter", actor=system, at=at),
            issued_at=at,
            issued_by_id=actor.id_or_none if actor else None,
        )
        _mail_letter(application, letter, number, content, system, at)
    return notice


def _data(
    application: Application, letter: Letter, number: str, actor: Actor | None, at: datetime
) -> dict[str, object]:
    call = application.call
    office = call.compartment.office
    about = [
        (words.CALL, f"{call.number}: {call.title.in_language(language_of(application))}"),
        (words.REFERENCE, application.reference),
        (words.ORGANISATION, application.organisation_name),
    ]
    data: dict[str, object] = {
        "sender": {"name": office.organisation.title, "lines": [office.title]},
        "number": number,
        "date": timezone.localdate(at),
        "addressee": {
            "name": application.organisation_name,
            "lines": [line for line in (application.contact_name, application.address) if line],
        },
        "subject": words.SUBJECTS[letter.kind],
        "blocks": [{"rows": about}, *letter.blocks],
        "reasons": [{"text": letter.reasons}] if letter.reasons else [],
        "remedy": letter.remedy or "",
    }
    if actor is not None:
        data["signature"] = {"name": actor.user.full_name, "title": office.title}
    return data


def _mail_letter(
    application: Application,
    letter: Letter,
    number: str,
    content: bytes,
    system: Actor,
    at: datetime,
) -> None:
    language = language_of(application)
    text = words.LETTER_TEXT.format(title=application.call.title, reference=application.reference)
    queue_message(
        to=application.email,
        subject=words.SUBJECTS[letter.kind].in_language(language),
        text=text.in_language(language),
        language=language,
        actor=system,
        at=at,
        attachments=[MailFile(f"{number}.pdf", content, PDF)],
    )


def send_link(*, application: Application, link: str, actor: Actor, at: datetime) -> None:
    """Send the secret link; the message is all that ever holds it."""
    call = application.call
    closes = moment(call.closes_at) if call.closes_at else ""
    _write(
        application,
        words.LINK_SUBJECT.format(number=call.number),
        words.LINK_TEXT.format(title=call.title, link=link, moment=closes),
        actor,
        at,
    )


def tell_of_correction(call: Call, note: Text, *, actor: Actor, at: datetime) -> int:
    """Tell everybody who began an application what was changed; how many were told."""
    closes = moment(call.closes_at) if call.closes_at else ""
    return _tell_all(
        call,
        words.CORRECTION_SUBJECT.format(number=call.number),
        words.CORRECTION_TEXT.format(title=call.title, note=note, moment=closes),
        actor,
        at,
    )


def tell_of_cancellation(call: Call, *, actor: Actor, at: datetime) -> int:
    """Tell everybody who began an application that the call is off; how many were told."""
    return _tell_all(
        call,
        words.CANCELLED_SUBJECT.format(number=call.number),
        words.CANCELLED_TEXT.format(title=call.title, reason=call.cancel_reason),
        actor,
        at,
    )


def send_answer(
    *, application: Application, question: Text, answer: Text, actor: Actor, at: datetime
) -> None:
    """Tell who asked that the answer is there."""
    _write(
        application,
        words.ANSWER_SUBJECT.format(number=application.call.number),
        words.ANSWER_TEXT.format(question=question, answer=answer),
        actor,
        at,
    )


def _tell_all(call: Call, subject: Text, text: Text, actor: Actor, at: datetime) -> int:
    """Drafts too, which nobody of the staff may read: the service itself writes."""
    with acting(system_actor()):
        begun = Application.objects.filter(call=call).exclude(status=ApplicationStatus.WITHDRAWN)
        applications = list(begun)
        for application in applications:
            _write(application, subject, text, actor, at)
    return len(applications)


def _write(application: Application, subject: Text, text: Text, actor: Actor, at: datetime) -> None:
    language = language_of(application)
    queue_message(
        to=application.email,
        subject=subject.in_language(language),
        text=text.in_language(language),
        language=language,
        actor=actor,
        at=at,
    )
