from korpu.foundations.organisations.services.editing import (
    OfficeData,
    OrganisationData,
    save_office,
    save_organisation,
)
from korpu.foundations.organisations.services.loading import DeclaredOffice, load_organisations

__all__ = [
    "DeclaredOffice",
    "OfficeData",
    "OrganisationData",
    "load_organisations",
    "save_office",
    "save_organisation",
]
