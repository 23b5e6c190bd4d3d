"""What pages read about organisations."""

from typing import Protocol

from django.utils.translation import gettext_lazy as _

from korpu.foundations.organisations.models import Office, Organisation
from korpu.kernel.errors import NotFound


class Visitor(Protocol):
    """Whoever reads: an actor of the accounts room, of which this room asks one thing."""

    def check(self, permission: str) -> None: ...


def organisations(*, for_actor: Visitor) -> list[Organisation]:
    """Every organisation with its offices, by kind and short name.

    Raises:
        NotPermitted: the actor may not see the list.
    """
    for_actor.check("organisations.office.read")
    return list(Organisation.objects.prefetch_related("offices").order_by("kind", "code"))


def organisation(*, code: str, for_actor: Visitor) -> Organisation:
    """One organisation.

    Raises:
        NotPermitted: the actor may not see the list.
        NotFound: there is none of that short name.
    """
    for_actor.check("organisations.office.read")
    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise NotFound(_("There is no such organisation."))
    return found


def office(*, code: str, for_actor: Visitor) -> Office:
    """One office.

    Raises:
        NotPermitted: the actor may not see the list.
        NotFound: there is none of that short name.
    """
    for_actor.check("organisations.office.read")
    found = Office.objects.filter(code=code).select_related("organisation").first()
    if found is None:
        raise NotFound(_("There is no such office."))
    return found
