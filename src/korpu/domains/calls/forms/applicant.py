"""What an applicant fills in."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.forms.grown import GrownForm
from korpu.domains.calls.models import Application, AskedDocument, Candidate, Post
from korpu.domains.calls.services.applications import ApplicationData, CandidateData
from korpu.foundations.ui.forms import Form
from korpu.kernel.texts import active_language

YES, NO = "yes", "no"
MOST_ROWS = 6
LONG = {"rows": 6}


class StartForm(Form):
    """Where the link goes."""

    email = forms.EmailField(
        label=_("E-mail address of the organisation"),
        help_text=_("The link to your application goes there, and every letter after it."),
    )
    language = forms.ChoiceField(
        label=_("Language of letters"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["language"].initial = active_language()


class ApplicationForm(GrownForm):
    """The whole application on one page; it may be saved with gaps."""

    says_what_is_optional = False

    organisation_name = forms.CharField(
        label=_("Name of the organisation"),
        max_length=200,
        help_text=_("As in the register of legal entities."),
    )
    registration_number = forms.CharField(
        label=_("Tax number (VÖEN)"), max_length=30, help_text=_("Digits only.")
    )
    address = forms.CharField(label=_("Address of the organisation"), max_length=300)
    contact_name = forms.CharField(label=_("Contact person"), max_length=200)
    contact_phone = forms.CharField(label=_("Telephone"), max_length=40)
    experience = forms.CharField(
        label=_("Experience of the organisation"),
        max_length=5000,
        widget=forms.Textarea(attrs=LONG),
        help_text=_("What you have done with people who returned, or in similar work."),
    )
    approach = forms.CharField(
        label=_("How you would do the work"),
        max_length=5000,
        widget=forms.Textarea(attrs=LONG),
    )
    has_conflict = forms.TypedChoiceField(
        label=_("Is there a conflict of interest?"),
        choices=((NO, _("No")), (YES, _("Yes"))),
        widget=forms.RadioSelect,
        coerce=lambda value: value == YES,
        empty_value=None,
        help_text=_(
            "For example, a member of the organisation works for the service or is related to "
            "somebody who does."
        ),
    )
    conflict_details = forms.CharField(
        label=_("If yes, what is it?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    signed_by = forms.CharField(
        label=_("Who declares that these statements are true"),
        max_length=200,
        help_text=_("Name and position of the person who represents the organisation."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, posts: Sequence[Post], **options: Any) -> None:
        grown: dict[str, forms.Field] = {}
        for post in posts:
            for row in range(rows_of(post)):
                grown |= _candidate_fields(f"{post.pk}-{row}")
        self.grow({}, grown)
        super().__init__(*args, **options)
        for name in set(self.fields) - {"version"}:
            self.fields[name].required = False
        self.posts = posts

    @property
    def own(self) -> Iterator[BoundField]:
        """The fields before the candidates."""
        names = ("organisation_name", "registration_number", "address", "contact_name")
        return (self[name] for name in (*names, "contact_phone", "experience", "approach"))

    @property
    def declared(self) -> Iterator[BoundField]:
        """The fields after the candidates."""
        return (self[name] for name in ("has_conflict", "conflict_details", "signed_by"))

    @property
    def rows(self) -> Iterator[tuple[Post, list[list[BoundField]]]]:
        """The candidates' fields, a row each, by post."""
        for post in self.posts:
            keys = [f"{post.pk}-{row}" for row in range(rows_of(post))]
            yield post, [[self[f"{part}-{key}"] for part in PARTS] for key in keys]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for post in self.posts:
            for row in range(rows_of(post)):
                self._whole(f"{post.pk}-{row}", cleaned)
        return cleaned

    def _whole(self, key: str, cleaned: dict[str, Any]) -> None:
        name, email = cleaned.get(f"name-{key}"), cleaned.get(f"email-{key}")
        if name and not email and f"email-{key}" not in self.errors:
            self.add_error(f"email-{key}", _("Give this person's own e-mail address."))
        if email and not name:
            self.add_error(f"name-{key}", _("Give this person's name."))

    def statement(self) -> ApplicationData:
        given = self.cleaned_data
        own = {bound.name: given[bound.name] for bound in (*self.own, *self.declared)}
        return ApplicationData(**own)

    def candidates(self) -> list[CandidateData]:
        given = self.cleaned_data
        return [
            CandidateData(
                post,
                given[f"name-{key}"],
                given[f"email-{key}"].lower(),
                given[f"qualification-{key}"],
            )
            for post in self.posts
            for key in (f"{post.pk}-{row}" for row in range(rows_of(post)))
            if given[f"name-{key}"]
        ]


PARTS = ("name", "email", "qualification")


def rows_of(post: Post) -> int:
    """How many people can be proposed for a post: one more than there are places."""
    return min(post.places + 1, MOST_ROWS)


def _candidate_fields(key: str) -> dict[str, forms.Field]:
    return {
        f"name-{key}": forms.CharField(label=_("Full name"), max_length=200, required=False),
        f"email-{key}": forms.EmailField(
            label=_("The person's own e-mail address"), required=False
        ),
        f"qualification-{key}": forms.CharField(
            label=_("Qualification"), max_length=500, required=False
        ),
    }


def initial_of(application: Application, candidates: Sequence[Candidate]) -> dict[str, Any]:
    """What the form shows of a saved draft."""
    shown = {
        name: getattr(application, name)
        for name in ApplicationData.__dataclass_fields__
        if name != "has_conflict"
    }
    answer = "" if application.has_conflict is None else (YES if application.has_conflict else NO)
    shown |= {"has_conflict": answer, "version": application.version}
    rows: dict[int, int] = {}
    for one in candidates:
        key = f"{one.post_id}-{rows.setdefault(one.post_id, 0)}"
        rows[one.post_id] += 1
        shown |= {
            f"name-{key}": one.full_name,
            f"email-{key}": one.email,
            f"qualification-{key}": one.qualification,
        }
    return shown


class FileForm(Form):
    """One file to enclose."""

    asked = forms.ChoiceField(label=_("Which document is it?"))
    file = forms.FileField(
        label=_("File"), help_text=_("PDF, JPEG or PNG, at most 15 MB. PDF is best.")
    )

    def __init__(self, *args: Any, asked: Sequence[AskedDocument], **options: Any) -> None:
        super().__init__(*args, **options)
        self.documents = {str(one.pk): one for one in asked}
        choices = [(key, str(one.text)) for key, one in self.documents.items()]
        self.fields["asked"].choices = [*choices, ("other", _("Another document"))]  # type: ignore[attr-defined]  # a ChoiceField

    @property
    def document(self) -> AskedDocument | None:
        """Which of the documents asked for; None: another one."""
        return self.documents.get(self.cleaned_data["asked"])


class QuestionForm(Form):
    asked = forms.CharField(
        label=_("Your question"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Question and answer are published for everybody, without your name. Do not write who "
            "you are."
        ),
    )


class ObjectionForm(Form):
    grounds = forms.CharField(
        label=_("What do you object to, and why?"),
        max_length=5000,
        widget=forms.Textarea(attrs=LONG),
    )


class ConfirmForm(Form):
    """Nothing but a button."""
