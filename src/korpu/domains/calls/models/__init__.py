from korpu.domains.calls.models.application import (
    Application,
    ApplicationDocument,
    Candidate,
    Finding,
    Step,
)
from korpu.domains.calls.models.assessment import Assessment, Assessor, AssessorConflict, Score
from korpu.domains.calls.models.call import (
    AskedDocument,
    Call,
    CallVersion,
    Condition,
    Criterion,
    Post,
    Question,
)
from korpu.domains.calls.models.contract import Contract, ContractPerson
from korpu.domains.calls.models.outcome import Award, Decision, Notice, Objection

__all__ = [
    "Application",
    "ApplicationDocument",
    "AskedDocument",
    "Assessment",
    "Assessor",
    "AssessorConflict",
    "Award",
    "Call",
    "CallVersion",
    "Candidate",
    "Condition",
    "Contract",
    "ContractPerson",
    "Criterion",
    "Decision",
    "Finding",
    "Notice",
    "Objection",
    "Post",
    "Question",
    "Score",
    "Step",
]
