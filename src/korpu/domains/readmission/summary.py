"""A statement in words: what was entered, as the reader of a page sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.codes import CIVIL_STATUS, COUNTRY, EVIDENCE, confidence_of
from korpu.domains.readmission.enums import EvidenceWeight, NeedsBasis, Relation, Sex, Track
from korpu.domains.readmission.forms import HeaderForm, NeedsForm, PersonForm
from korpu.domains.readmission.sheets import Item, find_sheet, sheet_of
from korpu.domains.readmission.sheets import Section as SheetSection
from korpu.domains.readmission.statement import (
    NEEDS_FIELDS,
    EvidenceStatement,
    MemberStatement,
    Statement,
)
from korpu.foundations.codelists.api import attributes, title
from korpu.foundations.ui.formats import long_date
from korpu.kernel.texts import Message

Row = tuple[Message, Message]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the summary.

    Attributes:
        step: the step in which it is written.
        rows: label and value; what was not stated is left out.
        confidence: how far the list the values come from was checked against the law.
    """

    step: str
    title: Message
    rows: tuple[Row, ...]
    confidence: str = "seen"


def summary_of(statement: Statement, *, with_needs: bool = True) -> tuple[Section, ...]:
    """Every stated particular in the order of the steps; without needs for whom they are closed."""
    if sheet := find_sheet(statement.track):
        return tuple(_declared(section, statement, with_needs) for section in sheet.sections)
    needs = tuple(
        row for row in _rows(statement, NeedsForm) if with_needs or row[2] not in RESTRICTED
    )
    return (
        Section("header", _("Request and contact"), _shown(_rows(statement, HeaderForm))),
        Section("person", _("The person"), _shown(_rows(statement, PersonForm))),
        Section("family", _("Family members"), tuple(map(member_row, statement.members))),
        Section(
            "evidence",
            _("Evidence of nationality"),
            tuple(evidence_row(item, EVIDENCE) for item in statement.evidence),
            confidence_of(EVIDENCE) if statement.evidence else "seen",
        ),
        Section("needs", _("Needs and remarks"), _shown(needs)),
    )


def _declared(section: SheetSection, statement: Statement, with_needs: bool) -> Section:  # noqa: FBT001 - passed on
    if section.lists == "members":
        return Section(section.id, section.title, tuple(map(member_row, statement.members)))
    if section.lists == "evidence":
        rows = tuple(evidence_row(item, section.codelist) for item in statement.evidence)
        doubt = confidence_of(section.codelist) if rows else "seen"
        return Section(section.id, section.title, rows, doubt)
    rows = tuple(
        (label_of(item.name, statement.track), shown_value(item, statement))
        for item in section.items
        if statement.says(item.name) not in {None, ""}
        and not (item.is_common and statement.says(item.name) is False)
        and (with_needs or item.name not in RESTRICTED)
    )
    return Section(section.id, section.title, rows)


def shown_value(item: Item, statement: Statement) -> Message:
    """One stated answer in words."""
    value = statement.says(item.name)
    if item.is_common:
        return _value(statement, item.name)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return long_date(value)
    if item.kind == "choice":
        return dict(item.values)[str(value)]
    return title(item.codelist, str(value)) if item.kind == "code" else str(value)


def label_of(name: str, track: str = Track.NORMAL) -> Message:
    """The label of one particular on the form of a track."""
    sheet = sheet_of(track)
    words = [i.title for i in sheet.own_items if i.name == name]
    words += [s.title for s in sheet.sections if s.id == name and s.lists]
    if words and words[0] is not None:
        return words[0]
    forms = (HeaderForm, PersonForm, NeedsForm)
    fields = (form.base_fields[name] for form in forms if name in form.stated)
    own = _LABELS.get(name)
    return own if own is not None else next((field.label or name for field in fields), name)


def _rows(
    statement: Statement, form: type[HeaderForm | PersonForm | NeedsForm]
) -> tuple[tuple[Message, Message, str], ...]:
    return tuple(
        (label_of(name), _value(statement, name), name)
        for name in form.stated
        if getattr(statement, name) not in {"", None, False}
    )


def _shown(rows: tuple[tuple[Message, Message, str], ...]) -> tuple[Row, ...]:
    return tuple((label, value) for label, value, _name in rows)


def _value(statement: Statement, name: str) -> Message:
    value = getattr(statement, name)
    if isinstance(value, date):
        return long_date(value)
    if value is True:
        return _("Yes")
    return _WORDS[name](value) if name in _WORDS else value


def pointed(partial: str) -> str:
    """A date of birth as exact as known, the day first: 12.04.1990, 04.1990, 1990."""
    return ".".join(reversed(partial.split("-")))


def member_row(member: MemberStatement) -> Row:
    """A family member in words."""
    name = f"{member.surname} {member.given_names}".strip()
    return Relation(member.relation).label, ", ".join(
        filter(None, (name, pointed(member.birth_date)))
    )


def evidence_row(evidence: EvidenceStatement, codelist: str) -> Row:
    """A piece of evidence in words."""
    days = (evidence.issued_on, evidence.valid_until)
    period = " – ".join(long_date(day) for day in days if day)
    weight = EvidenceWeight(str(attributes(codelist, evidence.kind).get("kind", "none")))
    return title(codelist, evidence.kind), ", ".join(
        filter(None, (str(weight.label), evidence.note, period))
    )


RESTRICTED = frozenset({"needs_basis", *NEEDS_FIELDS})
"""Particulars closed to whom needs are closed."""
_LABELS: dict[str, Message] = {
    "authority_reference": _("Reference number"),
    "evidence": _("Evidence of nationality"),
    "needs_basis": _("Ground for passing on needs"),
}
"""Where the question of the form is no label for an answer."""
_WORDS: dict[str, Callable[[str], Message]] = {
    "track": lambda code: Track(code).label,
    "sex": lambda code: Sex(code).label,
    "birth_date": pointed,
    "birth_country": lambda code: title(COUNTRY, code),
    "civil_status": lambda code: title(CIVIL_STATUS, code),
    "needs_basis": lambda code: NeedsBasis(code).label,
}
