"""Opening, screening, closing."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.enums import Polarity
from korpu.domains.assistance.models import Programme
from korpu.foundations.casework.api import ActForm
from korpu.foundations.codelists import api as codelists
from korpu.foundations.ui.forms import Form
from korpu.kernel.texts import active_language

MAXIMUM_HOUSEHOLD = 30


class OpenSupportForm(Form):
    """A coordinator takes a returnee on."""

    programme = forms.ChoiceField(
        label=_("Programme"), help_text=_("The programme's tariff of today is pinned to the plan.")
    )
    family_member_count = forms.IntegerField(
        label=_("Further members of the family supported by this plan"),
        min_value=0,
        max_value=MAXIMUM_HOUSEHOLD,
        initial=0,
        help_text=_("Do not count the returnee. Each further member raises the ceiling."),
    )
    is_unaccompanied_child = forms.BooleanField(
        label=_("The returnee is an unaccompanied child"), required=False
    )

    def __init__(self, *args: Any, programmes: Sequence[Programme], **options: Any) -> None:
        super().__init__(*args, **options)
        self.programmes = {programme.code: programme for programme in programmes}
        choices = [(code, str(found.title)) for code, found in self.programmes.items()]
        self.fields["programme"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def chosen_programme(self) -> Programme:
        return self.programmes[self.cleaned_data["programme"]]


class DeclineForm(Form):
    """A referral that does not become support."""

    reason = forms.CharField(
        label=_("Why support is not opened"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The returnee may ask for this reason."),
    )


class ScreeningForm(ActForm):
    """Rapid screening: signals seen, the determination, and its grounds."""

    risks = forms.MultipleChoiceField(
        label=_("Signals of risk"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick what you saw or were told. Leave the rest empty."),
    )
    protections = forms.MultipleChoiceField(
        label=_("What protects the person"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The same circumstance can protect one person and endanger another."),
    )
    is_vulnerable = forms.TypedChoiceField(
        label=_("Does the person belong to a vulnerable group?"),
        choices=(("yes", _("Yes")), ("no", _("No"))),
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    grounds = forms.CharField(
        label=_("Grounds"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("On what the determination rests. A mentor does not see this."),
    )
    has_red_signal = forms.BooleanField(
        label=_("There is a danger that cannot wait: the deep assessment starts at once"),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = codelists.choices(
            "vulnerability-signals", on=timezone.localdate(), language=active_language()
        )
        for name in ("risks", "protections"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        both = set(cleaned.get("risks", ())) & set(cleaned.get("protections", ()))
        if both:
            self.add_error(
                "protections", _("A signal is either a risk or a protection for this person.")
            )
        return cleaned

    def data_for_domain(self) -> Mapping[str, object]:
        signals = dict.fromkeys(self.cleaned_data["risks"], Polarity.RISK)
        signals |= dict.fromkeys(self.cleaned_data["protections"], Polarity.PROTECTIVE)
        kept = ("is_vulnerable", "grounds", "has_red_signal")
        return {name: self.cleaned_data[name] for name in kept} | {"signals": signals}


class CloseForm(ActForm):
    """Why support ends."""

    closure_reason = forms.ChoiceField(label=_("Reason for closing"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["closure_reason"].choices = codelists.choices(  # type: ignore[attr-defined]  # a ChoiceField
            "closure-reasons", on=timezone.localdate(), language=active_language()
        )

    def facts(self) -> Mapping[str, str]:
        return {"closure_reason": self.cleaned_data["closure_reason"]}
