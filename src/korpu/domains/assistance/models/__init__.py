from korpu.domains.assistance.models.delivery import Delivery
from korpu.domains.assistance.models.mentor_assignment import MentorAssignment
from korpu.domains.assistance.models.plan_version import PlanLine, PlanNeed, PlanVersion
from korpu.domains.assistance.models.programme import Programme, TariffRow
from korpu.domains.assistance.models.referral import Referral
from korpu.domains.assistance.models.screening import Screening, ScreeningSignal
from korpu.domains.assistance.models.support_plan import SupportPlan
from korpu.domains.assistance.models.visit import Visit

__all__ = [
    "Delivery",
    "MentorAssignment",
    "PlanLine",
    "PlanNeed",
    "PlanVersion",
    "Programme",
    "Referral",
    "Screening",
    "ScreeningSignal",
    "SupportPlan",
    "TariffRow",
    "Visit",
]
