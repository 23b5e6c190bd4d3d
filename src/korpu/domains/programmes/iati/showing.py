"""A check of a record as the page shows it: each finding with the field it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from korpu.domains.programmes.iati.mapping.activity import Told
from korpu.domains.programmes.iati.places import form_of
from korpu.domains.programmes.iati.services.publishing import fingerprint
from korpu.engines.iati.api import Finding, check_record, is_error, write_record
from korpu.engines.iati.model.activity import Activity
from korpu.engines.iati.model.organisation import Organisation
from korpu.kernel.texts import Message

# First field of the model path → what it is called here.
_NAMES = {
    "iati_identifier": _("IATI identifier"),
    "sector": _("Sector (OECD DAC)"),
    "recipient_country": _("Recipient country"),
    "title": _("Title of the project"),
    "description": _("Summary and objectives"),
    "participating_org": _("Organisations"),
    "activity_status": _("Status of the project"),
    "activity_date": _("Dates of the project"),
    "budget": _("Budget lines"),
    "transaction": _("Transactions"),
    "result": _("Results and indicators"),
    "document_link": _("Published documents"),
    "related_activity": _("Predecessor of the project"),
    "reporting_org": _("Reporting organisation"),
}


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding and where it is mended."""

    finding: Finding
    field: Message
    href: str

    @property
    def is_error(self) -> bool:
        return is_error(self.finding)


@dataclass(frozen=True, slots=True)
class Check:
    """A record, what is wrong with it, and what it looks like."""

    fingerprint: str
    findings: Sequence[ShownFinding]
    xml: str

    @property
    def errors(self) -> int:
        return sum(each.is_error for each in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.errors


def check_of(record: Activity | Organisation, *, at: datetime, told: Told | None) -> Check:
    """Check a record for its page.

    Args:
        record: as it would be published.
        at: now.
        told: the project it tells of; None: the record is the organisation's.
    """
    found = [_shown(each, told) for each in check_record(record, now=at)]
    found.sort(key=lambda each: not each.is_error)
    return Check(fingerprint(record), found, write_record(record))


def _shown(finding: Finding, told: Told | None) -> ShownFinding:
    first = str(finding.model_path[0]) if finding.model_path else ""
    if told is None:
        return ShownFinding(finding, _NAMES.get(first, ""), "")
    return ShownFinding(
        finding, _NAMES.get(first, _("The project")), form_of(told, finding.model_path)
    )
