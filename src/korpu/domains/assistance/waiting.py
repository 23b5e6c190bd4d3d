"""Who waits for a coordinator."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.selectors import waiting_referrals
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Returnees whose referral nobody has answered yet."""
    if actor.may("assistance.plan.open"):
        found = waiting_referrals(for_actor=actor).count()
        yield Waiting(
            _("Arrived, waiting for a coordinator"), reverse("assistance:referrals"), found
        )
