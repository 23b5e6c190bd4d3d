"""The list of changes of the law, declared."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.law.forms import ChangeFilters
from korpu.foundations.law.models import Change
from korpu.foundations.law.naming import subject_of
from korpu.foundations.law.selectors.works import WhatIfRow
from korpu.foundations.ui.formats import short_date
from korpu.foundations.ui.tables import Column, TableSpec
from korpu.kernel.texts import Message

CHANGES: TableSpec[Change] = TableSpec(
    caption=_("Changes of the law"),
    columns=(
        Column(
            "number",
            _("Number"),
            lambda change: change.number,
            href=lambda change: reverse("law:change", args=[change.uuid]),
            is_row_header=True,
            is_unbroken=True,
        ),
        Column("kind", _("What changes"), lambda change: change.get_kind_display()),
        Column("subject", _("Which one"), subject_of),
        Column(
            "law",
            _("Act of law"),
            lambda change: ", ".join(filter(None, (change.instrument, change.article))),
        ),
        Column(
            "valid_from",
            _("In force from"),
            lambda change: short_date(change.valid_from),
            order_by=("valid_from",),
            is_unbroken=True,
        ),
        Column("state", _("Status"), lambda change: change.get_state_display()),
        Column(
            "drafted",
            _("Drafted"),
            lambda change: short_date(change.drafted_at),
            order_by=("drafted_at",),
            is_unbroken=True,
        ),
    ),
    default_sort="-drafted",
    filters=ChangeFilters,
    empty=_("No change fits."),
)


def _count(name: str, title: Message) -> Column[WhatIfRow]:
    return Column(name, title, lambda row: row.counts[name], is_numeric=True)


WHAT_IF: tuple[Column[WhatIfRow], ...] = (
    Column("term", _("Term"), lambda row: row.term, is_row_header=True),
    Column("office", _("Office"), lambda row: row.office),
    _count("earlier", _("Earlier")),
    _count("later", _("Later")),
    _count("unchanged", _("Unchanged")),
    _count("late_before", _("Late now")),
    _count("late_after", _("Late with the change")),
    _count("newly_late", _("Newly late")),
)
