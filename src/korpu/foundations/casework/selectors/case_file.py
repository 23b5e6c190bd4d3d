"""A case taken out whole: for a court, for the person, for another authority."""

from datetime import datetime
from typing import IO

from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework import sentences, wording_letters
from korpu.foundations.casework.case_file import Asked, build
from korpu.foundations.casework.enums import Audience
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.registry import check_outgoing
from korpu.kernel.errors import InvalidInput

EXPORT = "casework.case.export"


def case_file(*, case: Case, asked: Asked, for_actor: Actor, at: datetime) -> IO[bytes]:
    """The file of a case; that it was taken out, for whom and for what is recorded.

    Args:
        case: read through ``get_case``.
        asked: for whom and why; only a court gets what is kept to the office.
        for_actor: who takes it out.
        at: the moment.

    Raises:
        NotPermitted: the actor may not take cases of this office out.
        NotPossibleNow: it is for another authority, and the gate is closed for this case.
        InvalidInput: nobody is named who asked.
    """
    for_actor.check(EXPORT, compartment_id=case.compartment_id)
    if not asked.requester.strip():
        fields = {"requester": wording_letters.REQUESTER_MISSING}
        raise InvalidInput(sentences.INPUT_REFUSED, fields=fields)
    if asked.purpose == "authority":
        check_outgoing(case, actor=for_actor, at=at)
    record_export(
        actor=for_actor,
        object_type="casework.case",
        object_uuid=case.uuid,
        detail=f"{asked.purpose}: {asked.requester.strip()}",
    )
    log = Act.objects.filter(case=case).order_by("seq")
    kept = log.exclude(audience=Audience.OFFICE) if asked.keeps_back else log
    return build(case, list(kept), asked, actor=for_actor, at=at)
