from korpu.foundations.organisations.models.office import Office
from korpu.foundations.organisations.models.organisation import Organisation

__all__ = ["Office", "Organisation"]
