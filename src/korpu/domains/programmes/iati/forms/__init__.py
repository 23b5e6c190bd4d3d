"""Forms of IATI reporting."""

from korpu.domains.programmes.iati.forms.details import DetailsForm

__all__ = ["DetailsForm"]
