"""Records and files the tests begin with."""

from datetime import UTC, date, datetime
from decimal import Decimal

from korpu.engines.iati.budgets import budget_lines
from korpu.engines.iati.model.activity import (
    Activity,
    ActivityDate,
    Description,
    ParticipatingOrg,
    RelatedActivity,
    Sector,
)
from korpu.engines.iati.model.common import (
    Code,
    Day,
    DocumentLink,
    Line,
    Narrative,
    ReportingOrg,
    Texts,
    Value,
)
from korpu.engines.iati.model.money import ProviderOrg, Transaction
from korpu.engines.iati.model.organisation import Organisation, TotalBudget
from korpu.engines.iati.model.places import RecipientCountry
from korpu.engines.iati.model.results import Dimension, Indicator, Measured, Period, Result

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def words(en: str, az: str = "") -> tuple[Narrative, ...]:
    found = (Narrative(lang="az", text=az),) if az else ()
    return (*found, Narrative(lang="en", text=en))


def project() -> Activity:
    """A whole activity without a fault: money, results, documents."""
    return Activity(
        last_updated_datetime=datetime(2024, 5, 31, 10, tzinfo=UTC),
        lang="en",
        default_currency="EUR",
        hierarchy=1,
        iati_identifier=Line(text="AZ-IVI-123-BRIDGE"),
        reporting_org=ReportingOrg(ref="AZ-IVI-123", type="10", narrative=words("The service")),
        title=Texts(narrative=words("Bridge & <road>", "Körpü və yol")),
        description=(Description(type="1", narrative=words("It joins two banks.\nTwice.")),),
        participating_org=(
            ParticipatingOrg(role="1", type="40", narrative=words("The Union")),
            ParticipatingOrg(role="4", ref="XM-DAC-47066"),
        ),
        activity_status=Code(code="4"),
        activity_date=(
            ActivityDate(type="2", iso_date=date(2019, 1, 1)),
            ActivityDate(type="4", iso_date=date(2021, 4, 30)),
        ),
        recipient_country=(RecipientCountry(code="AZ"),),
        sector=(Sector(vocabulary="1", code="15190"),),
        budget=budget_lines(
            date(2019, 1, 1),
            date(2021, 4, 30),
            Decimal(400000),
            currency="EUR",
            value_date=date(2019, 1, 1),
            status="2",
        ),
        transaction=(
            Transaction(
                transaction_type=Code(code="2"),
                transaction_date=Day(iso_date=date(2019, 1, 2)),
                value=Value(value_date=date(2019, 1, 2), text=Decimal("1000.50")),
                provider_org=ProviderOrg(narrative=words("The Union")),
            ),
        ),
        document_link=(
            DocumentLink(
                url="https://example.org/a%20b?c=d&e=f",
                format="application/pdf",
                title=Texts(narrative=words("A guide")),
                category=(Code(code="A01"),),
            ),
        ),
        related_activity=(RelatedActivity(ref="AZ-IVI-123-OLD", type="3"),),
        result=(
            Result(
                type="1",
                title=Texts(narrative=words("People helped")),
                indicator=(
                    Indicator(
                        measure="1",
                        title=Texts(narrative=words("Returnees")),
                        period=(
                            Period(
                                period_start=Day(iso_date=date(2019, 1, 1)),
                                period_end=Day(iso_date=date(2021, 4, 30)),
                                actual=(
                                    Measured(
                                        value="87",
                                        dimension=(Dimension(name="sex", value="unknown"),),
                                    ),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def organisation() -> Organisation:
    """A whole organisation without a fault."""
    return Organisation(
        lang="en",
        default_currency="EUR",
        organisation_identifier="AZ-IVI-123",
        name=Texts(narrative=words("The service")),
        reporting_org=ReportingOrg(ref="AZ-IVI-123", type="10", narrative=words("The service")),
        total_budget=(
            TotalBudget(
                period_start=Day(iso_date=date(2024, 1, 1)),
                period_end=Day(iso_date=date(2024, 12, 31)),
                value=Value(value_date=date(2024, 1, 1), text=Decimal(10)),
            ),
        ),
    )
