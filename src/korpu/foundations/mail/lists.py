"""The list of outgoing mail, declared."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.mail.forms import MessageFilters
from korpu.foundations.mail.models import Message
from korpu.foundations.ui.formats import moment
from korpu.foundations.ui.tables import Column, TableSpec

MESSAGES: TableSpec[Message] = TableSpec(
    caption=_("Outgoing mail"),
    columns=(
        Column(
            "to",
            _("E-mail address"),
            lambda message: message.to_address,
            href=lambda message: reverse("mail:message", args=[message.uuid]),
            is_row_header=True,
        ),
        Column("state", _("Status"), lambda message: message.get_state_display()),
        Column(
            "queued",
            _("Queued"),
            lambda message: moment(message.queued_at),
            order_by=("queued_at",),
            is_unbroken=True,
        ),
        Column(
            "next",
            _("Next attempt"),
            lambda message: moment(message.next_attempt_at) if message.next_attempt_at else None,
            is_unbroken=True,
        ),
        Column("attempts", _("Attempts"), lambda message: message.attempts_count, is_numeric=True),
        Column("error", _("Last failure"), lambda message: message.last_error or None),
    ),
    default_sort="-queued",
    filters=MessageFilters,
    empty=_("No e-mail fits."),
)
