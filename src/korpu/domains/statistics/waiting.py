"""Figures on their way to the public."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.statistics.enums import ReleaseStatus
from korpu.domains.statistics.models import Release
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting
from korpu.kernel.texts import Message

STEPS: tuple[tuple[str, ReleaseStatus, Message], ...] = (
    ("statistics.release.approve", ReleaseStatus.DRAFT, _("Figures to approve")),
    ("statistics.release.publish", ReleaseStatus.APPROVED, _("Approved figures to publish")),
)


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Releases that wait for the actor's approval or for their day."""
    for permission, status, title in STEPS:
        if actor.may(permission):
            allowed = actor.compartments_with(permission)
            found = Release.objects.filter(status=status, compartment_id__in=allowed)
            yield Waiting(title, reverse("statistics:workbench"), found.count())
