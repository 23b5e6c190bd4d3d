"""Procedures declared from the law, and what a case is under them.

The room owns declarations, calendars, the arithmetic of terms, the fold of a log and the proof of
soundness. It knows no database, no person and no screen: it is a library of its own. A case is an
append-only log of acts; everything else is computed from it.
"""

from korpu.engines.procedure.calendars import Calendar, DayOff
from korpu.engines.procedure.drawing import draw
from korpu.engines.procedure.errors import DeclarationError, IllegalLog
from korpu.engines.procedure.fold import fold
from korpu.engines.procedure.library import Library, load_library
from korpu.engines.procedure.model import (
    Act,
    Citation,
    Condition,
    Confidence,
    Deadline,
    Fact,
    FactValue,
    Parameter,
    Procedure,
    Remedy,
    Status,
)
from korpu.engines.procedure.options import act_option, missing_facts, possible_acts
from korpu.engines.procedure.proof import Finding, prove
from korpu.engines.procedure.sheet import sheet
from korpu.engines.procedure.states import ActOption, CaseState, DeadlineState, LogEntry, Refusal
from korpu.engines.procedure.wording import CONFIDENCE_TEXTS, EFFECT_TEXTS

__all__ = [
    "CONFIDENCE_TEXTS",
    "EFFECT_TEXTS",
    "Act",
    "ActOption",
    "Calendar",
    "CaseState",
    "Citation",
    "Condition",
    "Confidence",
    "DayOff",
    "Deadline",
    "DeadlineState",
    "DeclarationError",
    "Fact",
    "FactValue",
    "Finding",
    "IllegalLog",
    "Library",
    "LogEntry",
    "Parameter",
    "Procedure",
    "Refusal",
    "Remedy",
    "Status",
    "act_option",
    "draw",
    "fold",
    "load_library",
    "missing_facts",
    "possible_acts",
    "prove",
    "sheet",
]
