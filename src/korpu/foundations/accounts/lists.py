"""Lists of this room, declared."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.forms import PeopleFilters
from korpu.foundations.accounts.models import User
from korpu.foundations.ui.tables import Column, TableSpec


def _state(user: User) -> object:
    if not user.is_active:
        return _("Account withdrawn")
    return _("Active") if user.has_usable_password() else _("Invited")


PEOPLE: TableSpec[User] = TableSpec(
    caption=_("Users"),
    columns=(
        Column(
            "name",
            _("Full name"),
            lambda user: user.full_name,
            order_by=("full_name",),
            href=lambda user: reverse("accounts-person", args=[user.uuid]),
            is_row_header=True,
        ),
        Column("email", _("E-mail address"), lambda user: user.email, order_by=("email",)),
        Column(
            "organisation",
            _("Organisation"),
            lambda user: user.organisation.title if user.organisation else None,
        ),
        Column("state", _("Status"), _state),
        Column(
            "joined",
            _("Account since"),
            lambda user: user.date_joined.date(),
            order_by=("date_joined",),
            is_unbroken=True,
        ),
    ),
    default_sort="name",
    filters=PeopleFilters,
    empty=_("Nobody fits."),
)
