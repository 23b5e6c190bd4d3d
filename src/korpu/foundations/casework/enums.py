"""The choices of casework, a sentence each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who reads a part of a case besides the office that owns it."""

    OFFICE = "office", _("Only the office whose case it is")
    SHARED = "shared", _("Also those the case is shared with")
    COUNTERPART = "counterpart", _("Also the other side")


class DeadlineKind(models.TextChoices):
    """What stands behind a deadline."""

    PLANNED = "planned", _("Planned")
    SERVICE = "service", _("Service standard")
    STATUTORY = "statutory", _("Set by law")


class DeadlineStatus(models.TextChoices):
    """Where a deadline stands."""

    RUNNING = "running", _("Running")
    SUSPENDED = "suspended", _("Suspended")
    MET = "met", _("Met")
    BREACHED = "breached", _("Missed")
    CANCELLED = "cancelled", _("Cancelled")
    NOT_COMPUTABLE = "not_computable", _("Cannot be computed")


UNMET_DEADLINES = (DeadlineStatus.RUNNING, DeadlineStatus.BREACHED)
"""Deadlines somebody still has to answer for."""


class TaskOrigin(models.TextChoices):
    """Why a task exists."""

    PERSON = "person", _("Set by a colleague")
    BREACH = "breach", _("A deadline was missed")
    PROPOSAL = "proposal", _("The law gives silence an effect; a person must confirm it")


class Part(models.TextChoices):
    """What a person is in a case."""

    SUBJECT = "subject", _("The person it is about")
    SPOUSE = "spouse", _("Spouse")
    CHILD = "child", _("Child")
    PARENT = "parent", _("Parent")
    REPRESENTATIVE = "representative", _("Legal representative")
    OTHER = "other", _("Other")
    REPLACED = "replaced", _("Named by mistake, replaced since")
