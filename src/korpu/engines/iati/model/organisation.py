"""An organisation and the file of organisations."""

from dataclasses import dataclass
from datetime import datetime

from korpu.engines.iati.declaring import Element, attribute, child, children, leaf, shaped
from korpu.engines.iati.model.common import (
    Code,
    Country,
    Day,
    Narrative,
    ReportingOrg,
    Texts,
    Value,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetLine(Element):
    """A heading within a budget or an expenditure."""

    ref: str | None = attribute()
    value: Value | None = child(required=True)
    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class TotalBudget(Element):
    """What the organisation means to spend in a year."""

    status: str | None = attribute()
    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)
    budget_line: tuple[BudgetLine, ...] = children()


@shaped(sealed=True)
@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientOrg(Element):
    """The organisation a budget is meant for."""

    ref: str | None = attribute()
    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientOrgBudget(Element):
    """What is meant for another organisation in a year."""

    status: str | None = attribute()
    recipient_org: RecipientOrg | None = child(required=True)
    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)
    budget_line: tuple[BudgetLine, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetRegion(Element):
    """The region a budget is meant for."""

    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    code: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientRegionBudget(Element):
    """What is meant for a region in a year."""

    status: str | None = attribute()
    recipient_region: BudgetRegion | None = child(required=True)
    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)
    budget_line: tuple[BudgetLine, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class RecipientCountryBudget(Element):
    """What is meant for a country in a year."""

    status: str | None = attribute()
    recipient_country: Country | None = child(required=True)
    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)
    budget_line: tuple[BudgetLine, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class TotalExpenditure(Element):
    """What the organisation did spend in a year."""

    period_start: Day | None = child(required=True)
    period_end: Day | None = child(required=True)
    value: Value | None = child(required=True)
    expense_line: tuple[BudgetLine, ...] = children()


@shaped(foreign_before="recipient-country")
@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationDocumentLink(Element):
    """A document about the organisation, and the countries it is about."""

    url: str | None = attribute(required=True, kind="uri")
    format: str | None = attribute(required=True)
    title: Texts | None = child(required=True)
    description: Texts | None = child()
    category: tuple[Code, ...] = children(required=True)
    language: tuple[Code, ...] = children()
    document_date: Day | None = child()
    recipient_country: tuple[Country, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Organisation(Element):
    """One organisation: who it is, and its budgets by year, country, region and partner."""

    last_updated_datetime: datetime | None = attribute()
    lang: str | None = attribute(kind="language")
    default_currency: str | None = attribute()
    organisation_identifier: str | None = leaf(required=True, anything=True)
    name: Texts | None = child(required=True)
    reporting_org: ReportingOrg | None = child(required=True)
    total_budget: tuple[TotalBudget, ...] = children()
    recipient_org_budget: tuple[RecipientOrgBudget, ...] = children()
    recipient_region_budget: tuple[RecipientRegionBudget, ...] = children()
    recipient_country_budget: tuple[RecipientCountryBudget, ...] = children()
    total_expenditure: tuple[TotalExpenditure, ...] = children()
    document_link: tuple[OrganisationDocumentLink, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class OrganisationFile(Element):
    """A file of organisations; ``iati-organisations`` in the standard."""

    version: str | None = attribute(required=True)
    generated_datetime: datetime | None = attribute()
    iati_organisation: tuple[Organisation, ...] = children(required=True)
