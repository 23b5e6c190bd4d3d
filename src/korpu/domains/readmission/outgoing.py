"""The guards of what leaves a readmission case."""

from datetime import datetime

from korpu.domains.readmission import sentences
from korpu.domains.readmission.models import LetterRelease
from korpu.domains.readmission.permissions import READ_EXCHANGE
from korpu.domains.readmission.procedures import RELEASE_LETTERS
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Audience, Case, Letter, procedure_of
from korpu.foundations.persons.api import gate_at_sending
from korpu.kernel.errors import NotPossibleNow

FAMILY = "az/readmission-"


def is_readmission(case: Case) -> bool:
    """Whether a case runs under one of the readmission procedures, this room's or not."""
    return case.procedure.startswith(FAMILY)


def shows_ledger(case: Case, actor: Actor) -> bool:
    """Whether the page of what was received abroad stands among those of a case."""
    return is_readmission(case) and actor.may(READ_EXCHANGE, compartment_id=case.compartment_id)


def guard_outgoing(case: Case, actor: Actor, at: datetime) -> None:  # noqa: ARG001 - the shape of a guard
    """Stop whatever would leave a readmission case while the gate is shut.

    No claim for protection begins before the transaction has ended: it was there and stops this,
    or it comes after and finds what has left.

    Raises:
        NotPossibleNow: with one fixed sentence and no reason, whoever asks.
    """
    if is_readmission(case) and gate_at_sending([case.subject_id]) != "clear":
        raise NotPossibleNow(sentences.CANNOT_BE_SENT)


def guard_sending(letter: Letter, actor: Actor, at: datetime) -> None:  # noqa: ARG001 - the shape of a guard
    """Stop a letter to the other side that one person has not approved and another not released.

    Raises:
        NotPossibleNow: it is sent by the acts of the procedure.
    """
    if letter.audience != Audience.COUNTERPART or not is_readmission(letter.case):
        return
    if RELEASE_LETTERS not in procedure_of(letter.case).acts:
        return
    released = LetterRelease.objects.filter(
        approval__letter=letter, approval__sha256=letter.file.sha256
    )
    if not released.exists():
        raise NotPossibleNow(sentences.NEEDS_RELEASE, sentences.NEEDS_RELEASE_DETAIL)
