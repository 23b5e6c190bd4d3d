"""Pages of changes of the law."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.law.enums import ChangeKind
from korpu.foundations.law.forms import FORMS, KindForm, LawForm, PublishForm, WithdrawForm
from korpu.foundations.law.lists import CHANGES
from korpu.foundations.law.selectors import changes as selectors
from korpu.foundations.law.services.drafting import discard_change, draft_change
from korpu.foundations.law.services.publishing import publish_change, withdraw_change
from korpu.foundations.law.term_forms import TermChoiceForm, TermForm
from korpu.foundations.law.views.common import posted
from korpu.kernel.errors import InvalidInput
from korpu.kernel.texts import active_language


@needs("law.change.read")
@require_GET
def index(request: Request) -> HttpResponse:
    """Every change of the law that was entered."""
    asked = CHANGES.read(request.GET)
    table = asked.show(selectors.changes(for_actor=request.actor, asked=asked))
    context = {"table": table, "may_draft": request.actor.may("law.change.draft")}
    return render(request, "law/changes.html", context)


@needs("law.change.draft")
def choose(request: Request) -> HttpResponse:
    """What kind of change."""
    form = KindForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return redirect("law:add", kind=form.cleaned_data["kind"])
    return _form(request, form, _("Change the law"), _("Continue"), reverse("law:changes"))


@needs("law.change.draft")
def add(request: Request, kind: str) -> HttpResponse:
    """Draft a change."""
    known = _kind(kind)
    if known is ChangeKind.TERM:
        return _add_term(request)
    options: dict[str, Any] = {"subjects": selectors.subjects_for(known, on=timezone.localdate())}
    if known is ChangeKind.HOLIDAY:
        options["holidays"] = selectors.holidays_of_decree()
    form = FORMS[known](posted(request), kind=known, **options)
    return _draft(request, form, str(known.label), reverse("law:choose"))


def _add_term(request: Request) -> HttpResponse:
    """The term first, then what is said of it."""
    terms = selectors.subjects_for(ChangeKind.TERM, on=timezone.localdate())
    subject = request.POST.get("subject") or request.GET.get("term", "")
    found = selectors.term_called(subject, on=timezone.localdate())
    title = str(ChangeKind.TERM.label)
    if found is None:
        form = TermChoiceForm(posted(request), terms=terms)
        if request.method == "POST" and form.is_valid():
            return redirect(f"{request.path}?{urlencode({'term': form.cleaned_data['term']})}")
        return _form(request, form, title, _("Continue"), reverse("law:choose"))
    chosen = [each for each in terms if each[0] == subject]
    procedure, rule = found
    rules = TermForm(
        posted(request), kind=ChangeKind.TERM, subjects=chosen, procedure=procedure, rule=rule
    )
    return _draft(request, rules, title, request.path, intro=chosen[0][1])


def _draft(
    request: Request, form: LawForm, title: str, back: str, *, intro: str = ""
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            change = draft_change(entered=form.entered(), actor=request.actor, at=timezone.now())
        except InvalidInput as error:
            form.add_invalid_input(_named(error, form))
        else:
            messages.success(request, _("The draft is kept. A second person puts it into use."))
            return redirect("law:change", uuid=change.uuid)
    return _form(request, form, title, _("Keep as a draft"), back, intro=intro)


@needs("law.change.read")
@require_GET
def show(request: Request, uuid: UUID) -> HttpResponse:
    """One change: what it says, what changes for whom, the proof, what it would lead to."""
    return _show(request, uuid)


@needs("law.change.read")
@require_GET
def diff_file(request: Request, uuid: UUID) -> HttpResponse:
    """What changes for whom, as Markdown."""
    text = selectors.diff_as_markdown(
        uuid=uuid,
        for_actor=request.actor,
        language=active_language(),
        on=timezone.localdate(),
    )
    answer = HttpResponse(text, content_type="text/markdown; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="diff.md"'
    return answer


@needs("law.change.draft")
@require_POST
def discard(request: Request, uuid: UUID) -> HttpResponse:
    """Throw a draft away."""
    change = selectors.find_change(uuid=uuid, for_actor=request.actor)
    discard_change(change=change, actor=request.actor, at=timezone.now())
    messages.success(request, _("The draft is discarded."))
    return redirect("law:changes")


@needs("law.change.publish")
@require_POST
def publish(request: Request, uuid: UUID) -> HttpResponse:
    """Sign a draft and put it into use."""
    change = selectors.find_change(uuid=uuid, for_actor=request.actor)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _show(request, uuid, publish_form=form, status=422)
    digest = form.cleaned_data["digest"]
    publish_change(change=change, digest=digest, actor=request.actor, at=timezone.now())
    messages.success(request, _("The change is in use."))
    return redirect("law:change", uuid=uuid)


@needs("law.change.publish")
@require_POST
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """Take a change back for new cases."""
    change = selectors.find_change(uuid=uuid, for_actor=request.actor)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            withdraw_change(change=change, actor=request.actor, at=timezone.now(), **given)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The change is withdrawn; running cases keep theirs."))
            return redirect("law:change", uuid=uuid)
    return _show(request, uuid, withdraw_form=form, status=422)


def _show(request: Request, uuid: UUID, *, status: int = 200, **forms: Any) -> HttpResponse:
    page = selectors.change_page(uuid=uuid, for_actor=request.actor, on=timezone.localdate())
    context = {
        "page": page,
        "publish_form": PublishForm(initial={"digest": page.change.digest}),
        "withdraw_form": WithdrawForm(),
        **forms,
    }
    return render(request, "law/change.html", context, status=status)


def _kind(word: str) -> ChangeKind:
    try:
        return ChangeKind(word)
    except ValueError:
        raise Http404 from None


def _named(error: InvalidInput, form: LawForm) -> InvalidInput:
    """The service's refusal under the names the form uses."""
    names = {"on": "valid_from", "parameter": "subject", "term": "subject", "kind": "term_kind"}
    fields = {
        renamed if (renamed := names.get(name, name)) in form.fields else "subject": told
        for name, told in error.fields.items()
    }
    return InvalidInput(error.title, error.detail, error.facts, fields)


def _form(
    request: Request, form: Any, title: str, submit: str, back: str, *, intro: str = ""
) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "submit_label": submit,
        "back_url": back,
        "intro": intro,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ui/form_page.html", context, status=status)
