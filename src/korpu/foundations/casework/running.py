"""What "running today" means for a share: the same words as ``korpu_shared_cases()`` in SQL."""

from django.db.models import QuerySet
from django.utils import timezone

from korpu.foundations.casework.models import CaseShare


def running_shares() -> QuerySet[CaseShare]:
    """Shares in force today, both days included, and not ended early."""
    today = timezone.localdate()
    return CaseShare.objects.filter(ended_at=None, valid_from__lte=today, valid_until__gte=today)
