"""What the information room published about a project, as documents of its IATI file."""

from collections.abc import Iterator

from django.urls import reverse

from korpu.domains.information import api as information
from korpu.domains.programmes import api as programmes
from korpu.foundations.accounts.api import Actor

OUTPUTS = "A08"
"""Code list DocumentCategory: results, outcomes and outputs."""


def publications_of(
    project: programmes.ProjectRef, actor: Actor
) -> Iterator[programmes.IatiDocument]:
    """The page of each publication; its files and languages are told there."""
    for publication in information.publications_of(project, for_actor=actor):
        yield programmes.IatiDocument(
            url=reverse("information:publication", args=(publication.slug,)),
            media_type="text/html",
            title=publication.title,
            categories=(OUTPUTS,),
        )
