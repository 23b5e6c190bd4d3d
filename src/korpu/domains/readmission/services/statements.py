"""Handing the ledger of a case to the person it is about."""

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from korpu.domains.readmission import sentences
from korpu.domains.readmission.enums import StatementReader
from korpu.domains.readmission.models import ExchangeStatement
from korpu.domains.readmission.permissions import RELEASE_STATEMENT
from korpu.domains.readmission.selectors.ledger import entries_for_statement
from korpu.domains.readmission.services.records import ownership
from korpu.domains.readmission.statements import StatementText, statement_text
from korpu.foundations.accounts.api import Actor
from korpu.foundations.audit.api import record_export
from korpu.foundations.casework.api import Case
from korpu.foundations.files.api import store_upload
from korpu.foundations.persons.api import display_names
from korpu.foundations.ui import pdf
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import NotPossibleNow
from korpu.kernel.texts import Language


def release_statement(
    *, case: Case, language: Language, given_to: StatementReader, actor: Actor, at: datetime
) -> ExchangeStatement:
    """Write the statement of what was received abroad, and keep that it was handed out.

    ``case`` is read with its compartment's office; ``language`` is the person's.

    Raises:
        NotPermitted: the actor hands out no statements in this office.
        NotPossibleNow: nobody is linked, so there is nobody to hand it to.
    """
    actor.check(RELEASE_STATEMENT, compartment_id=case.compartment_id)
    if case.subject_id is None:
        raise NotPossibleNow(sentences.NOBODY_LINKED, sentences.NOBODY_LINKED_DETAIL)
    entries = entries_for_statement(case=case, for_actor=actor)
    text = statement_text(number=case.number, entries=entries, language=language)
    person = display_names(person_ids=[case.subject_id], for_actor=actor).get(case.subject_id, "")
    content = _document(case, text, person, language, actor, at)
    with transaction.atomic():
        upload = ContentFile(content, name=f"{case.number}-{language}.pdf")
        statement = ExchangeStatement.objects.create(
            language=language,
            given_to=given_to,
            entry_count=len(entries),
            last_entry=entries[0] if entries else None,
            file=store_upload(upload=upload, kind="letter", actor=actor, at=at),
            **ownership(case, actor=actor, at=at, internal=True),
        )
    record_export(
        actor=actor,
        object_type="readmission_exchangestatement",
        object_uuid=statement.uuid,
        detail=given_to,
    )
    return statement


def _document(
    case: Case, text: StatementText, person: str, language: Language, actor: Actor, at: datetime
) -> bytes:
    office = case.compartment.office
    with speak(language):
        headings = _("What was received"), _("On what basis")
    blocks: list[object] = [text.opening]
    if text.lines:
        rows = [(f"{line.when}\n{line.body}", line.told) for line in text.lines]
        blocks += [{"heading": headings[0]}, {"rows": rows}]
        blocks += [{"heading": headings[1]}, {"list": list(text.bases)}]
    data = {
        "sender": {"name": office.organisation.title, "lines": [office.title]},
        "number": case.number,
        "date": timezone.localdate(at),
        "addressee": {"name": person, "lines": []},
        "subject": text.title,
        "blocks": [*blocks, text.rights],
        "signature": {"name": actor.user.full_name, "title": ""},
    }
    return pdf.render(pdf.PLAIN_LETTER, data, language, at=at)
