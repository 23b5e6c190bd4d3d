"""What "running today" means for a share: the same words as ``korpu_shared_cases()`` in SQL."""

from django.db.models import DateField, Func, QuerySet

from korpu.foundations.casework.models import CaseShare


class ActorsDay(Func):
    """The day on which the acting person's roles are judged."""

    function = "korpu_today"
    output_field = DateField()


def running_shares() -> QuerySet[CaseShare]:
    """Shares in force on the actor's day, both days included, and not ended early."""
    return CaseShare.objects.filter(
        ended_at=None, valid_from__lte=ActorsDay(), valid_until__gte=ActorsDay()
    )
