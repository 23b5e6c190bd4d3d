"""Worklists people keep."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.casework.forms import SaveListForm
from korpu.foundations.casework.models import SavedList
from korpu.foundations.casework.selectors.lists import query_to_keep
from korpu.foundations.casework.selectors.saved import (
    href_of,
    kept_lists,
    offices_to_share_with,
    saved_list,
)
from korpu.foundations.casework.services.lists import (
    forget_default,
    make_default,
    remove_list,
    save_list,
)
from korpu.kernel.errors import InvalidInput


@needs("casework.worklist.read")
def show(request: Request) -> HttpResponse:
    """Every list I keep and every list of my office."""
    context = {"kept": kept_lists(for_actor=request.actor)}
    return render(request, "casework/worklist/lists.html", context)


@needs("casework.worklist.read")
def save(request: Request) -> HttpResponse:
    """Name the list that the query string of this page describes."""
    query = query_to_keep(QueryDict(request.GET.urlencode()))
    form = SaveListForm(
        request.POST if request.method == "POST" else None,
        offices=offices_to_share_with(for_actor=request.actor),
    )
    if form.is_bound and form.is_valid():
        try:
            saved = _save(request, form, query)
        except InvalidInput as error:
            form.add_invalid_input(error)
        else:
            messages.success(request, _("The list is saved."))
            return redirect(href_of(saved))
    context = {
        "form": form,
        "title": _("Save this list"),
        "intro": _("The filters, the order and the columns are kept under a name."),
        "submit_label": _("Save the list"),
        "back_url": f"{reverse('casework:worklist')}?{query}",
    }
    return render(request, "ui/form_page.html", context, status=422 if form.errors else 200)


def _save(request: Request, form: SaveListForm, query: str) -> SavedList:
    given = form.cleaned_data
    return save_list(
        title=given["title"],
        query=query,
        compartment_id=int(given["office"]) if given["office"] else None,
        is_default=given["is_default"],
        actor=request.actor,
        at=timezone.now(),
    )


@require_POST
@needs("casework.worklist.read")
def remove(request: Request, uuid: UUID) -> HttpResponse:
    remove_list(saved=saved_list(uuid=uuid, for_actor=request.actor), actor=request.actor)
    messages.success(request, _("The list is removed."))
    return redirect("casework:lists")


@require_POST
@needs("casework.worklist.read")
def first(request: Request, uuid: UUID) -> HttpResponse:
    """Open this list first, or no longer."""
    saved = saved_list(uuid=uuid, for_actor=request.actor)
    if saved.is_default and saved.owner_id == request.actor.user_id:
        forget_default(actor=request.actor)
    else:
        make_default(saved=saved, actor=request.actor)
    messages.success(request, _("Your choice is kept."))
    return redirect("casework:lists")
