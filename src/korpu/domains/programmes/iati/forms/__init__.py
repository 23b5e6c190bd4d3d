"""Forms of IATI reporting."""

from korpu.domains.programmes.iati.forms.details import DetailsForm
from korpu.domains.programmes.iati.forms.imports import ImportForm

__all__ = ["DetailsForm", "ImportForm"]
