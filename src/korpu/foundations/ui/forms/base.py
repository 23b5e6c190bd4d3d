"""The base of every form."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.forms import rendering
from korpu.foundations.ui.forms.text import refuse_hostile_characters
from korpu.kernel.errors import InvalidInput

ON_THE_FORM = None
REQUIRED = {
    forms.ChoiceField: _("Choose one of the answers."),
    forms.BooleanField: _("Tick the box to go on."),
    forms.FileField: _("Choose a file."),
}


class Form(forms.Form):
    """A form in the house style: ``{{ form }}`` is its fields, ``form_errors(form)`` the summary.

    Required fields are the rule; the label of an optional one says so. Every text field refuses
    characters that deceive the eye.
    """

    use_required_attribute = False
    says_what_is_optional = True

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        for field in self.fields.values():
            _furnish(field)

    def add_invalid_input(self, error: InvalidInput) -> None:
        """Show a service's refusal at the fields it names, and at the top where it names none."""
        named = {name: message for name, message in error.fields.items() if name in self.fields}
        for name, message in named.items():
            self.add_error(name, str(message))
        if len(named) < len(error.fields) or not named:
            self.add_error(ON_THE_FORM, str(error))

    def render(self, *_: Any, **__: Any) -> SafeString:
        """Every field in order; the error summary stands above the heading, on its own."""
        return mark_safe(rendering.form_fields(self))  # noqa: S308  # built from escaped parts

    __str__ = render
    __html__ = render


class FilterForm(Form):
    """The filter panel of a list: nothing is required, and no label says so."""

    says_what_is_optional = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            field.required = False


def _furnish(field: forms.Field) -> None:
    required = next((text for kind, text in REQUIRED.items() if isinstance(field, kind)), None)
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = required or _("Fill in this field.")
    if isinstance(field, forms.ChoiceField):
        field.error_messages["invalid_choice"] = REQUIRED[forms.ChoiceField]
    is_text = isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField)
    if is_text and refuse_hostile_characters not in field.validators:
        field.validators = [*field.validators, refuse_hostile_characters]
