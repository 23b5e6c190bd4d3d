"""The terms of a case in plain words, for the person it is about."""

from collections.abc import Sequence
from datetime import date

from korpu.engines.procedure.api import CaseState
from korpu.foundations.casework.engine import fold_log, procedure_of
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.projection import entry
from korpu.kernel.texts import Text

LIVE = ("running", "suspended", "breached", "not_computable")
OTHERS = ("state",)
"""Whose terms are not the person's matter."""


def state_of(case: Case, log: Sequence[Act], on: date) -> CaseState:
    """The fold of a log on a day."""
    return fold_log(procedure_of(case), map(entry, log), on=on)


def terms_for_person(state: CaseState) -> list[Text]:
    """What runs now, a sentence or two for each term, in the order of the procedure."""
    return [
        term.for_person
        for term in state.deadlines
        if term.state in LIVE and term.binds not in OTHERS and term.for_person.az
    ]
