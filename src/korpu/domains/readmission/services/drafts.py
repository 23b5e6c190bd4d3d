"""An application while it is being written: whatever was typed is kept, right or wrong."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import Application, Draft, DraftEvidence
from korpu.domains.readmission.permissions import ENTER_APPLICATION, SUBMIT_APPLICATION
from korpu.domains.readmission.services.errors import record_error
from korpu.domains.readmission.services.evidence import check_evidence, stored
from korpu.domains.readmission.services.intake import submit_application
from korpu.domains.readmission.sheets import OWN_NATIONAL, sheets
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement, Statement
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.casework.api import Case
from korpu.kernel.errors import InvalidInput, NotPossibleNow

MAX_LISTED = 30
"""Family members or pieces of evidence of one application, at most."""


def start_draft(
    *,
    compartment: Compartment,
    on_paper: bool,
    actor: Actor,
    at: datetime,
    sheet: str = OWN_NATIONAL,
) -> Draft:
    """Begin a form in the sender's compartment, or in the service's for one on paper.

    Raises:
        InvalidInput: there is no such form, or only the service writes it.
        NotPermitted: the actor may not write applications there.
    """
    if sheet not in sheets() or (sheets()[sheet].by_service and not on_paper):
        raise InvalidInput(sentences.INPUT_REFUSED, fields={"sheet": sentences.NO_SUCH_FORM})
    permission = ENTER_APPLICATION if on_paper else SUBMIT_APPLICATION
    actor.check(permission, compartment_id=compartment.pk)
    return Draft.objects.create(
        compartment=compartment,
        created_by_id=actor.user_id,
        created_at=at,
        saved_at=at,
        on_paper=on_paper,
        sheet=sheet,
    )


def save_step(
    *, draft: Draft, step: str, typed: Mapping[str, str], actor: Actor, at: datetime
) -> Draft:
    """Keep what was typed in a step, unjudged.

    Raises:
        NotPossibleNow: the draft has been submitted.
    """
    with transaction.atomic():
        locked = _open(draft, actor)
        locked.typed = {**locked.typed, step: _storable(typed)}
        locked.saved_at = at
        locked.save(update_fields=("typed", "saved_at"))
    return locked


def _storable(typed: Mapping[str, str]) -> dict[str, str]:
    """PostgreSQL keeps no NUL; another control sign stands for it, refused by the same rule."""
    return {name: text.replace("\x00", "\u0091") for name, text in typed.items()}


def add_member(*, draft: Draft, member: MemberStatement, actor: Actor, at: datetime) -> Draft:
    """Add a family member that has passed the rules.

    Raises:
        NotPossibleNow: the draft has been submitted.
        InvalidInput: the list is full.
    """
    with transaction.atomic():
        locked = _open(draft, actor)
        _refuse_more_than_fits(len(locked.members))
        locked.members = [*locked.members, asdict(member)]
        locked.saved_at = at
        locked.save(update_fields=("members", "saved_at"))
    return locked


def remove_member(*, draft: Draft, place: int, actor: Actor, at: datetime) -> Draft:
    """Take a family member off the list; a place that does not exist changes nothing."""
    with transaction.atomic():
        locked = _open(draft, actor)
        locked.members = [m for index, m in enumerate(locked.members) if index != place]
        locked.saved_at = at
        locked.save(update_fields=("members", "saved_at"))
    return locked


def add_draft_evidence(
    *,
    draft: Draft,
    evidence: EvidenceStatement,
    upload: "UploadedFile[bytes] | None",
    actor: Actor,
    at: datetime,
) -> DraftEvidence:
    """Add an entry to the evidence list, its copy checked by content and kept.

    Raises:
        NotPossibleNow: the draft has been submitted.
        InvalidInput: the entry or the file is at fault, or the list is full.
    """
    check_evidence(evidence, at=at, codelist=sheets()[draft.sheet].evidence_list)
    with transaction.atomic():
        locked = _open(draft, actor)
        _refuse_more_than_fits(locked.evidence.count())
        file = stored(upload, actor=actor, at=at)
        return DraftEvidence.objects.create(
            draft=locked,
            compartment_id=locked.compartment_id,
            kind=evidence.kind,
            issued_on=evidence.issued_on,
            valid_until=evidence.valid_until,
            copy_enclosed=evidence.copy_enclosed,
            note=evidence.note,
            file=file,
        )


def remove_draft_evidence(*, evidence: DraftEvidence, actor: Actor) -> None:
    """Take an entry off the list.

    Raises:
        NotPossibleNow: the draft has been submitted.
    """
    with transaction.atomic():
        _open(evidence.draft, actor)
        evidence.delete()


def discard_draft(*, draft: Draft, actor: Actor) -> None:
    """Throw a draft away.

    Raises:
        NotPossibleNow: the draft has been submitted.
    """
    with transaction.atomic():
        locked = _open(draft, actor)
        locked.evidence.all().delete()
        locked.delete()


def submit_draft(
    *,
    draft: Draft,
    statement: Statement,
    authority: Compartment,
    received_on: date,
    actor: Actor,
    at: datetime,
) -> Application:
    """Make the draft an application; sending the same draft twice makes one.

    Raises:
        As ``submit_application``; the draft then stays as it was.
    """
    with transaction.atomic():
        locked = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        if locked.application is not None:
            return locked.application
        listed = list(locked.evidence.select_related("file"))
        application = submit_application(
            statement=statement,
            authority=authority,
            actor=actor,
            at=at,
            received_on=received_on,
            files=[row.file for row in listed],
            on_paper=locked.on_paper,
            client_key=locked.uuid,
        )
        locked.evidence.all().delete()
        locked.application = application
        locked.typed, locked.members = {}, []
        locked.save(update_fields=("application", "typed", "members"))
    return application


def submit_error(*, draft: Draft, statement: Statement, actor: Actor, at: datetime) -> Case:
    """Make the draft a case of readmission in error; the draft is gone afterwards.

    Raises:
        As ``record_error``; the draft then stays as it was.
    """
    with transaction.atomic():
        locked = _open(draft, actor)
        listed = list(locked.evidence.select_related("file"))
        case = record_error(
            statement=statement,
            files=[row.file for row in listed],
            actor=actor,
            at=at,
            client_key=locked.uuid,
        )
        locked.evidence.all().delete()
        locked.delete()
    return case


def _open(draft: Draft, actor: Actor) -> Draft:
    """The draft, locked, while it may still be written."""
    permission = ENTER_APPLICATION if draft.on_paper else SUBMIT_APPLICATION
    actor.check(permission, compartment_id=draft.compartment_id)
    locked = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if locked.application_id is not None:
        raise NotPossibleNow(sentences.DRAFT_SUBMITTED, sentences.DRAFT_SUBMITTED_DETAIL)
    return locked


def _refuse_more_than_fits(count: int) -> None:
    if count >= MAX_LISTED:
        raise InvalidInput(sentences.LIST_IS_FULL, facts={"most": MAX_LISTED})
