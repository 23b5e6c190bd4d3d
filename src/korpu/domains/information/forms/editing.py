"""What those who prepare publications fill in."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from korpu.domains.information.enums import RecommendationStatus
from korpu.domains.information.forms.choices import (
    Choices,
    edition_label,
    from_list,
    language_choices,
    site_languages,
)
from korpu.domains.information.models import Edition, Publication, Series
from korpu.domains.information.services.distribution import CHANNELS, RECIPIENTS, Handout
from korpu.domains.information.services.editions import EditionDraft
from korpu.domains.information.services.publications import PublicationDraft
from korpu.domains.information.services.recommendations import Report
from korpu.domains.programmes.api import Precision
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.texts import LANGUAGES, Text

TEXTS = ("title", "author", "summary", "note")
"""What a publication says of itself in every language."""
TEXTAREA = forms.Textarea(attrs={"rows": 4})
_TITLES = {
    "az": _("Title in Azerbaijani"),
    "en": _("Title in English"),
    "ru": _("Title in Russian"),
}
_SUMMARIES = {
    "az": _("Summary in Azerbaijani"),
    "en": _("Summary in English"),
    "ru": _("Summary in Russian"),
}
_AUTHORS = {
    "az": _("Author, in Azerbaijani"),
    "en": _("Author, in English"),
    "ru": _("Author, in Russian"),
}
_NOTES = {
    "az": _("Note for readers, in Azerbaijani"),
    "en": _("Note for readers, in English"),
    "ru": _("Note for readers, in Russian"),
}
_FILES = {
    "az": _("File in Azerbaijani"),
    "en": _("File in English"),
    "ru": _("File in Russian"),
}
_MOST_COPIES = 1_000_000


def _in_languages(labels: dict[str, Any], length: int) -> dict[str, forms.CharField]:
    return {
        language: forms.CharField(label=label, max_length=length, required=False)
        for language, label in labels.items()
    }


class PublicationForm(Form):
    """A publication; what is left empty counts as not stated."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=from_list("publication-kinds"))

    def __init__(
        self,
        *args: Any,
        projects: Choices,
        activities: Choices,
        series: Choices,
        others: Sequence[Publication],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        none = [("", gettext("None"))]
        self.others = {str(one.uuid): one for one in others}
        self._add_texts()
        self.fields["project"] = forms.ChoiceField(
            label=_("Project"), choices=none + projects, required=False
        )
        self.fields["activity"] = forms.ChoiceField(
            label=_("Activity of the project"),
            choices=none + activities,
            required=False,
            help_text=_("Save the draft with its project first: its activities are then offered."),
            error_messages={
                "invalid_choice": _(
                    "This activity is not one of the project chosen. Choose one of its own."
                )
            },
        )
        self.fields["series"] = forms.ChoiceField(
            label=_("Series"), choices=none + series, required=False
        )
        self.fields["new_series"] = forms.CharField(
            label=_("Or a new series: its title in Azerbaijani"), max_length=300, required=False
        )
        self.fields["number_in_series"] = forms.IntegerField(
            label=_("Number in the series"), min_value=1, max_value=9_999, required=False
        )
        self.fields["supersedes"] = forms.ChoiceField(
            label=_("Takes the place of"),
            choices=none + [(key, str(one)) for key, one in self.others.items()],
            required=False,
        )

    def _add_texts(self) -> None:
        for language, field in _in_languages(_TITLES, 500).items():
            self.fields[f"title_{language}"] = field
        self.fields["printed_in"] = forms.MultipleChoiceField(
            label=_("In which languages does the title stand as printed?"),
            choices=site_languages,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("The titles in the other languages count as our rendering."),
        )
        for language, field in _in_languages(_AUTHORS, 300).items():
            self.fields[f"author_{language}"] = field
        for language, field in _in_languages(_SUMMARIES, 3000).items():
            field.widget = forms.Textarea(attrs={"rows": 4})
            self.fields[f"summary_{language}"] = field
        for language, field in _in_languages(_NOTES, 500).items():
            field.widget = forms.Textarea(attrs={"rows": 2})
            self.fields[f"note_{language}"] = field

    def draft(self, series: Series | None) -> PublicationDraft:
        """What was filled in."""
        data = self.cleaned_data
        texts = {
            f"{name}_{language}": data[f"{name}_{language}"]
            for name in TEXTS
            for language in LANGUAGES
        }
        return PublicationDraft(
            kind=data["kind"],
            printed_in=tuple(data["printed_in"]),
            series=series,
            number_in_series=data["number_in_series"],
            project_uuid=UUID(data["project"]) if data["project"] else None,
            activity_uuid=UUID(data["activity"]) if data["activity"] else None,
            supersedes=self.others.get(data["supersedes"]),
            **texts,
        )


class EditionForm(Form):
    """An edition; what is left empty counts as not stated."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    version = forms.CharField(
        label=_("Version"), max_length=40, help_text=_("As printed, or 1 for the first.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages of the text"),
        choices=language_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Tick none if the source does not state it."),
    )
    issued_on = DateField(label=_("Day of issue"), required=False)
    issued_precision = forms.ChoiceField(
        label=_("How exactly is the day known?"),
        choices=Precision.choices,
        widget=forms.RadioSelect,
        initial=Precision.DAY,
        help_text=_("For a month or a year the first day is enough."),
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        choices=from_list("publication-licences", first=_("Not stated")),
        required=False,
    )
    copies_printed = forms.IntegerField(
        label=_("Copies printed"), min_value=0, max_value=_MOST_COPIES, required=False
    )

    def __init__(self, *args: Any, originals: Sequence[Edition], **options: Any) -> None:
        super().__init__(*args, **options)
        self.originals = {str(one.uuid): one for one in originals}
        self.fields["translation_of"] = forms.ChoiceField(
            label=_("Translation of"),
            choices=[("", _("No translation")), *self._labels()],
            required=False,
        )

    def _labels(self) -> Choices:
        return [(key, edition_label(one)) for key, one in self.originals.items()]

    @property
    def draft(self) -> EditionDraft:
        """What was filled in."""
        data = self.cleaned_data
        return EditionDraft(
            version=data["version"],
            languages=tuple(data["languages"]),
            issued_on=data["issued_on"],
            issued_precision=Precision(data["issued_precision"]),
            licence=data["licence"],
            translation_of=self.originals.get(data["translation_of"]),
            copies_printed=data["copies_printed"],
        )


class VersionsForm(Form):
    """One version in several languages: a file for each."""

    version = forms.CharField(
        label=_("Version"), max_length=40, help_text=_("As printed, or 1 for the first.")
    )
    original = forms.ChoiceField(
        label=_("Language of the original"), choices=site_languages, widget=forms.RadioSelect
    )
    issued_on = DateField(label=_("Day of issue"), required=False)
    licence = forms.ChoiceField(
        label=_("Licence"),
        choices=from_list("publication-licences", first=_("Not stated")),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for language, label in _FILES.items():
            self.fields[f"file_{language}"] = forms.FileField(label=label, required=False)

    @property
    def draft(self) -> EditionDraft:
        """What the languages have in common."""
        data = self.cleaned_data
        return EditionDraft(
            version=data["version"], issued_on=data["issued_on"], licence=data["licence"]
        )

    @property
    def texts(self) -> dict[str, Any]:
        """The files that were chosen, by language."""
        given = {language: self.cleaned_data[f"file_{language}"] for language in _FILES}
        return {language: file for language, file in given.items() if file}


class EditionFileForm(Form):
    """A file of an edition."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Everybody can download it once the edition is published."),
    )
    title = forms.CharField(
        label=_("What the file is"),
        max_length=200,
        required=False,
        help_text=_("Such as “Print version”."),
    )


class PrintingForm(Form):
    """Freshly printed copies."""

    copies = forms.IntegerField(label=_("Copies printed"), min_value=1, max_value=_MOST_COPIES)


class HandoutForm(Form):
    """Copies given out."""

    channel = forms.ChoiceField(label=_("Channel"), choices=from_list(CHANNELS))
    recipients = forms.ChoiceField(label=_("Recipients"), choices=from_list(RECIPIENTS))
    organisation = forms.CharField(
        label=_("Organisation that received them"),
        max_length=200,
        required=False,
        help_text=_("A body, never the name of a person."),
    )
    copies = forms.IntegerField(label=_("Number of copies"), min_value=1, max_value=_MOST_COPIES)
    given_on = DateField(label=_("Day"), latest=timezone.localdate)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    @property
    def handout(self) -> Handout:
        """What was filled in."""
        return Handout(**self.cleaned_data)


class ReasonForm(Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


class RecommendationForm(Form):
    """A recommendation as it stands in the publication."""

    number = forms.CharField(
        label=_("Number"), max_length=20, help_text=_("As in the publication, such as 3.2.")
    )
    text_az = forms.CharField(
        label=_("Text in Azerbaijani"), max_length=2000, widget=TEXTAREA, required=False
    )
    text_en = forms.CharField(
        label=_("Text in English"), max_length=2000, widget=TEXTAREA, required=False
    )
    text_ru = forms.CharField(
        label=_("Text in Russian"), max_length=2000, widget=TEXTAREA, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not any(cleaned.get(f"text_{language}") for language in LANGUAGES):
            self.add_error("text_az", _("Write the text in one language at least."))
        return cleaned

    @property
    def text(self) -> Text:
        """What was filled in."""
        return Text(**{language: self.cleaned_data[f"text_{language}"] for language in LANGUAGES})


class ReportForm(Form):
    """What became of a recommendation."""

    status = forms.ChoiceField(
        label=_("What became of it"),
        choices=RecommendationStatus.choices,
        widget=forms.RadioSelect,
    )
    reported_on = DateField(label=_("Day"), latest=timezone.localdate)
    owner = forms.CharField(
        label=_("Who answers for it"),
        max_length=200,
        required=False,
        help_text=_("A body or a unit, never the name of a person."),
    )
    due_on = DateField(label=_("Term"), required=False)
    result_az = forms.CharField(
        label=_("Result in Azerbaijani"), max_length=2000, widget=TEXTAREA, required=False
    )
    result_en = forms.CharField(
        label=_("Result in English"), max_length=2000, widget=TEXTAREA, required=False
    )
    result_ru = forms.CharField(
        label=_("Result in Russian"), max_length=2000, widget=TEXTAREA, required=False
    )
    evidence_url = forms.URLField(
        label=_("Link to the evidence"), max_length=500, required=False, assume_scheme="https"
    )
    evidence = forms.FileField(
        label=_("Evidence as a file"),
        required=False,
        help_text=_("Everybody can read the report once the publication is public."),
    )

    @property
    def report(self) -> Report:
        """What was filled in."""
        data = self.cleaned_data
        return Report(
            status=RecommendationStatus(data["status"]),
            reported_on=data["reported_on"],
            owner=data["owner"],
            due_on=data["due_on"],
            result=Text(**{one: data[f"result_{one}"] for one in LANGUAGES}),
            evidence_url=data["evidence_url"],
            evidence=data["evidence"],
        )
