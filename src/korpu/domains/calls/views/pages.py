"""One way to answer a form and one to press a button, shared by the pages of this room."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from korpu.foundations.accounts.api import Request
from korpu.foundations.ui.forms import Form
from korpu.kernel.errors import Conflict, InvalidInput, NotPossibleNow, Unavailable
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class FormPage:
    """What stands around a form; ``done`` is said where ``back_url`` leads after it worked."""

    title: Message
    submit_label: Message
    done: Message
    back_url: str
    intro: Message = ""
    template: str = "ui/form_page.html"


def answer(
    request: Request,
    form: Form,
    page: FormPage,
    perform: Callable[[], object],
    version: int | None = None,
    **context: object,
) -> HttpResponse:
    """Show the form, or do what it asks; a refusal stands at its field, what was typed stays.

    A form that says which ``version`` it was filled in on is shown with the present one after
    another window has saved, so that saving it once more is a decision, not an accident.
    """
    if form.is_bound and form.is_valid() and done(form, perform):
        messages.success(request, str(page.done))
        return HttpResponseRedirect(page.back_url)
    if form.is_bound and version is not None:
        form.data = {**request.POST.dict(), "version": str(version)}
    shown = {
        "form": form,
        "title": page.title,
        "submit_label": page.submit_label,
        "back_url": page.back_url,
        "intro": page.intro,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, page.template, {**shown, **context}, status=status)


def posted(request: Request) -> QueryDict | None:
    """What was sent, were it nothing; None: the page is only looked at."""
    return request.POST if request.method == "POST" else None


def done(form: Form, perform: Callable[[], object]) -> bool:
    """Whether it worked; if not, the refusal stands in the form."""
    try:
        perform()
    except InvalidInput as error:
        form.add_invalid_input(error)
    except (Conflict, NotPossibleNow, Unavailable) as error:
        form.add_error(None, str(error))
    else:
        return True
    return False


def press(
    request: Request, perform: Callable[[], object], *, said: Message, back: str
) -> HttpResponse:
    """Do what a button asks and go back, saying that it worked or why it did not."""
    try:
        perform()
    except (InvalidInput, Conflict, NotPossibleNow) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, str(said))
    return HttpResponseRedirect(back)
