"""What a statement must satisfy, wherever it comes from: form, paper or machine."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY, CROSSING_POINTS, EVIDENCE
from korpu.domains.readmission.enums import (
    APPLICATION_TRACKS,
    OWN_NATIONAL_TRACKS,
    NeedsBasis,
    Relation,
    Sex,
    Track,
)
from korpu.domains.readmission.offices import offices
from korpu.domains.readmission.sheet_rules import missing_items, particulars_faults
from korpu.domains.readmission.sheets import find_sheet, sheet_of
from korpu.domains.readmission.statement import (
    NEEDS_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Notice,
    Statement,
)
from korpu.domains.readmission.text_rules import (
    EARLIEST,
    FLIGHT_LENGTH,
    LINE_LENGTH,
    MOST_ESCORTS,
    NAME_LENGTH,
    REFERENCE_LENGTH,
    TEXT_LENGTH,
    Fault,
    birth_date_fault,
    first_day_of,
    name_fault,
    past_date_fault,
    text_fault,
)
from korpu.kernel.texts import Message

__all__ = [
    "EARLIEST",
    "FLIGHT_LENGTH",
    "LINE_LENGTH",
    "MOST_ESCORTS",
    "NAME_LENGTH",
    "REFERENCE_LENGTH",
    "TEXT_LENGTH",
    "birth_date_fault",
    "evidence_faults",
    "first_day_of",
    "member_faults",
    "missing_particulars",
    "name_fault",
    "notice_faults",
    "past_date_fault",
    "reference_key",
    "statement_faults",
    "text_fault",
]

_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,}\Z")


def statement_faults(
    statement: Statement,
    *,
    on: date,
    is_code: Callable[[str, str], bool],
) -> dict[str, Message]:
    """Every fault of a statement, by field (``surname``, ``members.0.birth_date``).

    Args:
        statement: as parsed; types are right already.
        on: the day the application reaches the service.
        is_code: tells whether (codelist, code) is valid on that day.
    """
    faults: dict[str, Message] = {}
    sheet = sheet_of(statement.track)
    checks = (
        _header_faults(statement, on),
        _person_faults(statement, on, is_code),
        _needs_faults(statement),
        _listed("members", (member_faults(m, on=on) for m in statement.members)),
        _listed(
            "evidence",
            (
                evidence_faults(e, on=on, is_code=is_code, codelist=sheet.evidence_list)
                for e in statement.evidence
            ),
        ),
        _own_items(statement, on, is_code),
    )
    for check in checks:
        for name, fault in check:
            if fault is not None and ("." in name or sheet.asks(name)):
                faults.setdefault(name, fault)
    return faults


def reference_key(reference: str) -> str:
    """A reference without spaces and case, so that the same one typed otherwise is recognised."""
    return "".join(reference.split()).casefold()


def missing_particulars(statement: Statement) -> tuple[str, ...]:
    """Particulars without which an application can be received but not examined.

    An application on paper may arrive without them; it is then returned as incomplete.
    """
    if sheet := find_sheet(statement.track):
        return missing_items(sheet, statement)
    wanted = ("surname", "given_names", "birth_place", "last_residence", "civil_status")
    missing = [name for name in wanted if not getattr(statement, name)]
    return (*missing, *(() if statement.evidence else ("evidence",)))


def _own_items(
    statement: Statement, on: date, is_code: Callable[[str, str], bool]
) -> Iterator[tuple[str, Fault]]:
    sheet = find_sheet(statement.track)
    if sheet is not None:
        yield from particulars_faults(sheet, statement, on=on, is_code=is_code)


def _header_faults(statement: Statement, on: date) -> Iterator[tuple[str, Fault]]:
    yield (
        "authority_reference",
        _required(
            statement.authority_reference, _("Enter your own reference number of this case.")
        ),
    )
    yield (
        "authority_reference",
        text_fault(statement.authority_reference, longest=REFERENCE_LENGTH),
    )
    yield "track", _member_of(statement.track, Track.values)
    yield "irregular_stay_established_on", _established_fault(statement, on)
    yield from _apprehension_faults(statement, on)
    yield (
        "contact_name",
        _required(statement.contact_name, _("Enter the officer in charge of this case.")),
    )
    yield "contact_name", name_fault(statement.contact_name)
    if not _EMAIL.match(statement.contact_email):
        yield (
            "contact_email",
            _("Enter an e-mail address in the correct format, like name@example.org."),
        )
    yield "contact_email", text_fault(statement.contact_email, longest=LINE_LENGTH)
    yield "contact_phone", text_fault(statement.contact_phone, longest=NAME_LENGTH)


def _established_fault(statement: Statement, on: date) -> Fault:
    established = statement.irregular_stay_established_on
    if established:
        return past_date_fault(established, on=on)
    if statement.track not in APPLICATION_TRACKS:
        return None
    return _("Enter the date on which irregular stay was established.")


def _apprehension_faults(statement: Statement, on: date) -> Iterator[tuple[str, Fault]]:
    apprehended = statement.apprehended_on
    if statement.track == Track.ACCELERATED:
        yield (
            "apprehended_on",
            past_date_fault(apprehended, on=on)
            if apprehended
            else _("Enter the date of apprehension: the accelerated procedure depends on it."),
        )
    elif apprehended:
        yield (
            "apprehended_on",
            _("Leave this empty, or choose the accelerated procedure."),
        )


def _person_faults(
    statement: Statement, on: date, is_code: Callable[[str, str], bool]
) -> Iterator[tuple[str, Fault]]:
    if not (statement.surname or statement.given_names):
        yield "surname", _("Enter the surname or the given names; at least one is needed.")
    for name in ("surname", "given_names", "patronymic"):
        yield name, name_fault(getattr(statement, name))
    for name in ("earlier_names", "aliases"):
        yield name, name_fault(getattr(statement, name), longest=LINE_LENGTH)
    yield "holds_valid_travel_document", _travel_document_fault(statement)
    yield "sex", _member_of(statement.sex, Sex.values)
    yield "birth_date", birth_date_fault(statement.birth_date, on=on)
    for name in ("birth_place", "last_residence"):
        yield name, text_fault(getattr(statement, name), longest=LINE_LENGTH)
    for name, codelist in (("birth_country", COUNTRY), ("civil_status", CIVIL_STATUS)):
        code = getattr(statement, name)
        if code and not is_code(codelist, code):
            yield name, _("Choose one of the listed values.")


def _travel_document_fault(statement: Statement) -> Fault:
    held, track = statement.holds_valid_travel_document, statement.track
    if held and track in OWN_NATIONAL_TRACKS:
        return _(
            "A person with a valid travel document can return without an application; "
            "none can be submitted."
        )
    if not held and track == Track.DOCUMENTED:
        return _(
            "Only a person with a valid travel document returns by announcement alone. Without "
            "one, submit a readmission application."
        )
    return None


def _needs_faults(statement: Statement) -> Iterator[tuple[str, Fault]]:
    stated = any(getattr(statement, name) for name in NEEDS_FIELDS)
    yield "needs_basis", _member_of(statement.needs_basis, NeedsBasis.values)
    if stated and not statement.needs_basis:
        yield (
            "needs_basis",
            _("Health and care data need the person's consent or a vital need. Say which."),
        )
    if statement.needs_basis and not stated:
        yield "needs_basis", _("Describe at least one need, or say that none is stated.")
    for name in (*NEEDS_FIELDS, "protective_measures", "remarks"):
        yield name, text_fault(getattr(statement, name))


def member_faults(member: MemberStatement, *, on: date) -> Iterator[tuple[str, Fault]]:
    """The faults of one family member, by field."""
    yield "relation", _member_of(member.relation, Relation.values)
    if not (member.surname or member.given_names):
        yield "surname", _("Enter the surname or the given names; at least one is needed.")
    yield "surname", name_fault(member.surname)
    yield "given_names", name_fault(member.given_names)
    yield "sex", _member_of(member.sex, Sex.values)
    if member.birth_date:
        yield "birth_date", birth_date_fault(member.birth_date, on=on)
    elif member.relation == Relation.MINOR_CHILD:
        yield "birth_date", _("Enter the child's date of birth, at least the year.")


def evidence_faults(
    evidence: EvidenceStatement,
    *,
    on: date,
    is_code: Callable[[str, str], bool],
    codelist: str = EVIDENCE,
) -> Iterator[tuple[str, Fault]]:
    """The faults of one entry of the evidence list, by field."""
    if not is_code(codelist, evidence.kind):
        yield "kind", _("Choose one of the listed values.")
    if evidence.issued_on:
        yield "issued_on", past_date_fault(evidence.issued_on, on=on)
    if evidence.valid_until and evidence.valid_until < EARLIEST:
        yield "valid_until", _("The date must be in 1900 or later.")
    if evidence.issued_on and evidence.valid_until and evidence.valid_until < evidence.issued_on:
        yield "valid_until", _("The last day of validity cannot be before the day of issue.")
    yield "note", text_fault(evidence.note, longest=LINE_LENGTH)


def notice_faults(
    notice: Notice, *, on: date, is_code: Callable[[str, str], bool]
) -> Iterator[tuple[str, Fault]]:
    """The faults of an announcement of a transfer, by field."""
    if notice.transfer_on < on:
        yield "transfer_on", _("The day of the transfer cannot be in the past.")
    if not is_code(CROSSING_POINTS, notice.crossing_point):
        yield "crossing_point", _("Choose one of the listed values.")
    if not 0 <= notice.escort_count <= MOST_ESCORTS:
        yield "escort_count", _("Enter a number from 0 to 50.")
    if notice.escorts_armed and not offices().escorts["may_be_armed"]:
        yield "escorts_armed", _("Escorts come unarmed, as far as the agreement is known here.")
    yield "flight", text_fault(notice.flight, longest=FLIGHT_LENGTH)
    for name in ("route", "escort_service"):
        yield name, text_fault(getattr(notice, name), longest=LINE_LENGTH)
    for name in ("escort_names", "needs"):
        yield name, text_fault(getattr(notice, name))


def _listed(name: str, rows: Iterable[Iterator[tuple[str, Fault]]]) -> Iterator[tuple[str, Fault]]:
    for index, row in enumerate(rows):
        for field, fault in row:
            yield f"{name}.{index}.{field}", fault


def _required(value: str, sentence: Message) -> Fault:
    return None if value.strip() else sentence


def _member_of(value: str, values: Iterable[str]) -> Fault:
    return None if value in values else _("Choose one of the listed values.")
