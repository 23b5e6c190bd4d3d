"""The calls room: calls for proposals among non-governmental organisations.

It owns calls, applications by secret link, eligibility, assessors and blind scores, decisions,
objections and contracts. It does not own the project (programmes), organisations, accounts and
roles (foundations) or the support given under a contract (assistance): a contract gives its people
their role there and takes it back, and tells listeners of ``on_contract_ended``.
"""

from korpu.domains.calls.access import holding
from korpu.domains.calls.engagement import ContractEnded, on_contract_ended
from korpu.domains.calls.enums import CallStatus, Outcome, PostKind
from korpu.domains.calls.models import Application, Call
from korpu.domains.calls.selectors.applicant import by_secret
from korpu.domains.calls.selectors.assessing import appointment
from korpu.domains.calls.services.applications import (
    ApplicationData,
    CandidateData,
    add_document,
    save_application,
    send_link,
    submit_application,
)
from korpu.domains.calls.services.assessing import (
    Points,
    appoint_assessor,
    declare_conflicts,
    lock_sheet,
    reveal_scores,
    save_sheet,
)
from korpu.domains.calls.services.calls import (
    CallData,
    add_part,
    close_call,
    create_call,
    publish_call,
)
from korpu.domains.calls.services.deciding import Proposal, approve_decisions, propose_decisions
from korpu.domains.calls.services.eligibility import FindingData, declare_eligibility
from korpu.domains.calls.services.loading import load_past_calls

__all__ = [
    "Application",
    "ApplicationData",
    "Call",
    "CallData",
    "CallStatus",
    "CandidateData",
    "ContractEnded",
    "FindingData",
    "Outcome",
    "Points",
    "PostKind",
    "Proposal",
    "add_document",
    "add_part",
    "appoint_assessor",
    "appointment",
    "approve_decisions",
    "by_secret",
    "close_call",
    "create_call",
    "declare_conflicts",
    "declare_eligibility",
    "holding",
    "load_past_calls",
    "lock_sheet",
    "on_contract_ended",
    "propose_decisions",
    "publish_call",
    "reveal_scores",
    "save_application",
    "save_sheet",
    "send_link",
    "submit_application",
]
