"""Filter panels of the room's lists."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import ProjectStatus
from korpu.foundations.ui.forms import FilterForm


class ProjectFilters(FilterForm):
    """Which projects are looked for."""

    text = forms.CharField(label=_("Words of the title, or the acronym"), max_length=100)
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("Any")), *ProjectStatus.choices])
