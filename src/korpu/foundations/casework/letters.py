"""What every letter says, whatever its template: sender, number, reasons, remedy, doubts."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from korpu.engines.procedure.api import CONFIDENCE_TEXTS, Citation
from korpu.engines.procedure.api import Act as DeclaredAct
from korpu.foundations.accounts.api import Actor, roles
from korpu.foundations.casework.engine import procedure_of
from korpu.foundations.casework.models import Act, Case


def letter_data(
    *, case: Case, act: Act | None, number: str, addressee: str, actor: Actor, at: datetime
) -> dict[str, object]:
    """The keys of the house's letter that casework knows; a template's own data goes over them.

    Args:
        case: read with its compartment's office.
        act: what the letter tells of; its note gives the reasons, its declaration the remedy.
        number: of the outgoing register.
        addressee: lines; the first is the name.
        actor: who signs.
        at: the moment of issuing.
    """
    name, *lines = addressee.splitlines() or [""]
    data: dict[str, object] = {
        "sender": _sender(case),
        "number": number,
        "date": timezone.localdate(at),
        "addressee": {"name": name, "lines": lines},
        "case_number": case.number,
        "reference": case.reference,
        "subject": procedure_of(case).title,
        "signature": {"name": actor.user.full_name, "title": _capacity(act)},
    }
    return data | (_of_act(case, act) if act else {})


def _sender(case: Case) -> dict[str, object]:
    office = case.compartment.office
    return {"name": office.organisation.title, "lines": [office.title]}


def _capacity(act: Act | None) -> object:
    """The role the act was done in, as the jurisdiction calls it."""
    return roles()[act.role].title if act and act.role in roles() else ""


def _of_act(case: Case, act: Act) -> dict[str, object]:
    declared = procedure_of(case).act(act.act)
    law = "; ".join(f"{one.instrument}, {one.article}" for one in declared.law)
    return {
        "subject": declared.title,
        "reasons": [{"text": act.note, "law": law}] if act.note else [],
        "remedy": declared.remedy.sentence if declared.remedy else "",
        "cautions": list(_cautions(declared)),
    }


def _cautions(act: DeclaredAct) -> Iterator[str]:
    """The rules the letter rests on that were not read in full in their source."""
    citations = (*act.law, *(act.remedy.law if act.remedy else ()))
    for citation in dict.fromkeys(citations):
        if citation.confidence != "seen":
            yield _doubt(citation)


def _doubt(citation: Citation) -> str:
    confidence = CONFIDENCE_TEXTS[citation.confidence]
    return f"{citation.instrument}, {citation.article}: {confidence}"
