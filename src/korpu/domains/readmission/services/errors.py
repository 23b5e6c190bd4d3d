"""A readmission in error: found by the service, told to the other side, settled."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from korpu.domains.readmission import sentences
from korpu.domains.readmission.contents import kept, stated_facts
from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.models import Application, Arrival, Particulars
from korpu.domains.readmission.offices import receiving_compartment
from korpu.domains.readmission.permissions import ENTER_APPLICATION
from korpu.domains.readmission.procedures import (
    ERROR_LETTER,
    PROCEDURES,
    RECORD_ERROR,
)
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.services.evidence import EvidenceFiles
from korpu.domains.readmission.services.intake import check_statement
from korpu.domains.readmission.services.outgoing import issue_outgoing_letter
from korpu.domains.readmission.services.records import given, owned
from korpu.domains.readmission.services.replies import LETTER_LANGUAGES
from korpu.domains.readmission.services.travel import announce
from korpu.domains.readmission.sheets import sheets
from korpu.domains.readmission.statement import Statement
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import (
    ActDone,
    Audience,
    Case,
    attach_file,
    name_counterpart,
    open_case,
)
from korpu.foundations.codelists.api import title
from korpu.kernel.errors import InvalidInput, NotPossibleNow
from korpu.kernel.texts import Language, Text


def record_error(
    *,
    statement: Statement,
    files: EvidenceFiles,
    actor: Actor,
    at: datetime,
    client_key: UUID | None = None,
) -> Case:
    """Open a case of readmission in error about the person of an earlier case.

    The other side learns nothing before it is notified; the evidence is filed with the office.

    Raises:
        InvalidInput: ``fields`` names each fault; no such case, or nobody arrived in it.
        NotPermitted: the actor may not enter cases here.
        NotPossibleNow: as ``casework.open_case``.
    """
    receiving = receiving_compartment()
    actor.check(ENTER_APPLICATION, compartment_id=receiving.pk)
    sheet = sheets()[Track.ERROR]
    check_statement(statement, on=timezone.localdate(at))
    original = original_case(statement)
    facts = stated_facts(sheet, statement)
    with transaction.atomic():
        return open_case(
            procedure=PROCEDURES[Track.ERROR],
            compartment=receiving,
            counterpart=None,
            subject=original.subject,
            act=RECORD_ERROR,
            facts={**facts, "new_evidence": bool(statement.evidence)},
            actor=actor,
            at=at,
            effective_on=timezone.localdate(at),
            reference=original.number,
            note=str(statement.says("explanation")),
            data={"statement": statement, "files": files},
            client_key=client_key,
        )


def original_case(statement: Statement) -> Case:
    """The case in which the person was received, as the finding names it.

    Raises:
        InvalidInput: there is none, or the day does not fit.
    """
    number = "".join(str(statement.says("original_case")).split()).upper()
    arrival = (
        Arrival.objects.filter(case__number=number)
        .select_related("case__subject", "case__counterpart__office__organisation")
        .first()
    )
    if arrival is None or arrival.case.subject is None:
        raise _refused("original_case", sentences.NO_SUCH_ARRIVAL)
    if timezone.localdate(arrival.arrived_at) != statement.says("transferred_on"):
        raise _refused("transferred_on", sentences.RECEIVED_ON_ANOTHER_DAY)
    return arrival.case


def _refused(field: str, sentence: Text) -> InvalidInput:
    return InvalidInput(
        sentences.INPUT_REFUSED, sentences.INPUT_REFUSED_DETAIL, fields={field: sentence}
    )


def write_error(done: ActDone) -> None:
    """Effect of ``record_error``: what was found, and its evidence among the office's files."""
    statement: Statement = given(done)["statement"]
    files: EvidenceFiles = given(done)["files"]
    _write_finding(kept(sheets()[Track.ERROR], statement), done, told=False)
    codelist = sheets()[Track.ERROR].evidence_list
    for evidence, file in zip(statement.evidence, files, strict=True):
        if file is not None:
            attach_file(
                case=done.case,
                file=file,
                title=str(title(codelist, evidence.kind)),
                actor=done.actor,
                at=done.at,
                audience=Audience.OFFICE,
            )


def _write_finding(content: dict[str, object], done: ActDone, *, told: bool) -> None:
    sheet = sheets()[Track.ERROR]
    Particulars.objects.create(
        sheet=sheet.id,
        sheet_version=sheet.version,
        content=content,
        told=told,
        **owned(done, internal=not told),
    )


def tell_of_error(done: ActDone) -> None:
    """Effect of ``notify_error``: the other side may follow the case, reads the finding as it
    stands, and is written to.
    """
    found = Particulars.objects.get(case=done.case, told=False)
    original = Case.objects.select_related("counterpart__office__organisation").get(
        number=found.content["original_case"]
    )
    if original.counterpart is None:
        raise NotPossibleNow(sentences.NO_AUTHORITY)
    name_counterpart(case=done.case, counterpart=original.counterpart, actor=done.actor, at=done.at)
    _write_finding(found.content, done, told=True)
    authority = original.counterpart.office.organisation
    for language in LETTER_LANGUAGES:
        issue_outgoing_letter(
            case=done.case,
            act=done.act,
            template=ERROR_LETTER,
            language=language,
            data=_letter(found, original, language),
            addressee=authority.title.in_language(language),
            actor=done.actor,
            at=done.at,
        )


def _letter(found: Particulars, original: Case, language: Language) -> dict[str, object]:
    application = Application.objects.get(case=original)
    statement = current_statement(application)
    kinds = {i.name: dict(i.values) for i in sheets()[Track.ERROR].own_items if i.values}
    content = {**found.content}
    return {
        "reference": statement.authority_reference,
        "original_case": original.number,
        "person": f"{statement.surname} {statement.given_names}".strip(),
        "birth_date": statement.birth_date,
        "received_on": date.fromisoformat(str(content["transferred_on"])),
        "found_on": date.fromisoformat(str(content["found_on"])),
        "error": kinds["error_kind"][str(content["error_kind"])].in_language(language),
        "explanation": content["explanation"],
        "data_to_correct": content.get("data_to_correct", ""),
        "reasons": [],
    }


def write_taking_back(done: ActDone) -> None:
    """Effect of ``accept_taking_back``: the border point that sees the person off may see it.

    Data: ``notice``, a :class:`~korpu.domains.readmission.statement.Notice`.
    """
    found = Particulars.objects.filter(case=done.case).earliest("id")
    application = Application.objects.get(case__number=found.content["original_case"])
    announce(given(done)["notice"], current_statement(application), done)
