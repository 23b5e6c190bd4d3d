"""What the staff write into a call."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.calls.enums import PostKind
from korpu.domains.calls.forms.grown import GrownForm
from korpu.domains.calls.models import Call
from korpu.domains.calls.services.calls import CallData
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.texts import Text

LANGUAGE_NAMES = {"az": _("in Azerbaijani"), "en": _("in English"), "ru": _("in Russian")}


class WordsForm(GrownForm):
    """Texts in every language, one field each, named ``<name>_<language>``."""

    words: Mapping[str, tuple[Any, int]] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        first: dict[str, forms.Field] = {}
        for name, (label, rows) in self.words.items():
            for language, words in LANGUAGE_NAMES.items():
                widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
                first[f"{name}_{language}"] = forms.CharField(
                    label=_("%(what)s, %(language)s") % {"what": label, "language": words},
                    widget=widget,
                    max_length=3000 if rows > 1 else 200,
                )
        self.grow(first)
        super().__init__(*args, **options)

    def text_of(self, name: str) -> Text:
        given = {language: self.cleaned_data[f"{name}_{language}"] for language in LANGUAGE_NAMES}
        return Text(**given)


class TermForm(Form):
    """The last instant to apply, as a day and a time."""

    closes_on = DateField(label=_("Last day to apply"))
    closes_time = forms.TimeField(
        label=_("Until what time, in Baku"),
        initial=time(18, 0),
        input_formats=["%H:%M"],
        widget=forms.TextInput(),
        help_text=_("For example, 18:00"),
        error_messages={"invalid": _("Write the time as hours and minutes, for example 18:00.")},
    )

    @property
    def closes_at(self) -> datetime:
        """The instant in the service's time zone."""
        given = self.cleaned_data
        naive = datetime.combine(given["closes_on"], given["closes_time"])
        return timezone.make_aware(naive)


class CallForm(WordsForm, TermForm):
    """A draft."""

    words = {"title": (_("Title of the call"), 1), "text": (_("What is asked, and why"), 5)}

    contact = forms.CharField(label=_("Address for enquiries"), max_length=200)
    objection_days = forms.IntegerField(
        label=_("Days to object"),
        min_value=1,
        max_value=60,
        initial=10,
        help_text=_("Calendar days, counted from the day after the notice."),
    )
    assessors_needed = forms.IntegerField(
        label=_("Assessors for each application"), min_value=2, max_value=9, initial=2
    )
    minimum_total = forms.DecimalField(
        label=_("Least points to be selected, of 100"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        initial=60,
    )
    consensus_spread = forms.DecimalField(
        label=_("Totals further apart than this need a consensus"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        initial=20,
    )
    contract_from = DateField(label=_("Contracts begin on"), required=False)
    contract_until = DateField(label=_("Contracts end on"), required=False)

    def data_of_call(self) -> CallData:
        given = dict(self.cleaned_data)
        for name in ("closes_on", "closes_time", "number", "project"):
            given.pop(name, None)
        return CallData(**given, closes_at=self.closes_at)


class NewCallForm(CallForm):
    """A draft that has no number yet."""

    field_order = ("number", "project")
    number = forms.RegexField(
        label=_("Number of the call"),
        regex=r"\A[A-Za-z0-9]+(-[A-Za-z0-9]+)*\Z",
        max_length=30,
        help_text=_("For example RST-2026-01. It stands in the address and in every letter."),
        error_messages={"invalid": _("Use letters, digits and hyphens only.")},
    )
    project = forms.ChoiceField(label=_("Project"))

    def __init__(self, *args: Any, projects: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["project"].choices = projects  # type: ignore[attr-defined]  # a ChoiceField
        self.order_fields(("number", "project"))

    @property
    def project_uuid(self) -> UUID:
        return UUID(self.cleaned_data["project"])


def initial_of(call: Call) -> dict[str, Any]:
    """What the form of a draft shows of it."""
    shown: dict[str, Any] = {
        name: getattr(call, name)
        for name in (
            *(f"{kind}_{lang}" for kind in ("title", "text") for lang in LANGUAGE_NAMES),
            "contact",
            "objection_days",
            "assessors_needed",
            "minimum_total",
            "consensus_spread",
            "contract_from",
            "contract_until",
        )
    }
    if call.closes_at is not None:
        local = timezone.localtime(call.closes_at)
        shown |= {"closes_on": local.date(), "closes_time": f"{local:%H:%M}"}
    return shown


class CorrectionForm(WordsForm, TermForm):
    """A correction of a published call."""

    words = {
        "note": (_("What is changed, as applicants read it"), 2),
        "title": (_("Title of the call"), 1),
        "text": (_("What is asked, and why"), 5),
    }
    contact = forms.CharField(label=_("Address for enquiries"), max_length=200)

    def changes(self) -> dict[str, Any]:
        kept = {
            name: value
            for name, value in self.cleaned_data.items()
            if name.startswith(("title_", "text_")) or name == "contact"
        }
        return kept | {"closes_at": self.closes_at}


class _PartForm(WordsForm):
    words = {"text": (_("Wording"), 3)}


class PostForm(_PartForm):
    kind = forms.ChoiceField(label=_("Post"), choices=PostKind.choices, widget=forms.RadioSelect)
    places = forms.IntegerField(label=_("How many"), min_value=1, max_value=99, initial=1)


class ConditionForm(_PartForm):
    pass


class CriterionForm(_PartForm):
    weight = forms.IntegerField(
        label=_("Weight, per cent"),
        min_value=1,
        max_value=100,
        help_text=_("The weights of a call make 100 together."),
    )
    scale_max = forms.IntegerField(label=_("Best score"), min_value=1, max_value=100, initial=5)


class DocumentForm(_PartForm):
    is_required = forms.BooleanField(
        label=_("Nobody can apply without this document"), required=False, initial=True
    )


PART_FORMS: Mapping[str, type[_PartForm]] = {
    "posts": PostForm,
    "conditions": ConditionForm,
    "criteria": CriterionForm,
    "documents": DocumentForm,
}
PART_TITLES = {
    "posts": _("Add a post"),
    "conditions": _("Add a condition"),
    "criteria": _("Add a criterion"),
    "documents": _("Add a document to be enclosed"),
}


class ReasonForm(Form):
    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class AnswerForm(WordsForm):
    """A question as it is published, with its answer."""

    words = {
        "question": (_("The question, worded so that nobody is recognised"), 2),
        "answer": (_("The answer"), 3),
    }
