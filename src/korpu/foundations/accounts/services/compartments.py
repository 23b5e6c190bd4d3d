from django.db import transaction

from korpu.foundations.accounts.actor import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.models import Office


@transaction.atomic
def open_compartment(*, office: Office, business: str, actor: Actor) -> Compartment:
    """The compartment of a business of an office, made if it is not there.

    Raises:
        NotPermitted: the actor may not change offices.
    """
    actor.check("organisations.office.edit")
    return Compartment.objects.get_or_create(office=office, business=business)[0]
