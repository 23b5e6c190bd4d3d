from korpu.domains.readmission.models.application import (
    Application,
    FamilyMember,
    SpecialNeeds,
    Supplement,
)
from korpu.domains.readmission.models.draft import Draft, DraftEvidence
from korpu.domains.readmission.models.evidence import EvidenceItem
from korpu.domains.readmission.models.examination import (
    IdentityConfirmation,
    InterviewRecord,
    InterviewRequest,
    InterviewSlot,
)
from korpu.domains.readmission.models.exchange import (
    Exchange,
    ExchangeAlert,
    ExchangeStatement,
    LetterApproval,
    LetterContent,
    LetterRelease,
)
from korpu.domains.readmission.models.finding import Finding
from korpu.domains.readmission.models.machine import ApiToken, ApiUse, RepeatedRequest
from korpu.domains.readmission.models.particulars import Particulars
from korpu.domains.readmission.models.reply import Reply
from korpu.domains.readmission.models.transfer import Arrival, TransferNotice, TravelDocument

__all__ = [
    "ApiToken",
    "ApiUse",
    "Application",
    "Arrival",
    "Draft",
    "DraftEvidence",
    "EvidenceItem",
    "Exchange",
    "ExchangeAlert",
    "ExchangeStatement",
    "FamilyMember",
    "Finding",
    "IdentityConfirmation",
    "InterviewRecord",
    "InterviewRequest",
    "InterviewSlot",
    "LetterApproval",
    "LetterContent",
    "LetterRelease",
    "Particulars",
    "RepeatedRequest",
    "Reply",
    "SpecialNeeds",
    "Supplement",
    "TransferNotice",
    "TravelDocument",
]
