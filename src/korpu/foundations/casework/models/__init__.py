from korpu.foundations.casework.models.act import Act
from korpu.foundations.casework.models.case import Case, CaseCounter
from korpu.foundations.casework.models.deadline import Deadline
from korpu.foundations.casework.models.papers import Note, Task
from korpu.foundations.casework.models.people import Assignment, CaseParty, CaseShare

__all__ = [
    "Act",
    "Assignment",
    "Case",
    "CaseCounter",
    "CaseParty",
    "CaseShare",
    "Deadline",
    "Note",
    "Task",
]
