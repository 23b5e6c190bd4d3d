"""An applicant's own pages, opened by the secret link."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from korpu.domains.calls.access import holding
from korpu.domains.calls.forms.applicant import (
    ApplicationForm,
    ConfirmForm,
    FileForm,
    ObjectionForm,
    QuestionForm,
    initial_of,
)
from korpu.domains.calls.models import Application
from korpu.domains.calls.selectors import applicant as selectors
from korpu.domains.calls.services import applications, objections
from korpu.domains.calls.views.pages import FormPage, answer, done, posted, press
from korpu.foundations.accounts.api import Request, public
from korpu.foundations.files.api import download_response

P = ParamSpec("P")
Own = Callable[Concatenate[Request, str, Application, P], HttpResponseBase]


def by_link(view: Own[P]) -> Callable[..., HttpResponseBase]:
    """Open the application of the link for the length of the view; nothing of it is cached."""

    @public
    @wraps(view)
    def wrapped(
        request: Request, secret: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        with holding(secret):
            application = selectors.by_secret(secret)
            response = view(request, secret, application, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    return wrapped


@by_link
@require_GET
def own(request: Request, secret: str, application: Application) -> HttpResponse:
    """Where the application stands, its letters, and what can be done."""
    view = selectors.own_application(application, at=timezone.now())
    return render(request, "calls/applicant/own.html", {"view": view, "secret": secret})


@by_link
def edit(request: Request, secret: str, application: Application) -> HttpResponse:
    """Write the application; it may be saved with gaps."""
    view = selectors.own_application(application, at=timezone.now())
    if not view.can_edit:
        return _back(secret)
    form = ApplicationForm(
        posted(request),
        posts=view.posts,
        initial=initial_of(application, view.candidates),
    )

    def perform() -> None:
        applications.save_application(
            application=application,
            data=form.statement(),
            candidates=form.candidates(),
            expected_version=form.cleaned_data["version"],
            at=timezone.now(),
        )

    page = FormPage(
        _("Your application"),
        _("Save"),
        _("Saved. Nothing is sent before you submit it."),
        reverse("calls:own", args=[secret]),
        template="calls/applicant/edit.html",
    )
    version = view.application.version
    return answer(request, form, page, perform, version=version, view=view)


@by_link
def files(request: Request, secret: str, application: Application) -> HttpResponse:
    """Enclose files."""
    view = selectors.own_application(application, at=timezone.now())
    if not view.can_edit:
        return _back(secret)
    form = FileForm(posted(request), request.FILES or None, asked=view.asked)
    page = FormPage(
        _("Documents of your application"),
        _("Enclose this file"),
        _("The file is enclosed."),
        reverse("calls:own_files", args=[secret]),
        template="calls/applicant/files.html",
    )

    def perform() -> None:
        applications.add_document(
            application=application,
            asked=form.document,
            upload=form.cleaned_data["file"],
            at=timezone.now(),
        )

    return answer(request, form, page, perform, view=view, secret=secret)


@by_link
@require_GET
def file(
    request: Request,  # noqa: ARG001  the shape of a view
    secret: str,  # noqa: ARG001  the shape of a view
    application: Application,
    uuid: UUID,
) -> HttpResponseBase:
    """Download one of the own files."""
    return download_response(selectors.own_document(application, uuid).file)


@by_link
@require_POST
def remove_file(
    request: Request, secret: str, application: Application, uuid: UUID
) -> HttpResponse:
    """Take a file out of a draft."""
    document = selectors.own_document(application, uuid)
    return press(
        request,
        lambda: applications.remove_document(document=document, at=timezone.now()),
        said=_("The file is removed."),
        back=reverse("calls:own_files", args=[secret]),
    )


@by_link
@require_GET
def letter(
    request: Request,  # noqa: ARG001  the shape of a view
    secret: str,  # noqa: ARG001  the shape of a view
    application: Application,
    uuid: UUID,
) -> HttpResponseBase:
    """Download a letter."""
    return download_response(selectors.own_notice(application, uuid).file)


@by_link
def submit(request: Request, secret: str, application: Application) -> HttpResponse:
    """Read it through once more, and hand it in."""
    view = selectors.own_application(application, at=timezone.now())
    form = ConfirmForm(posted(request))
    if form.is_bound and form.is_valid():
        if done(
            form,
            lambda: applications.submit_application(application=application, at=timezone.now()),
        ):
            messages.success(request, _("Submitted. The receipt is below and in your mailbox."))
            return _back(secret)
        view = selectors.own_application(application, at=timezone.now())
    status = 422 if form.errors else 200
    labels = {name: field.label for name, field in ApplicationForm.base_fields.items()}
    context = {"view": view, "secret": secret, "form": form, "labels": labels}
    return render(request, "calls/applicant/submit.html", context, status=status)


@by_link
def withdraw(request: Request, secret: str, application: Application) -> HttpResponse:
    """Take the application back."""
    form = ConfirmForm(posted(request))
    page = FormPage(
        _("Withdraw the application"),
        _("Withdraw the application now"),
        _("The application is withdrawn."),
        reverse("calls:own", args=[secret]),
        _("It will not be assessed. It cannot be undone; you can still read what you wrote."),
    )
    return answer(
        request,
        form,
        page,
        lambda: applications.withdraw_application(application=application, at=timezone.now()),
    )


@by_link
def ask(request: Request, secret: str, application: Application) -> HttpResponse:
    """Ask the staff of the call."""
    form = QuestionForm(posted(request))
    page = FormPage(
        _("Ask a question about the call"),
        _("Send the question"),
        _("The question is sent. The answer appears on the page of the call."),
        reverse("calls:own", args=[secret]),
    )

    def perform() -> None:
        words = form.cleaned_data["asked"]
        applications.ask_question(application=application, words=words, at=timezone.now())

    return answer(request, form, page, perform)


@by_link
def object_to(request: Request, secret: str, application: Application) -> HttpResponse:
    """Object to the decision."""
    form = ObjectionForm(posted(request))
    page = FormPage(
        _("Object to the decision"),
        _("Send the objection"),
        _("The objection is lodged. The decision on it comes to you as a letter."),
        reverse("calls:own", args=[secret]),
        _("The director of the programme, who did not score applications, decides on it."),
    )

    def perform() -> None:
        grounds = form.cleaned_data["grounds"]
        objections.lodge_objection(application=application, grounds=grounds, at=timezone.now())

    return answer(request, form, page, perform)


def _back(secret: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("calls:own", args=[secret]))
