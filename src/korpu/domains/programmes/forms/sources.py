"""Forms of what a project rests on: instruments, claims of sources, parts of amounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes import enums
from korpu.domains.programmes.forms.fields import (
    AmountField,
    InstrumentField,
    ManyKindsField,
    PointField,
    Values,
)
from korpu.domains.programmes.forms.parts import PartForm
from korpu.domains.programmes.models import (
    Budget,
    BudgetLine,
    Component,
    Part,
    Party,
    Transaction,
)
from korpu.engines.azeri import slug
from korpu.foundations.ui.forms import Form

CODE_LENGTH = 50
POINT_WORDS = ("point_az", "point_en", "point_ru")


class ProjectInstrumentForm(PartForm):
    """A legal instrument the project rests on."""

    instrument = InstrumentField(
        label=_("Legal instrument"), help_text=_("Of the register of legal instruments.")
    )
    relation = forms.ChoiceField(
        label=_("What it is to the project"), choices=enums.InstrumentRelation.choices
    )


class ClaimForm(PartForm):
    """What one source says on a point on which sources disagree."""

    point = PointField(
        label=_("Point on which sources disagree"),
        required=False,
        help_text=_("Choose one that is there, or leave it empty and name a new one below."),
    )
    point_az = forms.CharField(label=_("New point in Azerbaijani"), max_length=200, required=False)
    point_en = forms.CharField(label=_("New point in English"), max_length=200, required=False)
    point_ru = forms.CharField(label=_("New point in Russian"), max_length=200, required=False)
    title_az = forms.CharField(label=_("What the source says, in Azerbaijani"), max_length=500)
    title_en = forms.CharField(
        label=_("What the source says, in English"), max_length=500, required=False
    )
    title_ru = forms.CharField(
        label=_("What the source says, in Russian"), max_length=500, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("point") or cleaned.get("point_az")):
            self.add_error("point", _("Choose a point, or name a new one in Azerbaijani."))
        return cleaned

    def values(self) -> Values:
        """Claims of a point that is there share its words."""
        made = super().values()
        if made["point"]:
            return {name: value for name, value in made.items() if name not in POINT_WORDS}
        return made | {"point": slug(made["point_az"])[:CODE_LENGTH].strip("-") or "point"}

    @classmethod
    def initial_of(cls, part: Part) -> dict[str, Any]:
        return super().initial_of(part) | dict.fromkeys(POINT_WORDS, "")


class FollowForm(Form):
    """Why the record follows one claim rather than another."""

    reason_az = forms.CharField(
        label=_("Why the record follows it, in Azerbaijani"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody reads it beside the claims."),
    )
    reason_en = forms.CharField(
        label=_("Why the record follows it, in English"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason_ru = forms.CharField(
        label=_("Why the record follows it, in Russian"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SplitForm(PartForm):
    """How much of an amount belongs to one organisation or component."""

    of = ManyKindsField(
        label=_("Part of"),
        kinds={"budget": Budget, "line": BudgetLine, "transaction": Transaction},
    )
    to = ManyKindsField(
        label=_("Belongs to"),
        kinds={"party": Party, "component": Component},
        help_text=_("An organisation, such as a donor, or a component."),
    )
    amount = AmountField(
        label=_("Amount"), help_text=_("In the currency of the amount it is part of.")
    )
