"""The steps of a draft: which there are, what they say, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission import rules
from korpu.domains.readmission.codes import code_checker
from korpu.domains.readmission.forms import (
    HeaderForm,
    NeedsForm,
    PaperHeaderForm,
    PersonForm,
    StepForm,
)
from korpu.domains.readmission.models import Draft
from korpu.domains.readmission.offices import requesting_authorities
from korpu.domains.readmission.sheet_forms import SheetForm
from korpu.domains.readmission.sheets import OWN_NATIONAL, Section, Sheet, sheets
from korpu.domains.readmission.statement import EvidenceStatement, MemberStatement, Statement
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Step:
    """One page of writing an application.

    Attributes:
        form: of a page with particulars; None: a list that is added to, or the check.
        section: of a declared form; None: the page is written in code.
        page: which template shows it.
    """

    name: str
    title: Message
    form: type[StepForm] | None = None
    section: Section | None = None
    page: str = "step"


STEPS = (
    Step("header", _("Request and contact"), HeaderForm),
    Step("person", _("The person"), PersonForm),
    Step("family", _("Family members"), page="family"),
    Step("evidence", _("Evidence of nationality"), page="evidence"),
    Step("needs", _("Needs and remarks"), NeedsForm),
)
"""The pages of an application for an own national."""
CHECK = Step("check", _("Check your answers"), page="check")
_PAGES = {"": "step", "members": "family", "evidence": "evidence"}


def sheet_of_draft(draft: Draft) -> Sheet:
    """The form that is being written."""
    return sheets()[draft.sheet]


def steps_of(draft: Draft) -> tuple[Step, ...]:
    """The pages of a draft in order, the check last."""
    if draft.sheet == OWN_NATIONAL:
        return (*STEPS, CHECK)
    return (*map(_declared, sheet_of_draft(draft).sections), CHECK)


def _declared(section: Section) -> Step:
    form = None if section.lists else SheetForm
    return Step(section.id, section.title, form, section, _PAGES[section.lists])


def step_named(draft: Draft, name: str) -> Step | None:
    """The step of that name; None: there is none."""
    return next((step for step in steps_of(draft) if step.name == name), None)


def next_step(draft: Draft, step: Step) -> Step:
    """What follows; the last is followed by itself."""
    order = steps_of(draft)
    return order[min(order.index(step) + 1, len(order) - 1)]


def previous_step(draft: Draft, step: Step) -> Step | None:
    """What stands before; None: nothing."""
    order = steps_of(draft)
    place = order.index(step)
    return order[place - 1] if place else None


def form_of(draft: Draft, step: Step, typed: Mapping[str, str] | None = None) -> StepForm:
    """The form of a step with what was typed now, or else before; unbound when nothing was."""
    if step.form is None:
        raise LookupError(step.name)
    data = typed if typed is not None else draft.typed.get(step.name)
    if step.section is not None:
        return SheetForm(
            data,
            section=step.section,
            track=draft.sheet,
            authorities=_authorities(draft, step),
            day=received_on(draft),
        )
    if step.form is HeaderForm and draft.on_paper:
        return PaperHeaderForm(data, authorities=requesting_authorities())
    return step.form(data, day=received_on(draft))


def _authorities(draft: Draft, step: Step) -> list[tuple[str, str]] | None:
    """Whose a form on paper may be; None: nobody asks."""
    asks = draft.on_paper and step.name == "header"
    return requesting_authorities() if asks else None


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
    """Judge every step of a draft, and what only the whole of it can show."""
    steps = steps_of(draft)
    forms = {s.name: form_of(draft, s, draft.typed.get(s.name, {})) for s in steps if s.form}
    faulty = {name for name, form in forms.items() if not form.is_valid()}
    statement = _statement(draft, forms)
    faulty |= _faulty_as_a_whole(draft, statement)
    named = tuple(step.name for step in steps if step.name in faulty)
    return Reading(statement, received_on(draft), _authority(draft, forms), forms, named)


def _statement(draft: Draft, forms: Mapping[str, StepForm]) -> Statement:
    values = {name: value for form in forms.values() for name, value in form.values().items()}
    if draft.sheet != OWN_NATIONAL:
        values["track"] = draft.sheet
    own: dict[str, Any] = {}
    for form in forms.values():
        own |= form.particulars() if isinstance(form, SheetForm) else {}
    return replace(
        Statement(),
        **values,
        particulars=own,
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


def _faulty_as_a_whole(draft: Draft, statement: Statement) -> set[str]:
    """Steps at fault only beside another step, and lists that may not stay empty."""
    if draft.sheet == OWN_NATIONAL:
        return set()
    on = received_on(draft)
    faults = rules.statement_faults(statement, on=on, is_code=code_checker(on))
    sections = sheet_of_draft(draft).sections
    empty = {s.id for s in sections if s.required and s.lists and not statement.evidence}
    return empty | {s.id for s in sections if any(item.name in faults for item in s.items)}


def _authority(draft: Draft, forms: Mapping[str, StepForm]) -> int | None:
    if not draft.on_paper or sheet_of_draft(draft).by_service:
        return draft.compartment_id
    chosen = forms["header"].cleaned_data.get("authority")
    return int(chosen) if chosen else None
