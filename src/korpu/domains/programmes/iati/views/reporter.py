"""The page on which the identifier of the reporting organisation is set."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.programmes.iati.forms.reporter import ReporterForm
from korpu.domains.programmes.iati.reporting import reporting
from korpu.domains.programmes.iati.selectors import published_count, reporters
from korpu.domains.programmes.iati.services.reporter import set_reporter
from korpu.foundations.accounts.api import Request, needs
from korpu.kernel.errors import InvalidInput


@needs("programmes.iati.configure")
def reporter(request: Request) -> HttpResponse:
    """Under which identifier the organisation reports, and how far it is certain."""
    form = ReporterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            set_reporter(**form.cleaned_data, actor=request.actor, at=timezone.now())
        except InvalidInput as refused:
            form.add_invalid_input(refused)
        else:
            messages.success(request, _("Set. Records published from now on carry it."))
            return redirect("programmes_iati:reporter")
    context = {
        "form": form,
        "reporting": reporting(),
        "earlier": reporters(for_actor=request.actor),
        "published": published_count(for_actor=request.actor),
    }
    status = 422 if form.errors else 200
    return render(request, "programmes/iati/reporter.html", context, status=status)
