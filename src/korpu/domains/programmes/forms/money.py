"""Forms of money; every change waits for the director."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.enums import TransactionKind
from korpu.domains.programmes.forms.fields import AmountField, LinkField, RateField
from korpu.domains.programmes.forms.parts import PartForm
from korpu.domains.programmes.models import Component, Party
from korpu.foundations.ui.forms import DateField, Form

CURRENCY = re.compile(r"[A-Z]{3}")


class CurrencyField(forms.CharField):
    """A code by ISO 4217, in capitals."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Three letters: EUR, AZN, USD."))
        super().__init__(max_length=3, **options)

    def clean(self, value: Any) -> Any:
        code = str(super().clean(value) or "").strip().upper()
        if not CURRENCY.fullmatch(code):
            raise ValidationError(_("Write the currency in three letters, for example EUR."))
        return code


class BudgetForm(PartForm):
    """The whole of the money."""

    amount = AmountField(label=_("Amount"))
    currency = CurrencyField(label=_("Currency"))
    reason = forms.CharField(
        label=_("Why"), max_length=500, help_text=_("The director reads it before approving.")
    )


class BudgetLineForm(BudgetForm):
    """A part of the money for at most a year."""

    first = DateField(label=_("First day"))
    last = DateField(label=_("Last day"), help_text=_("At most one year after the first day."))
    component = LinkField(label=_("Component"), to=Component, required=False)


class TransactionForm(PartForm):
    """Money that was moved."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TransactionKind.choices)
    day = DateField(label=_("Day"))
    amount = AmountField(
        label=_("Amount"), help_text=_("Negative: a correction of an earlier transaction.")
    )
    currency = CurrencyField(label=_("Currency"))
    rate = RateField(
        label=_("Rate"),
        max_length=20,
        required=False,
        help_text=_("Units of the budget's currency for one unit of this currency."),
    )
    rate_on = DateField(label=_("Day of the rate"), required=False)
    provider = LinkField(label=_("From"), to=Party, required=False)
    receiver = LinkField(label=_("To"), to=Party, required=False)
    description = forms.CharField(label=_("What for"), max_length=300, required=False)
    reference = forms.CharField(label=_("Number of the voucher"), max_length=100, required=False)


class RefusalForm(Form):
    """Why a proposal is not approved."""

    reason = forms.CharField(
        label=_("Why it is not approved"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
