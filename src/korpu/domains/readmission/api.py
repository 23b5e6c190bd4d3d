"""Readmission: applications between states, from receipt to arrival.

Owned here: the application and its supplements, evidence, the finding about identity, interviews,
the reply, travel documents, transfer notices, arrivals, and the machine's door for requesting
states. Not owned: the case and its log (casework), who the person is (persons), support after
arrival (assistance).

Words: *application* (what a state asks), *supplement* (a correction after submission), *reply*
(agreed, refused or deemed agreed), *notice* (of a transfer), *arrival* (handover at the border).
"""

from korpu.domains.readmission.case_extract import (
    READMISSION_CASES,
    ReadmissionCaseRow,
    collect_readmission_cases,
)
from korpu.domains.readmission.enums import CaseOutcome, InTerm, Outcome, Track
from korpu.domains.readmission.extracts import (
    READMISSION_APPLICATIONS,
    ReadmissionApplicationRow,
    collect_readmission_applications,
)
from korpu.domains.readmission.hooks import Arrived, on_arrival
from korpu.domains.readmission.http.door import machine_door
from korpu.domains.readmission.procedures import PROCEDURES
from korpu.domains.readmission.services.errors import record_error
from korpu.domains.readmission.services.identity import (
    link_person,
    register_subject,
    search_for_subject,
)
from korpu.domains.readmission.services.intake import submit_application
from korpu.domains.readmission.statement import (
    EvidenceStatement,
    MemberStatement,
    Notice,
    Slot,
    Statement,
)

__all__ = [
    "PROCEDURES",
    "READMISSION_APPLICATIONS",
    "READMISSION_CASES",
    "Arrived",
    "CaseOutcome",
    "EvidenceStatement",
    "InTerm",
    "MemberStatement",
    "Notice",
    "Outcome",
    "ReadmissionApplicationRow",
    "ReadmissionCaseRow",
    "Slot",
    "Statement",
    "Track",
    "collect_readmission_applications",
    "collect_readmission_cases",
    "link_person",
    "machine_door",
    "on_arrival",
    "record_error",
    "register_subject",
    "search_for_subject",
    "submit_application",
]
