"""What each piece of evidence amounts to, what that commits the service to, what is still open."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from korpu.domains.readmission.codes import confidence_of
from korpu.domains.readmission.enums import EvidenceWeight, FindingKind
from korpu.domains.readmission.models import Application, EvidenceItem, Finding, InterviewRecord
from korpu.domains.readmission.offices import offices
from korpu.domains.readmission.sheets import sheet_of
from korpu.foundations.casework.api import Case, Deadline
from korpu.foundations.codelists.api import attributes_by_code, titles
from korpu.foundations.ui.formats import long_date
from korpu.kernel.texts import Message, Text

MOST_ROWS = 100


@dataclass(frozen=True, slots=True)
class Weighed:
    """One piece of evidence as the officer reads it.

    Attributes:
        listed: the weight its kind has in the list.
        weight: the one that counts: the officer's, or else the list's.
        reason: of the officer's weight; empty: the list's counts.
        commits_to: what that weight commits the service to.
        still_open: what remains to be done about it.
    """

    uuid: UUID
    title: Message
    listed: Message
    weight: Message
    reason: str
    commits_to: Message
    still_open: tuple[Message, ...]


def weighed_evidence(application: Application) -> list[Weighed]:
    """The evidence of an application in the order of arrival, at most 100 entries."""
    codelist = sheet_of(application.track).evidence_list
    kinds, names = attributes_by_code(codelist), titles(codelist)
    items = list(application.evidence.order_by("id")[:MOST_ROWS])
    found = _officers_weights(application.case_id)
    until = _reply_due(application.case)
    return [
        _weighed(item, listed_weight(kinds, item.kind), found.get(item.pk), names, until)
        for item in items
    ]


def listed_weight(kinds: Mapping[str, Mapping[str, object]], kind: str) -> EvidenceWeight:
    """What the list says of a kind of evidence; nothing where it says nothing."""
    return EvidenceWeight(str(kinds.get(kind, {}).get("kind", EvidenceWeight.NONE.value)))


def effect_of(weight: EvidenceWeight) -> Text:
    """What a weight commits the service to, as far as it is known."""
    return Text(**offices().evidence["effects"][weight.value])


def has_proof(application: Application) -> bool:
    """Whether any piece counts as proof; an officer's weight goes before the list's."""
    kinds = attributes_by_code(sheet_of(application.track).evidence_list)
    found = _officers_weights(application.case_id)
    return any(
        _counts(listed_weight(kinds, kind), found.get(pk)) is EvidenceWeight.PROOF
        for pk, kind in application.evidence.values_list("pk", "kind")
    )


def sources_confidence(application: Application) -> str:
    """How far the list of evidence was checked against the law."""
    return confidence_of(sheet_of(application.track).evidence_list)


def _officers_weights(case_id: int) -> dict[int, Finding]:
    rows = Finding.objects.filter(case_id=case_id, kind=FindingKind.EVIDENCE_WEIGHT)
    return {row.evidence_id: row for row in rows.order_by("id") if row.evidence_id}


def _counts(listed: EvidenceWeight, found: Finding | None) -> EvidenceWeight:
    return EvidenceWeight(found.outcome) if found else listed


def _reply_due(case: Case) -> str:
    """The last day to rebut prima facie evidence; empty: no term runs."""
    due = Deadline.objects.filter(case=case, deadline="reply", state="running")
    day = due.values_list("due_on", flat=True).first()
    return long_date(day) if day else ""


def _weighed(
    item: EvidenceItem,
    listed: EvidenceWeight,
    found: Finding | None,
    names: Mapping[str, Text],
    until: str,
) -> Weighed:
    weight = _counts(listed, found)
    return Weighed(
        uuid=item.uuid,
        title=names.get(item.kind, item.kind),
        listed=listed.label,
        weight=weight.label,
        reason=found.reason if found else "",
        commits_to=effect_of(weight),
        still_open=tuple(_still_open(item, weight, until)),
    )


def _still_open(item: EvidenceItem, weight: EvidenceWeight, until: str) -> list[Message]:
    left: list[Message] = []
    if item.file_id is None:
        left.append(_("The copy has not arrived.") if item.copy_enclosed else _("No copy."))
    if weight is EvidenceWeight.PRIMA_FACIE and until:
        left.append(_("May be rebutted until %(day)s.") % {"day": until})
    held = InterviewRecord.objects.filter(case_id=item.case_id).exists()
    if weight is EvidenceWeight.NONE and not held:
        left.append(_("An interview has not been held."))
    return left
