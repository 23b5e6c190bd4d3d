from korpu.domains.assistance.forms.field import (
    ConfirmDeliveryForm,
    DeliveryForm,
    VisitForm,
)
from korpu.domains.assistance.forms.mentoring import (
    AssignMentorForm,
    EndMentorForm,
    ReplaceMentorForm,
)
from korpu.domains.assistance.forms.plan import ApprovePlanForm, PlanForm
from korpu.domains.assistance.forms.support import (
    CloseForm,
    DeclineForm,
    OpenSupportForm,
    ScreeningForm,
)

__all__ = [
    "ApprovePlanForm",
    "AssignMentorForm",
    "CloseForm",
    "ConfirmDeliveryForm",
    "DeclineForm",
    "DeliveryForm",
    "EndMentorForm",
    "OpenSupportForm",
    "PlanForm",
    "ReplaceMentorForm",
    "ScreeningForm",
    "VisitForm",
]
