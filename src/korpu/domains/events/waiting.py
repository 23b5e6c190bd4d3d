"""What meetings left to do."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.permissions import READ
from korpu.domains.events.selectors.tasks import open_task_count
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.waiting import Waiting


def waiting(actor: Actor) -> Iterator[Waiting]:
    """Decisions of meetings that are the actor's to carry out."""
    found = open_task_count(actor)
    if found or actor.may(READ):
        yield Waiting(_("My tasks from events"), reverse("events:tasks"), found)
