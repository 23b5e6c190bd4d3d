"""What the requesting authority states today: the application with its supplements laid over it."""

from datetime import date
from typing import Any

from korpu.domains.readmission.contents import read_back
from korpu.domains.readmission.models import Application, Particulars, SpecialNeeds
from korpu.domains.readmission.sheets import find_sheet
from korpu.domains.readmission.statement import (
    NEEDS_FIELDS,
    STATED_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Particular,
    Statement,
)

_NEEDS = frozenset({"needs_basis", *NEEDS_FIELDS})
_DATES = frozenset({"irregular_stay_established_on", "apprehended_on"})


def current_statement(application: Application) -> Statement:
    """The application as corrected so far; the row itself stays as it was received."""
    changes = {
        name: date.fromisoformat(value) if name in _DATES else value
        for supplement in application.supplements.all()
        for name, value in supplement.changes.items()
    }
    if sheet := find_sheet(application.track):
        changes = read_back(sheet, changes)
    return received_statement(application).overlaid(changes)


def received_statement(application: Application) -> Statement:
    """The application exactly as it was received, evidence added since then included."""
    own = {name: getattr(application, name) for name in STATED_FIELDS if name not in _NEEDS}
    return Statement(
        **own,
        **_needs(application.needs.first()),
        particulars=_particulars(application),
        members=tuple(
            MemberStatement(
                relation=member.relation,
                surname=member.surname,
                given_names=member.given_names,
                birth_date=member.birth_date,
                sex=member.sex,
            )
            for member in application.members.all()
        ),
        evidence=tuple(
            EvidenceStatement(
                kind=item.kind,
                issued_on=item.issued_on,
                valid_until=item.valid_until,
                copy_enclosed=item.copy_enclosed,
                note=item.note,
            )
            for item in application.evidence.all()
        ),
    )


def _particulars(application: Application) -> dict[str, Particular]:
    sheet = find_sheet(application.track)
    if sheet is None:
        return {}
    found = Particulars.objects.filter(case_id=application.case_id, told=False).first()
    return read_back(sheet, found.content) if found else {}


def _needs(needs: SpecialNeeds | None) -> dict[str, Any]:
    return {name: getattr(needs, name) for name in _NEEDS} if needs else {}
