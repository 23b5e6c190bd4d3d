"""Fields for the facts of a declaration, and the facts from what was typed into them."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from korpu.engines.azeri.casing import az_upper
from korpu.engines.procedure.api import Act, Fact, FactValue, Procedure
from korpu.foundations.ui.forms import DateField
from korpu.kernel.texts import Text

TEXT_LENGTH = 200
YES_NO = (("yes", _("Yes")), ("no", _("No")))
_PREFIX = "fact_"


def asked_by(procedure: Procedure, act: Act) -> tuple[str, ...]:
    """The facts the form of an act asks for: what its entry must carry, and what it is judged by.

    A condition is asked about only where the answer is yes or no: everything else has been stated
    by an act before.
    """
    judged = [
        condition.subject
        for condition in act.conditions
        if not condition.on_deadline and _is_answerable(procedure.facts[condition.subject])
    ]
    timed = [
        anchor.time
        for rule in procedure.deadlines.values()
        for anchor in rule.starts_with
        if anchor.act == act.id and anchor.time
    ]
    return tuple(dict.fromkeys([*act.facts_required, *timed, *judged]))


def _is_answerable(fact: Fact) -> bool:
    return fact.kind == "yes_no" and not fact.from_acts


def fields_for(procedure: Procedure, act: Act) -> dict[str, forms.Field]:
    """One field for each fact the form of ``act`` asks for, by the field's name."""
    return {
        f"{_PREFIX}{name}": _field(procedure.facts[name], required=name in act.facts_required)
        for name in asked_by(procedure, act)
    }


def facts_from(procedure: Procedure, cleaned: Mapping[str, Any]) -> dict[str, FactValue]:
    """What the fields were answered with; an empty answer states nothing."""
    answers = {
        name.removeprefix(_PREFIX): value
        for name, value in cleaned.items()
        if name.startswith(_PREFIX) and value not in (None, "")
    }
    return {name: _value(procedure.facts[name], each) for name, each in answers.items()}


def _value(fact: Fact, answer: Any) -> FactValue:
    if fact.kind == "yes_no":
        return bool(answer == "yes")
    found: FactValue = f"{answer:%H:%M}" if isinstance(answer, time) else answer
    return found


def _capitalised(title: Text) -> Text:
    return Text(
        az=az_upper(title.az[:1]) + title.az[1:],
        en=title.en[:1].upper() + title.en[1:],
        ru=title.ru[:1].upper() + title.ru[1:],
    )


def _field(fact: Fact, *, required: bool) -> forms.Field:
    label = str(_capitalised(fact.title))
    if fact.kind == "date":
        return DateField(label=label, required=required)
    if fact.kind == "number":
        return forms.IntegerField(label=label, required=required, min_value=0)
    if fact.kind == "time":
        return forms.TimeField(
            label=label,
            required=required,
            widget=forms.TextInput(),
            help_text=_("For example, 14:05"),
            error_messages={"invalid": _("Write the time as 14:05.")},
        )
    if fact.kind == "text":
        return forms.CharField(label=label, required=required, max_length=TEXT_LENGTH)
    return forms.ChoiceField(
        label=label, required=required, choices=_answers(fact), widget=forms.RadioSelect
    )


def _answers(fact: Fact) -> Iterable[tuple[str, Any]]:
    if fact.kind == "yes_no":
        return YES_NO
    return [(code, _capitalised(title)) for code, title in fact.values.items()]
