"""The steps of a draft: which there are, what they say, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.forms import (
    HeaderForm,
    NeedsForm,
    PaperHeaderForm,
    PersonForm,
    StepForm,
)
from korpu.domains.readmission.models import Draft
from korpu.domains.readmission.offices import requesting_authorities
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement, Statement
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Step:
    """One page of writing an application.

    Attributes:
        form: of a page with particulars; None: a list that is added to.
    """

    name: str
    title: Message
    form: type[StepForm] | None = None


STEPS = (
    Step("header", _("Request and contact"), HeaderForm),
    Step("person", _("The person"), PersonForm),
    Step("family", _("Family members")),
    Step("evidence", _("Evidence of nationality")),
    Step("needs", _("Needs and remarks"), NeedsForm),
)
CHECK = Step("check", _("Check your answers"))
_ORDER = (*STEPS, CHECK)


def step_named(name: str) -> Step | None:
    """The step of that name; None: there is none."""
    return next((step for step in _ORDER if step.name == name), None)


def next_step(step: Step) -> Step:
    """What follows; the last is followed by itself."""
    return _ORDER[min(_ORDER.index(step) + 1, len(_ORDER) - 1)]


def previous_step(step: Step) -> Step | None:
    """What stands before; None: nothing."""
    place = _ORDER.index(step)
    return _ORDER[place - 1] if place else None


def form_of(draft: Draft, step: Step, typed: Mapping[str, str] | None = None) -> StepForm:
    """The form of a step with what was typed now, or else before; unbound when nothing was."""
    if step.form is None:
        raise LookupError(step.name)
    data = typed if typed is not None else draft.typed.get(step.name)
    if step.form is HeaderForm and draft.on_paper:
        return PaperHeaderForm(data, authorities=requesting_authorities())
    return step.form(data, day=received_on(draft))


def received_on(draft: Draft) -> date:
    """The day the application counts as received: today, or what the officer says of a paper."""
    if not draft.on_paper:
        return timezone.localdate()
    typed = PaperHeaderForm.base_fields["received_on"]
    try:
        return (
            typed.clean(
                typed.widget.value_from_datadict(draft.typed.get("header", {}), {}, "received_on")
            )
            or timezone.localdate()
        )
    except ValidationError:
        return timezone.localdate()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a draft adds up to.

    Attributes:
        statement: every particular that could be read.
        forms: step → its form, judged.
        faulty: names of the steps in which something is missing or wrong.
        authority_id: key of the requesting authority's compartment; None: not chosen yet.
    """

    statement: Statement
    received_on: date
    authority_id: int | None
    forms: Mapping[str, StepForm] = field(default_factory=dict)
    faulty: tuple[str, ...] = ()


def read_draft(draft: Draft) -> Reading:
    """Judge every step of a draft."""
    forms = {s.name: form_of(draft, s, draft.typed.get(s.name, {})) for s in STEPS if s.form}
    faulty = tuple(name for name, form in forms.items() if not form.is_valid())
    values = {name: value for form in forms.values() for name, value in form.values().items()}
    statement = replace(
        Statement(),
        **values,
        members=tuple(MemberStatement(**member) for member in draft.members),
        evidence=tuple(
            EvidenceStatement(
                kind=row.kind,
                issued_on=row.issued_on,
                valid_until=row.valid_until,
                copy_enclosed=row.copy_enclosed,
                note=row.note,
            )
            for row in draft.evidence.all()
        ),
    )
    return Reading(statement, received_on(draft), _authority(draft, forms["header"]), forms, faulty)


def _authority(draft: Draft, header: StepForm) -> int | None:
    if not draft.on_paper:
        return draft.compartment_id
    chosen = header.cleaned_data.get("authority")
    return int(chosen) if chosen else None
