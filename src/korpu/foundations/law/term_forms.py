"""The form of a rule of a term: what a declaration says of it, left as it is or changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from korpu.engines.procedure.api import EFFECT_TEXTS, TERM_UNITS, Deadline, Procedure
from korpu.engines.procedure.sheet import KINDS
from korpu.engines.procedure.wording import counted, unit_of
from korpu.foundations.casework.api import library
from korpu.foundations.law.forms import RUNNING, Choices, LawForm
from korpu.foundations.law.services.drafting import NOTHING_PROPOSED
from korpu.foundations.ui.forms import DateField, Form
from korpu.kernel.texts import Text

ROLLS: dict[str, Any] = {
    "next_working_day": _("To the next working day"),
    "previous_working_day": _("To the working day before"),
    "none": _("It stays where it falls"),
}
UNKNOWN = Text(az="məlum deyil", en="not known", ru="неизвестно")
NONE = Text(az="heç nə", en="nothing", ru="ничего")


class TermChoiceForm(Form):
    """Which term, before its rules are asked for."""

    term = forms.ChoiceField(label=_("Which term?"))

    def __init__(self, *args: Any, terms: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        found = self.fields["term"]
        assert isinstance(found, forms.ChoiceField)
        found.choices = [("", "–"), *terms]


class TermForm(LawForm):
    """A rule of a term that changes from a date.

    Args:
        procedure: the version in force.
        rule: its term; what is not filled in stays as it is there.
    """

    subject_label = _("Term")
    quantity = forms.IntegerField(label=_("Length"), required=False, min_value=0, max_value=10_000)
    unit = forms.ChoiceField(label=_("Counted in"), required=False)
    calendar = forms.ChoiceField(label=_("On the calendar of"), required=False)
    anchor = forms.ChoiceField(label=_("Counted from"), required=False)
    roll = forms.ChoiceField(label=_("A last day that is not a working day moves"), required=False)
    term_kind = forms.ChoiceField(label=_("Kind of term"), required=False)
    effect = forms.ChoiceField(label=_("What silence means"), required=False)
    proposes = forms.ChoiceField(label=_("Proposed to a person when it passes"), required=False)
    extension_quantity = forms.IntegerField(
        label=_("An extension adds"), required=False, min_value=0, max_value=10_000
    )
    extension_times = forms.IntegerField(
        label=_("It may be extended so many times"), required=False, min_value=0, max_value=100
    )
    valid_from = DateField(label=_("In force from"))
    running = forms.ChoiceField(
        label=_("What does the law say of running cases?"),
        choices=RUNNING,
        widget=forms.RadioSelect,
        initial="keep",
    )
    field_order = (
        "subject", "quantity", "unit", "calendar", "anchor", "roll", "term_kind", "effect",
        "proposes", "extension_quantity", "extension_times", "valid_from", "running",
    )  # fmt: skip
    rule_fields = (
        "quantity", "unit", "calendar", "anchor", "roll", "effect", "proposes",
        "extension_quantity", "extension_times",
    )  # fmt: skip

    def __init__(self, *args: Any, procedure: Procedure, rule: Deadline, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["subject"].widget = forms.HiddenInput()
        self.initial.setdefault("subject", f"{procedure.id}#{rule.id}")
        self._offer(procedure, rule)
        self._say_numbers(rule)

    def _offer(self, procedure: Procedure, rule: Deadline) -> None:
        calendars = {name: each.title for name, each in library().calendars.items()}
        acts = {act.id: act.title for act in procedure.acts.values()}
        nothing = {NOTHING_PROPOSED: NONE}
        self._as_it_is("unit", {each: unit_of(each) for each in TERM_UNITS}, rule.parameter.unit)
        self._as_it_is("calendar", calendars, "" if rule.calendar_by else rule.calendar)
        self._as_it_is("anchor", acts, _anchor(rule))
        self._as_it_is("roll", ROLLS, rule.roll)
        self._as_it_is("term_kind", KINDS, rule.kind)
        self._as_it_is("effect", EFFECT_TEXTS, rule.effect or "")
        self._as_it_is("proposes", nothing | acts, rule.proposes or NOTHING_PROPOSED)

    def _as_it_is(self, field: str, words: dict[str, Any], now: str) -> None:
        """All that can be chosen; the first choice keeps what is in force and says what that is."""
        kept = gettext("As it is")
        first = f"{kept}: {words[now]}" if now in words else kept
        others = [(value, str(text)) for value, text in words.items() if value != now]
        self.choice(field).choices = [("", first), *others]

    def _say_numbers(self, rule: Deadline) -> None:
        extension = rule.extension
        self.fields["quantity"].help_text = _now(rule, rule.chosen_by is None)
        if extension is None or extension.parameter is None or extension.at_most is None:
            del self.fields["extension_quantity"], self.fields["extension_times"]
            return
        for name, number in (
            ("extension_quantity", extension.parameter),
            ("extension_times", extension.at_most),
        ):
            known = number.versions[-1].quantity
            shown = UNKNOWN if known is None else counted(known, number.unit)
            self.fields[name].help_text = _empty(str(shown))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not self.errors and not self._rules(given):
            self.add_error("quantity", _("Choose what changes."))
        return given

    def _rules(self, given: dict[str, Any]) -> dict[str, str]:
        named = {name: given.get(name) for name in self.rule_fields}
        named["kind"] = given.get("term_kind")
        return {name: str(value) for name, value in named.items() if value not in (None, "")}

    def more(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"rules": self._rules(given), "running": given["running"]}


def _anchor(rule: Deadline) -> str:
    """The one act it is counted from; empty: several, or something else."""
    plain = [each.act for each in rule.starts_with if each.act and not (each.fact or each.time)]
    return plain[0] or "" if len(rule.starts_with) == len(plain) == 1 else ""


def _now(rule: Deadline, fixed: bool) -> str:  # noqa: FBT001  one of two sentences
    if not fixed:
        return gettext("A decision table chooses it; change the numbers of the table.")
    known = rule.parameter.versions[-1].quantity
    return _empty(str(UNKNOWN if known is None else counted(known, rule.parameter.unit)))


def _empty(now: str) -> str:
    return gettext("Now: %(now)s. Empty: as it is.") % {"now": now}
