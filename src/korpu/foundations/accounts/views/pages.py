"""One way to answer a form, shared by the pages of this room."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from korpu.foundations.accounts.http import Request
from korpu.foundations.ui.forms import Form
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form. ``done`` is said where ``back_url`` leads after it worked."""

    title: Message
    submit_label: Message
    done: Message
    back_url: str
    intro: Message = ""


def answer_form(
    request: Request, form: Form, page: FormPage, perform: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    """Show the form, or do what it asks; a refusal stands at its field, what was typed stays."""
    if request.method == "POST" and form.is_valid():
        try:
            perform(form.cleaned_data)
        except InvalidInput as error:
            form.add_invalid_input(error)
        except (Conflict, NotPossibleNow) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(page.done))
            return HttpResponseRedirect(page.back_url)
    context = {
        "form": form,
        "title": page.title,
        "submit_label": page.submit_label,
        "back_url": page.back_url,
        "intro": page.intro,
    }
    return render(request, "ui/form_page.html", context)
