"""An applicant, who has no account, starts, saves, submits and withdraws an application here.

Every function but ``send_link`` runs inside ``access.holding(secret)``: the database opens that one
application and no other.
"""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from korpu.domains.calls import letter_words, sentences
from korpu.domains.calls.access import fingerprint, new_secret
from korpu.domains.calls.enums import EDITABLE, ApplicationStatus, CallStatus, NoticeKind
from korpu.domains.calls.models import (
    Application,
    ApplicationDocument,
    AskedDocument,
    Call,
    Candidate,
    Post,
    Question,
)
from korpu.domains.calls.services.checks import day, locked_application, moment, move, refuse
from korpu.domains.calls.services.letters import Letter, send_letter
from korpu.domains.calls.services.letters import send_link as mail_link
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.files.api import store_upload
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow, Unavailable
from korpu.kernel.texts import LANGUAGES, Message

LINK_PAUSE = timedelta(minutes=2)
"""Between two links to the same address, so that nobody's mailbox can be filled through us."""
STARTS_PER_HOUR = 100
"""New applications to one call; more are refused for the rest of the hour."""
MOST_FILES = 20
MOST_OPEN_QUESTIONS = 5
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no letter that reads as a digit
_TAX_NUMBER = re.compile(r"[0-9]{6,14}\Z")


@dataclass(frozen=True, slots=True)
class ApplicationData:
    """What an application says; fields as in the model."""

    organisation_name: str = ""
    registration_number: str = ""
    address: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    experience: str = ""
    approach: str = ""
    has_conflict: bool | None = None
    conflict_details: str = ""
    signed_by: str = ""


@dataclass(frozen=True, slots=True)
class CandidateData:
    """A person proposed for a post."""

    post: Post
    full_name: str
    email: str
    qualification: str = ""


def send_link(
    *,
    call: Call,
    email: str,
    language: str,
    link_of: Callable[[str], str],
    at: datetime,
) -> None:
    """Send the link to a new application, or a new link to the one this address has.

    Whoever asks learns nothing of what exists. A new link replaces the former one.

    ``link_of``: the whole address a secret stands in.

    Raises:
        InvalidInput: the address cannot be right.
        NotPossibleNow: the call is not open and this address has no application.
        Unavailable: very many were started within the hour.
    """
    address = _address(email)
    with acting(system_actor()) as system:
        found = Application.objects.select_for_update().filter(call=call, email=address).first()
        if found is None:
            check_open(call, at=at)
        elif at - found.link_sent_at < LINK_PAUSE:
            return
        secret = new_secret()
        application = found or _begin(call, address, language, secret, at)
        application.key_sha256, application.link_sent_at = fingerprint(secret), at
        application.save()
        mail_link(application=application, link=link_of(secret), actor=system, at=at)


def check_open(call: Call, *, at: datetime) -> None:
    """Insist that applications are taken at this instant.

    Raises:
        NotPossibleNow: they are not; when the term is over it says since when.
    """
    if call.status != CallStatus.PUBLISHED or call.closes_at is None:
        raise NotPossibleNow(sentences.NOT_OPEN)
    if at > call.closes_at:
        raise NotPossibleNow(sentences.TOO_LATE.format(moment=moment(call.closes_at)))


@transaction.atomic
def save_application(
    *,
    application: Application,
    data: ApplicationData,
    candidates: Sequence[CandidateData],
    expected_version: int,
    at: datetime,
) -> Application:
    """Keep what was typed, complete or not.

    Raises:
        NotPossibleNow: it is no draft any more, or the time is over.
        Conflict: it was saved in another window meanwhile.
        InvalidInput: a filled-in field cannot be right.
    """
    locked = _editable(application, at)
    if locked.version != expected_version:
        raise Conflict(sentences.CHANGED_MEANWHILE, facts={"version": locked.version})
    _check_filled(data, candidates)
    for name, value in asdict(data).items():
        setattr(locked, name, value)
    locked.version += 1
    locked.saved_at = at
    locked.save()
    locked.candidates.all().delete()
    Candidate.objects.bulk_create(
        Candidate(
            application=locked,
            post=one.post,
            full_name=one.full_name,
            email=one.email.strip().lower(),
            qualification=one.qualification,
        )
        for one in candidates
    )
    return locked


@transaction.atomic
def add_document(
    *, application: Application, asked: AskedDocument | None, upload: "File[bytes]", at: datetime
) -> ApplicationDocument:
    """Enclose a file; what it is, is found in its content.

    Raises:
        NotPossibleNow: it is no draft any more, or the time is over.
        InvalidInput: the file cannot be taken, or there are too many.
    """
    locked = _editable(application, at)
    if locked.documents.filter(removed_at=None).count() >= MOST_FILES:
        raise refuse("file", sentences.TOO_MANY_FILES.format(limit=MOST_FILES))
    with acting(system_actor()) as system:
        stored = store_upload(upload=upload, kind="application", actor=system, at=at)
    return ApplicationDocument.objects.create(
        application=locked, asked=asked, file=stored, added_at=at
    )


@transaction.atomic
def remove_document(*, document: ApplicationDocument, at: datetime) -> None:
    """Take a file out of a draft.

    Raises:
        NotPossibleNow: it is no draft any more, or the time is over.
    """
    _editable(document.application, at)
    document.removed_at = at
    document.save(update_fields=["removed_at"])


def missing_to_submit(application: Application) -> Mapping[str, Message]:
    """What an application still lacks, by field; empty: it can be submitted."""
    lacking: dict[str, Message] = {
        name: sentences.FILL_IN
        for name in (
            "organisation_name",
            "registration_number",
            "address",
            "contact_name",
            "experience",
            "approach",
            "signed_by",
        )
        if not getattr(application, name)
    }
    if application.has_conflict is None:
        lacking["has_conflict"] = sentences.CONFLICT_UNANSWERED
    elif application.has_conflict and not application.conflict_details:
        lacking["conflict_details"] = sentences.CONFLICT_DETAILS
    if not application.candidates.exists():
        lacking["candidates"] = sentences.CANDIDATE_MISSING
    return lacking | _documents_missing(application)


def _documents_missing(application: Application) -> dict[str, Message]:
    there = set(application.documents.filter(removed_at=None).values_list("asked_id", flat=True))
    return {
        f"document-{asked.pk}": sentences.DOCUMENT_MISSING.format(document=asked.text)
        for asked in application.call.asked_documents.filter(is_required=True)
        if asked.pk not in there
    }


@transaction.atomic
def submit_application(*, application: Application, at: datetime) -> Application:
    """Hand the application in, or hand it in again when completion was asked; a receipt follows.

    Raises:
        NotPossibleNow: it was submitted already, or the time is over.
        InvalidInput: something is missing, by field.
        Conflict: the organisation has applied already.
    """
    locked = Application.objects.select_for_update().get(pk=application.pk)
    if locked.status == ApplicationStatus.SUBMITTED:
        raise NotPossibleNow(sentences.ALREADY_SUBMITTED)
    _check_editable(locked, at)
    if missing := missing_to_submit(locked):
        raise InvalidInput(sentences.CHECK_ANSWERS, fields=missing)
    act = "submit" if locked.submitted_at is None else "complete"
    locked.submitted_at = locked.submitted_at or at
    try:
        with transaction.atomic():
            move(locked, act=act, status=ApplicationStatus.SUBMITTED, actor=None, at=at)
    except IntegrityError as taken:
        raise Conflict(sentences.SAME_ORGANISATION) from taken
    send_letter(application=locked, letter=_receipt(locked, at), actor=None, at=at)
    return locked


@transaction.atomic
def withdraw_application(*, application: Application, at: datetime) -> Application:
    """Take the application back; it stays readable for its author.

    Raises:
        NotPossibleNow: it is decided, or withdrawn already.
    """
    locked = locked_application(application, *EDITABLE, *_WITHDRAWABLE)
    move(locked, act="withdraw", status=ApplicationStatus.WITHDRAWN, actor=None, at=at)
    return locked


_WITHDRAWABLE = (ApplicationStatus.SUBMITTED, ApplicationStatus.ELIGIBLE)


@transaction.atomic
def ask_question(*, application: Application, words: str, at: datetime) -> Question:
    """Ask the staff of the call; the answer is published to all, without who asked.

    Raises:
        InvalidInput: nothing was asked.
        NotPossibleNow: the call is not open, or many questions wait for an answer.
    """
    call = application.call
    if call.status != CallStatus.PUBLISHED or (call.closes_at and at > call.closes_at):
        raise NotPossibleNow(sentences.QUESTIONS_CLOSED)
    if not words.strip():
        raise refuse("asked", sentences.FILL_IN)
    if application.questions.filter(answered_at=None).count() >= MOST_OPEN_QUESTIONS:
        raise NotPossibleNow(sentences.TOO_MANY_QUESTIONS.format(limit=MOST_OPEN_QUESTIONS))
    return Question.objects.create(
        call=call, application=application, asked=words.strip(), asked_at=at
    )


def _begin(call: Call, address: str, language: str, secret: str, at: datetime) -> Application:
    recent = Application.objects.filter(call=call, created_at__gt=at - timedelta(hours=1))
    if recent.count() >= STARTS_PER_HOUR:
        raise Unavailable(sentences.TOO_MANY_STARTS, sentences.TRY_LATER)
    return Application.objects.create(
        call=call,
        compartment_id=call.compartment_id,
        reference=f"{call.number}-{''.join(secrets.choice(_ALPHABET) for _ in range(6))}",
        key_sha256=fingerprint(secret),
        link_sent_at=at,
        language=language if language in LANGUAGES else "az",
        email=address,
        created_at=at,
        saved_at=at,
    )


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError as error:
        raise refuse("email", sentences.EMAIL_WRONG) from error
    return address


def _editable(application: Application, at: datetime) -> Application:
    locked = Application.objects.select_for_update().get(pk=application.pk)
    _check_editable(locked, at)
    return locked


def _check_editable(application: Application, at: datetime) -> None:
    if application.status == ApplicationStatus.COMPLETION_ASKED:
        until = application.completion_until
        if until is not None and timezone.localdate(at) > until:
            raise NotPossibleNow(sentences.COMPLETION_PAST.format(day=day(until)))
        return
    if application.status != ApplicationStatus.DRAFT:
        raise NotPossibleNow(sentences.ALREADY_SUBMITTED)
    check_open(application.call, at=at)


def _check_filled(data: ApplicationData, candidates: Sequence[CandidateData]) -> None:
    if data.registration_number and not _TAX_NUMBER.match(data.registration_number):
        raise refuse("registration_number", sentences.TAX_NUMBER_WRONG)
    for one in candidates:
        try:
            validate_email(one.email.strip())
        except ValidationError as error:
            raise refuse("candidates", sentences.EMAIL_WRONG) from error


def _receipt(application: Application, at: datetime) -> Letter:
    enclosed = application.documents.filter(removed_at=None).count()
    rows = [
        (letter_words.SUBMITTED, moment(at)),
        (letter_words.DOCUMENTS, str(enclosed)),
    ]
    body = letter_words.RECEIPT_BODY.format(count=application.call.assessors_needed)
    return Letter(NoticeKind.RECEIPT, [{"rows": rows}, body])
