"""Publications and recommendations that wait."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.information.enums import Status
from korpu.domains.information.models import Publication
from korpu.domains.information.permissions import APPROVE
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting
from korpu.kernel.texts import Message

STEPS: tuple[tuple[Status, Message], ...] = (
    (Status.DRAFT, _("Publications to approve")),
    (Status.APPROVED, _("Approved publications to make public")),
)


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Publications of the actor's office on their way to readers, for who approves them."""
    if not actor.may(APPROVE):
        return
    ours = Publication.objects.filter(compartment__in=actor.compartments_with(APPROVE))
    for status, title in STEPS:
        href = f"{reverse('information:workbench')}?status={status.value}"
        yield Waiting(title, href, ours.filter(status=status).count())
