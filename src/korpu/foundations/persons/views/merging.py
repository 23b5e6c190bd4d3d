"""Two records beside one another: one person, relatives, or neither."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.persons.enums import RelationKind
from korpu.foundations.persons.forms import (
    REFUSALS,
    MergeForm,
    RelationForm,
    WithdrawForm,
    show_refusal,
)
from korpu.foundations.persons.models import Merge, Person
from korpu.foundations.persons.page import as_written
from korpu.foundations.persons.page import compare as compare_persons
from korpu.foundations.persons.selectors import get_merge, get_person
from korpu.foundations.persons.services.documents import relate as relate_persons
from korpu.foundations.persons.services.merging import merge_persons, undo_merge

TWO = 2


@needs("persons.person.change")
def pick(request: Request) -> HttpResponse:
    """From the ticked persons of a search to the page that compares them."""
    ticked = request.GET.getlist("person")
    if len(ticked) != TWO:
        messages.error(request, _("Tick exactly two persons to compare them."))
        return redirect("persons:found", searched=_uuid(request.GET.get("back", "")))
    return redirect("persons:compare", one=_uuid(ticked[0]), other=_uuid(ticked[1]))


@needs("persons.person.change")
def compare(request: Request, one: UUID, other: UUID) -> HttpResponse:
    return _page(request, *_two(request, one, other))


@needs("persons.person.merge")
def merge(request: Request, one: UUID, other: UUID) -> HttpResponse:
    """Let one of the two records stand for both."""
    both = _two(request, one, other)
    form = MergeForm(request.POST or None, records=_records(both))
    if not form.is_valid():
        return _page(request, *both, merge_form=form)
    kept, absorbed = both if form.cleaned_data["kept"] == str(both[0].uuid) else both[::-1]
    try:
        merge_persons(
            kept=kept,
            absorbed=absorbed,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=timezone.now(),
        )
    except REFUSALS as error:
        show_refusal(form, error)
        return _page(request, *both, merge_form=form)
    messages.success(request, _("The two records are one now. You can take this back."))
    return redirect("persons:person", uuid=kept.uuid)


@needs("persons.person.change")
def relate(request: Request, one: UUID, other: UUID) -> HttpResponse:
    """Record that the two are relatives."""
    both = _two(request, one, other)
    form = RelationForm(request.POST or None, prefix="relation")
    if not form.is_valid():
        return _page(request, *both, relation_form=form)
    kind = RelationKind(form.cleaned_data["kind"])
    try:
        relate_persons(
            person=both[0], relative=both[1], kind=kind, actor=request.actor, at=timezone.now()
        )
    except REFUSALS as error:
        show_refusal(form, error)
        return _page(request, *both, relation_form=form)
    messages.success(request, _("Saved."))
    return redirect("persons:person", uuid=both[0].uuid)


@needs("persons.person.merge")
def undo(request: Request, merge: UUID) -> HttpResponse:
    """Take a merge back."""
    row = get_merge(uuid=merge)
    form = WithdrawForm(request.POST or None)
    person = _undone(request, row, form) if form.is_valid() else None
    if person is not None:
        messages.success(request, _("The merge is taken back. These are two records again."))
        return redirect("persons:person", uuid=person.uuid)
    context = {"person": row.kept, "form": form, "title": _("Take the merge back")}
    status = 422 if form.is_bound else 200
    return render(request, "persons/form.html", context, status=status)


def _undone(request: Request, row: Merge, form: WithdrawForm) -> Person | None:
    reason = form.cleaned_data["reason"]
    try:
        return undo_merge(merge=row, reason=reason, actor=request.actor, at=timezone.now())
    except REFUSALS as error:
        show_refusal(form, error)
        return None


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as malformed:
        raise Http404 from malformed


def _two(request: Request, one: UUID, other: UUID) -> tuple[Person, Person]:
    first, second = (
        get_person(uuid=uuid, for_actor=request.actor, purpose="compare") for uuid in (one, other)
    )
    return first, second


def _records(both: tuple[Person, Person]) -> list[tuple[str, str]]:
    first, second = _("The first record"), _("The second record")
    return [
        (str(person.uuid), f"{place}: {person.name}, {as_written(person.birth_date)}")
        for place, person in zip((first, second), both, strict=True)
    ]


def _page(
    request: Request,
    one: Person,
    other: Person,
    *,
    merge_form: MergeForm | None = None,
    relation_form: RelationForm | None = None,
) -> HttpResponse:
    wrong = any(form is not None and form.is_bound for form in (merge_form, relation_form))
    context = {
        "one": one,
        "other": other,
        "lines": compare_persons(one, other),
        "merge_form": merge_form or MergeForm(records=_records((one, other))),
        "relation_form": relation_form or RelationForm(prefix="relation"),
        "may_merge": request.actor.may("persons.person.merge"),
    }
    return render(request, "persons/compare.html", context, status=422 if wrong else 200)
