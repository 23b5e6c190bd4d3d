"""Writing the letter of a decision."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.forms_desk import DecisionLetterForm
from korpu.foundations.casework.models import Case
from korpu.foundations.casework.selectors import decisions as selectors
from korpu.foundations.casework.services.decision_letters import write_decision_letters
from korpu.foundations.casework.views.common import read_case
from korpu.kernel.errors import InvalidInput


@needs("casework.letter.send")
def write(request: Request, uuid: UUID, seq: int) -> HttpResponse:
    """Ask for addressee and language; on POST write the letters, which are not sent yet."""
    case = read_case(request, uuid)
    found = selectors.get_decision(case=case, seq=seq, for_actor=request.actor)
    name, language = selectors.addressee_of(case=case, for_actor=request.actor)
    form = DecisionLetterForm(
        request.POST if request.method == "POST" else None,
        initial={"addressee": name, "language": language},
    )
    if form.is_bound and form.is_valid() and _written(request, case, found, form):
        messages.success(request, _("The letter is written. Read it, then send it."))
        return redirect("casework:papers", uuid=uuid)
    context = {
        "form": form,
        "title": _("Letter of the decision: %(act)s") % {"act": found.title},
        "submit_label": _("Write the letter"),
        "back_url": reverse("casework:papers", args=[uuid]),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


def _written(
    request: Request, case: Case, found: selectors.Decision, form: DecisionLetterForm
) -> bool:
    try:
        write_decision_letters(
            case=case, act=found.act, **form.cleaned_data, actor=request.actor, at=timezone.now()
        )
    except InvalidInput as error:
        form.add_invalid_input(error)
        return False
    return True
