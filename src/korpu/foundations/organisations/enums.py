from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganisationKind(models.TextChoices):
    """What an organisation is to the service."""

    SERVICE = "service", _("The migration service itself")
    STATE_BODY = "state_body", _("Another state body")
    REQUESTING_AUTHORITY = "requesting_authority", _("Authority of a requesting state")
    FOREIGN_BODY = "foreign_body", _("Body of another state")
    NGO = "ngo", _("Non-governmental organisation")
    INTERNATIONAL = "international", _("International organisation")
