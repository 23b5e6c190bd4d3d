from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What an event of the trail reports."""

    CHANGE = "change", _("Change of data")
    READING = "reading", _("Reading")
    REFUSAL = "refusal", _("Refusal")
    SIGN_IN = "sign_in", _("Signing in and out")
    EXPORT = "export", _("Export")
    CHECK = "check", _("Check of the trail")
