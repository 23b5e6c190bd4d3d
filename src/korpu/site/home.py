"""The first page: for a visitor what is public, for somebody at work what waits for them."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Actor, Request, public
from korpu.foundations.casework.api import Filters, View, worklist
from korpu.foundations.ui.public import published
from korpu.kernel.texts import Message
from korpu.site.public.news import news

WAITING: tuple[tuple[View, Message], ...] = (
    (View.MINE, _("My cases")),
    (View.OVERDUE, _("Overdue in my office")),
    (View.DUE_SOON, _("Due soon in my office")),
    (View.UNASSIGNED, _("Nobody works on them yet")),
    (View.SHARED, _("Shared with us")),
)
DOORS: dict[str, Message] = {
    "programmes:public_projects": _("What is done with partners, who pays, what came of it."),
    "events:public_listing": _("Trainings, seminars, study visits and conferences."),
    "calls:public_calls": _("What non-governmental organisations can apply for."),
    "information:publications": _("Studies, reports, guides, dictionaries and bulletins."),
    "statistics:releases": _(
        "Published figures, each with its rule, its source and how small numbers are protected."
    ),
    "open_data": _("Projects, results, publications and figures to take and use again."),
}
FILED: tuple[tuple[View, Message], ...] = ((View.FILED, _("Filed by us")),)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A list that waits for the reader; ``capped``: there are more than ``count``."""

    title: Message
    href: str
    count: int
    capped: bool


@public
def home(request: Request) -> HttpResponse:
    """What is public, or what waits for the person who is signed in."""
    if request.actor.is_anonymous:
        return welcome(request)
    page = render(request, "site/home.html", {"waiting": waiting_for(request.actor)})
    patch_cache_control(page, private=True, no_store=True)  # visitors' page has this address too
    return page


@published()
def welcome(request: Request) -> HttpResponse:
    """For a visitor: what this service does in public, and what is new."""
    doors = {reverse(name): words for name, words in DOORS.items()}
    context = {"news": news(for_actor=request.actor), "doors": doors}
    return render(request, "site/welcome.html", context)


def waiting_for(actor: Actor) -> list[Waiting]:
    """The lists the actor works from, each with its size; empty for who works on no case."""
    if not actor.may("casework.worklist.read"):
        return []
    views = WAITING if actor.may("casework.case.read") else FILED
    return [_waiting(actor, view, title) for view, title in views]


def _waiting(actor: Actor, view: View, title: Message) -> Waiting:
    found = worklist(for_actor=actor, filters=Filters(view=view))
    href = f"{reverse('casework:worklist')}?view={view.value}"
    return Waiting(title, href, found.count, found.capped)
