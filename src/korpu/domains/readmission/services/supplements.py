"""Corrections and additions after submission; the application itself never changes."""

from collections.abc import Mapping
from typing import cast

from django.core.files.uploadedfile import UploadedFile

from korpu.domains.readmission.contents import plain
from korpu.domains.readmission.models import Application, Supplement
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.evidence import (
    EvidenceFiles,
    check_evidence,
    stored,
    write_evidence,
)
from korpu.domains.readmission.services.intake import check_statement
from korpu.domains.readmission.services.records import owned
from korpu.domains.readmission.sheets import find_sheet, sheet_of
from korpu.domains.readmission.statement import EvidenceStatement
from korpu.foundations.casework.api import ActDone

CORRIGIBLE = (
    "surname",
    "given_names",
    "patronymic",
    "earlier_names",
    "aliases",
    "sex",
    "birth_date",
    "birth_place",
    "birth_country",
    "last_residence",
    "civil_status",
    "protective_measures",
    "remarks",
)
"""Particulars a supplement may replace. The reference, the track and the dates that start terms
are not among them: they need a new application."""


def write_supplement(done: ActDone) -> None:
    """Effect of ``supplement_application``: what was corrected, and evidence that came with it.

    ``done.data`` holds ``changes`` (particular → new value), ``evidence`` and ``uploads``.

    Raises:
        InvalidInput: the statement as corrected is at fault; ``fields`` names where.
    """
    application = Application.objects.get(case=done.case)
    given = cast(Mapping[str, object], done.data.get("changes", {}))
    changes = changes_of(given, track=application.track)
    before = current_statement(application)
    check_statement(before.overlaid(changes), on=application.received_on)
    Supplement.objects.create(
        application=application,
        changes={name: plain(value) for name, value in changes.items()},
        note=done.act.note,
        **owned(done),
    )
    evidence = cast("list[EvidenceStatement]", done.data.get("evidence", []))
    for item in evidence:
        check_evidence(item, at=done.at, codelist=sheet_of(application.track).evidence_list)
    write_evidence(application, evidence, _files(done), owned(done))


def _files(done: ActDone) -> EvidenceFiles:
    """The uploads that came with the evidence, checked by content and kept."""
    uploads = cast("list[UploadedFile[bytes] | None]", done.data.get("uploads", []))
    return [stored(upload, actor=done.actor, at=done.at) for upload in uploads]


def changes_of(given: Mapping[str, object], *, track: str) -> dict[str, object]:
    """What of ``given`` may be corrected in a case of that track and is given at all."""
    sheet = find_sheet(track)
    own = tuple(item.name for item in sheet.own_items) if sheet else ()
    return {name: given[name] for name in (*CORRIGIBLE, *own) if given.get(name) is not None}
