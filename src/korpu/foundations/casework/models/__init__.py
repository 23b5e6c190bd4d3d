from korpu.foundations.casework.models.act import Act
from korpu.foundations.casework.models.case import Case, CaseCounter
from korpu.foundations.casework.models.deadline import Deadline
from korpu.foundations.casework.models.desk import (
    CalendarFeed,
    DeskChoice,
    Handover,
    HandoverLine,
    SavedList,
)
from korpu.foundations.casework.models.deviation import Deviation
from korpu.foundations.casework.models.enquiry import Enquiry
from korpu.foundations.casework.models.filed import Attachment, Letter
from korpu.foundations.casework.models.papers import Note, Task
from korpu.foundations.casework.models.people import Assignment, CaseParty, CaseShare, ShareReading

__all__ = [
    "Act",
    "Assignment",
    "Attachment",
    "CalendarFeed",
    "Case",
    "CaseCounter",
    "CaseParty",
    "CaseShare",
    "Deadline",
    "DeskChoice",
    "Deviation",
    "Enquiry",
    "Handover",
    "HandoverLine",
    "Letter",
    "Note",
    "SavedList",
    "ShareReading",
    "Task",
]
