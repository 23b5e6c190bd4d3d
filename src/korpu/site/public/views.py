"""Pages of the public site across rooms."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import http_date

from korpu.foundations.accounts.api import Request, public
from korpu.foundations.ui.public import FEED_SECONDS, public_matters, published
from korpu.site.public.catalogue import as_json_ld, datasets
from korpu.site.public.feeds import atom
from korpu.site.public.searching import search_everything
from korpu.site.public.sitemap import robots_text, site_map

WORDS_LENGTH = 200


@public
@published()
def search(request: Request) -> HttpResponse:
    """Everything public that holds the words asked for."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:WORDS_LENGTH]
    kinds = [(matter.id, matter.title) for matter in public_matters()]
    chosen = request.GET.get("in", "")
    context = {
        "words": words,
        "kinds": kinds,
        "chosen": chosen,
        "groups": search_everything(words, only=chosen),
    }
    return render(request, "site/search.html", context)


@public
@published(seconds=FEED_SECONDS)
def feed(request: Request, name: str) -> HttpResponse:
    """What was published last, as Atom (RFC 4287), in the language asked for."""
    written = atom(request, name)
    if written is None:
        raise Http404
    response = HttpResponse(written.content, content_type="application/atom+xml; charset=utf-8")
    if written.changed_at:
        response["Last-Modified"] = http_date(written.changed_at.timestamp())
    return response


@public
@published()
def open_data(request: Request) -> HttpResponse:
    """Everything that can be taken as data."""
    context = {"datasets": datasets(), "feeds": public_matters()}
    return render(request, "site/open_data.html", context)


@public
@published(seconds=FEED_SECONDS)
def catalogue(request: Request) -> HttpResponse:
    """The data sets for other catalogues. Standard: DCAT-AP 3.0 as JSON-LD."""
    content = as_json_ld(request, on=timezone.localdate())
    return HttpResponse(content, content_type="application/ld+json")


@public
@published(seconds=FEED_SECONDS)
def sitemap(request: Request) -> HttpResponse:
    """Every public page in every language, for search engines. Standard: sitemaps.org 0.9."""
    return HttpResponse(site_map(request), content_type="application/xml; charset=utf-8")


@public
@published(seconds=FEED_SECONDS)
def robots(request: Request) -> HttpResponse:
    """What search engines may read."""
    return HttpResponse(robots_text(request), content_type="text/plain; charset=utf-8")
