"""Whether an assessor, or the body the assessor works for, stands in an application."""

from korpu.domains.calls.models import Application
from korpu.engines.azeri import az_fold
from korpu.foundations.accounts.models import User


def stands_in(user: User, application: Application) -> bool:
    """Compare addresses, and names as they are folded for search.

    ``user`` with its organisation, ``application`` with its candidates.
    """
    addresses = {application.email, *(one.email for one in application.candidates.all())}
    if user.email in addresses:
        return True
    body = user.organisation
    if body is None:
        return False
    names = {folded(name) for name in (body.title_az, body.title_en, body.title_ru)}
    number = body.code.rpartition("-")[2]
    is_same_number = bool(number) and number == application.registration_number
    return is_same_number or folded(application.organisation_name) in names - {""}


def folded(name: str) -> str:
    """A name without case, marks and everything that is no letter or digit."""
    return "".join(sign for sign in az_fold(name) if sign.isalnum())
