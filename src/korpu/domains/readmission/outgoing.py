"""The guard of everything that leaves a readmission case."""

from datetime import datetime

from korpu.domains.readmission import sentences
from korpu.domains.readmission.facts import is_clear
from korpu.domains.readmission.procedures import PROCEDURES
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case
from korpu.kernel.errors import NotPossibleNow


def guard_outgoing(case: Case, actor: Actor, at: datetime) -> None:  # noqa: ARG001 - the shape of a guard
    """Stop whatever would leave a readmission case while the gate is shut.

    Raises:
        NotPossibleNow: with one fixed sentence and no reason, whoever asks.
    """
    if case.procedure in PROCEDURES.values() and not is_clear(case):
        raise NotPossibleNow(sentences.CANNOT_BE_SENT)
