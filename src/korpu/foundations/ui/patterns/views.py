"""Pages of the pattern book."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from korpu.foundations.ui import charts
from korpu.foundations.ui.patterns import samples
from korpu.foundations.ui.tables import Page
from korpu.kernel.access import public


@public
def components(request: HttpRequest) -> HttpResponse:
    context = samples.components()
    for level in (messages.INFO, messages.SUCCESS, messages.WARNING, messages.ERROR):
        messages.add_message(request, level, str(samples.ANSWERED))
    context["chart"] = charts.bars(
        context["rows"], x="q", y="n", series="s", alt=str(samples.STATUS)
    )
    return render(request, "ui/patterns/components.html", context)


@public
def form(request: HttpRequest) -> HttpResponse:
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    context = {
        "title": samples.NAME,
        "form": samples.SampleForm(*data),
        "submit_label": samples.ANSWERED,
        "back_url": "/patterns/",
    }
    return render(request, "ui/form_page.html", context)


@public
def listing(request: HttpRequest) -> HttpResponse:
    asked = samples.TABLE.read(request.GET)
    wanted = asked.filters.get("number", "")
    rows = [case for case in samples.CASES if wanted in case.number]
    page = Page(rows, first="1", last="12", has_next=bool(rows), count=len(rows))
    return render(request, "ui/patterns/list.html", {"table": asked.show(page)})
