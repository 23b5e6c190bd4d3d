"""Choices of the assistance room, a sentence each, and the named sets made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReturnType(models.TextChoices):
    """How the person came back; it decides which tariff rows apply."""

    VOLUNTARY = "voluntary", _("Voluntary return")
    FORCED = "forced", _("Return under a readmission or removal decision")


class Phase(models.TextChoices):
    """When the help is given."""

    POST_ARRIVAL = "post_arrival", _("Right after arrival")
    POST_RETURN = "post_return", _("Reintegration at home")


class PersonRole(models.TextChoices):
    """Whom a tariff row pays for."""

    RETURNEE = "returnee", _("The returnee")
    FAMILY_MEMBER = "family_member", _("Further member of the family")
    UNACCOMPANIED_CHILD = "unaccompanied_child", _("Unaccompanied child")


class Modality(models.TextChoices):
    """In what form the help reaches the person."""

    IN_KIND = "in_kind", _("In kind")
    SERVICE = "service", _("Service")
    CASH = "cash", _("Cash")


class Polarity(models.TextChoices):
    """The same factor may endanger one person and protect another."""

    RISK = "risk", _("Risk")
    PROTECTIVE = "protective", _("Protective")


class VersionState(models.TextChoices):
    """Where a version of a plan stands."""

    PROPOSED = "proposed", _("Proposed")
    APPROVED = "approved", _("Approved")
    SUPERSEDED = "superseded", _("Replaced by a newer version")


class VisitKind(models.TextChoices):
    HOME = "home", _("Visit at home")
    OFFICE = "office", _("Meeting at the office")
    PHONE = "phone", _("Telephone call")
    VIDEO = "video", _("Video call")
    WORKPLACE = "workplace", _("Visit at the workplace")
    SCHOOL = "school", _("Visit at school or training")
    ACCOMPANIMENT = "accompaniment", _("Accompanied to another body")


class VisitOutcome(models.TextChoices):
    HELD = "held", _("Held")
    MISSED = "missed", _("It did not take place")
    REFUSED = "refused", _("Refused by the person")


class DeliveryState(models.TextChoices):
    RECORDED = "recorded", _("Recorded, waiting for confirmation")
    CONFIRMED = "confirmed", _("Confirmed")
    REJECTED = "rejected", _("Proof not accepted")


class ReferralState(models.TextChoices):
    """What became of a returnee handed over at arrival."""

    WAITING = "waiting", _("Waiting for a coordinator")
    OPENED = "opened", _("Support opened")
    DECLINED = "declined", _("Support not opened")


COUNTED_DELIVERIES = frozenset({DeliveryState.RECORDED, DeliveryState.CONFIRMED})
