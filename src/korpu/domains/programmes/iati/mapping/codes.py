"""Our words and the codes of the standard, both ways."""

from collections.abc import Mapping

from korpu.domains.programmes.enums import (
    DateKind,
    PartyRole,
    ProjectStatus,
    ResultLevel,
    TransactionKind,
)

STATUS: Mapping[str, str] = {
    ProjectStatus.PLANNED: "1",
    ProjectStatus.RUNNING: "2",
    ProjectStatus.COMPLETED: "4",
    ProjectStatus.CANCELLED: "5",
}
STATUS_OF: Mapping[str, ProjectStatus] = {
    "1": ProjectStatus.PLANNED,
    "2": ProjectStatus.RUNNING,
    "3": ProjectStatus.COMPLETED,
    "4": ProjectStatus.COMPLETED,
    "5": ProjectStatus.CANCELLED,
}
DATES: Mapping[str, str] = {
    DateKind.PLANNED_START: "1",
    DateKind.ACTUAL_START: "2",
    DateKind.PLANNED_END: "3",
    DateKind.ACTUAL_END: "4",
}
DATE_OF: Mapping[str, DateKind] = {
    "1": DateKind.PLANNED_START,
    "2": DateKind.ACTUAL_START,
    "3": DateKind.PLANNED_END,
    "4": DateKind.ACTUAL_END,
}
ROLES: Mapping[str, str] = {PartyRole.DONOR: "1", PartyRole.IMPLEMENTER: "4"}
ROLE_OF: Mapping[str, PartyRole] = {"1": PartyRole.DONOR, "4": PartyRole.IMPLEMENTER}
TRANSACTIONS: Mapping[str, str] = {
    TransactionKind.INCOMING: "1",
    TransactionKind.COMMITMENT: "2",
    TransactionKind.DISBURSEMENT: "3",
    TransactionKind.EXPENDITURE: "4",
}
TRANSACTION_OF: Mapping[str, TransactionKind] = {
    "1": TransactionKind.INCOMING,
    "2": TransactionKind.COMMITMENT,
    "3": TransactionKind.DISBURSEMENT,
    "4": TransactionKind.EXPENDITURE,
}
RESULTS: Mapping[str, str] = {
    ResultLevel.OUTPUT: "1",
    ResultLevel.OUTCOME: "2",
    ResultLevel.IMPACT: "3",
}
RESULT_OF: Mapping[str, ResultLevel] = {
    "1": ResultLevel.OUTPUT,
    "2": ResultLevel.OUTCOME,
    "3": ResultLevel.IMPACT,
}
PERCENT = "percent"
MEASURES: Mapping[str, str] = {PERCENT: "2"}
COUNTED = "1"
GENERAL, OBJECTIVES, TARGET_GROUPS, OTHER = "1", "2", "3", "4"
ORIGINAL, INDICATIVE, COMMITTED = "1", "1", "2"
SIBLING = "3"
