"""A publication as its public page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from korpu.domains.information.forms.choices import edition_label
from korpu.domains.information.items import items_of
from korpu.domains.information.models import Edition
from korpu.domains.information.selectors.public import PublicationView
from korpu.domains.programmes.api import find_source
from korpu.foundations.codelists.api import attributes
from korpu.foundations.codelists.api import title as code_title
from korpu.foundations.ui.formats import partial_date
from korpu.kernel.texts import Message

LICENCES = "publication-licences"


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file somebody can download; ``size`` in bytes."""

    name: str
    href: str
    size: int


@dataclass(frozen=True, slots=True)
class ShownEdition:
    """An edition in words; empty strings are not stated."""

    row: Edition
    label: str
    issued: str
    licence: Message
    licence_url: str
    is_behind: bool
    files: list[ShownFile]


def publication_page(view: PublicationView) -> Mapping[str, Any]:
    """What the template of the public page is given."""
    publication = view.publication
    return {
        "view": view,
        "printed": [
            (code, getattr(publication, f"title_{code}")) for code in publication.printed_in
        ],
        "editions": [_edition(view, edition) for edition in view.editions],
        "siblings": items_of(view.siblings),
        "project_href": _project_href(view),
        "source": find_source(publication.source),
    }


def _edition(view: PublicationView, edition: Edition) -> ShownEdition:
    known = edition.licence
    return ShownEdition(
        row=edition,
        label=gettext("Version %(version)s") % {"version": edition_label(edition)},
        issued=partial_date(edition.issued_on, edition.issued_precision)
        if edition.issued_on
        else "",
        licence=code_title(LICENCES, known) if known else "",
        licence_url=str(attributes(LICENCES, known).get("url", "")) if known else "",
        is_behind=view.is_behind(edition),
        files=[
            ShownFile(
                name=one.title or one.file.name,
                href=reverse("information:file", args=(one.uuid,)),
                size=one.file.size_bytes,
            )
            for one in edition.files.all()
        ],
    )


def _project_href(view: PublicationView) -> str:
    if view.project is None:
        return ""
    return reverse("programmes:public_project", args=(view.project.code,))
