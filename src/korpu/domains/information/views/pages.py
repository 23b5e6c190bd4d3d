"""One way for every form of the room: what is wrong goes to its field, what was typed stays."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict

from korpu.foundations.accounts.api import Request
from korpu.foundations.ui.forms import Form
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow
from korpu.kernel.texts import Message

HTTP_UNPROCESSABLE = 422


def posted(request: Request) -> QueryDict | None:
    """What was sent, even if it was nothing; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: Request,
    form: Form,
    save: Callable[[], str],
    *,
    title: Message,
    submit_label: Message,
    back_url: str,
    done: Message,
    intro: Message = "",
) -> HttpResponse:
    """Show the form; when it is sent and right, save and go where ``save`` says."""
    if form.is_bound and form.is_valid():
        try:
            target = save()
        except InvalidInput as error:
            form.add_invalid_input(error)
        except Conflict as error:
            form.add_error(None, str(error))
            _read_again(form, error)
        except NotPossibleNow as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(done))
            return redirect(target)
    context = {
        "form": form,
        "title": title,
        "submit_label": submit_label,
        "back_url": back_url,
        "intro": intro,
    }
    status = HTTP_UNPROCESSABLE if form.errors else 200
    return render(request, "ui/form_page.html", context, status=status)


def _read_again(form: Form, conflict: Conflict) -> None:
    """Whoever sends the form once more has seen that somebody was faster."""
    data = MultiValueDict(form.data.lists() if isinstance(form.data, MultiValueDict) else ())
    data["revision"] = str(conflict.facts.get("revision", ""))
    form.data = data
