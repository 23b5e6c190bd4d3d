"""Procedures declared from the law, and what a case is under them.

The room owns declarations, calendars, the arithmetic of terms, the fold of a log and the proof of
soundness. It knows no database, no person and no screen: it is a library of its own. A case is an
append-only log of acts; everything else is computed from it.
"""

from korpu.engines.procedure.amending import AmendedLibrary, Amendment, amended
from korpu.engines.procedure.amending_terms import TERM_UNITS
from korpu.engines.procedure.calendar_edits import CalendarEdit, changed_days, check_edit, edited
from korpu.engines.procedure.calendars import Calendar, Closure, DayOff, Exchange
from korpu.engines.procedure.deviating import (
    OUT_OF_PLACE,
    Deviating,
    deviating_acts,
    deviation_option,
)
from korpu.engines.procedure.diff import Change, Diff, diff, markdown
from korpu.engines.procedure.drawing import draw
from korpu.engines.procedure.duties import Rights
from korpu.engines.procedure.editions import editions
from korpu.engines.procedure.effects import EFFECT_TEXTS
from korpu.engines.procedure.errors import DeclarationError, IllegalLog
from korpu.engines.procedure.exchange import canonical, fingerprint, from_plain, to_plain
from korpu.engines.procedure.findings import Finding
from korpu.engines.procedure.fold import DueDay, Folder, due_days, fold
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
    Roll,
    Status,
    Unit,
)
from korpu.engines.procedure.options import act_option, missing_facts, possible_acts
from korpu.engines.procedure.parts import citations_of, parameters_of, parts_of
from korpu.engines.procedure.proof import prove
from korpu.engines.procedure.receipts import (
    Difference,
    Receipt,
    check,
    declaration_text,
    document,
    is_decision,
    receipt_of,
)
from korpu.engines.procedure.sheet import sheet
from korpu.engines.procedure.states import (
    ActOption,
    BranchState,
    CaseState,
    DeadlineState,
    LogEntry,
    Refusal,
    WaitState,
)
from korpu.engines.procedure.terms import Term
from korpu.engines.procedure.told_beside import Section, sections
from korpu.engines.procedure.wording import CONFIDENCE_TEXTS

__all__ = [
    "CONFIDENCE_TEXTS",
    "EFFECT_TEXTS",
    "OUT_OF_PLACE",
    "TERM_UNITS",
    "Act",
    "ActOption",
    "AmendedLibrary",
    "Amendment",
    "BranchState",
    "Calendar",
    "CalendarEdit",
    "CaseState",
    "Change",
    "Citation",
    "Closure",
    "Condition",
    "Confidence",
    "DayOff",
    "Deadline",
    "DeadlineState",
    "DeclarationError",
    "Deviating",
    "Diff",
    "Difference",
    "DueDay",
    "Exchange",
    "Fact",
    "FactValue",
    "Finding",
    "Folder",
    "IllegalLog",
    "Library",
    "LogEntry",
    "Parameter",
    "Procedure",
    "Receipt",
    "Refusal",
    "Remedy",
    "Rights",
    "Roll",
    "Section",
    "Status",
    "Term",
    "Unit",
    "WaitState",
    "act_option",
    "amended",
    "canonical",
    "changed_days",
    "check",
    "check_edit",
    "citations_of",
    "declaration_text",
    "deviating_acts",
    "deviation_option",
    "diff",
    "document",
    "draw",
    "due_days",
    "edited",
    "editions",
    "fingerprint",
    "fold",
    "from_plain",
    "is_decision",
    "load_library",
    "markdown",
    "missing_facts",
    "parameters_of",
    "parts_of",
    "possible_acts",
    "prove",
    "receipt_of",
    "sections",
    "sheet",
    "to_plain",
]
