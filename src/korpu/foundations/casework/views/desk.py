"""How I want my work shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.forms_desk import DeskForm
from korpu.foundations.casework.selectors.desk import due_soon_days
from korpu.foundations.casework.services.desk import choose_desk
from korpu.kernel.errors import InvalidInput


@needs("casework.worklist.read")
def choose(request: Request) -> HttpResponse:
    """Within how many days a deadline is near for me."""
    initial = {"due_soon_days": due_soon_days(for_actor=request.actor)}
    form = DeskForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            choose_desk(**form.cleaned_data, actor=request.actor)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("Your choice is kept."))
            return redirect("casework:worklist")
    context = {
        "form": form,
        "title": _("Deadlines that are near"),
        "submit_label": _("Save"),
        "back_url": reverse("casework:worklist"),
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)
