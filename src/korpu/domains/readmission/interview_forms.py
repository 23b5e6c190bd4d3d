"""When, where, in which language and with whom an interview is held."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import rules
from korpu.domains.readmission.act_forms import long_text
from korpu.domains.readmission.statement import Slot
from korpu.foundations.casework.api import ActForm
from korpu.foundations.ui.forms import DateField


class SlotForm(ActForm):
    """The appointment of an interview.

    Attributes:
        wanted: whether the appointment has to be made now.
    """

    wanted: ClassVar[bool] = True

    mission = forms.CharField(
        label=_("Mission that holds the interview"), max_length=rules.LINE_LENGTH
    )
    held_on = DateField(label=_("Day of the interview"), earliest=timezone.localdate)
    held_time = forms.TimeField(
        label=_("Time of the interview"),
        help_text=_("On the 24-hour clock of Baku, for example 14:35."),
        error_messages={"invalid": _("Enter a time like 14:35.")},
    )
    place = forms.CharField(label=_("Place of the interview"), max_length=rules.LINE_LENGTH)
    language = forms.CharField(label=_("Language of the interview"), max_length=rules.NAME_LENGTH)
    interpreter = forms.CharField(
        label=_("Interpreter"),
        required=False,
        max_length=rules.NAME_LENGTH,
        help_text=_("Leave empty when none is needed."),
    )
    attends = long_text(
        _("Who is present"), required=False, rows=3, help_text=_("One person per line.")
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if not self.wanted:
            for name in ("held_on", "held_time", "place", "language"):
                self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        day, time = cleaned.get("held_on"), cleaned.get("held_time")
        if isinstance(day, date) and time is None and "held_time" not in self.errors:
            self.add_error("held_time", _("Enter a time like 14:35."))
        for name in ("place", "language"):
            if day and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("An appointment needs this."))
        if isinstance(day, date) and time is not None:
            cleaned["starts_at"] = timezone.make_aware(datetime.combine(day, time))
            if cleaned["starts_at"] <= timezone.now():
                self.add_error("held_time", _("The interview has to lie in the future."))
        return cleaned

    def data_for_domain(self) -> Mapping[str, object]:
        given = self.cleaned_data
        names = ("mission", "place", "language", "interpreter", "attends")
        stated = {name: given[name] for name in names}
        slot = Slot(starts_at=given["starts_at"], **stated) if given.get("starts_at") else None
        return {"slot": slot, "mission": given["mission"]}


class RequestInterviewForm(SlotForm):
    """The request to a mission; the appointment may follow."""

    wanted = False

    questions = long_text(
        _("What the interview should clear up"),
        required=False,
        help_text=_("Ask only about identity and nationality."),
    )

    def data_for_domain(self) -> Mapping[str, object]:
        given = self.cleaned_data
        asked = {"questions": given["questions"], "proposed_on": given["held_on"]}
        return {**super().data_for_domain(), **asked}


class RescheduleInterviewForm(SlotForm):
    """Another appointment; the reasons say why."""
