"""The list of one's notifications, declared."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.notifications.forms import NotificationFilters
from korpu.foundations.notifications.models import Notification
from korpu.foundations.ui.formats import moment
from korpu.foundations.ui.tables import Column, TableSpec

NOTIFICATIONS: TableSpec[Notification] = TableSpec(
    caption=_("Notifications"),
    columns=(
        Column(
            "title",
            _("What happened"),
            lambda one: one.sentence,
            href=lambda one: reverse("notifications:open", args=[one.uuid]),
            is_row_header=True,
        ),
        Column(
            "at",
            _("When"),
            lambda one: moment(one.created_at),
            order_by=("created_at",),
            is_unbroken=True,
        ),
        Column("read", _("Read"), lambda one: moment(one.read_at) if one.read_at else _("Not yet")),
    ),
    default_sort="-at",
    filters=NotificationFilters,
    empty=_("There is nothing to tell you."),
)
