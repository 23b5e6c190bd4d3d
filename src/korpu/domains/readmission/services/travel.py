"""Effects of travelling: the document, the notice of transfer, the arrival."""

from datetime import timedelta
from typing import cast

from django.utils import timezone

from korpu.domains.readmission import sentences
from korpu.domains.readmission.hooks import Arrived, tell_of_arrival
from korpu.domains.readmission.models import (
    Application,
    Arrival,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.offices import border_compartment, offices
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.records import given, owned
from korpu.foundations.casework.api import ActDone, CaseShare, end_share, share_case
from korpu.kernel.errors import NotPossibleNow

NOTICE = (
    "transfer_on",
    "flight",
    "crossing_point",
    "escort_count",
    "escort_names",
    "needs",
)
SHARED_FOR = "readmission: transfer"


def write_travel_document(done: ActDone) -> None:
    """Effect of ``issue_travel_document`` and ``reissue_travel_document``.

    Data: ``kind``, ``number``, ``issued_by``, ``issued_on``, ``valid_until``. A document issued
    before is replaced.
    """
    last = TravelDocument.objects.filter(case=done.case).order_by("-id").first()
    TravelDocument.objects.create(
        kind=given(done)["kind"],
        number=given(done)["number"],
        issued_by=given(done)["issued_by"],
        issued_on=given(done)["issued_on"],
        valid_until=given(done)["valid_until"],
        replaces=last,
        **owned(done),
    )


def write_transfer_notice(done: ActDone) -> None:
    """Effect of ``announce_transfer``: the notice, and the border office may see the case.

    Data: the fields of :data:`NOTICE`.
    """
    withdraw_notice(done)
    application = Application.objects.get(case=done.case)
    statement = current_statement(application)
    notice = TransferNotice.objects.create(
        **{name: given(done)[name] for name in NOTICE},
        surname=statement.surname,
        given_names=statement.given_names,
        sex=statement.sex,
        birth_date=statement.birth_date,
        travel_document=TravelDocument.objects.filter(case=done.case).order_by("-id").first(),
        **owned(done),
    )
    today = timezone.localdate(done.at)
    last = notice.transfer_on + timedelta(days=offices().border_access_days)
    share_case(
        case=done.case,
        compartment=border_compartment(notice.crossing_point),
        purpose=SHARED_FOR,
        valid_from=today,
        valid_until=max(last, today),
        actor=done.actor,
        at=done.at,
    )


def write_arrival(done: ActDone) -> None:
    """Effect of ``confirm_arrival``: the handover; whoever listens is told.

    Data: ``arrived_at``, ``handover_note``, ``wants_support``.
    """
    notice = standing_notice(done)
    arrival = Arrival.objects.create(
        notice=notice,
        arrived_at=given(done)["arrived_at"],
        crossing_point=notice.crossing_point,
        handover_note=given(done).get("handover_note", ""),
        wants_support=given(done)["wants_support"],
        **owned(done),
    )
    end_notice(done)
    tell_of_arrival(
        Arrived(
            case_uuid=done.case.uuid,
            person_id=cast(int, done.case.subject_id),
            arrived_at=arrival.arrived_at,
            wants_support=arrival.wants_support,
        ),
        actor=done.actor,
        at=done.at,
    )


def end_notice(done: ActDone) -> None:
    """Effect of ``report_no_arrival`` too: the notice no longer stands."""
    standing = TransferNotice.objects.filter(case=done.case, ended_on=None)
    standing.update(ended_on=done.act.effective_on)


def withdraw_notice(done: ActDone) -> None:
    """The notice that stood falls away, and with it the border office's sight of the case."""
    end_notice(done)
    for share in CaseShare.objects.filter(case=done.case, purpose=SHARED_FOR, ended_at=None):
        end_share(share=share, actor=done.actor, at=done.at)


def standing_notice(done: ActDone) -> TransferNotice:
    """The notice that stands.

    Raises:
        NotPossibleNow: none does; the transfer has to be announced again.
    """
    found = TransferNotice.objects.filter(case=done.case, ended_on=None).first()
    if found is None:
        raise NotPossibleNow(sentences.NO_STANDING_NOTICE)
    return found
