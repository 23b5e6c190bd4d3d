"""Evidence of nationality: what the sender lists and encloses."""

from collections.abc import Sequence
from datetime import datetime
from itertools import zip_longest

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from korpu.domains.readmission import sentences
from korpu.domains.readmission.codes import EVIDENCE, code_checker
from korpu.domains.readmission.models import Application, EvidenceItem
from korpu.domains.readmission.rules import evidence_faults
from korpu.domains.readmission.services.records import Ownership, ownership
from korpu.domains.readmission.sheets import sheet_of
from korpu.domains.readmission.statement import EvidenceStatement
from korpu.foundations.accounts.api import Actor
from korpu.foundations.files.api import store_upload
from korpu.foundations.files.models import StoredFile
from korpu.kernel.errors import InvalidInput, NotPossibleNow

EvidenceFiles = Sequence[StoredFile | None]


def add_evidence(
    *,
    application: Application,
    evidence: EvidenceStatement,
    file: StoredFile | None,
    actor: Actor,
    at: datetime,
) -> EvidenceItem:
    """Add one entry to the evidence list of an application that was submitted already.

    Raises:
        InvalidInput: ``fields`` names each fault.
        NotPossibleNow: the case is closed.
    """
    check_evidence(evidence, at=at, codelist=sheet_of(application.track).evidence_list)
    if application.case.closed_at is not None:
        raise NotPossibleNow(sentences.CASE_IS_CLOSED, sentences.CASE_IS_CLOSED_DETAIL)
    columns = ownership(application.case, actor=actor, at=at)
    return write_evidence(application, [evidence], [file], columns)[0]


def check_evidence(evidence: EvidenceStatement, *, at: datetime, codelist: str = EVIDENCE) -> None:
    """Raise ``InvalidInput`` naming every fault of one entry."""
    on = timezone.localdate(at)
    found = evidence_faults(evidence, on=on, is_code=code_checker(on), codelist=codelist)
    faults = {name: fault for name, fault in found if fault is not None}
    if faults:
        raise InvalidInput(sentences.INPUT_REFUSED, sentences.INPUT_REFUSED_DETAIL, fields=faults)


def stored(
    upload: "UploadedFile[bytes] | None", *, actor: Actor, at: datetime
) -> StoredFile | None:
    """The copy, checked by its content and kept; None when none came.

    Raises:
        InvalidInput: at the field ``file``: the service does not take this file, and why.
    """
    if upload is None:
        return None
    return store_upload(upload=upload, kind="evidence", actor=actor, at=at)


def write_evidence(
    application: Application,
    listed: Sequence[EvidenceStatement],
    files: EvidenceFiles,
    columns: Ownership,
) -> list[EvidenceItem]:
    """Add entries; ``files`` are their copies in the same order, fewer when the last have none."""
    return [
        EvidenceItem.objects.create(
            application=application,
            kind=evidence.kind,
            issued_on=evidence.issued_on,
            valid_until=evidence.valid_until,
            copy_enclosed=evidence.copy_enclosed or file is not None,
            note=evidence.note,
            file=file,
            **columns,
        )
        for evidence, file in zip_longest(listed, files)
    ]
