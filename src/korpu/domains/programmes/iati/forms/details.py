"""Identifier, sector and country of a project's record."""

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.iati.reporting import reporting
from korpu.foundations.codelists.api import country_choices
from korpu.foundations.ui.forms import Form
from korpu.kernel.texts import active_language

_IDENTIFIER = RegexValidator(
    r"^[^\s/&|?](?:[^/&|?]*[^\s/&|?])?$",
    _("Leave out /, &, | and ?, and spaces at either end."),
)


def _sectors() -> list[tuple[str, str]]:
    told = reporting()
    own = told.sectors.get(told.sector.code, told.sector.code)
    offered = [(code, f"{code} – {title}") for code, title in told.sectors.items()]
    return [("", str(_("As for all projects: %(sector)s") % {"sector": own})), *offered]


def _countries() -> list[tuple[str, str]]:
    today, language = timezone.localdate(), active_language()
    named = country_choices(on=today, language=language, standard="alpha_2")
    return [("", str(_("Azerbaijan, as for all projects"))), *named]


class DetailsForm(Form):
    """What the standard asks beyond the project's own record; empty: as for all projects."""

    identifier = forms.CharField(
        label=_("IATI identifier"),
        max_length=200,
        required=False,
        validators=[_IDENTIFIER],
        help_text=_(
            "Leave it empty to have it made of the reporting organisation's identifier and the "
            "project's code. Once published, it must not change."
        ),
    )
    sector = forms.ChoiceField(label=_("Sector (OECD DAC)"), choices=_sectors, required=False)
    country = forms.ChoiceField(label=_("Recipient country"), choices=_countries, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)
