"""Published records as a file."""

from collections.abc import Sequence

from django.http import HttpResponse

from korpu.domains.programmes.iati.models import PublishedRecord
from korpu.engines.iati.api import wrap_records

XML = "application/xml; charset=utf-8"


def xml_response(records: Sequence[PublishedRecord], name: str) -> HttpResponse:
    """The records in one file, generated when the newest of them was published."""
    of_activities = all(one.project_id is not None for one in records)
    newest = max((one.published_at for one in records), default=None)
    content = wrap_records(
        [one.content for one in records],
        kind="activities" if of_activities else "organisations",
        generated_at=newest,
    )
    response = HttpResponse(content, content_type=XML)
    response["Content-Disposition"] = f'inline; filename="{name}.xml"'
    response["X-Content-Type-Options"] = "nosniff"
    if newest is not None:
        response["Last-Modified"] = newest.strftime("%a, %d %b %Y %H:%M:%S GMT")
    return response
