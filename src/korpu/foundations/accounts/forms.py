"""Forms of accounts: they parse; the services decide."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.models import Compartment, User
from korpu.foundations.accounts.roles import roles
from korpu.foundations.organisations.models import Office, Organisation
from korpu.foundations.ui.forms import Autocomplete, DateField, FilterForm, Form, NameField
from korpu.kernel.texts import Message

LANGUAGES = (("az", "Azərbaycan dili"), ("en", "English"), ("ru", "Русский"))
REASON_HINT = _("The auditor will read it.")
Choices = list[tuple[str, str]]


class ProfileForm(Form):
    full_name = NameField(label=_("Full name"), help_text=_("As your colleagues know you."))
    language = forms.ChoiceField(
        label=_("Language of the pages"), choices=LANGUAGES, widget=forms.RadioSelect
    )


class OfficeForm(Form):
    office = forms.ChoiceField(
        label=_("I act for"),
        required=False,
        help_text=_("You then see the files of this office alone."),
    )

    def __init__(self, *args: Any, offices: Iterable[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = [("", str(_("All my offices")))]
        self.fields["office"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            *choices,
            *((str(pk), title) for pk, title in offices),
        ]


class InviteForm(Form):
    full_name = NameField(label=_("Full name"), help_text=_("As colleagues know the person."))
    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("The invitation goes there; it is the login name.")
    )
    organisation = forms.ChoiceField(label=_("Organisation"), widget=Autocomplete)
    language = forms.ChoiceField(
        label=_("Language of the invitation and the pages"),
        choices=LANGUAGES,
        widget=forms.RadioSelect,
        initial="az",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = organisation_choices()  # type: ignore[attr-defined]  # a ChoiceField


class GrantForm(Form):
    role = forms.ChoiceField(label=_("Role"), widget=Autocomplete)
    compartment = forms.ChoiceField(
        label=_("Where"),
        widget=Autocomplete,
        help_text=_("Office and business. The business must be the role's own."),
    )
    valid_from = DateField(label=_("First day"))
    valid_until = DateField(
        label=_("Last day"), required=False, help_text=_("Leave it empty if there is none.")
    )
    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=REASON_HINT)

    def __init__(self, *args: Any, compartments: Iterable[Compartment], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].choices = role_choices()  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["compartment"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", ""),
            *((str(one.pk), f"{one.office.title} – {one.business}") for one in compartments),
        ]


class CompartmentForm(Form):
    office = forms.ChoiceField(label=_("Office"), widget=Autocomplete)
    business = forms.ChoiceField(label=_("Business"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        offices = sorted((str(one.title), one.code) for one in Office.objects.all())
        self.fields["office"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", ""),
            *((code, title) for title, code in offices),
        ]
        businesses = sorted({role.business for role in roles().values()})
        self.fields["business"].choices = [(one, one) for one in businesses]  # type: ignore[attr-defined]  # a ChoiceField


class ReasonForm(Form):
    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=REASON_HINT)


class ConfirmForm(Form):
    """Nothing but the button."""


class DeputyForm(Form):
    deputy = forms.ChoiceField(label=_("Who stands in"), widget=Autocomplete)
    valid_from = DateField(label=_("First day of the absence"))
    valid_until = DateField(label=_("Last day of the absence"))
    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=REASON_HINT)

    def __init__(self, *args: Any, colleagues: Iterable[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["deputy"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", ""),
            *((str(user.pk), user.full_name) for user in colleagues),
        ]


class PeopleFilters(FilterForm):
    text = forms.CharField(label=_("Name or e-mail address"), max_length=200)
    organisation = forms.ChoiceField(label=_("Organisation"))
    role = forms.ChoiceField(label=_("Role today"))
    state = forms.ChoiceField(
        label=_("Status"),
        choices=(("", _("Any")), ("active", _("Active")), ("withdrawn", _("Account withdrawn"))),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = organisation_choices(_("Any"))  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["role"].choices = role_choices(_("Any"))  # type: ignore[attr-defined]  # a ChoiceField


def role_choices(first: Message = "") -> Choices:
    """Every declared role, after a first choice that means none of them."""
    return [("", str(first)), *((role.id, str(role.title)) for role in roles().values())]


def organisation_choices(first: Message = "") -> Choices:
    """Every organisation by name, after a first choice that means none of them."""
    found = sorted((str(one.title), one.code) for one in Organisation.objects.all())
    return [("", str(first)), *((code, title) for title, code in found)]
