"""What a requesting state's system can do."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile
from ninja.responses import Status

from korpu.domains.readmission import procedures, sentences
from korpu.domains.readmission.document_schema import shape_of
from korpu.domains.readmission.enums import Channel, Track
from korpu.domains.readmission.exchange import read_document
from korpu.domains.readmission.http.conversion import (
    application_out,
    changes_from,
    evidence_from,
    evidence_out,
    notice_from,
    statement_from,
)
from korpu.domains.readmission.http.keys import JSON, MULTIPART, Key, TokenRequest
from korpu.domains.readmission.http.problems import DOCUMENTED
from korpu.domains.readmission.http.repeats import PARAMETER, acted, once
from korpu.domains.readmission.http.schemas import (
    ApplicationIn,
    ApplicationOut,
    ApplicationPage,
    EvidenceForm,
    EvidenceOut,
    SupplementIn,
    TransferNoticeIn,
    WithdrawalIn,
)
from korpu.domains.readmission.models import Application
from korpu.domains.readmission.permissions import READ_APPLICATION, SUBMIT_APPLICATION
from korpu.domains.readmission.selectors.applications import (
    application_of_case,
    newest_applications,
)
from korpu.domains.readmission.selectors.progress import progress_of
from korpu.domains.readmission.services.evidence import add_evidence, stored
from korpu.domains.readmission.services.exchange import note_shown
from korpu.domains.readmission.services.intake import submit_application
from korpu.domains.readmission.services.outgoing import note_letter
from korpu.domains.readmission.sheets import sheets
from korpu.engines.procedure.api import FactValue
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.api import may_leave, perform_act
from korpu.foundations.files.api import read_file
from korpu.kernel.errors import InvalidInput, NotFound

TOLD = {"status", "reply", "transfer_on", "arrived_on"}
"""What of an answer the authority did not know before."""

router = Router(tags=["applications"])
REPEATABLE = {"parameters": [PARAMETER]}
FORMS = {
    "parameters": [PARAMETER],
    "requestBody": {
        "required": True,
        "content": {
            JSON: {
                "schema": {
                    "oneOf": [shape_of(one) for one in sheets().values() if not one.by_service]
                }
            }
        },
    },
}
PDF_ANSWER = {
    "responses": {
        200: {
            "description": "The letter as tagged PDF.",
            "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


@router.post(
    "/applications",
    auth=Key(JSON),
    response={201: ApplicationOut, **DOCUMENTED},
    openapi_extra=REPEATABLE,
)
@once
def submit(request: TokenRequest, sent: ApplicationIn) -> Status[ApplicationOut]:
    """Submit an application. A reference used before is refused with a link to the first."""
    request.actor.check(SUBMIT_APPLICATION, compartment_id=request.auth.compartment_id)
    at = timezone.now()
    application = submit_application(
        statement=statement_from(sent),
        authority=request.auth.compartment,
        actor=request.actor,
        at=at,
        received_on=timezone.localdate(at),
    )
    return Status(201, _told(request, [application])[0])


@router.post(
    "/forms",
    auth=Key(JSON),
    response={201: ApplicationOut, **DOCUMENTED},
    openapi_extra=FORMS,
)
@once
def submit_form(request: TokenRequest) -> Status[ApplicationOut]:
    """Submit any form as a document: its `form` says which, its schema what it holds."""
    request.actor.check(SUBMIT_APPLICATION, compartment_id=request.auth.compartment_id)
    document = read_document(request.body)
    if document.faults:
        raise InvalidInput(
            sentences.INPUT_REFUSED, sentences.INPUT_REFUSED_DETAIL, fields=dict(document.faults)
        )
    at = timezone.now()
    application = submit_application(
        statement=document.statement,
        authority=request.auth.compartment,
        actor=request.actor,
        at=at,
        received_on=timezone.localdate(at),
    )
    return Status(201, _told(request, [application])[0])


@router.get("/applications", auth=Key(), response={200: ApplicationPage, **DOCUMENTED})
@acted
def list_applications(
    request: TokenRequest,
    after: Annotated[UUID | None, Query(description="The `next` of the page before.")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ApplicationPage:
    """Applications of your authority, newest first."""
    request.actor.check(READ_APPLICATION, compartment_id=request.auth.compartment_id)
    rows = newest_applications(for_actor=request.actor, after=after, most=limit + 1)
    shown, more = rows[:limit], len(rows) > limit
    return ApplicationPage(
        items=_told(request, shown),
        next=shown[-1].case.uuid if more else None,
    )


@router.get(
    "/applications/{uuid:application_id}",
    auth=Key(),
    response={200: ApplicationOut, **DOCUMENTED},
)
@acted
def status(request: TokenRequest, application_id: UUID) -> ApplicationOut:
    """Where an application stands. Another state's application is answered like a missing one."""
    return _told(request, [_application(request, application_id)])[0]


@router.post(
    "/applications/{uuid:application_id}/evidence",
    auth=Key(MULTIPART),
    response={201: EvidenceOut, **DOCUMENTED},
    openapi_extra=REPEATABLE,
)
@once
def send_evidence(
    request: TokenRequest,
    application_id: UUID,
    details: Form[EvidenceForm],
    file: Annotated[UploadedFile, File(description="PDF, JPEG or PNG, checked by content.")],
) -> Status[EvidenceOut]:
    """Add a piece of evidence with its copy."""
    at = timezone.now()
    item = add_evidence(
        application=_application(request, application_id),
        evidence=evidence_from(details),
        file=stored(file, actor=request.actor, at=at),
        actor=request.actor,
        at=at,
    )
    return Status(201, evidence_out(item))


@router.post(
    "/applications/{uuid:application_id}/supplements",
    auth=Key(JSON),
    response={201: ApplicationOut, **DOCUMENTED},
    openapi_extra=REPEATABLE,
)
@once
def supplement(
    request: TokenRequest, application_id: UUID, sent: SupplementIn
) -> Status[ApplicationOut]:
    """Correct or supplement an application that was returned as incomplete."""
    data = {
        "changes": changes_from(sent),
        "evidence": [evidence_from(item) for item in sent.evidence],
        "uploads": [None] * len(sent.evidence),
    }
    return _act(request, application_id, procedures.SUPPLEMENT, note=sent.note, data=data)


@router.post(
    "/applications/{uuid:application_id}/transfer-notice",
    auth=Key(JSON),
    response={201: ApplicationOut, **DOCUMENTED},
    openapi_extra=REPEATABLE,
)
@once
def announce(
    request: TokenRequest, application_id: UUID, sent: TransferNoticeIn
) -> Status[ApplicationOut]:
    """Announce the transfer. A later notice replaces the one before."""
    notice = notice_from(sent)
    track = Track(_application(request, application_id).track)
    day = "passage_on" if track is Track.TRANSIT else "transfer_on"
    facts: dict[str, FactValue] = {
        day: notice.transfer_on,
        "crossing_point": notice.crossing_point,
    }
    return _act(
        request,
        application_id,
        procedures.ANNOUNCING.get(track, procedures.ANNOUNCE_TRANSFER),
        facts=facts,
        data={"notice": notice},
    )


@router.post(
    "/applications/{uuid:application_id}/withdrawal",
    auth=Key(JSON),
    response={201: ApplicationOut, **DOCUMENTED},
    openapi_extra=REPEATABLE,
)
@once
def withdraw(
    request: TokenRequest, application_id: UUID, sent: WithdrawalIn
) -> Status[ApplicationOut]:
    """Withdraw an application, an announcement or a transit request."""
    track = Track(_application(request, application_id).track)
    act = procedures.WITHDRAWING.get(track, procedures.WITHDRAW)
    return _act(request, application_id, act, note=sent.reason)


@router.get(
    "/applications/{uuid:application_id}/reply",
    auth=Key(),
    response=DOCUMENTED,
    openapi_extra=PDF_ANSWER,
)
@acted
def reply(
    request: TokenRequest,
    application_id: UUID,
    language: Annotated[Literal["az", "en"], Query(description="Of the letter.")] = "en",
) -> HttpResponse:
    """The letter of the reply. 404 as long as no reply has been sent."""
    application = _application(request, application_id)
    letter = progress_of(application).letters.get(language)
    at = timezone.now()
    if letter is None or not may_leave(application.case, actor=request.actor, at=at):
        raise NotFound(sentences.NO_REPLY_YET)
    note_letter(letter, Channel.DOWNLOAD, actor=request.actor, at=at)
    record_export(
        actor=request.actor, object_type="casework.letter", object_uuid=letter.pk, detail="api"
    )
    answer = HttpResponse(read_file(letter.file), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{letter.number}.pdf"'
    return answer


def _application(request: TokenRequest, application_id: UUID) -> Application:
    request.actor.check(READ_APPLICATION, compartment_id=request.auth.compartment_id)
    return application_of_case(case_uuid=application_id, for_actor=request.actor)


def _act(
    request: TokenRequest,
    application_id: UUID,
    act: str,
    *,
    note: str = "",
    facts: dict[str, FactValue] | None = None,
    data: dict[str, Any] | None = None,
) -> Status[ApplicationOut]:
    application = _application(request, application_id)
    at = timezone.now()
    perform_act(
        case=application.case,
        act=act,
        actor=request.actor,
        at=at,
        effective_on=timezone.localdate(at),
        facts=facts or {},
        note=note,
        data=data or {},
        expected_act_count=application.case.act_count,
    )
    return Status(201, _told(request, [_application(request, application_id)])[0])


def _told(request: TokenRequest, applications: Sequence[Application]) -> list[ApplicationOut]:
    """Where applications stand, noted in the ledger as received."""
    answers = [application_out(row) for row in applications]
    note_shown(
        told=[
            (row.case, answer.model_dump(include=TOLD))
            for row, answer in zip(applications, answers, strict=True)
        ],
        channel=Channel.MACHINE,
        actor=request.actor,
        at=timezone.now(),
    )
    return answers
