"""Forms with which people arrange the work of an office."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.forms import Autocomplete, DateField, Form

People = Sequence[tuple[int, str]]


def _offered(people: People) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in people]


class CaseloadForm(Form):
    """Whose cases go to whom."""

    from_user = forms.ChoiceField(label=_("Whose cases"), required=False)
    to = forms.MultipleChoiceField(
        label=_("Who gets them"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Several people share them evenly, in the order the cases are due."),
    )
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)

    def __init__(self, *args: Any, people: People, **options: Any) -> None:
        super().__init__(*args, **options)
        offered = _offered(people)
        self.fields["from_user"].choices = [("", _("Nobody's: unassigned cases")), *offered]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["to"].choices = offered  # type: ignore[attr-defined]  # a MultipleChoiceField
        self.fields["to"].error_messages["required"] = _("Choose at least one colleague.")


class CoverForm(Form):
    """Who is away, who stands in, from when until when."""

    absent = forms.ChoiceField(label=_("Who is away"))
    deputy = forms.ChoiceField(label=_("Who stands in"))
    valid_from = DateField(label=_("First day of the absence"))
    valid_until = DateField(label=_("Last day of the absence"))
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, people: People, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("absent", "deputy"):
            self.fields[name].choices = [("", ""), *_offered(people)]  # type: ignore[attr-defined]  # a ChoiceField


class ShareForm(Form):
    """With whom a case is shared, why and until when."""

    compartment = forms.ChoiceField(
        label=_("With an office"), required=False, help_text=_("Choose an office or a person.")
    )
    user = forms.ChoiceField(label=_("With a person"), required=False, widget=Autocomplete)
    purpose = forms.CharField(
        label=_("Purpose"), max_length=200, help_text=_("Why they need the case.")
    )
    valid_from = DateField(label=_("First day"), initial=timezone.localdate)
    valid_until = DateField(label=_("Last day"))

    def __init__(
        self,
        *args: Any,
        places: Sequence[tuple[str, str]],
        people: Sequence[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["compartment"].choices = [("", ""), *places]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["user"].choices = [("", ""), *people]  # type: ignore[attr-defined]  # a ChoiceField
