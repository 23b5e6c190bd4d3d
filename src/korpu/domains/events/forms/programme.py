"""What is filled in about the programme and its files."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from korpu.domains.events.enums import Audience, DayPart
from korpu.domains.events.models import Session, Venue
from korpu.domains.events.services.programme import SessionFacts
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.texts import Text

TIME_HELP = _("For example, 09:30")
MOST_FACILITATORS = 20


class SessionForm(Form):
    """One item of the programme."""

    held_on = DateField(label=_("Day"))
    part = forms.ChoiceField(
        label=_("Half-day"),
        choices=DayPart.choices,
        widget=forms.RadioSelect,
        help_text=_("Attendance is taken once for each half-day."),
    )
    starts_at = forms.TimeField(label=_("Begins at"), help_text=TIME_HELP)
    ends_at = forms.TimeField(label=_("Ends at"), help_text=TIME_HELP)
    title_az = forms.CharField(label=_("Title in Azerbaijani"), max_length=300)
    title_en = forms.CharField(label=_("Title in English"), max_length=300, required=False)
    title_ru = forms.CharField(label=_("Title in Russian"), max_length=300, required=False)
    venue = forms.ChoiceField(label=_("Place"), required=False)
    is_break = forms.BooleanField(label=_("A break: it does not count as hours"), required=False)
    facilitators = forms.CharField(
        label=_("Trainers and speakers"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line: name, then the institution after a semicolon."),
    )

    def __init__(
        self,
        *args: Any,
        venues: list[Venue],
        session: Session | None = None,
        first: date | None = None,
        **options: Any,
    ) -> None:
        options.setdefault("initial", initial_of(session) if session else {"held_on": first})
        super().__init__(*args, **options)
        self.venues = {str(venue.pk): venue for venue in venues}
        shown = [("", "–"), *((key, str(venue)) for key, venue in self.venues.items())]
        self.fields["venue"].choices = shown  # type: ignore[attr-defined]  # a ChoiceField

    def facts(self) -> SessionFacts:
        """What was filled in; call it when the form is valid."""
        given = self.cleaned_data
        return SessionFacts(
            held_on=given["held_on"],
            part=DayPart(given["part"]),
            starts_at=given["starts_at"],
            ends_at=given["ends_at"],
            title=Text(az=given["title_az"], en=given["title_en"], ru=given["title_ru"]),
            venue=self.venues.get(given["venue"]),
            is_break=given["is_break"],
            facilitators=tuple(_people(given["facilitators"]))[:MOST_FACILITATORS],
        )


class MaterialForm(Form):
    """A file of the event."""

    file = forms.FileField(label=_("File"), help_text=_("PDF, JPEG or PNG."))
    title = forms.CharField(label=_("What it is"), max_length=200)
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", "–"), *settings.LANGUAGES], required=False
    )
    audience = forms.ChoiceField(
        label=_("Who may read it"), choices=Audience.choices, widget=forms.RadioSelect
    )


def initial_of(session: Session) -> dict[str, Any]:
    """An item as the form shows it."""
    plain = {name: getattr(session, name, None) for name in SessionForm.base_fields}
    people = session.facilitators.all()
    lines = (f"{one.name}; {one.institution}".rstrip("; ") for one in people)
    return plain | {
        "held_on": session.half_day.held_on,
        "part": session.half_day.part,
        "starts_at": f"{session.starts_at:%H:%M}",
        "ends_at": f"{session.ends_at:%H:%M}",
        "venue": str(session.venue_id or ""),
        "facilitators": "\n".join(lines),
    }


def _people(text: str) -> list[tuple[str, str]]:
    lines = (line.partition(";") for line in text.splitlines())
    return [(name.strip()[:200], body.strip()[:300]) for name, _semi, body in lines if name.strip()]
