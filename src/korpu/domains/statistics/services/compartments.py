"""In whose name statistics are made."""

from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.errors import Unavailable
from korpu.kernel.texts import Text

BUSINESS = "statistics"


def statistics_compartment(*, actor: Actor, permission: str) -> Compartment:
    """The statistics compartment in which the actor may; of several the first made.

    Raises:
        NotPermitted: the actor may in none.
        Unavailable: the jurisdiction has no office with that business yet.
    """
    actor.check(permission)
    found = Compartment.objects.filter(
        business=BUSINESS, pk__in=actor.compartments_with(permission)
    ).order_by("pk")
    compartment = found.first()
    if compartment is None:
        raise Unavailable(
            Text(
                az="Statistika ilə məşğul olan idarə təyin edilməyib.",
                en="No office has the business of statistics.",
                ru="Ни одному подразделению не поручена статистика.",
            ),
            Text(
                az="İnzibatçı statistika bölməsini yaratmalıdır.",
                en="An administrator has to open its compartment.",
                ru="Администратор должен открыть раздел статистики.",
            ),
        )
    return compartment
