"""Widgets whose difference from Django's is how they are shown."""

from typing import Any

from django import forms


class Autocomplete(forms.Select):
    """A select that becomes a field to type in where scripts run: for long lists (countries)."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"data-autocomplete": "", **(attrs or {})}, choices)
