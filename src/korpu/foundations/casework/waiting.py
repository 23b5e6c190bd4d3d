"""The lists of cases on the first page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.selectors.worklist import Filters, View, worklist
from korpu.foundations.ui.waiting import Waiting
from korpu.kernel.texts import Message

WAITING: tuple[tuple[View, Message], ...] = (
    (View.MINE, _("My cases")),
    (View.OVERDUE, _("Overdue in my office")),
    (View.DUE_SOON, _("Due soon in my office")),
    (View.UNASSIGNED, _("Nobody works on them yet")),
    (View.SHARED, _("Shared with us")),
)
FILED: tuple[tuple[View, Message], ...] = ((View.FILED, _("Filed by us")),)


def waiting(actor: Actor) -> Iterator[Waiting]:
    """The lists of cases the actor works from; nothing for who works on no case."""
    if not actor.may("casework.worklist.read"):
        return
    for view, title in WAITING if actor.may("casework.case.read") else FILED:
        found = worklist(for_actor=actor, filters=Filters(view=view))
        href = f"{reverse('casework:worklist')}?view={view.value}"
        yield Waiting(title, href, found.count, found.capped)
