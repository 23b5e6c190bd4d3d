"""The plan on one page: needs with goals, and budget lines under the ceiling."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.assistance.enums import Modality, Phase
from korpu.domains.assistance.selectors import current_version, plan_of
from korpu.domains.assistance.services.versions import LineDraft, NeedDraft, Rate, check_draft
from korpu.foundations.casework.api import ActForm
from korpu.foundations.codelists import api as codelists
from korpu.foundations.ui.forms import DateField
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import active_language

NEED_ROWS = 4
LINE_ROWS = 8


class PlanForm(ActForm):
    """Needs and lines as numbered rows; an empty row is no row.

    Fields are named ``need-0``, ``goal-0``, ``line-0-description`` and so on, so the page works
    without JavaScript and an error stands at its own row.
    """

    rate_azn = forms.DecimalField(
        label=_("Manat for one euro"),
        min_value=Decimal("0.0001"),
        max_digits=10,
        decimal_places=4,
        help_text=_("Official rate of the Central Bank on the rate date."),
    )
    rate_on = DateField(label=_("Rate date"), latest=timezone.localdate)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.plan = plan_of(self.case)
        self._needs = codelists.choices(
            "reintegration-needs", on=timezone.localdate(), language=active_language()
        )
        for row in range(NEED_ROWS):
            self._add_need_row(row)
        for row in range(LINE_ROWS):
            self._add_line_row(row)
        self._start_from_current()
        self._order()

    def _add_need_row(self, row: int) -> None:
        number = row + 1
        self.fields[f"need-{row}"] = forms.ChoiceField(
            label=_("Need %(number)d") % {"number": number},
            choices=[("", "—"), *self._needs],
            required=False,
        )
        self.fields[f"goal-{row}"] = forms.CharField(
            label=_("Goal for need %(number)d") % {"number": number},
            max_length=500,
            required=False,
        )

    def _add_line_row(self, row: int) -> None:
        number = {"number": row + 1}
        add = {
            "description": forms.CharField(
                label=_("Line %(number)d: what") % number, max_length=300
            ),
            "need": forms.ChoiceField(
                label=_("Line %(number)d: for which need") % number,
                choices=[("", "—"), *self._needs],
            ),
            "phase": forms.ChoiceField(
                label=_("Line %(number)d: phase") % number,
                choices=[("", "—"), *Phase.choices],
            ),
            "modality": forms.ChoiceField(
                label=_("Line %(number)d: form of help") % number,
                choices=[("", "—"), *Modality.choices],
            ),
            "amount_eur": forms.DecimalField(
                label=_("Line %(number)d: euro") % number, max_digits=10, decimal_places=2
            ),
        }
        for name, field in add.items():
            field.required = False
            self.fields[f"line-{row}-{name}"] = field

    def _start_from_current(self) -> None:
        version = current_version(self.plan)
        if version is None or self.is_bound:
            return
        for row, need in enumerate(version.needs.all()[:NEED_ROWS]):
            self.initial.update({f"need-{row}": need.need, f"goal-{row}": need.goal})
        for row, line in enumerate(version.lines.all()[:LINE_ROWS]):
            names = ("description", "need", "phase", "modality", "amount_eur")
            self.initial.update({f"line-{row}-{name}": getattr(line, name) for name in names})

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self._check_rows(cleaned)
        if self.errors:
            return cleaned
        try:
            check_draft(plan=self.plan, needs=self.needs(), lines=self.lines())
        except InvalidInput as refused:
            self._show(refused)
        return cleaned

    def _check_rows(self, cleaned: Mapping[str, Any]) -> None:
        for row in range(NEED_ROWS):
            if bool(cleaned.get(f"need-{row}")) != bool(cleaned.get(f"goal-{row}")):
                self.add_error(f"goal-{row}", _("Give both the need and its goal, or neither."))
        for row in self._used_lines(cleaned):
            for name in ("description", "need", "phase", "modality", "amount_eur"):
                field = f"line-{row}-{name}"
                if field not in self.errors and cleaned.get(field) in (None, ""):
                    self.add_error(field, _("Complete the line or empty it."))

    def _show(self, refused: InvalidInput) -> None:
        rows = self._used_lines(self.cleaned_data)
        for name, sentence in refused.fields.items():
            field: str | None = None
            if name.startswith("lines-"):
                position, part = name.removeprefix("lines-").split("-", 1)
                field = f"line-{rows[int(position)]}-{part}"
            elif name == "lines":
                field = "line-0-description"
            elif name.startswith("phase-"):
                field = self._last_amount_of(name.removeprefix("phase-"), rows)
            self.add_error(field, str(sentence))

    def _last_amount_of(self, phase: str, rows: list[int]) -> str | None:
        found = [row for row in rows if self.cleaned_data[f"line-{row}-phase"] == phase]
        return f"line-{found[-1]}-amount_eur" if found else None

    @staticmethod
    def _used_lines(cleaned: Mapping[str, Any]) -> list[int]:
        parts = ("description", "need", "phase", "modality", "amount_eur")
        return [
            row
            for row in range(LINE_ROWS)
            if any(cleaned.get(f"line-{row}-{part}") not in (None, "") for part in parts)
        ]

    def needs(self) -> list[NeedDraft]:
        """The filled rows of needs."""
        data = self.cleaned_data
        return [
            NeedDraft(need=data[f"need-{row}"], goal=data[f"goal-{row}"])
            for row in range(NEED_ROWS)
            if data.get(f"need-{row}")
        ]

    def lines(self) -> list[LineDraft]:
        """The filled budget lines, in the order of the page."""
        data = self.cleaned_data
        return [
            LineDraft(
                need=data[f"line-{row}-need"],
                description=data[f"line-{row}-description"],
                phase=Phase(data[f"line-{row}-phase"]),
                modality=Modality(data[f"line-{row}-modality"]),
                amount_eur=data[f"line-{row}-amount_eur"],
            )
            for row in self._used_lines(data)
        ]

    def data_for_domain(self) -> dict[str, object]:
        rate = Rate(azn=self.cleaned_data["rate_azn"], on=self.cleaned_data["rate_on"])
        return {"needs": self.needs(), "lines": self.lines(), "rate": rate}


class ApprovePlanForm(ActForm):
    """The coordinator approves somebody else's proposal."""

    states = frozenset({"approver_is_other"})

    def facts(self) -> Mapping[str, bool]:
        version = current_version(plan_of(self.case))
        return {
            "approver_is_other": version is not None
            and version.proposed_by_id != self.actor.user_id
        }
