"""The forms of casework; a domain derives the forms of its acts from ``ActForm``."""

from collections.abc import Mapping
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.columns import COLUMNS
from korpu.foundations.casework.models import Case
from korpu.foundations.ui.forms import DateField, FilesField, Form
from korpu.foundations.ui.forms import FilterForm as BareFilterForm
from korpu.kernel.ids import new_id

NOTE_LENGTH = 4000


class ActForm(Form):
    """What an act asks for: its day, a note, and whatever the domain adds.

    The form carries the length of the log its reader saw and a key of its own, so that two
    officers do not act past each other and one form does not act twice.

    Attributes:
        states: names of facts that this form states; the case page takes them as given.
    """

    states: ClassVar[frozenset[str]] = frozenset()

    effective_on = DateField(
        label=_("Date it takes effect"),
        help_text=_("The day it happened or counts from. It cannot be in the future."),
        latest=timezone.localdate,
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    confirmed = forms.BooleanField(
        label=_("I have checked this. I know it cannot be undone."), required=True
    )
    expected_act_count = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    client_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        case: Case,
        act: DeclaredAct,
        actor: Actor,
        irreversible: bool = False,
        **options: Any,
    ) -> None:
        initial = {
            "effective_on": timezone.localdate(),
            "expected_act_count": case.act_count,
            "client_key": new_id(),
        }
        options["initial"] = initial | options.get("initial", {})
        super().__init__(*args, **options)
        self.case, self.act, self.actor = case, act, actor
        if not irreversible:
            del self.fields["confirmed"]
        if act.reasons_required:
            self._ask_for_reasons()
        self._order()

    def _ask_for_reasons(self) -> None:
        note = self.fields["note"]
        note.label = _("Reasons")
        note.help_text = _(
            "Say on which facts and which article the decision rests. The person reads this."
        )
        note.required = True
        note.error_messages["required"] = _("Give the reasons.")

    def _order(self) -> None:
        """The domain's own fields stand between the date and the note."""
        own = [name for name in self.fields if name not in ActForm.base_fields]
        self.order_fields(["effective_on", *own, "note", "confirmed"])

    def facts(self) -> Mapping[str, FactValue]:
        """The facts the act states, kept in the log; called on a valid form."""
        return {}

    def data_for_domain(self) -> Mapping[str, object]:
        """What the act's effect is given; called on a valid form."""
        base = ActForm.base_fields
        return {name: value for name, value in self.cleaned_data.items() if name not in base}

    def follow_up(self, act_count: int) -> None:
        """After a conflict: expect the log as it is now, keep everything typed."""
        again = QueryDict(mutable=True)
        again.update(self.data)
        again[self.add_prefix("expected_act_count")] = str(act_count)
        self.data = again

    @property
    def key(self) -> UUID:
        return UUID(str(self.cleaned_data["client_key"]))


class NoteForm(Form):
    """A remark on a case."""

    text = forms.CharField(
        label=_("Note"), max_length=NOTE_LENGTH, widget=forms.Textarea(attrs={"rows": 4})
    )
    shared = forms.BooleanField(
        label=_("Also those the case is shared with may read it"), required=False
    )


class TaskForm(Form):
    """Something to be done on a case."""

    title = forms.CharField(label=_("What is to be done"), max_length=200)
    user = forms.ChoiceField(label=_("Who does it"), required=False)
    due_on = DateField(label=_("Until when"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].choices = [("", _("Anybody of the office")), *people]  # type: ignore[attr-defined]  # a ChoiceField


class AttachForm(Form):
    """Files for a case."""

    title = forms.CharField(label=_("What it is"), max_length=200)
    uploads = FilesField(
        label=_("Files"), help_text=_("PDF, JPEG or PNG. The type is checked by the content.")
    )


class AssignForm(Form):
    """Who works on a case."""

    user = forms.ChoiceField(label=_("Who works on it"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["user"].choices = [("", _("Nobody")), *people]  # type: ignore[attr-defined]  # a ChoiceField


class FilterForm(BareFilterForm):
    """What narrows a worklist. All fields are optional; a wrong one filters nothing."""

    q = forms.CharField(
        label=_("Case number or reference"),
        required=False,
        max_length=100,
        help_text=_("For example, RDM-2026-000123"),
    )
    procedure = forms.ChoiceField(label=_("Procedure"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    sender = forms.ChoiceField(label=_("Other side"), required=False)
    assigned = forms.ChoiceField(label=_("Assigned to"), required=False)
    due_from = DateField(label=_("Due from"), required=False)
    due_until = DateField(label=_("Due until"), required=False)
    columns = forms.MultipleChoiceField(
        label=_("Columns"),
        required=False,
        choices=[(column.id, column.title) for column in COLUMNS],
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, choices: Mapping[str, list[tuple[str, str]]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, offered in choices.items():
            self.fields[name].choices = [("", _("All")), *offered]  # type: ignore[attr-defined]  # a ChoiceField

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("due_from"), cleaned.get("due_until")
        if first and last and last < first:
            self.add_error("due_until", _("The last day cannot be before the first."))
        return cleaned


class SaveListForm(Form):
    """A name for the worklist on the screen."""

    title = forms.CharField(label=_("Name of the list"), max_length=80)
    office = forms.ChoiceField(label=_("Who sees it"), required=False)
    is_default = forms.BooleanField(
        label=_("Open this list first when I come to the worklist"), required=False
    )

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["office"].choices = [("", _("Only I")), *offices]  # type: ignore[attr-defined]  # a ChoiceField
