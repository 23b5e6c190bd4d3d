"""Forms of a project itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import ProjectStatus
from korpu.domains.programmes.forms.fields import SourceField, Values, WordsField
from korpu.domains.programmes.forms.parts import title_fields
from korpu.domains.programmes.models import Project
from korpu.domains.programmes.offers import offices_offered, predecessors_offered
from korpu.foundations.accounts.api import Actor
from korpu.foundations.ui.forms import Form


class TitlesField(forms.CharField):
    """One official title on each line; cleaned to a list."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> Any:
        text = str(super().clean(value) or "")
        return [line.strip()[:300] for line in text.splitlines() if line.strip()]


class ProjectForm(Form):
    """What a project says of itself."""

    acronym = forms.CharField(label=_("Acronym"), max_length=50)
    spellings = WordsField(
        longest=50,
        label=_("Spellings of the acronym"),
        max_length=300,
        required=False,
        help_text=_("Every spelling in print, with commas between; a search finds all of them."),
    )
    title_az, title_en, title_ru = title_fields()
    official_titles = TitlesField(
        label=_("Official titles"),
        max_length=2000,
        required=False,
        help_text=_("Exactly as printed, one on each line, the principal one first."),
    )
    summary_az = forms.CharField(
        label=_("Summary in Azerbaijani"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What it is for, in our own words."),
    )
    summary_en = forms.CharField(
        label=_("Summary in English"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    summary_ru = forms.CharField(
        label=_("Summary in Russian"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    status = forms.ChoiceField(label=_("Status"), choices=ProjectStatus.choices)
    predecessor = forms.ChoiceField(
        label=_("Builds on"), required=False, help_text=_("The project whose results it builds on.")
    )
    source = SourceField(label=_("Source"), required=False)
    statements = WordsField(
        longest=5,
        label=_("Statements of the source"),
        max_length=200,
        required=False,
        help_text=_("Numbers with commas between, such as C7, C8."),
    )

    def __init__(self, *args: Any, project: Project | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["predecessor"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            ("", "–"),
            *predecessors_offered(project),
        ]
        source = self.fields["source"]
        assert isinstance(source, SourceField)
        source.offer(project)

    @staticmethod
    def initial_of(project: Project) -> dict[str, Any]:
        """What the fields show for a project that is there."""
        plain = ("acronym", "title_az", "title_en", "title_ru", "status")
        summaries = ("summary_az", "summary_en", "summary_ru")
        return {name: getattr(project, name) for name in (*plain, *summaries)} | {
            "spellings": ", ".join(project.spellings),
            "statements": ", ".join(project.statements),
            "official_titles": "\n".join(project.official_titles),
            "predecessor": str(project.predecessor_id or ""),
            "source": str(project.source_id or ""),
        }

    def values(self) -> Values:
        """The columns of the row, from a valid form."""
        made = dict(self.cleaned_data)
        made.pop("code", None)
        made.pop("office", None)
        for name in ("predecessor", "source"):
            chosen = made.pop(name)
            made[f"{name}_id"] = int(chosen) if chosen else None
        return made


class NewProjectForm(ProjectForm):
    """A project that begins."""

    field_order = ("code", "office")

    code = forms.SlugField(
        label=_("Code"),
        max_length=40,
        help_text=_("Its name in addresses: small letters, digits and hyphens, such as restart-2."),
    )
    office = forms.ChoiceField(label=_("Office that keeps it"))

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, project=None, **options)
        self.fields["office"].choices = offices_offered(actor)  # type: ignore[attr-defined]  # a ChoiceField


class CommentForm(Form):
    """A remark for the office."""

    text = forms.CharField(
        label=_("Internal remark"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only the office reads it. Write no names of people who receive help."),
    )
