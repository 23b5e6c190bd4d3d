"""Choices of the information room, a sentence each, and the named sets made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """Where a publication or one of its editions stands."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved, not public yet")
    PUBLISHED = "published", _("Published")
    SUPERSEDED = "superseded", _("Replaced by a newer one")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class RecommendationStatus(models.TextChoices):
    """What became of a recommendation."""

    OPEN = "open", pgettext_lazy("recommendation", "Not taken up yet")
    ACCEPTED = "accepted", pgettext_lazy("recommendation", "Accepted")
    IN_PROGRESS = "in_progress", pgettext_lazy("recommendation", "Being carried out")
    DONE = "done", pgettext_lazy("recommendation", "Carried out")
    REJECTED = "rejected", pgettext_lazy("recommendation", "Not accepted")
    OVERTAKEN = "overtaken", pgettext_lazy("recommendation", "Overtaken by events")


PUBLIC = frozenset({Status.PUBLISHED, Status.SUPERSEDED, Status.WITHDRAWN})
READABLE = frozenset({Status.PUBLISHED, Status.SUPERSEDED})
OPEN_RECOMMENDATIONS = frozenset(
    {
        RecommendationStatus.OPEN,
        RecommendationStatus.ACCEPTED,
        RecommendationStatus.IN_PROGRESS,
    }
)
ENDED_RECOMMENDATIONS = frozenset(RecommendationStatus) - OPEN_RECOMMENDATIONS
