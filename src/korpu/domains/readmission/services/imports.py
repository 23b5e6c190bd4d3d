"""A document as a draft: everything it says, to be read and corrected like what was typed."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from korpu.domains.readmission import sentences
from korpu.domains.readmission.exchange import Document
from korpu.domains.readmission.forms import NO_NEEDS
from korpu.domains.readmission.models import Draft, DraftEvidence
from korpu.domains.readmission.services.drafts import start_draft
from korpu.domains.readmission.sheets import Item, Sheet
from korpu.domains.readmission.statement import Particular, Statement
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.kernel.errors import InvalidInput


def import_document(
    *, document: Document, compartment: Compartment, on_paper: bool, actor: Actor, at: datetime
) -> Draft:
    """Begin a draft with what a document says; what is missing or wrong in it the draft shows.

    Raises:
        InvalidInput: the document has not the published shape; ``fields`` names each fault.
        NotPermitted: the actor may not write applications there.
    """
    if document.sheet is None or document.faults:
        raise InvalidInput(
            sentences.INPUT_REFUSED,
            sentences.INPUT_REFUSED_DETAIL,
            fields=dict(document.faults),
        )
    with transaction.atomic():
        draft = start_draft(
            compartment=compartment,
            on_paper=on_paper,
            actor=actor,
            at=at,
            sheet=document.sheet.id,
        )
        draft.typed = typed_of(document.sheet, document.statement)
        draft.members = [asdict(member) for member in document.statement.members]
        draft.save(update_fields=("typed", "members"))
        for evidence in document.statement.evidence:
            DraftEvidence.objects.create(
                draft=draft, compartment_id=draft.compartment_id, **asdict(evidence)
            )
    return draft


def typed_of(sheet: Sheet, statement: Statement) -> dict[str, dict[str, str]]:
    """Step → field → text, as somebody would have typed it."""
    return {
        section.id: {
            item.name: text
            for item in section.items
            if (text := _typed(item, statement.says(item.name))) is not None
        }
        for section in sheet.sections
        if not section.lists
    }


def _typed(item: Item, value: Particular) -> str | None:
    if item.name == "needs_basis":
        return str(value or NO_NEEDS)
    if value is None:
        return None
    if isinstance(value, bool):
        yes, no = ("on", None) if item.is_common else ("yes", "no")
        return yes if value else no
    return value.isoformat() if isinstance(value, date) else str(value)
