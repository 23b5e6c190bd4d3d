"""The cells of the logical framework as one form, where two people may type at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.figures import is_counted
from korpu.domains.programmes.forms.fields import FigureField
from korpu.domains.programmes.models import Indicator, Period
from korpu.domains.programmes.selectors.logframe import ShownResult
from korpu.domains.programmes.services.figures import RowChange
from korpu.foundations.ui.forms import Form
from korpu.kernel.texts import Message

Row = Indicator | Period


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as the page shows it.

    Attributes:
        base: what stands there now; sent back, it says what the typist saw.
        value: what was typed, else ``base``.
        theirs: what somebody saved while this was typed, where the two differ; None: no clash.
    """

    name: str
    column: str
    base: str
    value: str
    errors: Sequence[Message]
    theirs: str | None = None

    @property
    def id(self) -> str:
        return f"id_{self.name}"


class LogframeForm(Form):
    """Baseline of each indicator, target and typed actual of each period.

    A cell is named ``<column>-<uuid>``; ``base-…`` brings back what was shown in it. What two
    people typed into different cells is joined; where they typed different figures into one, both
    are shown and the second chooses (``mine-…`` keeps the own figure until then).
    """

    says_what_is_optional = False

    def __init__(self, *args: Any, results: Sequence[ShownResult], **options: Any) -> None:
        super().__init__(*args, **options)
        self.rows: list[tuple[Row, tuple[str, ...]]] = []
        self.clashes: dict[str, Row] = {}
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
            self.fields[f"{column}-{row.uuid}"] = field
            self.initial[f"{column}-{row.uuid}"] = field.shown(column, row)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for row, columns in self.rows:
            for column in columns:
                name = f"{column}-{row.uuid}"
                if name not in self.data and f"mine-{name}" in self.data:
                    self.clashes[name] = row
                    self.add_error(name, _("Choose which of the two figures stays."))
                elif self._is_typed(name) and self._was_changed_by_another(name):
                    self.clashes[name] = row
        return cleaned

    def changes(self) -> list[RowChange]:
        """The rows with at least one cell somebody typed into, those cells alone."""
        return [change for row, columns in self.rows if (change := self._change(row, columns))]

    def _change(self, row: Row, columns: Sequence[str]) -> RowChange | None:
        values: dict[str, Any] = {}
        for column in columns:
            name = f"{column}-{row.uuid}"
            if self._is_typed(name):
                values |= FigureField().columns(column, self.cleaned_data[name])
        return RowChange(row, row.revision, values) if values else None

    def cell(self, column: str, row: Row) -> Cell | None:
        """A cell; None where it cannot be typed."""
        name = f"{column}-{row.uuid}"
        if name not in self.fields:
            return None
        now = str(self.initial[name])
        typed = self._mine(name) if self._is_typed(name) or name in self.clashes else now
        theirs = now if name in self.clashes else None
        errors: Sequence[Message] = list(self.errors.get(name, ())) if self.is_bound else ()
        return Cell(name, column, now, typed, errors, theirs)

    def _mine(self, name: str) -> str:
        return str(self.data.get(name, self.data.get(f"mine-{name}", "")))

    def _is_typed(self, name: str) -> bool:
        """Whether the sent figure differs from what the typist was shown."""
        if not self.is_bound or name not in self.data:
            return False
        shown = self.data.get(f"base-{name}", self.initial[name])
        return not _same(str(self.data[name]), str(shown))

    def _was_changed_by_another(self, name: str) -> bool:
        now = str(self.initial[name])
        shown = str(self.data.get(f"base-{name}", now))
        return not _same(now, shown) and not _same(now, str(self.data[name]))


def _same(one: str, other: str) -> bool:
    """Whether two texts are one figure; ``80,50`` and ``80.5`` are."""
    return _read(one) == _read(other)


def _read(text: str) -> object:
    try:
        return FigureField().clean(text)
    except ValidationError:
        return text.strip()
