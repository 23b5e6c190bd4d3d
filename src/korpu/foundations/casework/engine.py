"""The procedure engine with the jurisdiction's declarations and calendars, loaded once."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from korpu.engines.procedure.api import (
    CaseState,
    Library,
    LogEntry,
    Procedure,
    fold,
    load_library,
)
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.casework.models import Case


@cache
def library() -> Library:
    """Every procedure of the jurisdiction, proven sound at loading."""
    return load_library(jurisdiction_folder())


def procedure_of(case: Case) -> Procedure:
    """The version the case was opened under."""
    return library().version(case.procedure, case.procedure_version)


def fold_log(procedure: Procedure, log: Iterable[LogEntry], *, on: date) -> CaseState:
    """The state the log amounts to on a day, by the jurisdiction's calendars."""
    return fold(procedure, tuple(log), library().calendars, on=on)
