"""The page on which an act is performed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, signed_in
from korpu.foundations.casework.forms import ActForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors.acts import ActPage, act_page
from korpu.foundations.casework.selectors.cases import get_case
from korpu.foundations.casework.services.acts import perform_act
from korpu.kernel.errors import Conflict, DomainError, InvalidInput, NotPossibleNow


@signed_in
def perform(request: Request, uuid: UUID, act: str) -> HttpResponse:
    """Show the form of an act; on POST perform it. Nothing typed is lost when it is refused."""
    case = get_case(uuid=uuid, for_actor=request.actor, purpose=f"act:{act}")
    page = act_page(case=case, act=act, for_actor=request.actor, on=timezone.localdate())
    form = _form(request, case, page)
    if request.method != "POST":
        return _show(request, case, page, form)
    if not form.is_valid():
        return _show(request, case, page, form, status=422)
    try:
        _perform(request, case, act, form)
    except InvalidInput as error:
        form.add_invalid_input(error)
        return _show(request, case, page, form, status=422)
    except (Conflict, NotPossibleNow) as error:
        form.follow_up(case.act_count)
        return _show(request, case, page, form, status=409, error=error)
    messages.success(request, _("Done: %(act)s") % {"act": page.act.title})
    return redirect("casework:case", uuid=uuid)


def _form(request: Request, case: Case, page: ActPage) -> ActForm:
    bound = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {"effective_on": page.leave.effective_on} if page.leave else {}
    return page.form(
        *bound,
        case=case,
        act=page.act,
        actor=request.actor,
        irreversible=page.irreversible,
        initial=initial,
    )


def _perform(request: Request, case: Case, act: str, form: ActForm) -> None:
    perform_act(
        case=case,
        act=act,
        actor=request.actor,
        at=timezone.now(),
        effective_on=form.cleaned_data["effective_on"],
        facts=form.facts(),
        note=form.cleaned_data["note"],
        data=form.data_for_domain(),
        expected_act_count=form.cleaned_data["expected_act_count"],
        client_key=form.key,
    )


def _show(
    request: Request,
    case: Case,
    page: ActPage,
    form: ActForm,
    *,
    status: int = 200,
    error: DomainError | None = None,
) -> HttpResponse:
    context = {"case": case, "page": page, "form": form, "error": error}
    return render(request, "casework/act.html", context, status=status)
