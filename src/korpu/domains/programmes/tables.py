"""The lists of the programmes room, declared once."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.forms import ProjectFilters
from korpu.domains.programmes.models import Change, Project
from korpu.domains.programmes.words_of_change import part_name, summary
from korpu.foundations.ui.tables import Column, TableSpec

HISTORY = TableSpec[Change](
    caption=_("History of the project"),
    columns=(
        Column("at", _("When"), lambda change: change.at, ("at",), is_row_header=True),
        Column("who", _("Who did it"), lambda change: change.by.full_name),
        Column("what", _("What"), lambda change: change.get_kind_display()),
        Column("part", _("Part"), part_name),
        Column("title", _("Title"), lambda change: change.title),
        Column("fields", _("Before → after"), summary),
    ),
    default_sort="-at",
    empty=_("Nothing has been changed since the project was loaded."),
)
PORTFOLIO = TableSpec[Project](
    caption=_("Projects"),
    columns=(
        Column(
            "acronym",
            _("Acronym"),
            lambda project: project.acronym,
            ("acronym",),
            href=lambda project: reverse("programmes:project", args=(project.code,)),
            is_row_header=True,
            is_unbroken=True,
        ),
        Column("title", _("Title"), lambda project: project.title),
        Column("status", _("Status"), lambda project: project.get_status_display(), ("status",)),
        Column(
            "published",
            _("Published"),
            lambda project: project.published_at,
            ("published_at",),
            nullable=True,
        ),
    ),
    default_sort="acronym",
    filters=ProjectFilters,
    empty=_("There is no such project in your portfolio."),
)
