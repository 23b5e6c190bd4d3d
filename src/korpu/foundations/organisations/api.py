"""The organisations room: bodies that take part and the offices people act for.

Owns organisations and offices; who works there and what they may see belongs to accounts.
"""

from korpu.foundations.organisations.enums import OrganisationKind
from korpu.foundations.organisations.models import Office, Organisation
from korpu.foundations.organisations.services import (
    OfficeData,
    OrganisationData,
    load_organisations,
    save_office,
    save_organisation,
)

__all__ = [
    "Office",
    "OfficeData",
    "Organisation",
    "OrganisationData",
    "OrganisationKind",
    "load_organisations",
    "save_office",
    "save_organisation",
]
