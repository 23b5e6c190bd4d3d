"""In whose name publications are made."""

from korpu.domains.information import sentences
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.errors import Unavailable

BUSINESS = "programmes"


def programmes_compartment(*, actor: Actor, permission: str) -> Compartment:
    """The programmes compartment in which the actor may; of several the first made.

    Raises:
        NotPermitted: the actor may in none.
        Unavailable: the jurisdiction has no office with that business yet.
    """
    actor.check(permission)
    allowed = actor.compartments_with(permission)
    found = Compartment.objects.filter(business=BUSINESS, pk__in=allowed).order_by("pk").first()
    if found is None:
        raise Unavailable(sentences.NO_COMPARTMENT, sentences.NO_COMPARTMENT_HELP)
    return found
