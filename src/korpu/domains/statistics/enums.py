"""Choices of the statistics room, a sentence each, and the named sets made of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RunStatus(models.TextChoices):
    """How far a run has come."""

    QUEUED = "queued", _("Waiting for its turn")
    COLLECTING = "collecting", _("Collecting the rows")
    COUNTING = "counting", _("Counting and protecting")
    FINISHED = "finished", _("Finished")
    FAILED = "failed", _("Failed")


class Treatment(models.TextChoices):
    """What protection did to a published count."""

    NONE = "none", _("Published as counted")
    ROUNDED = "rounded", _("Rounded")
    WITHHELD = "withheld", _("Withheld")


class Reason(models.TextChoices):
    """Why a count is withheld. Confidential."""

    SMALL = "small", _("Below the threshold")
    COMPLEMENTARY = "complementary", _("Withheld so that a small count cannot be computed")


class ReleaseStatus(models.TextChoices):
    """Where a release stands."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved, waiting for its day")
    PUBLISHED = "published", _("Published")
    SUPERSEDED = "superseded", _("Replaced by a revision")
    DISCARDED = "discarded", _("Discarded")


PENDING_RUNS = frozenset({RunStatus.QUEUED, RunStatus.COLLECTING, RunStatus.COUNTING})
OPEN_RELEASES = frozenset({ReleaseStatus.DRAFT, ReleaseStatus.APPROVED})
PUBLIC_RELEASES = frozenset({ReleaseStatus.PUBLISHED, ReleaseStatus.SUPERSEDED})
