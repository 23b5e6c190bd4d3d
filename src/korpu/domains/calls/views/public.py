"""What anybody reads of calls, and where an application begins."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from korpu.domains.calls.forms.applicant import StartForm
from korpu.domains.calls.lists import PUBLIC_CALLS
from korpu.domains.calls.selectors.public import (
    announcement,
    newest_calls,
    published_call,
    published_calls,
)
from korpu.domains.calls.services.applications import send_link
from korpu.domains.calls.views.pages import FormPage, answer, posted
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public.pages import FEED_SECONDS, published
from korpu.foundations.ui.tables import fetch_page
from korpu.kernel.texts import active_language


@public
@published()
@require_GET
def listing(request: Request) -> HttpResponse:
    """Every published call."""
    asked = PUBLIC_CALLS.read(request.GET)
    page = fetch_page(
        published_calls(for_actor=request.actor, **asked.filters), asked, key="number"
    )
    return render(request, "calls/public/list.html", {"table": asked.show(page)})


@public
@published()
@require_GET
def call(request: Request, number: str) -> HttpResponse:
    """One call: what is sought, under which conditions, how it is judged, questions, outcome."""
    found = published_call(number=number, for_actor=request.actor)
    context = {"view": announcement(found, at=timezone.now())}
    return render(request, "calls/public/call.html", context)


@public
def start(request: Request, number: str) -> HttpResponse:
    """Ask for the link to an application, or for a new one."""
    call = published_call(number=number, for_actor=request.actor)
    form = StartForm(posted(request))
    page = FormPage(
        _("Apply, or return to your application"),
        _("Send me the link"),
        _("If the address is right, the link is on its way to it."),
        reverse("calls:link_sent", args=[number]),
        template="calls/public/start.html",
    )

    def perform() -> None:
        send_link(
            call=call,
            email=form.cleaned_data["email"],
            language=form.cleaned_data["language"],
            link_of=lambda secret: request.build_absolute_uri(reverse("calls:own", args=[secret])),
            at=timezone.now(),
        )

    return answer(request, form, page, perform, call=call)


@public
@require_GET
def link_sent(request: Request, number: str) -> HttpResponse:
    """What happens next; the same whether or not the address was known."""
    call = published_call(number=number, for_actor=request.actor)
    return render(request, "calls/public/link_sent.html", {"call": call})


@public
@published(seconds=FEED_SECONDS)
@require_GET
def feed(request: Request) -> HttpResponse:
    """Calls as an Atom feed, in the language of the page."""
    home = request.build_absolute_uri(reverse("calls:public_calls"))
    made = Atom1Feed(
        title=_("Calls for proposals"),
        link=home,
        description=_("Calls for proposals among non-governmental organisations"),
        language=active_language(),
        feed_url=request.build_absolute_uri(),
    )
    for one in newest_calls(for_actor=request.actor):
        made.add_item(
            title=f"{one.number}: {one.title}",
            link=request.build_absolute_uri(reverse("calls:public_call", args=[one.number])),
            description=str(one.text),
            pubdate=one.published_at,
            unique_id=f"urn:uuid:{one.uuid}",
        )
    return HttpResponse(made.writeString("utf-8"), content_type="application/atom+xml")
