"""A form as it is printed: every field in the agreement's order, the answer below."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from korpu.domains.readmission import sentences
from korpu.domains.readmission.codes import REFUSAL_GROUNDS, TRANSIT_REFUSAL_GROUNDS
from korpu.domains.readmission.enums import ReplyKind, Track
from korpu.domains.readmission.models import Application, Reply
from korpu.domains.readmission.permissions import CHECK_IDENTITY, READ_NEEDS
from korpu.domains.readmission.selectors.applications import find_application
from korpu.domains.readmission.selectors.errors import error_statement
from korpu.domains.readmission.selectors.progress import progress_of
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.sheets import Section, Sheet, sheet_of
from korpu.domains.readmission.statement import Statement
from korpu.domains.readmission.summary import (
    RESTRICTED,
    evidence_row,
    label_of,
    member_row,
    shown_value,
)
from korpu.engines.procedure.api import CONFIDENCE_TEXTS
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, get_case
from korpu.foundations.codelists.api import titles
from korpu.foundations.ui.formats import long_date
from korpu.foundations.ui.languages import speak
from korpu.kernel.errors import NotFound
from korpu.kernel.texts import Language

EMPTY = "–"
Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class _Source:
    """What a form is made of."""

    case: Case
    sheet: Sheet
    statement: Statement
    application: Application | None


def paper_of(*, case_uuid: UUID, for_actor: Actor, language: Language) -> dict[str, object]:
    """What the printed form of a case says in one language; the reading is recorded.

    Raises:
        NotFound: there is no form that the reader may know of.
    """
    case = get_case(uuid=case_uuid, for_actor=for_actor, purpose="form")
    source = _source(case, for_actor)
    with speak(language):
        return {
            "title": str(source.sheet.title),
            "author": str(case.compartment.office.title),
            "number": case.number,
            "law": f"{source.sheet.instrument}, {source.sheet.article}",
            "caution": _caution(source.sheet),
            "head": _head(source),
            "sections": list(_sections(source, for_actor)),
            "reply": _reply(source, for_actor),
        }


def _source(case: Case, actor: Actor) -> _Source:
    application = find_application(case_uuid=case.uuid, for_actor=actor)
    if application is not None:
        statement = current_statement(application)
        return _Source(case, sheet_of(application.track), statement, application)
    found = error_statement(case, for_actor=actor)
    if found is None:
        raise NotFound(sentences.NO_SUCH_APPLICATION, sentences.NO_SUCH_APPLICATION_DETAIL)
    return _Source(case, sheet_of(Track.ERROR), found, None)


def _caution(sheet: Sheet) -> str:
    if sheet.confidence == "seen":
        return ""
    return _("The layout of this form was not checked against the official text: %(how)s.") % {
        "how": CONFIDENCE_TEXTS[sheet.confidence]
    }


def _head(source: _Source) -> Rows:
    application = source.application
    rows = [
        (_("Case"), source.case.number),
        (_("Receiving office"), str(source.case.compartment.office.title)),
    ]
    if application is not None:
        rows.append((_("Requesting authority"), str(application.requesting_authority.title)))
        rows.append((_("Received"), long_date(application.received_on)))
    return _numbered("0", rows)


def _numbered(prefix: str, rows: list[tuple[str, str]]) -> Rows:
    return [
        {"number": f"{prefix}.{place}", "label": label, "value": value or EMPTY}
        for place, (label, value) in enumerate(rows, start=1)
    ]


def _sections(source: _Source, actor: Actor) -> Iterator[Mapping[str, object]]:
    for place, section in enumerate(source.sheet.sections, start=1):
        rows = _numbered(f"{place}", list(_rows(section, source, actor)))
        title = f"{place}. {section.title}"
        yield {"title": title, "rows": rows, "empty": _("Nothing stated.")}


def _rows(section: Section, source: _Source, actor: Actor) -> Iterator[tuple[str, str]]:
    statement = source.statement
    if section.lists == "members":
        found = [member_row(member) for member in statement.members]
        yield from ((str(label), str(value)) for label, value in found)
    elif section.lists == "evidence":
        listed = [evidence_row(one, section.codelist) for one in statement.evidence]
        yield from ((str(label), str(value)) for label, value in listed)
    for item in section.items:
        is_open = item.name not in RESTRICTED or actor.may(READ_NEEDS)
        stated = is_open and statement.says(item.name) is not None
        value = str(shown_value(item, statement)) if stated else ""
        yield str(label_of(item.name, statement.track)), value


def _reply(source: _Source, actor: Actor) -> Mapping[str, object] | None:
    """The answer, for whom it has been told; None: there is none to show."""
    application = source.application
    if application is None or not source.sheet.reply:
        return None
    inside = actor.may(CHECK_IDENTITY, compartment_id=source.case.compartment_id)
    if not inside and progress_of(application).reply is None:
        return None
    reply = Reply.objects.filter(case=source.case).first()
    return None if reply is None else {"title": _("Reply"), "rows": _answer(reply, application)}


def _answer(reply: Reply, application: Application) -> Rows:
    is_transit = application.track == Track.TRANSIT
    grounds = titles(TRANSIT_REFUSAL_GROUNDS if is_transit else REFUSAL_GROUNDS)
    rows = [
        (_("Answer"), str(ReplyKind(reply.kind).label)),
        (_("Date of the decision"), long_date(reply.decided_on)),
    ]
    if reply.grounds:
        rows.append((_("Grounds"), "; ".join(str(grounds[code]) for code in reply.grounds)))
    if reply.reasons:
        rows.append((_("Reasons of the decision"), reply.reasons))
    return _numbered("R", rows)
