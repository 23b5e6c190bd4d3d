"""Questions at the end, minutes, tasks, imports and certificates."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.declarations import Question
from korpu.foundations.accounts.models import User
from korpu.foundations.ui.forms import DateField, Form

SCALE = (
    ("5", _("5 – very good")),
    ("4", "4"),
    ("3", "3"),
    ("2", "2"),
    ("1", _("1 – very poor")),
)


class RoomForm(Form):
    """The code of a registration, typed at the door."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=20,
        help_text=_("Seven signs; it stands on the page of your registration."),
    )


class EvaluationForm(Form):
    """The declared questions; none has to be answered but one at least."""

    def __init__(self, *args: Any, questions: Sequence[Question], **options: Any) -> None:
        super().__init__(*args, **options)
        self.questions = questions
        for question in questions:
            self.fields[question.id] = _field(question)

    says_what_is_optional = False

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not any(given.values()):
            self.add_error(None, _("Answer one question at least."))
        return given

    def answers(self) -> dict[str, int | str]:
        """What was answered, by question; what was left out is not in it."""
        given = {key: value for key, value in self.cleaned_data.items() if value}
        scales = {question.id for question in self.questions if question.kind == "scale"}
        return {key: int(value) if key in scales else value for key, value in given.items()}


class MinutesForm(Form):
    """What was said."""

    text = forms.CharField(
        label=_("Minutes"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 10})
    )


class DecisionForm(Form):
    """A decision; with owner and term it is a task."""

    text = forms.CharField(
        label=_("What was decided"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    owner = forms.ChoiceField(label=_("Who does it"), required=False)
    due_on = DateField(label=_("Done by"), required=False)

    def __init__(self, *args: Any, people: Sequence[User], **options: Any) -> None:
        super().__init__(*args, **options)
        self.people = {str(person.pk): person for person in people}
        shown = [("", "–"), *((key, str(person)) for key, person in self.people.items())]
        self.fields["owner"].choices = shown  # type: ignore[attr-defined]  # a ChoiceField


class EvidenceForm(Form):
    """What shows that a task is done."""

    evidence = forms.CharField(
        label=_("What shows that it is done"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example the number and date of a letter, or an address of a page."),
    )


class ListForm(Form):
    """A list of participants as a file."""

    file = forms.FileField(
        label=_("List of participants"), help_text=_("XLSX, or CSV in UTF-8. At most 10,000 lines.")
    )


class NumberForm(Form):
    """The number printed on a certificate."""

    number = forms.CharField(
        label=_("Number of the certificate"),
        max_length=60,
        help_text=_("For example DMX-2026-000123-K7QX2M."),
    )


def _field(question: Question) -> forms.Field:
    label = str(question.title)
    if question.kind == "text":
        area = forms.Textarea(attrs={"rows": 3})
        return forms.CharField(label=label, max_length=2000, required=False, widget=area)
    choices = SCALE if question.kind == "scale" else tuple(question.choices.items())
    return forms.ChoiceField(label=label, choices=choices, required=False, widget=forms.RadioSelect)
