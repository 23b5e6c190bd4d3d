"""The first page: for a visitor what is public, for somebody at work what waits for them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import published
from korpu.foundations.ui.waiting import waiting_for
from korpu.kernel.texts import Message
from korpu.site.public.news import news

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
