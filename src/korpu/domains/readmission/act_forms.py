"""What each act of the procedure asks for, beside its day and note."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import rules
from korpu.domains.readmission.codes import CROSSING_POINTS, REFUSAL_GROUNDS, RETURN_DOCUMENTS
from korpu.domains.readmission.enums import IdentityGround, InterviewOutcome
from korpu.domains.readmission.statement import Notice
from korpu.engines.procedure.api import FactValue
from korpu.foundations.casework.api import ActForm
from korpu.foundations.codelists.api import choices
from korpu.foundations.ui.forms import DateField
from korpu.kernel.texts import active_language

YES_NO = (("yes", _("Yes")), ("no", _("No")))


def long_text(label: Any, *, rows: int = 4, **options: Any) -> forms.CharField:
    """A text of several lines, bounded as every free text of the room."""
    return forms.CharField(
        label=label,
        max_length=rules.TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": rows}),
        **options,
    )


def offered(codelist: str, *, blank: bool = True) -> list[tuple[str, Any]]:
    """The codes of a list valid today, in the reader's language."""
    found = choices(codelist, on=timezone.localdate(), language=active_language())
    return [("", _("Choose")), *found] if blank else found


class ConfirmIdentityForm(ActForm):
    """The officer's finding about identity and nationality."""

    ground = forms.ChoiceField(
        label=_("What confirms the identity"), choices=IdentityGround, widget=forms.RadioSelect
    )
    finding = long_text(
        _("Finding"),
        help_text=_(
            "Which document or register was compared with which statement, and the result."
        ),
    )


class RecordInterviewForm(ActForm):
    """What the interview showed."""

    outcome = forms.ChoiceField(
        label=_("Result"), choices=InterviewOutcome, widget=forms.RadioSelect
    )
    held_on = DateField(label=_("Day of the interview"), required=False, latest=timezone.localdate)
    interviewer = forms.CharField(label=_("Interviewer"), required=False, max_length=100)
    language = forms.CharField(label=_("Language and interpreter"), required=False, max_length=100)
    report = long_text(_("Report"), rows=8)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        held, outcome = cleaned.get("held_on"), cleaned.get("outcome")
        if outcome and outcome != InterviewOutcome.NOT_HELD and not held:
            self.add_error("held_on", _("Enter the day of the interview."))
        return cleaned


class RefuseForm(ActForm):
    """A refusal: grounds from the list, reasons in words."""

    grounds = forms.MultipleChoiceField(label=_("Grounds"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["grounds"].choices = offered(REFUSAL_GROUNDS, blank=False)  # type: ignore[attr-defined]  # a choice field


class TravelDocumentForm(ActForm):
    """The document issued for the return."""

    kind = forms.ChoiceField(label=_("Kind of document"))
    number = forms.CharField(label=_("Number"), max_length=30)
    issued_by = forms.CharField(
        label=_("Issued by"),
        max_length=rules.LINE_LENGTH,
        help_text=_("The mission or body that issued it."),
    )
    issued_on = DateField(label=_("Date of issue"), latest=timezone.localdate)
    valid_until = DateField(label=_("Valid until"), help_text=_("The last day of validity."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = offered(RETURN_DOCUMENTS)  # type: ignore[attr-defined]  # a choice field

    def clean_number(self) -> str:
        number = "".join(str(self.cleaned_data["number"]).split()).upper()
        if not number.isascii() or not number.isalnum():
            raise forms.ValidationError(_("Use only Latin letters and digits in the number."))
        return number

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        issued, until = cleaned.get("issued_on"), cleaned.get("valid_until")
        if issued and until and until < issued:
            self.add_error(
                "valid_until", _("The last day of validity cannot be before the day of issue.")
            )
        return cleaned

    def facts(self) -> Mapping[str, FactValue]:
        return {"document_valid_until": self.cleaned_data["valid_until"]}


class AnnounceTransferForm(ActForm):
    """The notice of transfer."""

    states: ClassVar[frozenset[str]] = frozenset({"transfer_on", "crossing_point"})

    transfer_on = DateField(label=_("Day of the transfer"), earliest=timezone.localdate)
    flight = forms.CharField(
        label=_("Flight or transport"), required=False, max_length=60, help_text="J2 054"
    )
    route = forms.CharField(
        label=_("Route"),
        required=False,
        max_length=rules.LINE_LENGTH,
        help_text=_("Where it is more than the flight: changes, places, times."),
    )
    crossing_point = forms.ChoiceField(label=_("Border crossing point"))
    escort_service = forms.CharField(
        label=_("Service that escorts"), required=False, max_length=rules.LINE_LENGTH
    )
    escort_count = forms.IntegerField(
        label=_("Number of escorts"), min_value=0, max_value=50, initial=0
    )
    escort_names = long_text(
        _("Names of the escorts"), required=False, rows=3, help_text=_("One name per line.")
    )
    escorts_armed = forms.BooleanField(
        label=_("The escorts carry weapons"),
        required=False,
        help_text=_("Escorts come unarmed, as far as the agreement is known here."),
    )
    needs = long_text(
        _("Care and health needs on arrival"),
        required=False,
        rows=3,
        help_text=_(
            "Only with the person's consent or for vital need. The border point sees this."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["crossing_point"].choices = offered(CROSSING_POINTS)  # type: ignore[attr-defined]  # a choice field

    def facts(self) -> Mapping[str, FactValue]:
        return {name: self.cleaned_data[name] for name in sorted(self.states)}

    def data_for_domain(self) -> Mapping[str, object]:
        return {"notice": Notice(**super().data_for_domain())}  # type: ignore[arg-type]  # the fields are its own


class ConfirmArrivalForm(ActForm):
    """The handover at the border, short enough for a phone."""

    arrived_time = forms.TimeField(
        label=_("Time of the handover"),
        help_text=_("On the 24-hour clock, for example 14:35."),
        error_messages={"invalid": _("Enter a time like 14:35.")},
    )
    wants_support = forms.ChoiceField(
        label=_("Does the person agree to be referred to reintegration support?"),
        help_text=_("Ask the person. Support is voluntary; a refusal has no consequence."),
        choices=YES_NO,
        widget=forms.RadioSelect,
    )
    handover_note = long_text(
        _("Remarks on the handover"),
        required=False,
        rows=3,
        help_text=_("Condition of the person, documents and belongings handed over."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        day, time = cleaned.get("effective_on"), cleaned.get("arrived_time")
        if isinstance(day, date) and time is not None:
            moment = timezone.make_aware(datetime.combine(day, time))
            if moment > timezone.now():
                self.add_error("arrived_time", _("The handover cannot be in the future."))
            cleaned["arrived_at"] = moment
        return cleaned

    def data_for_domain(self) -> Mapping[str, object]:
        given = dict(super().data_for_domain())
        del given["arrived_time"]
        return given | {"wants_support": given["wants_support"] == "yes"}
