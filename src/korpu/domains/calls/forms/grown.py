"""Forms whose fields depend on what they are about."""

from collections.abc import Mapping

from django import forms

from korpu.foundations.ui.forms import Form


class GrownForm(Form):
    """Call ``grow`` before ``super().__init__()``: the house style then furnishes every field."""

    def grow(
        self, before: Mapping[str, forms.Field], after: Mapping[str, forms.Field] | None = None
    ) -> None:
        """Put fields before and after those declared."""
        fields = {**before, **type(self).base_fields, **(after or {})}
        self.base_fields = fields  # type: ignore[misc]  # this form's own; the class keeps its fields
