"""Effects of quarantine: the protection office sees the file while it decides."""

from datetime import timedelta

from django.utils import timezone

from korpu.domains.readmission.offices import offices, protection_compartment
from korpu.domains.readmission.services.travel import withdraw_notice
from korpu.foundations.casework.api import ActDone, share_case

SHARED_FOR = "readmission: quarantine"


def open_to_protection(done: ActDone) -> None:
    """Effect of ``quarantine_application``: the protection office may see the case.

    An announced transfer falls away: it has to be announced again after release.
    """
    withdraw_notice(done)
    today = timezone.localdate(done.at)
    share_case(
        case=done.case,
        compartment=protection_compartment(),
        purpose=SHARED_FOR,
        valid_from=today,
        valid_until=today + timedelta(days=offices().quarantine_access_days),
        actor=done.actor,
        at=done.at,
    )
