"""Effects of travelling: the document, the notice of transfer, the arrival."""

from dataclasses import asdict, fields
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from korpu.domains.readmission import sentences
from korpu.domains.readmission.codes import code_checker
from korpu.domains.readmission.models import (
    Application,
    TransferNotice,
    TravelDocument,
)
from korpu.domains.readmission.offices import border_compartment, offices
from korpu.domains.readmission.rules import notice_faults
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.intake import write_application
from korpu.domains.readmission.services.records import given, owned
from korpu.domains.readmission.statement import NEEDS_FIELDS, Notice, Statement
from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.api import ActDone, CaseShare, end_share, share_case
from korpu.kernel.errors import InvalidInput, NotPossibleNow

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

    Data: ``notice``, a :class:`~korpu.domains.readmission.statement.Notice`.

    Raises:
        InvalidInput: ``fields`` names each fault.
    """
    announced: Notice = given(done)["notice"]
    _refuse_after_the_document(announced, done)
    announce(announced, current_statement(_application(done)), done)


def _refuse_after_the_document(announced: Notice, done: ActDone) -> None:
    last = TravelDocument.objects.filter(case=done.case).order_by("-id").first()
    if last is not None and last.valid_until < announced.transfer_on:
        sentence = sentences.DOCUMENT_LAPSES_BEFORE.format(day=f"{last.valid_until:%d.%m.%Y}")
        raise InvalidInput(
            sentences.INPUT_REFUSED,
            sentences.INPUT_REFUSED_DETAIL,
            fields={"transfer_on": sentence},
        )


def write_announced_return(done: ActDone) -> None:
    """Effect of ``announce_return``: the announcement, and the notice it amounts to."""
    write_application(done)
    statement = current_statement(_application(done))
    announce(notice_from(statement), statement, done)


def notice_from(statement: Statement) -> Notice:
    """The notice a form with a section on the transfer amounts to."""
    stated = {f.name: statement.particulars.get(f.name) for f in fields(Notice)}
    named: dict[str, Any] = {name: value for name, value in stated.items() if value is not None}
    needs = [getattr(statement, name) for name in NEEDS_FIELDS]
    return Notice(**named | {"needs": "\n".join(filter(None, needs))})


def _application(done: ActDone) -> Application:
    return Application.objects.get(case=done.case)


def announce(announced: Notice, statement: Statement, done: ActDone) -> None:
    """Write a notice about the person of a statement and open the case to the border point.

    Raises:
        InvalidInput: ``fields`` names each fault.
    """
    _check(announced, done.at)
    withdraw_notice(done)
    notice = TransferNotice.objects.create(
        **asdict(announced),
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


def _check(notice: Notice, at: datetime) -> None:
    on = timezone.localdate(at)
    found = notice_faults(notice, on=on, is_code=code_checker(on))
    faults = {name: fault for name, fault in found if fault is not None}
    if faults:
        raise InvalidInput(sentences.INPUT_REFUSED, sentences.INPUT_REFUSED_DETAIL, fields=faults)


def end_notice(done: ActDone) -> None:
    """Effect of ``report_no_arrival`` too: the notice no longer stands."""
    standing = TransferNotice.objects.filter(case=done.case, ended_on=None)
    standing.update(ended_on=done.act.effective_on)


def withdraw_notice(done: ActDone) -> None:
    """The notice that stood falls away, and with it the border office's sight of the case.

    The service's own hand does it: a liaison who announces anew sees no share of the case.
    """
    end_notice(done)
    with acting(system_actor()):
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
