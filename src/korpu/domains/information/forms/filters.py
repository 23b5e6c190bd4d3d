"""What the room's lists can be narrowed by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.information.enums import RecommendationStatus, Status
from korpu.domains.information.forms.choices import from_list, language_choices, project_choices
from korpu.foundations.ui.forms import FilterForm

_FIRST, _LAST = 1900, 2200


def _any_language() -> list[tuple[str, str]]:
    return [("", str(_("All languages"))), *language_choices()]


def _any_project() -> list[tuple[str, str]]:
    return [("", str(_("All projects"))), *project_choices()]


class PublicationFilters(FilterForm):
    """The public list."""

    words = forms.CharField(
        label=_("Words in title, author or summary"),
        max_length=200,
        help_text=_("In any form; with or without the letters ə, ı, ö, ü, ç, ş and ğ."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=from_list("publication-kinds", first=_("All kinds"))
    )
    project = forms.ChoiceField(label=_("Project"), choices=_any_project)
    language = forms.ChoiceField(label=_("Language of the edition"), choices=_any_language)
    year = forms.IntegerField(
        label=_("Year"),
        min_value=_FIRST,
        max_value=_LAST,
        error_messages={"invalid": _("Write a year, such as 2026.")},
    )


class WorkbenchFilters(PublicationFilters):
    """The list of those who prepare publications."""

    status = forms.ChoiceField(
        label=_("Status"), choices=[("", _("All statuses")), *Status.choices]
    )


class RecommendationFilters(FilterForm):
    """The list of recommendations."""

    status = forms.ChoiceField(
        label=_("What became of it"), choices=[("", _("All")), *RecommendationStatus.choices]
    )
    project = forms.ChoiceField(label=_("Project"), choices=_any_project)
