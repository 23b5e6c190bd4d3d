"""Forms with which people arrange the work of an office."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.foundations.ui.forms import Autocomplete, DateField, FilesField, Form
from korpu.foundations.ui.languages import OWN_NAMES
from korpu.kernel.errors import InvalidInput

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


class EnquiryForm(Form):
    """What another body is asked."""

    organisation = forms.ChoiceField(label=_("Which body"))
    address = forms.EmailField(
        label=_("E-mail address of the body"), help_text=_("The link is sent there.")
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=OWN_NAMES.items())
    title = forms.CharField(
        label=_("What is asked, in a few words"),
        max_length=120,
        help_text=_("Without names or numbers of documents."),
    )
    text = forms.CharField(
        label=_("The question"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    due_on = DateField(label=_("Answer until"))

    def __init__(self, *args: Any, bodies: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = [("", ""), *bodies]  # type: ignore[attr-defined]  # a ChoiceField


class AnswerForm(Form):
    """The answer of a body."""

    answer = forms.CharField(
        label=_("Your answer"), max_length=8000, widget=forms.Textarea(attrs={"rows": 8})
    )
    name = forms.CharField(label=_("Your name and position"), max_length=200)
    uploads = FilesField(
        label=_("Files"),
        required=False,
        help_text=_("PDF, JPEG or PNG. The type is checked by the content."),
    )

    def add_invalid_input(self, error: InvalidInput) -> None:
        """A refused file is shown at the field of files."""
        if "file" in error.fields:
            self.add_error("uploads", str(error.fields["file"]))
        else:
            super().add_invalid_input(error)


class ReturnForm(Form):
    """A letter came back."""

    returned_on = DateField(label=_("The day it came back"), latest=timezone.localdate)
    note = forms.CharField(label=_("What the post says"), max_length=200, required=False)


class DecisionLetterForm(Form):
    """To whom a decision is told, and in which language."""

    addressee = forms.CharField(
        label=_("Name and address"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The name in the first line, the address below it."),
        error_messages={"required": _("Enter whom the letter goes to.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the person"),
        choices=list(OWN_NAMES.items()),
        widget=forms.RadioSelect,
        help_text=_("It is written in Azerbaijani too."),
    )


class CaseFileForm(Form):
    """For whom a case is taken out whole."""

    purpose = forms.ChoiceField(
        label=_("For what"),
        choices=[
            ("court", _("For a court: everything")),
            ("person", _("At the person's own request: without what is kept to the office")),
            ("authority", _("For another authority: without what is kept to the office")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for what.")},
    )
    requester = forms.CharField(
        label=_("Who asked"),
        max_length=200,
        help_text=_("Name, and number and date of their letter. It is recorded."),
        error_messages={"required": _("Enter who asked for it.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the cover"), choices=list(OWN_NAMES.items()), initial="az"
    )


class DeskForm(Form):
    """Within how many days a deadline is near."""

    due_soon_days = forms.IntegerField(
        label=_("Days before the last day"),
        help_text=_(
            "A whole number from 1 to 30. Your worklist, your board and your reminders go by it."
        ),
        error_messages={
            "required": _("Enter a number of days."),
            "invalid": _("Enter a number of days."),
        },
    )
