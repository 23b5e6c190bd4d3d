"""The assistance room: support plans for people who returned.

It owns programmes and tariffs, referrals at arrival, screenings, mentors' assignments, plans with
their budget lines, visits and deliveries. It does not own the case itself (casework), the person
(persons) or the arrival (readmission).
"""

from korpu.domains.assistance.enums import Modality, Phase, Polarity, ReturnType
from korpu.domains.assistance.extracts import AssistancePlanRow, collect_plans, count_supported
from korpu.domains.assistance.loading import load_programmes
from korpu.domains.assistance.models import Programme, Referral
from korpu.domains.assistance.selectors import approved_lines, open_deliveries
from korpu.domains.assistance.services.leaving import end_mentorships
from korpu.domains.assistance.services.plans import PROCEDURE, open_support
from korpu.domains.assistance.services.referrals import refer_arrival
from korpu.domains.assistance.services.versions import LineDraft, NeedDraft, Rate

__all__ = [
    "PROCEDURE",
    "AssistancePlanRow",
    "LineDraft",
    "Modality",
    "NeedDraft",
    "Phase",
    "Polarity",
    "Programme",
    "Rate",
    "Referral",
    "ReturnType",
    "approved_lines",
    "collect_plans",
    "count_supported",
    "end_mentorships",
    "load_programmes",
    "open_deliveries",
    "open_support",
    "refer_arrival",
]
