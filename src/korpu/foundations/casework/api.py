"""The casework room: cases run under declared procedures.

Owns cases, their logs, deadlines, tasks, notes, assignments, shares, and the pages on which they
are worked. Knows no business: domains register their kinds of case, the forms and effects of their
acts and the panels of their pages. A case changes only by ``open_case`` and ``perform_act``; its
stored columns are a projection of its log, provably equal to a replay.
"""

from korpu.foundations.casework.engine import (
    LawSource,
    declared_library,
    hold_law,
    library,
    procedure_of,
    register_law,
    renew_law,
)
from korpu.foundations.casework.enums import Audience, Part, TaskOrigin
from korpu.foundations.casework.forms import ActForm
from korpu.foundations.casework.models import (
    Act,
    Attachment,
    Case,
    CaseShare,
    Deadline,
    Letter,
    Note,
    Task,
)
from korpu.foundations.casework.received import Received, follows, may_leave, on_received
from korpu.foundations.casework.registry import (
    ActDone,
    CaseType,
    Panel,
    check_outgoing,
    on_act,
    on_every_act,
    register_case_part,
    register_case_type,
    register_outgoing_guard,
    register_sending_guard,
    register_tab,
    register_term_history,
)
from korpu.foundations.casework.selectors.cases import find_case, get_case
from korpu.foundations.casework.selectors.worklist import Filters, View, Worklist, worklist
from korpu.foundations.casework.services.acts import perform_act
from korpu.foundations.casework.services.cases import open_case
from korpu.foundations.casework.services.filing import attach_file, attach_uploads
from korpu.foundations.casework.services.handing_over import assign_cases
from korpu.foundations.casework.services.letters import issue_letter, send_letter
from korpu.foundations.casework.services.papers import add_note, add_task, finish_task
from korpu.foundations.casework.services.people import add_party, assign_case, name_counterpart
from korpu.foundations.casework.services.shares import end_share, share_case
from korpu.foundations.casework.stuck import Stuck, stuck_cases
from korpu.foundations.casework.verification import Mismatch, replay, verify_projection

__all__ = [
    "Act",
    "ActDone",
    "ActForm",
    "Attachment",
    "Audience",
    "Case",
    "CaseShare",
    "CaseType",
    "Deadline",
    "Filters",
    "LawSource",
    "Letter",
    "Mismatch",
    "Note",
    "Panel",
    "Part",
    "Received",
    "Stuck",
    "Task",
    "TaskOrigin",
    "View",
    "Worklist",
    "add_note",
    "add_party",
    "add_task",
    "assign_case",
    "assign_cases",
    "attach_file",
    "attach_uploads",
    "check_outgoing",
    "declared_library",
    "end_share",
    "find_case",
    "finish_task",
    "follows",
    "get_case",
    "hold_law",
    "issue_letter",
    "library",
    "may_leave",
    "name_counterpart",
    "on_act",
    "on_every_act",
    "on_received",
    "open_case",
    "perform_act",
    "procedure_of",
    "register_case_part",
    "register_case_type",
    "register_law",
    "register_outgoing_guard",
    "register_sending_guard",
    "register_tab",
    "register_term_history",
    "renew_law",
    "replay",
    "send_letter",
    "share_case",
    "stuck_cases",
    "verify_projection",
    "worklist",
]
