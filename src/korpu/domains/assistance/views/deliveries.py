"""The proof of a delivery, for those who see the case."""

from uuid import UUID

from django.http import FileResponse

from korpu.domains.assistance.selectors import get_delivery
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.audit.api import record_reading
from korpu.foundations.files.api import download_response


@needs("assistance.plan.read")
def proof(request: Request, uuid: UUID) -> FileResponse:
    """Download the delivery note; the reading is recorded."""
    delivery = get_delivery(uuid=uuid, for_actor=request.actor)
    subject = delivery.plan.case.subject
    record_reading(
        actor=request.actor,
        object_type="assistance.delivery",
        object_uuid=delivery.uuid,
        person_uuids=[subject.uuid] if subject else [],
        purpose="proof",
    )
    return download_response(delivery.proof)
