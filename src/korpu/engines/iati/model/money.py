"""What an activity costs, what was promised and what was paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from korpu.engines.iati.declaring import Element, attribute, child, children, leaf, text
from korpu.engines.iati.model.common import Code, Country, Day, Narrative, Texts, Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget(Element):
    """What the activity is to cost in a period of at most a year."""

    type: str | None = attribute()
    status: str | None = attribute()
    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class ProviderOrg(Element):
    """Where the money comes from."""

    ref: str | None = attribute()
    provider_activity_id: str | None = attribute()
    type: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceiverOrg(Element):
    """Where the money goes to."""

    ref: str | None = attribute()
    receiver_activity_id: str | None = attribute()
    type: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedDisbursement(Element):
    """A payment that is agreed and still to come."""

    type: str | None = attribute()
    period_start: Day | None = child(required=True)
    period_end: Day | None = child()
    value: Value | None = child(required=True)
    provider_org: ProviderOrg | None = child()
    receiver_org: ReceiverOrg | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class CapitalSpend(Element):
    """The share of the whole spent on capital, 0 to 100."""

    percentage: Decimal | None = attribute(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetItem(Element):
    """A share of the cost under a heading of the recipient's own budget, 0 to 100."""

    code: str | None = attribute(required=True)
    percentage: Decimal | None = attribute()
    description: Texts | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class CountryBudgetItems(Element):
    """The cost by headings of the recipient's own budget."""

    vocabulary: str | None = attribute(required=True)
    budget_item: tuple[BudgetItem, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class AidType(Element):
    """A kind of aid by a vocabulary; without one, that of the OECD DAC."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute()


@dataclass(frozen=True, kw_only=True, slots=True)
class TransactionSector(Element):
    """The sector of one transaction."""

    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    code: str | None = attribute(required=True)
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class TransactionRegion(Element):
    """The region one transaction benefits."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Transaction(Element):
    """Money that was promised, came in or went out, on its day."""

    ref: str | None = attribute()
    humanitarian: bool | None = attribute()
    transaction_type: Code | None = child(required=True)
    transaction_date: Day | None = child(required=True)
    value: Value | None = child(required=True)
    description: Texts | None = child()
    provider_org: ProviderOrg | None = child()
    receiver_org: ReceiverOrg | None = child()
    disbursement_channel: Code | None = child()
    sector: tuple[TransactionSector, ...] = children()
    recipient_country: Country | None = child()
    recipient_region: TransactionRegion | None = child()
    flow_type: Code | None = child()
    finance_type: Code | None = child()
    aid_type: tuple[AidType, ...] = children()
    tied_status: Code | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherFlags(Element):
    """A flag of the OECD creditor reporting system."""

    code: str | None = attribute(required=True)
    significance: bool | None = attribute(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class LoanTerms(Element):
    """The terms of a loan; the rates in percent a year."""

    rate_1: Decimal | None = attribute()
    rate_2: Decimal | None = attribute()
    repayment_type: Code | None = child()
    repayment_plan: Code | None = child()
    commitment_date: Day | None = child()
    repayment_first_date: Day | None = child()
    repayment_final_date: Day | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class LoanStatus(Element):
    """What of a loan was outstanding in a year."""

    year: Decimal | None = attribute(required=True)
    currency: str | None = attribute()
    value_date: date | None = attribute(required=True)
    interest_received: Decimal | None = leaf()
    principal_outstanding: Decimal | None = leaf()
    principal_arrears: Decimal | None = leaf()
    interest_arrears: Decimal | None = leaf()


@dataclass(frozen=True, kw_only=True, slots=True)
class CrsAdd(Element):
    """What the OECD creditor reporting system asks for beside the rest."""

    other_flags: tuple[OtherFlags, ...] = children()
    loan_terms: LoanTerms | None = child()
    loan_status: LoanStatus | None = child()
    channel_code: str | None = leaf()


@dataclass(frozen=True, kw_only=True, slots=True)
class Forecast(Element):
    """What is expected to be spent in a year."""

    year: Decimal | None = attribute(required=True)
    currency: str | None = attribute()
    value_date: date | None = attribute()
    text: Decimal | None = text()


@dataclass(frozen=True, kw_only=True, slots=True)
class Fss(Element):
    """The forward spending survey of the OECD."""

    extraction_date: date | None = attribute(required=True)
    priority: bool | None = attribute()
    phaseout_year: Decimal | None = attribute()
    forecast: tuple[Forecast, ...] = children()
