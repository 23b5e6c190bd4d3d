"""Forms of the registers all projects share: sources and legal instruments."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import InstrumentKind
from korpu.domains.programmes.forms.parts import title_fields
from korpu.domains.programmes.models import Declared, Instrument, Source
from korpu.domains.programmes.offers import instruments_offered, sources_offered
from korpu.foundations.ui.forms import DateField, FilterForm, Form


class EntryFilters(FilterForm):
    """Which entries of a register are looked for."""

    text = forms.CharField(label=_("Words of the title"), max_length=100)
    ended = forms.ChoiceField(
        label=_("Taken out"), choices=[("", _("Leave them out")), ("yes", _("Only these"))]
    )


class EntryForm(Form):
    """An entry of a register."""

    def __init__(self, *args: Any, entry: Declared | None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.entry = entry

    @classmethod
    def initial_of(cls, entry: Declared) -> dict[str, Any]:
        """What the fields show for an entry that is there."""
        return {name: getattr(entry, name) for name in cls.base_fields}

    def values(self) -> dict[str, Any]:
        """The columns of the row, from a valid form."""
        return dict(self.cleaned_data)


class SourceForm(EntryForm):
    """Something published in which a fact can be looked up."""

    title_az, title_en, title_ru = title_fields()
    publisher = forms.CharField(label=_("Who published it"), max_length=200)
    edition = forms.CharField(
        label=_("Edition or date printed on it"), max_length=100, required=False
    )
    url = forms.URLField(
        label=_("Address on the web"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Empty: it is not on the web."),
    )
    seen_on = DateField(
        label=_("Last looked up on"), required=False, help_text=_("Empty: not recorded.")
    )


class InstrumentForm(EntryForm):
    """A declaration, an order, an agreement."""

    kind = forms.ChoiceField(label=_("Kind"), choices=InstrumentKind.choices)
    title_az, title_en, title_ru = title_fields()
    official_title = forms.CharField(
        label=_("Official title"),
        max_length=400,
        required=False,
        help_text=_("Exactly as printed; empty: not stated."),
    )
    signed_on = DateField(
        label=_("Signed on"), required=False, help_text=_("Empty: not stated by the source.")
    )
    place = forms.CharField(label=_("Where it was signed"), max_length=100, required=False)
    number = forms.CharField(label=_("Official number"), max_length=50, required=False)
    recorded_in = forms.CharField(
        label=_("Official journal or register"),
        max_length=200,
        required=False,
        help_text=_("Where it is officially recorded, with the number of the entry."),
    )
    url = forms.URLField(
        label=_("Its text on the web"), max_length=500, required=False, assume_scheme="https"
    )
    approves = forms.ChoiceField(label=_("Instrument it approves"), required=False)
    source = forms.ChoiceField(
        label=_("Source"),
        required=False,
        help_text=_("The publication it can be looked up in; empty: entered by the office."),
    )

    def __init__(self, *args: Any, entry: Declared | None, **options: Any) -> None:
        super().__init__(*args, entry=entry, **options)
        itself = entry if isinstance(entry, Instrument) else None
        for name, offers in (
            ("approves", instruments_offered(but=itself)),
            ("source", sources_offered()),
        ):
            chosen = [(one.pk, one.words) for one in offers]
            self.fields[name].choices = [("", "–"), *chosen]  # type: ignore[attr-defined]  # a ChoiceField

    @classmethod
    def initial_of(cls, entry: Declared) -> dict[str, Any]:
        assert isinstance(entry, Instrument)
        keys = {"approves": entry.approves_id, "source": entry.source_id}
        return super().initial_of(entry) | {one: str(key or "") for one, key in keys.items()}

    def values(self) -> dict[str, Any]:
        made = super().values()
        for name in ("approves", "source"):
            chosen = made.pop(name)
            made[f"{name}_id"] = int(chosen) if chosen else None
        return made


FORMS: dict[type[Declared], type[EntryForm]] = {Source: SourceForm, Instrument: InstrumentForm}
