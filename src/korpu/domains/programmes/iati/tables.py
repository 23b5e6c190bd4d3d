"""The lists of IATI reporting, declared once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.models import Project
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message


def _version(project: Project) -> Message:
    number = getattr(project, "iati_number", None)
    return _("Version %(number)s") % {"number": number} if number else _("Not published")


FILES = TableSpec[Project](
    caption=_("Projects and their IATI files"),
    columns=(
        Column(
            "acronym",
            _("Acronym"),
            lambda project: project.acronym,
            ("acronym",),
            href=lambda project: reverse("programmes_iati:check", args=(project.code,)),
            is_row_header=True,
        ),
        Column("title", _("Title"), lambda project: project.title),
        Column("version", _("Published version"), _version),
        Column(
            "published",
            _("Published at"),
            lambda project: getattr(project, "iati_published_at", None),
        ),
    ),
    default_sort="acronym",
    empty=_("There is no project yet."),
)
