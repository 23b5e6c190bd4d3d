"""The lists of the information room, declared once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.information.forms import (
    PublicationFilters,
    RecommendationFilters,
    WorkbenchFilters,
)
from korpu.domains.information.items import issued, languages_of
from korpu.domains.information.models import Publication, Recommendation
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message

PAGE_SIZE = 20


def _href(publication: Publication) -> str:
    return reverse("information:publication", args=(publication.slug,))


PUBLISHED = TableSpec[Publication](
    caption=_("Publications"),
    columns=(
        Column(
            "title",
            _("Title"),
            lambda row: row.title,
            ("sort_key",),
            href=_href,
            is_row_header=True,
        ),
        Column("kind", _("Kind"), lambda row: row.kind_title, ("kind",)),
        Column("languages", _("Languages"), languages_of),
        Column("issued", _("Issued"), issued),
        Column(
            "published",
            _("Published here"),
            lambda row: row.published_at,
            ("published_at",),
            nullable=True,
        ),
    ),
    default_sort="-published",
    filters=PublicationFilters,
    empty=_("No publication matches. Try fewer or shorter words."),
    page_size=PAGE_SIZE,
)


def _desk(publication: Publication) -> str:
    return reverse("information:desk", args=(publication.uuid,))


WORKBENCH = TableSpec[Publication](
    caption=_("Publications"),
    columns=(
        Column(
            "title",
            _("Title"),
            lambda row: row.title,
            ("sort_key",),
            href=_desk,
            is_row_header=True,
        ),
        Column("kind", _("Kind"), lambda row: row.kind_title, ("kind",)),
        Column("status", _("Status"), lambda row: row.get_status_display(), ("status",)),
        Column("languages", _("Languages"), lambda row: languages_of(row) or None),
        Column("changed", _("Changed"), lambda row: row.changed_at, ("changed_at",)),
    ),
    default_sort="-changed",
    filters=WorkbenchFilters,
    empty=_("There is no such publication in your office."),
)


def last_word(recommendation: Recommendation) -> Message:
    """The result of the last report; empty while there is none."""
    steps = sorted(recommendation.steps.all(), key=lambda step: step.pk)
    return steps[-1].result if steps else ""


RECOMMENDATIONS = TableSpec[Recommendation](
    caption=_("What became of the recommendations"),
    columns=(
        Column("number", _("Number"), lambda row: row.number, is_unbroken=True),
        Column("text", _("Recommendation"), lambda row: row.text, is_row_header=True),
        Column(
            "publication",
            _("Publication"),
            lambda row: row.publication.title,
            ("publication__sort_key",),
            href=lambda row: _href(row.publication),
        ),
        Column("owner", _("Who answers for it"), lambda row: row.owner or None, ("owner",)),
        Column("due", _("Term"), lambda row: row.due_on, ("due_on",), nullable=True),
        Column("status", _("Status"), lambda row: row.get_status_display(), ("status",)),
        Column("result", _("Result"), last_word),
    ),
    default_sort="publication",
    filters=RecommendationFilters,
    empty=_("No recommendation is followed here yet."),
    page_size=PAGE_SIZE,
)
