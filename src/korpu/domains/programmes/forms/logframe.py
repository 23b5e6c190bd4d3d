"""The cells of the logical framework as one form."""

from collections.abc import Sequence
from typing import Any

from django import forms

from korpu.domains.programmes.figures import is_counted
from korpu.domains.programmes.forms.fields import FigureField
from korpu.domains.programmes.models import Indicator, Period
from korpu.domains.programmes.selectors.logframe import ShownResult
from korpu.domains.programmes.services.figures import RowChange
from korpu.foundations.ui.forms import Form

Row = Indicator | Period


class LogframeForm(Form):
    """Baseline of each indicator, target and typed actual of each period.

    Fields are named ``<column>-<uuid>``; ``revision-<uuid>`` says which version was read.
    """

    says_what_is_optional = False

    def __init__(self, *args: Any, results: Sequence[ShownResult], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows: list[tuple[Row, tuple[str, ...]]] = []
        for indicator in (one for result in results for one in result.indicators):
            self._add(indicator.indicator, "baseline")
            for shown in indicator.periods:
                counted = is_counted(indicator.indicator, shown.period)
                self._add(shown.period, "target", *(() if counted else ("actual",)))
                if shown.change is not None and not counted:
                    typed = FigureField().shown("actual", shown.change)
                    self.initial[f"actual-{shown.period.uuid}"] = typed

    def _add(self, row: Row, *columns: str) -> None:
        self.rows.append((row, columns))
        for column in columns:
            field = FigureField(label=f"{row}", help_text="")
            name = f"{column}-{row.uuid}"
            self.fields[name] = field
            self.initial[name] = field.shown(column, row)
        hidden = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
        self.fields[f"revision-{row.uuid}"] = hidden
        self.initial[f"revision-{row.uuid}"] = row.revision

    def changes(self) -> list[RowChange]:
        """The rows with at least one cell that differs from what was shown."""
        return [change for row, columns in self.rows if (change := self._change(row, columns))]

    def _change(self, row: Row, columns: Sequence[str]) -> RowChange | None:
        names = [f"{column}-{row.uuid}" for column in columns]
        if not set(names) & set(self.changed_data):
            return None
        values: dict[str, Any] = {}
        for column, name in zip(columns, names, strict=True):
            values |= FigureField().columns(column, self.cleaned_data[name])
        return RowChange(row, self.cleaned_data[f"revision-{row.uuid}"], values)

    def cell(self, column: str, row: Row) -> Any:
        """The bound field of a cell; None where it cannot be typed."""
        name = f"{column}-{row.uuid}"
        return self[name] if name in self.fields else None
