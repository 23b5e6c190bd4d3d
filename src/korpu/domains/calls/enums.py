"""Choices of the calls room, a sentence each, and the named sets made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallStatus(models.TextChoices):
    """Where a call for proposals stands."""

    DRAFT = "draft", _("Being drafted")
    PUBLISHED = "published", _("Open for applications")
    CLOSED = "closed", _("Closed, applications are being assessed")
    SCORED = "scored", _("Scored, waiting for the decision")
    DECIDED = "decided", _("Decided")
    CONTRACTED = "contracted", _("Contracts signed")
    CANCELLED = "cancelled", _("Called off")


class PostKind(models.TextChoices):
    """What an organisation is contracted for; it decides the role its people receive."""

    COORDINATOR = "coordinator", _("Reintegration coordinator")
    MENTOR = "mentor", _("Reintegration mentor")


class ApplicationStatus(models.TextChoices):
    """Where an organisation's application stands."""

    DRAFT = "draft", _("Not sent yet")
    SUBMITTED = "submitted", _("Submitted")
    COMPLETION_ASKED = "completion_asked", _("To be completed by the applicant")
    ELIGIBLE = "eligible", _("Eligible")
    INELIGIBLE = "ineligible", _("Not eligible")
    AWARDED = "awarded", _("Selected")
    RESERVE = "reserve", _("On the reserve list")
    REJECTED = "rejected", _("Not selected")
    CONTRACTED = "contracted", _("Contract signed")
    WITHDRAWN = "withdrawn", _("Withdrawn by the applicant")


class Outcome(models.TextChoices):
    """What is decided about an application."""

    AWARD = "award", _("Select")
    RESERVE = "reserve", _("Put on the reserve list")
    REJECT = "reject", _("Do not select")


class ObjectionRuling(models.TextChoices):
    """What becomes of an objection."""

    UPHELD = "upheld", _("The objection is upheld")
    DISMISSED = "dismissed", _("The objection is dismissed")


class NoticeKind(models.TextChoices):
    """A letter about an application."""

    RECEIPT = "receipt", _("Receipt")
    COMPLETION = "completion", _("Request to complete the application")
    INELIGIBLE = "ineligible", _("Decision on eligibility")
    DECISION = "decision", _("Decision on the application")
    RULING = "ruling", _("Decision on the objection")
    CONTRACT = "contract", _("Contract")
    CONTRACT_END = "contract_end", _("End of the contract")


PUBLIC_STATUSES = frozenset(CallStatus) - {CallStatus.DRAFT}
EDITABLE = frozenset({ApplicationStatus.DRAFT, ApplicationStatus.COMPLETION_ASKED})
IN_THE_RACE = frozenset(
    {
        ApplicationStatus.SUBMITTED,
        ApplicationStatus.COMPLETION_ASKED,
        ApplicationStatus.ELIGIBLE,
        ApplicationStatus.INELIGIBLE,
        ApplicationStatus.AWARDED,
        ApplicationStatus.RESERVE,
        ApplicationStatus.REJECTED,
        ApplicationStatus.CONTRACTED,
    }
)
"""Submitted and not withdrawn: one per organisation and call."""
OPEN_TO_OBJECTION = frozenset(
    {
        ApplicationStatus.INELIGIBLE,
        ApplicationStatus.RESERVE,
        ApplicationStatus.REJECTED,
        ApplicationStatus.AWARDED,
    }
)
STATUS_AFTER = {
    Outcome.AWARD: ApplicationStatus.AWARDED,
    Outcome.RESERVE: ApplicationStatus.RESERVE,
    Outcome.REJECT: ApplicationStatus.REJECTED,
}
ROLE_OF_POST = {
    PostKind.COORDINATOR: "reintegration_coordinator",
    PostKind.MENTOR: "mentor",
}
"""The role a contract for such a post brings, and no other."""
