"""What is asked of and about people."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.enums import ParticipantOrigin, ParticipantStatus, Sex
from korpu.domains.events.forms.event import NONE, countries
from korpu.domains.events.services.invitations import InvitationFacts
from korpu.domains.events.services.registration import PersonFacts
from korpu.foundations.ui.forms import Autocomplete, DateField, FilterForm, Form, NameField

_MOST_PLACES = 500
SEXES = [(value, label) for value, label in Sex.choices if value]


class PersonForm(Form):
    """Who somebody is, as far as an event needs it."""

    family_name = NameField(label=_("Family name"), max_length=120)
    given_names = NameField(label=_("Given names"), max_length=120)
    email = forms.EmailField(label=_("E-mail address"))
    institution = forms.CharField(label=_("Institution"), max_length=300, required=False)
    position = forms.CharField(label=_("Position"), max_length=200, required=False)
    country = forms.ChoiceField(
        label=_("Country of the institution"), widget=Autocomplete, required=False
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        choices=[("", _("I would rather not say")), *SEXES],
        required=False,
        help_text=_("Counted only; donors ask for it."),
    )
    language = forms.ChoiceField(
        label=_("Language of messages"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    needs = forms.CharField(
        label=_("What do you need to take part?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example a ramp, an interpreter, a diet."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]  # a ChoiceField

    def facts(self) -> PersonFacts:
        """What was filled in; call it when the form is valid."""
        names = PersonFacts.__dataclass_fields__
        return PersonFacts(**{name: self.cleaned_data.get(name) or "" for name in names})


class RegistrationForm(PersonForm):
    """The same from the person, with consent."""

    consents = forms.BooleanField(required=False)
    field_order = None

    def __init__(self, *args: Any, consent: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["consents"].label = consent


class EnteredPersonForm(PersonForm):
    """The same from the organiser, who may know no address."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].required = False
        self.fields["sex"].choices = Sex.choices  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["needs"].label = _("What the person needs to take part")


class NomineeForm(PersonForm):
    """The same from an institution, which names somebody."""

    is_deputy = forms.BooleanField(
        label=_("As a deputy, in case somebody named cannot come"), required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["institution"], self.fields["country"]
        self.fields["needs"].label = _("What the person needs to take part")


class InvitationForm(Form):
    """Which institution is invited, with how many places."""

    institution = forms.CharField(label=_("Institution"), max_length=300)
    country = forms.ChoiceField(label=_("Country"), widget=Autocomplete)
    email = forms.EmailField(label=_("E-mail address"))
    language = forms.ChoiceField(
        label=_("Language of messages"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )
    quota = forms.IntegerField(
        label=_("Places for this institution"), min_value=1, max_value=_MOST_PLACES
    )
    answer_until = DateField(label=_("Last day for naming people"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]  # a ChoiceField

    def facts(self) -> InvitationFacts:
        """What was filled in; call it when the form is valid."""
        return InvitationFacts(**self.cleaned_data)


class ParticipantFilters(FilterForm):
    text = forms.CharField(label=_("Name, address or institution"), max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), choices=(("", _("All")), *ParticipantStatus.choices)
    )
    origin = forms.ChoiceField(
        label=_("How they came on the list"),
        choices=(("", _("All")), *ParticipantOrigin.choices),
    )


class ConfirmForm(Form):
    """A button and nothing else: what a link leads to is done by a person, not by a robot."""


__all__ = [
    "NONE",
    "ConfirmForm",
    "EnteredPersonForm",
    "InvitationForm",
    "NomineeForm",
    "ParticipantFilters",
    "PersonForm",
    "RegistrationForm",
]
