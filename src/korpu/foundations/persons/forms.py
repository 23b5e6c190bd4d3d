"""Forms of the persons room."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from korpu.foundations.accounts.models import Compartment
from korpu.foundations.codelists.api import choices
from korpu.foundations.persons.enums import FactKind, RelationKind, SourceKind
from korpu.foundations.persons.facts import Fact, Source
from korpu.foundations.persons.models import SearchReceipt
from korpu.foundations.persons.search import PersonQuery
from korpu.foundations.persons.validation import LISTS, LONGEST_TEXT, warnings_about
from korpu.foundations.ui.forms import Autocomplete, DateField, Form, NameField
from korpu.kernel.errors import Conflict, DomainError, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Language, active_language

EARLIEST_YEAR = 1880
REFUSALS = (Conflict, InvalidInput, NotPossibleNow)
"""What a form shows instead of losing what was typed."""

BIRTH_DATE_HINT = _(
    "Year, year-month or year-month-day, as exactly as it is known: 1990, 1990-05 or 1990-05-17"
)


class SearchForm(Form):
    """Whom to look for. One of name and document number is enough."""

    name = NameField(
        label=_("Name"),
        required=False,
        help_text=_("In any script and order. Misspelt names are found too."),
    )
    birth_year = forms.IntegerField(
        label=_("Year of birth"),
        required=False,
        min_value=EARLIEST_YEAR,
        help_text=_("Brings the likeliest first; nobody is hidden by a wrong year."),
        error_messages={
            "invalid": _("Write the year with four digits."),
            "min_value": _("Write the year with four digits."),
        },
    )
    document_number = forms.CharField(
        label=_("Document number"),
        required=False,
        max_length=60,
        help_text=_("Complete, as printed; spaces and hyphens do not matter."),
    )
    says_what_is_optional = False

    def query(self) -> PersonQuery:
        given = self.cleaned_data
        return PersonQuery(given["name"], given["birth_year"], given["document_number"])


class SourceForm(Form):
    """The part of a form that says where a fact comes from."""

    source_kind = forms.ChoiceField(
        label=_("Where is this from?"),
        choices=[("", ""), *SourceKind.choices],
    )
    source_note = forms.CharField(
        label=_("Which one?"),
        required=False,
        max_length=300,
        help_text=_("Such as the number of the document or the day of the interview."),
    )

    def source(self) -> Source:
        return Source(
            SourceKind(self.cleaned_data["source_kind"]), self.cleaned_data["source_note"]
        )


class RegisterForm(SourceForm):
    """A new person. ``same_spelling`` appears when a name mixes two alphabets."""

    surname = NameField(
        label=_("Surname"),
        required=False,
        help_text=_("Also the only name of a person who has one."),
    )
    given_names = NameField(label=_("Given names"), required=False)
    patronymic = NameField(label=_("Patronymic"), required=False)
    other_name = NameField(
        label=_("Other name"),
        required=False,
        help_text=_("In another script, or borne before; surname first."),
    )
    sex = forms.ChoiceField(label=_("Sex"), widget=forms.RadioSelect, initial="X")
    birth_date = forms.CharField(
        label=_("Date of birth"), required=False, max_length=20, help_text=BIRTH_DATE_HINT
    )
    nationality = forms.ChoiceField(label=_("Nationality"), required=False, widget=Autocomplete)
    compartment = forms.ChoiceField(label=_("Registered in"))
    same_spelling = forms.BooleanField(
        label=_("I compared the spelling with the document"),
        required=False,
        widget=forms.HiddenInput,
    )
    field_order = (
        "surname", "given_names", "patronymic", "other_name", "sex", "birth_date", "nationality",
        "same_spelling", "source_kind", "source_note", "compartment")  # fmt: skip

    def __init__(
        self, *args: Any, on: date, compartments: Sequence[Compartment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        language = active_language()
        _offer(self, "sex", choices("sex", on=on, language=language))
        _offer(self, "nationality", _with_empty("nationalities", on, language))
        _offer(self, "compartment", [(str(row.pk), str(row.office.title)) for row in compartments])
        if len(compartments) == 1:
            self.fields["compartment"].initial = str(compartments[0].pk)

    @classmethod
    def initial_from(cls, searched: SearchReceipt) -> dict[str, object]:
        """What the search already said: its first word is taken for the surname."""
        surname, _space, given_names = searched.name.partition(" ")
        year = str(searched.birth_year or "")
        return {"surname": surname, "given_names": given_names, "birth_date": year}

    def facts(self) -> list[Fact]:
        kinds = [kind for kind in FactKind if kind.value in self.fields]
        return [Fact(kind, self.cleaned_data[kind.value]) for kind in kinds]

    def clean(self) -> dict[str, Any] | None:
        """A word of two alphabets is pointed out once; whoever confirms it goes on."""
        cleaned = super().clean()
        if self.errors:
            return cleaned
        warnings = warnings_about(self.facts())
        if warnings and not self.cleaned_data["same_spelling"]:
            self.fields["same_spelling"].widget = forms.CheckboxInput()
            for name, sentence in warnings.items():
                self.add_error(name, str(sentence))
        return cleaned


class FactForm(SourceForm):
    """One more fact of one kind."""

    valid_from = DateField(label=_("First day"), required=False)
    valid_until = DateField(label=_("Last day"), required=False)
    field_order = (
        "value", "source_kind", "source_note", "valid_from", "valid_until", "reason")  # fmt: skip

    def __init__(self, *args: Any, kind: FactKind, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.kind = kind
        self.fields["value"] = _value_field(kind, on)
        self.order_fields(self.field_order)

    def fact(self) -> Fact:
        given = self.cleaned_data
        return Fact(self.kind, given["value"], given["valid_from"], given["valid_until"])


class WithdrawForm(Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("Why?"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class DocumentForm(Form):
    """A document as it was shown."""

    kind = forms.ChoiceField(label=_("Kind of document"))
    issuer = forms.ChoiceField(label=_("Issued by"), widget=Autocomplete)
    number = forms.CharField(label=_("Number"), max_length=40)
    issued_on = DateField(label=_("Day of issue"), required=False)
    valid_until = DateField(label=_("Last day of validity"), required=False)

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "kind", _with_empty("document-kinds", on, active_language()))
        _offer(self, "issuer", _with_empty("nationalities", on, active_language()))


class HoldForm(Form):
    """A state in which nothing may be sent."""

    kind = forms.ChoiceField(label=_("What does it rest on?"))
    source = forms.CharField(label=_("Where is this known from?"), max_length=300)
    valid_from = DateField(label=_("First day"))
    valid_until = DateField(
        label=_("Last day"), required=False, help_text=_("Leave empty while the end is not known.")
    )
    compartment = forms.ChoiceField(label=_("Held by"))

    def __init__(
        self, *args: Any, on: date, compartments: Sequence[Compartment], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        _offer(self, "kind", _with_empty("protection-holds", on, active_language()))
        _offer(self, "compartment", [(str(row.pk), str(row.office.title)) for row in compartments])


class EndHoldForm(WithdrawForm):
    """When and why a hold ends."""

    ended_on = DateField(label=_("Last day"))
    field_order = ("ended_on", "reason")


class MergeForm(Form):
    """Which of two records stands for both, and why."""

    kept = forms.ChoiceField(label=_("Which record is kept?"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("What shows that both are the same person?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, records: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "kept", records)


class RelationForm(Form):
    """What the second person is to the first."""

    kind = forms.ChoiceField(label=_("What is the second person to the first?"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, "kind", [("", ""), *RelationKind.choices])


def _value_field(kind: FactKind, on: date) -> forms.Field:
    list_name = LISTS.get(kind)
    if list_name:
        offered = _with_empty(list_name, on, active_language())
        return forms.ChoiceField(label=kind.label, choices=offered, widget=Autocomplete)
    hint = BIRTH_DATE_HINT if kind == FactKind.BIRTH_DATE else ""
    return forms.CharField(label=kind.label, max_length=LONGEST_TEXT, help_text=hint)


def _with_empty(list_name: str, on: date, language: Language) -> list[tuple[str, str]]:
    return [("", ""), *choices(list_name, on=on, language=language)]


def _offer(form: Form, name: str, offered: Sequence[tuple[str, str | Promise]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(offered)


def show_refusal(form: Form, error: DomainError) -> None:
    """A service's refusal on the form: at its fields, or at the top when no field is to blame."""
    if isinstance(error, InvalidInput):
        form.add_invalid_input(error)
    else:
        form.add_error(None, str(error))
