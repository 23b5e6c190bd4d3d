"""What the acts of third-country, transit and error cases ask for."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.act_forms import AnnounceTransferForm, RefuseForm, offered
from korpu.domains.readmission.codes import TRANSIT_REFUSAL_GROUNDS
from korpu.domains.readmission.enums import GroundsCheck, OnwardJourney, Track
from korpu.domains.readmission.sheets import sheets
from korpu.engines.procedure.api import FactValue
from korpu.foundations.casework.api import ActForm


class EstablishDutyForm(ActForm):
    """On what the duty to readmit rests; the reasons say why."""

    outcome = forms.ChoiceField(
        label=_("On what does the duty to readmit rest?"), widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        ground = next(i for i in sheets()[Track.THIRD_COUNTRY].items if i.name == "duty_ground")
        self.fields["outcome"].choices = [(c, str(title)) for c, title in ground.values]  # type: ignore[attr-defined]  # a choice field


class OnwardJourneyForm(ActForm):
    """Where the person goes after Azerbaijan; the reasons say why no danger awaits them there."""

    states: ClassVar[frozenset[str]] = frozenset({"onward_journey_recorded"})

    outcome = forms.ChoiceField(
        label=_("Where does the person go after Azerbaijan?"),
        choices=OnwardJourney,
        widget=forms.RadioSelect,
    )
    no_danger = forms.BooleanField(
        label=_("I have checked that no danger awaits the person there"),
        error_messages={"required": _("Without this check the journey cannot be recorded.")},
    )

    def facts(self) -> Mapping[str, FactValue]:
        return {"onward_journey_recorded": True}


class CheckGroundsForm(ActForm):
    """Whether torture, persecution or the death penalty threatens."""

    outcome = forms.ChoiceField(
        label=_("Is there a ground for refusing the transit?"),
        choices=GroundsCheck,
        widget=forms.RadioSelect,
        help_text=_(
            "Check torture and inhuman treatment, persecution, the death penalty, prosecution, "
            "and public health, order and security, in every state of the journey."
        ),
    )


class RefuseTransitForm(RefuseForm):
    """A refusal of transit: grounds from its own list, reasons in words."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["grounds"].choices = offered(TRANSIT_REFUSAL_GROUNDS, blank=False)  # type: ignore[attr-defined]  # a choice field


class AnnouncePassageForm(AnnounceTransferForm):
    """The announcement of a passage: the day of entry and the point of entry."""

    states: ClassVar[frozenset[str]] = frozenset({"passage_on", "crossing_point"})

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["transfer_on"].label = _("Day of the entry")

    def facts(self) -> Mapping[str, FactValue]:
        given = self.cleaned_data
        return {"passage_on": given["transfer_on"], "crossing_point": given["crossing_point"]}


class TakeBackForm(AnnounceTransferForm):
    """When and where the person leaves, once the other state takes them back."""

    states: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["transfer_on"].label = _("Day of departure")

    def facts(self) -> Mapping[str, FactValue]:
        return {}
