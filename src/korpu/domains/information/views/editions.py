"""Editions, their files, copies given out, and recommendations."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from korpu.domains.information.forms.editing import (
    EditionFileForm,
    EditionForm,
    HandoutForm,
    PrintingForm,
    ReasonForm,
    VersionsForm,
)
from korpu.domains.information.models import Edition, Publication
from korpu.domains.information.permissions import APPROVE, DISTRIBUTE, EDIT, READ
from korpu.domains.information.selectors.staff import (
    get_distribution,
    get_edition,
    get_file,
    get_publication,
)
from korpu.domains.information.services.distribution import (
    cancel_distribution,
    record_distribution,
)
from korpu.domains.information.services.editions import (
    add_edition,
    add_file,
    change_edition,
    record_printing,
    remove_file,
)
from korpu.domains.information.services.lifecycle import approve_edition, publish_edition, withdraw
from korpu.domains.information.services.versions import add_language_versions
from korpu.domains.information.views.pages import form_page, posted
from korpu.foundations.accounts.api import Request, needs
from korpu.foundations.files.api import download_response
from korpu.kernel.errors import NotFound

ACTS = {
    "approve": (approve_edition, gettext_lazy("The edition is approved.")),
    "publish": (publish_edition, gettext_lazy("The edition is public.")),
}


@needs(EDIT)
def new(request: Request, uuid: UUID) -> HttpResponse:
    """Add an edition to a publication."""
    view = get_publication(uuid=uuid, for_actor=request.actor)
    form = EditionForm(posted(request), originals=view.editions)

    def save() -> str:
        made = add_edition(
            publication=view.publication, draft=form.draft, actor=request.actor, at=timezone.now()
        )
        return _page(made)

    return form_page(
        request,
        form,
        save,
        title=_("New edition"),
        submit_label=_("Save as a draft"),
        back_url=_desk(view.publication),
        done=_("The edition is saved. Next: its files."),
    )


@needs(EDIT)
def new_versions(request: Request, uuid: UUID) -> HttpResponse:
    """Add one version in several languages, each with its file."""
    view = get_publication(uuid=uuid, for_actor=request.actor)
    form = VersionsForm(posted(request), request.FILES or None)

    def save() -> str:
        made = add_language_versions(
            publication=view.publication,
            draft=form.draft,
            files=form.texts,
            original=form.cleaned_data["original"],
            actor=request.actor,
            at=timezone.now(),
        )
        return _page(made)

    return form_page(
        request,
        form,
        save,
        title=_("New edition in several languages"),
        submit_label=_("Save as drafts"),
        back_url=_desk(view.publication),
        done=_("The edition is saved in every language that has a file."),
        intro=_("Each language becomes an edition; the others are translations of the original."),
    )


@needs(EDIT)
def edit(request: Request, uuid: UUID) -> HttpResponse:
    """Correct a draft edition."""
    row = get_edition(uuid=uuid, for_actor=request.actor)
    view = get_publication(uuid=row.publication.uuid, for_actor=request.actor)
    others = [one for one in view.editions if one != row]
    form = EditionForm(posted(request), originals=others, initial=_initial(row))

    def save() -> str:
        change_edition(
            edition=row,
            draft=form.draft,
            expected_revision=form.cleaned_data["revision"] or row.revision,
            actor=request.actor,
            at=timezone.now(),
        )
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("Change the edition"),
        submit_label=_("Save"),
        back_url=_page(row),
        done=_("The edition is saved."),
    )


@needs(EDIT)
def upload(request: Request, uuid: UUID) -> HttpResponse:
    """Add a file to a draft edition."""
    row = get_edition(uuid=uuid, for_actor=request.actor)
    sent = request.method == "POST"
    form = EditionFileForm(*(request.POST, request.FILES) if sent else ())

    def save() -> str:
        data = form.cleaned_data
        add_file(
            edition=row,
            upload=data["file"],
            title=data["title"],
            actor=request.actor,
            at=timezone.now(),
        )
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("Add a file"),
        submit_label=_("Add the file"),
        back_url=_page(row),
        done=_("The file is added."),
    )


@needs(READ)
def file(request: Request, uuid: UUID) -> HttpResponseBase:
    """A file as it will be, or is, offered."""
    found = get_file(uuid=uuid, for_actor=request.actor)
    return download_response(found.file)


@needs(EDIT)
@require_POST
def drop_file(request: Request, uuid: UUID) -> HttpResponse:
    """Take a file from a draft edition."""
    found = get_file(uuid=uuid, for_actor=request.actor)
    remove_file(file=found, actor=request.actor, at=timezone.now())
    messages.success(request, _("The file is removed."))
    return redirect(_page(found.edition))


@needs(APPROVE)
@require_POST
def act(request: Request, uuid: UUID, act: str) -> HttpResponse:
    """Approve or publish a further edition."""
    if act not in ACTS:
        raise NotFound(_("There is no such step."))
    row = get_edition(uuid=uuid, for_actor=request.actor)
    service, done = ACTS[act]
    service(edition=row, actor=request.actor, at=timezone.now())
    messages.success(request, str(done))
    return redirect(_page(row))


@needs(APPROVE)
def withdrawal(request: Request, uuid: UUID) -> HttpResponse:
    """Take one edition from the public."""
    row = get_edition(uuid=uuid, for_actor=request.actor)
    form = ReasonForm(posted(request))

    def save() -> str:
        reason = form.cleaned_data["reason"]
        withdraw(row=row, reason=reason, actor=request.actor, at=timezone.now())
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("Withdraw the edition"),
        submit_label=_("Withdraw it"),
        back_url=_page(row),
        done=_("The edition is withdrawn."),
    )


@needs(DISTRIBUTE)
def printing(request: Request, uuid: UUID) -> HttpResponse:
    """Record freshly printed copies."""
    row = get_edition(uuid=uuid, for_actor=request.actor)
    form = PrintingForm(posted(request))

    def save() -> str:
        copies = form.cleaned_data["copies"]
        record_printing(edition=row, copies=copies, actor=request.actor, at=timezone.now())
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("Record a printing"),
        submit_label=_("Record"),
        back_url=_page(row),
        done=_("The printing is recorded."),
        intro=_("The copies are added to the stock."),
    )


@needs(DISTRIBUTE)
def handout(request: Request, uuid: UUID) -> HttpResponse:
    """Record copies given out."""
    row = get_edition(uuid=uuid, for_actor=request.actor)
    form = HandoutForm(posted(request))

    def save() -> str:
        record_distribution(
            edition=row, handout=form.handout, actor=request.actor, at=timezone.now()
        )
        return _page(row)

    return form_page(
        request,
        form,
        save,
        title=_("Record copies given out"),
        submit_label=_("Record"),
        back_url=_page(row),
        done=_("The copies are recorded."),
    )


@needs(DISTRIBUTE)
def cancel(request: Request, uuid: UUID) -> HttpResponse:
    """Strike out a wrong entry."""
    row = get_distribution(uuid=uuid, for_actor=request.actor)
    form = ReasonForm(posted(request))

    def save() -> str:
        reason = form.cleaned_data["reason"]
        cancel_distribution(distribution=row, reason=reason, actor=request.actor, at=timezone.now())
        return _page(row.edition)

    return form_page(
        request,
        form,
        save,
        title=_("Cancel the entry"),
        submit_label=_("Cancel the entry"),
        back_url=_page(row.edition),
        done=_("The entry no longer counts."),
    )


def _initial(row: Edition) -> dict[str, object]:
    return {
        "revision": row.revision,
        "version": row.version,
        "languages": row.languages,
        "issued_on": row.issued_on,
        "issued_precision": row.issued_precision,
        "licence": row.licence,
        "copies_printed": row.copies_printed,
        "translation_of": str(row.translation_of.uuid) if row.translation_of else "",
    }


def _page(row: Edition) -> str:
    return f"{_desk(row.publication)}#edition-{row.uuid}"


def _desk(row: Publication) -> str:
    return reverse("information:desk", args=(row.uuid,))
