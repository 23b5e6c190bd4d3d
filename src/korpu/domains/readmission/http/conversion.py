"""Between what goes over the wire and what the room speaks of."""

from typing import Any

from korpu.domains.readmission.http.schemas import (
    ApplicationIn,
    ApplicationOut,
    EvidenceForm,
    EvidenceIn,
    EvidenceOut,
    SupplementIn,
    TransferNoticeIn,
)
from korpu.domains.readmission.models import Application, EvidenceItem
from korpu.domains.readmission.selectors.progress import progress_of
from korpu.domains.readmission.statement import (
    EvidenceStatement,
    MemberStatement,
    Notice,
    Statement,
)


def statement_from(sent: ApplicationIn) -> Statement:
    """The statement a system sent; spaces around texts are dropped."""
    person: dict[str, Any] = {
        name: _stripped(value) for name, value in sent.person.model_dump().items()
    }
    needs = sent.needs
    return Statement(
        **person,
        authority_reference=sent.authority_reference.strip(),
        track=sent.track,
        irregular_stay_established_on=sent.irregular_stay_established_on,
        apprehended_on=sent.apprehended_on,
        contact_name=sent.contact.name.strip(),
        contact_email=sent.contact.email.strip(),
        contact_phone=sent.contact.phone.strip(),
        needs_basis=needs.basis if needs else "",
        care_needs=needs.care if needs else "",
        health_needs=needs.health if needs else "",
        transport_needs=needs.transport if needs else "",
        protective_measures=sent.protective_measures,
        remarks=sent.remarks,
        members=tuple(MemberStatement(**member.model_dump()) for member in sent.members),
        evidence=tuple(evidence_from(item) for item in sent.evidence),
    )


def _stripped(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def evidence_from(sent: EvidenceIn | EvidenceForm) -> EvidenceStatement:
    """One entry of the list of evidence."""
    return EvidenceStatement(**sent.model_dump())


def changes_from(sent: SupplementIn) -> dict[str, object]:
    """The particulars a supplement corrects."""
    return sent.model_dump(exclude={"note", "evidence"}, exclude_none=True)


def notice_from(sent: TransferNoticeIn) -> Notice:
    """The announcement of a transfer."""
    return Notice(**sent.model_dump())


def application_out(application: Application) -> ApplicationOut:
    """Where the application stands, as far as its sender may know."""
    progress = progress_of(application)
    return ApplicationOut.model_validate(
        {
            "id": application.case.uuid,
            "case_number": application.case.number,
            "authority_reference": application.authority_reference,
            "track": application.track,
            "received_on": application.received_on,
            "status": progress.status,
            "reply": progress.reply,
            "transfer_on": progress.transfer_on,
            "arrived_on": progress.arrived_on,
        }
    )


def evidence_out(item: EvidenceItem) -> EvidenceOut:
    """An entry of the list of evidence as it was received."""
    return EvidenceOut(
        id=item.uuid,
        kind=item.kind,
        file_sha256=item.file.sha256 if item.file else None,
        recorded_at=item.recorded_at,
    )
