"""What a statement must satisfy, wherever it comes from: form, paper or machine.

Each function returns the sentence to show at the field, or ``None`` when there is nothing to say.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY, CROSSING_POINTS, EVIDENCE
from korpu.domains.readmission.enums import NeedsBasis, Relation, Sex, Track
from korpu.domains.readmission.statement import (
    NEEDS_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Notice,
    Statement,
)
from korpu.kernel.texts import Message

EARLIEST = date(1900, 1, 1)
"""Nobody concerned can have a date before this day; an earlier one is a slip of the keyboard."""

NAME_LENGTH = 100
LINE_LENGTH = 200
TEXT_LENGTH = 4000
REFERENCE_LENGTH = 60
FLIGHT_LENGTH = 60
MOST_ESCORTS = 50

_NAME_MARKS = frozenset(" -'’ʼ‘`.,‐")
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}\.[^@\s.]{2,}\Z")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})

Fault = Message | None


def text_fault(value: str, *, longest: int = TEXT_LENGTH) -> Fault:
    """Free text: any letters and signs, no control, bidirectional or broken characters."""
    if len(value) > longest:
        return format_lazy(_("Shorten this to {longest} characters or fewer."), longest=longest)
    hidden = (c for c in value if c not in "\n\r\t\u200c\u200d")
    if any(unicodedata.category(c) in _INVISIBLE for c in hidden):
        return _(
            "Remove the hidden control characters. They can come with copied text; type it anew."
        )
    return None


def name_fault(value: str, *, longest: int = NAME_LENGTH) -> Fault:
    """A name: letters of any script with their marks, spaces, hyphens, apostrophes, full stops."""
    fault = text_fault(value, longest=longest)
    if fault is not None:
        return fault
    if any(unicodedata.category(c)[0] not in "LM" and c not in _NAME_MARKS for c in value):
        return _("Use only letters, spaces, hyphens, apostrophes and full stops in a name.")
    return None


def past_date_fault(value: date, *, on: date) -> Fault:
    """A day that has come: not after ``on``, not before :data:`EARLIEST`."""
    if value > on:
        return _("The date cannot be in the future.")
    if value < EARLIEST:
        return _("The date must be in 1900 or later.")
    return None


def birth_date_fault(value: str, *, on: date) -> Fault:
    """A date of birth as exact as known: ``1990``, ``1990-04`` or ``1990-04-12``."""
    first = first_day_of(value)
    if first is None:
        return _("Enter a real date of birth: the year, or year and month, or the full date.")
    if first > on:
        return _("The date of birth cannot be in the future.")
    if first < EARLIEST:
        return _("The date of birth must be in 1900 or later.")
    return None


def first_day_of(partial: str) -> date | None:
    """The earliest day a partial ISO 8601 date can mean; ``None`` when it is no such date."""
    found = _PARTIAL_DATE.match(partial)
    if found is None:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
    checks = (
        _header_faults(statement, on),
        _person_faults(statement, on, is_code),
        _needs_faults(statement),
        _listed("members", (member_faults(m, on=on) for m in statement.members)),
        _listed(
            "evidence", (evidence_faults(e, on=on, is_code=is_code) for e in statement.evidence)
        ),
    )
    for check in checks:
        for name, fault in check:
            if fault is not None:
                faults.setdefault(name, fault)
    return faults


def reference_key(reference: str) -> str:
    """A reference without spaces and case, so that the same one typed otherwise is recognised."""
    return "".join(reference.split()).casefold()


def missing_particulars(statement: Statement) -> tuple[str, ...]:
    """Particulars without which an application can be received but not examined.

    An application on paper may arrive without them; it is then returned as incomplete.
    """
    wanted = ("surname", "given_names", "birth_place", "last_residence", "civil_status")
    missing = [name for name in wanted if not getattr(statement, name)]
    return (*missing, *(() if statement.evidence else ("evidence",)))


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
    established = statement.irregular_stay_established_on
    yield (
        "irregular_stay_established_on",
        past_date_fault(established, on=on)
        if established
        else _("Enter the date on which irregular stay was established."),
    )
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
    if statement.holds_valid_travel_document:
        yield (
            "holds_valid_travel_document",
            _(
                "A person with a valid travel document can return without an application; "
                "none can be submitted."
            ),
        )
    yield "sex", _member_of(statement.sex, Sex.values)
    yield "birth_date", birth_date_fault(statement.birth_date, on=on)
    for name in ("birth_place", "last_residence"):
        yield name, text_fault(getattr(statement, name), longest=LINE_LENGTH)
    for name, codelist in (("birth_country", COUNTRY), ("civil_status", CIVIL_STATUS)):
        code = getattr(statement, name)
        if code and not is_code(codelist, code):
            yield name, _("Choose one of the listed values.")


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
    evidence: EvidenceStatement, *, on: date, is_code: Callable[[str, str], bool]
) -> Iterator[tuple[str, Fault]]:
    """The faults of one entry of the evidence list, by field."""
    if not is_code(EVIDENCE, evidence.kind):
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
    yield "flight", text_fault(notice.flight, longest=FLIGHT_LENGTH)
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
