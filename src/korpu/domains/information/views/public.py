"""What anybody may read: publications, their files, and what became of the recommendations."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from korpu.domains.information.exports import PUBLICATION_COLUMNS
from korpu.domains.information.items import items_of
from korpu.domains.information.selectors.public import (
    list_published,
    list_recommendations,
    name_kinds,
    published,
    published_file,
    published_publication,
)
from korpu.domains.information.shown import publication_page
from korpu.domains.information.tables import PUBLISHED, RECOMMENDATIONS
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.files.api import download_response
from korpu.foundations.ui.public import published as open_page
from korpu.foundations.ui.tables import csv_response

EXPORT_LIMIT = 20_000


@public
@open_page()
def publications(request: Request) -> HttpResponse:
    """Everything published, searched and narrowed."""
    asked = PUBLISHED.read(request.GET)
    page = list_published(asked=asked, for_actor=request.actor)
    context = {
        "table": asked.show(page),
        "items": items_of(page.rows),
        "query": request.GET.urlencode(),
    }
    return render(request, "information/publications.html", context)


@public
def publications_csv(request: Request) -> HttpResponseBase:
    """The list as it was narrowed, as CSV."""
    asked = PUBLISHED.read(request.GET)
    rows = list(published(asked.filters).order_by("sort_key", "pk")[:EXPORT_LIMIT])
    name_kinds(rows)
    return csv_response(PUBLICATION_COLUMNS, rows, "publications")


@public
@open_page()
def publication(request: Request, slug: str) -> HttpResponse:
    """One publication: what is known of it, its editions and recommendations."""
    view = published_publication(slug=slug, for_actor=request.actor)
    status = 410 if view.publication.status == "withdrawn" else 200
    return render(request, "information/publication.html", publication_page(view), status=status)


@public
def file(request: Request, uuid: UUID) -> HttpResponseBase:
    """A file of a published edition."""
    found = published_file(uuid=uuid, for_actor=request.actor)
    response = download_response(found.file, f"{found.edition.publication.slug}-{found.title}")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@public
@open_page()
def recommendations(request: Request) -> HttpResponse:
    """What became of the recommendations of published studies."""
    asked = RECOMMENDATIONS.read(request.GET)
    page = list_recommendations(asked=asked, for_actor=request.actor)
    return render(request, "information/recommendations.html", {"table": asked.show(page)})
