"""The choices of the law room, a sentence each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """What an entry changes."""

    NUMBER = "number", _("A number of the law changes from a date")
    SOURCE = "source", _("A source is found for a number in force")
    TERM = "term", _("A rule of a term changes from a date")
    DAY_OFF = "day_off", _("A day is declared free")
    EXCHANGE = "exchange", _("A working day is exchanged for a free one")
    HOLIDAY = "holiday", _("The days of a holiday are decreed")


OF_CALENDARS = (ChangeKind.DAY_OFF, ChangeKind.EXCHANGE, ChangeKind.HOLIDAY)
"""Changes of a calendar; the others change the declarations."""


class ChangeState(models.TextChoices):
    """Where an entry stands."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("In use")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DISCARDED = "discarded", _("Discarded")


class WorkKind(models.TextChoices):
    """What is being computed over many cases."""

    REPROJECTION = "reprojection", _("Dates of running cases")
    WHAT_IF = "what_if", _("What-if")
    TRIAL = "trial", _("Trial of moving cases")
    MOVE = "move", _("Moving of cases")
    UNDO = "undo", _("Taking a move back")


class WorkState(models.TextChoices):
    """Where a computation stands."""

    WAITING = "waiting", _("Waiting")
    RUNNING = "running", _("In progress")
    DONE = "done", _("Finished")
    FAILED = "failed", _("Broken off")


UNFINISHED = (WorkState.WAITING, WorkState.RUNNING)
"""Computations somebody still waits for."""
