"""The lists of the assistance room."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.models import Referral
from korpu.foundations.ui.tables import Column, TableSpec


def _name(referral: Referral) -> str:
    person = referral.person
    return f"{person.surname} {person.given_names}".strip()


REFERRALS = TableSpec(
    caption=_("Arrivals waiting for support"),
    columns=(
        Column(
            "person",
            _("Person"),
            _name,
            is_row_header=True,
            href=lambda referral: reverse("assistance:referral", args=[referral.uuid]),
        ),
        Column(
            "arrived_on",
            _("Arrived"),
            lambda referral: referral.arrived_on,
            order_by=("arrived_on",),
        ),
        Column(
            "return_type",
            _("How they returned"),
            lambda referral: referral.get_return_type_display(),
        ),
    ),
    empty=_("Nobody is waiting."),
    default_sort="arrived_on",
)
