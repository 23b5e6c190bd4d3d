"""What an organiser fills in about an event itself."""

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.enums import EventKind, EventMode, Precision, SideRole
from korpu.domains.events.models import Event
from korpu.domains.events.services.events import EventFacts, SideFacts, VenueFacts
from korpu.domains.programmes.api import activity_choices, find_project, project_choices
from korpu.foundations.accounts.api import Actor
from korpu.foundations.codelists.api import country_choices, titles
from korpu.foundations.ui.forms import Autocomplete, DateField, Form
from korpu.kernel.texts import Text, active_language

SPOKEN = ("az", "en", "ru", "tr", "de", "fr", "fa", "ka")
END_OF_DAY = time(23, 59, 59)
NONE = ("", "–")
_MODES = [choice for choice in EventMode.choices if choice[0] != EventMode.NOT_STATED]
_MOST_PEOPLE = 100_000


def countries() -> list[tuple[str, str]]:
    """Every country there is today and none, for a field."""
    return [NONE, *country_choices(on=timezone.localdate(), language=active_language())]


class EventForm(Form):
    """Everything about an event but its places, sides and programme."""

    kind = forms.ChoiceField(label=_("Kind"), choices=(NONE, *EventKind.choices))
    title_az = forms.CharField(label=_("Title in Azerbaijani"), max_length=300)
    title_en = forms.CharField(label=_("Title in English"), max_length=300)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=300)
    starts_on = DateField(label=_("First day"))
    ends_on = DateField(label=_("Last day"))
    mode = forms.ChoiceField(label=_("How it is held"), choices=_MODES, widget=forms.RadioSelect)
    online_address = forms.URLField(
        label=_("Online address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only people who are registered are told."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Working languages"), widget=forms.CheckboxSelectMultiple, required=False
    )
    summary_az = forms.CharField(
        label=_("What it is about, in Azerbaijani"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    summary_en = forms.CharField(
        label=_("What it is about, in English"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    summary_ru = forms.CharField(
        label=_("What it is about, in Russian"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    project_uuid = forms.ChoiceField(label=_("Project"), required=False)
    activity_uuid = forms.ChoiceField(
        label=_("Activity of the project"),
        required=False,
        help_text=_("Save the project first; then its activities can be chosen."),
    )
    capacity = forms.IntegerField(
        label=_("Most participants"),
        min_value=1,
        max_value=_MOST_PEOPLE,
        required=False,
        help_text=_("Whoever registers when all places are taken gets on the waiting list."),
    )
    registration_until = DateField(
        label=_("Last day of public registration"),
        required=False,
        help_text=_("Empty: nobody can register on the public page."),
    )
    is_public = forms.BooleanField(
        label=_("Show on public pages once it is announced"), required=False, initial=True
    )
    expected_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, actor: Actor, event: Event | None = None, **options: Any
    ) -> None:
        options.setdefault("initial", initial_of(event) if event else {})
        super().__init__(*args, **options)
        spoken = titles("languages")
        self.choose("languages", [(code, spoken[code]) for code in SPOKEN if code in spoken])
        self.choose("project_uuid", [NONE, *project_choices(for_actor=actor)])
        project = find_project(event.project.uuid) if event and event.project else None
        activities = activity_choices(project, for_actor=actor) if project else []
        self.choose("activity_uuid", [NONE, *activities])
        if event and event.precision != Precision.DAY:
            self.fields["starts_on"].required = self.fields["ends_on"].required = False
        self.event = event

    def choose(self, name: str, offered: Any) -> None:
        self.fields[name].choices = offered  # type: ignore[attr-defined]  # a ChoiceField

    def facts(self) -> EventFacts:
        """What was filled in; call it when the form is valid."""
        given = self.cleaned_data
        return EventFacts(
            kind=EventKind(given["kind"]),
            mode=EventMode(given["mode"]),
            title=_text(given, "title"),
            summary=_text(given, "summary"),
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            precision=self._precision(),
            languages=tuple(given["languages"]),
            capacity=given["capacity"],
            registration_until=_end_of(given["registration_until"]),
            online_address=given["online_address"],
            is_public=given["is_public"],
            is_fictional=self.event.is_fictional if self.event else False,
            project_uuid=_uuid(given["project_uuid"]),
            activity_uuid=_uuid(given["activity_uuid"]),
        )

    def _precision(self) -> Precision:
        """Days people typed are known to the day; those of a source stay as vague as they were."""
        event = self.event
        if event is None:
            return Precision.DAY
        given = self.cleaned_data
        is_same = (given["starts_on"], given["ends_on"]) == (event.starts_on, event.ends_on)
        return Precision(event.precision) if is_same else Precision.DAY


class PlaceForm(Form):
    """One place; an empty country leaves it out."""

    country = forms.ChoiceField(label=_("Country"), widget=Autocomplete, required=False)
    city_az = forms.CharField(label=_("City in Azerbaijani"), max_length=120, required=False)
    city_en = forms.CharField(label=_("City in English"), max_length=120, required=False)
    city_ru = forms.CharField(label=_("City in Russian"), max_length=120, required=False)
    name = forms.CharField(label=_("Building or room"), max_length=200, required=False)
    address = forms.CharField(label=_("Street address"), max_length=300, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        others = any(value for name, value in given.items() if name != "country")
        if others and not given.get("country"):
            self.add_error("country", _("Choose the country of this place."))
        return given

    def facts(self) -> VenueFacts | None:
        """The place; None: left out."""
        given = self.cleaned_data
        if not given["country"]:
            return None
        return VenueFacts(given["country"], _text(given, "city"), given["name"], given["address"])


class SideForm(Form):
    """One body in a role; an empty name leaves it out."""

    role = forms.ChoiceField(label=_("Part"), choices=SideRole.choices)
    name_az = forms.CharField(label=_("Name in Azerbaijani"), max_length=300, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=300, required=False)
    name_ru = forms.CharField(label=_("Name in Russian"), max_length=300, required=False)
    country = forms.ChoiceField(label=_("Country"), widget=Autocomplete, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = countries()  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        names = [given.get(f"name_{language}") for language in ("az", "en", "ru")]
        if any(names) and not all(names):
            self.add_error("name_az", _("Give the name in all three languages."))
        return given

    def facts(self) -> SideFacts | None:
        """The body; None: left out."""
        given = self.cleaned_data
        if not given["name_az"]:
            return None
        return SideFacts(SideRole(given["role"]), _text(given, "name"), given["country"])


PlaceForms = forms.formset_factory(PlaceForm, extra=2, max_num=20, absolute_max=20)
SideForms = forms.formset_factory(SideForm, extra=2, max_num=20, absolute_max=20)


class ReasonForm(Form):
    """Why something is called off or revoked; people read it."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )


def initial_of(event: Event) -> dict[str, Any]:
    """The event as the form shows it."""
    plain = {name: getattr(event, name, None) for name in EventForm.base_fields}
    until = event.registration_until
    return plain | {
        "project_uuid": str(event.project.uuid) if event.project else "",
        "activity_uuid": str(event.activity_uuid or ""),
        "registration_until": timezone.localdate(until) if until else None,
        "expected_version": event.version,
    }


def _text(given: dict[str, Any], name: str) -> Text:
    return Text(**{language: given[f"{name}_{language}"] for language in ("az", "en", "ru")})


def _uuid(value: str) -> UUID | None:
    return UUID(value) if value else None


def _end_of(day: Any) -> datetime | None:
    zone = timezone.get_default_timezone()
    assert settings.USE_TZ
    return datetime.combine(day, END_OF_DAY, zone) if day else None
