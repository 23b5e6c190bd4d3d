"""Noting in the ledger what the other side saw and took."""

from datetime import datetime
from uuid import UUID

from korpu.domains.readmission.enums import Channel
from korpu.domains.readmission.ledger_words import PROGRESS, exchange_words
from korpu.domains.readmission.outgoing import is_readmission
from korpu.domains.readmission.selectors.told import page_told, status_told
from korpu.domains.readmission.services.exchange import note_exchange, note_shown
from korpu.domains.readmission.services.outgoing import note_letter
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import (
    Attachment,
    Case,
    Letter,
    Received,
    find_case,
    follows,
)


def note_received(received: Received) -> None:
    """Listener of casework: the other side received a page, a list or a file of cases."""
    cases = [case for case in received.cases if is_readmission(case)]
    if not cases:
        return
    if received.filed is not None:
        _note_file(cases[0], received.filed, received)
        return
    values = status_told if received.in_list else page_told
    note_shown(
        told=[(case, values(case)) for case in cases],
        channel=Channel.PAGE,
        actor=received.actor,
        at=received.at,
    )


def note_form(*, case_uuid: UUID, actor: Actor, at: datetime) -> None:
    """The other side printed the form of its case, with the reply where one was sent."""
    case = find_case(uuid=case_uuid, for_actor=actor)
    if follows(case, actor):
        note_received(Received([case], actor, at))


def _note_file(case: Case, filed: Attachment | Letter, received: Received) -> None:
    if isinstance(filed, Letter):
        note_letter(filed, Channel.DOWNLOAD, actor=received.actor, at=received.at)
        return
    note_exchange(
        case=case,
        channel=Channel.DOWNLOAD,
        fields={},
        basis=exchange_words().bases[PROGRESS],
        document=filed.file.sha256,
        actor=received.actor,
        at=received.at,
    )
