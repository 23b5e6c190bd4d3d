"""An activity and the file of activities."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from korpu.engines.iati.declaring import Element, attribute, child, children, shaped
from korpu.engines.iati.model.common import (
    Code,
    DocumentLink,
    Line,
    Narrative,
    ReportingOrg,
    Texts,
)
from korpu.engines.iati.model.money import (
    AidType,
    Budget,
    CapitalSpend,
    CountryBudgetItems,
    CrsAdd,
    Fss,
    PlannedDisbursement,
    Transaction,
)
from korpu.engines.iati.model.places import (
    ContactInfo,
    Location,
    RecipientCountry,
    RecipientRegion,
)
from korpu.engines.iati.model.results import Result


@dataclass(frozen=True, kw_only=True, slots=True)
class Description(Element):
    """What the activity is; ``type`` tells general text from objectives and target groups."""

    type: str | None = attribute()
    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipatingOrg(Element):
    """An organisation in a role: funding, accountable, extending or implementing."""

    ref: str | None = attribute()
    type: str | None = attribute()
    role: str | None = attribute(required=True)
    activity_id: str | None = attribute()
    crs_channel_code: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnerOrg(Element):
    """Who gave an identifier out."""

    ref: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherIdentifier(Element):
    """Another identifier of the same activity or of its publisher."""

    ref: str | None = attribute(required=True)
    type: str | None = attribute(required=True)
    owner_org: OwnerOrg | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityDate(Element):
    """A planned or actual start or end."""

    type: str | None = attribute(required=True)
    iso_date: date | None = attribute(required=True)
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sector(Element):
    """A sector of the economy the activity serves; ``percentage`` of the whole, 0 to 100."""

    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    code: str | None = attribute(required=True)
    percentage: Decimal | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag(Element):
    """A classification beside the sectors, such as a sustainable development goal."""

    code: str | None = attribute(required=True)
    vocabulary: str | None = attribute(required=True)
    vocabulary_uri: str | None = attribute(kind="uri")
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class HumanitarianScope(Element):
    """The emergency or appeal an activity answers."""

    type: str | None = attribute(required=True)
    vocabulary: str | None = attribute(required=True)
    vocabulary_uri: str | None = attribute(kind="uri")
    code: str | None = attribute(required=True)
    narrative: tuple[Narrative, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyMarker(Element):
    """A policy the activity serves and how much it matters in it."""

    vocabulary: str | None = attribute()
    vocabulary_uri: str | None = attribute(kind="uri")
    code: str | None = attribute(required=True)
    significance: str | None = attribute()
    narrative: tuple[Narrative, ...] = children()


@shaped(sealed=True)
@dataclass(frozen=True, kw_only=True, slots=True)
class RelatedActivity(Element):
    """Another activity: parent, child, sibling, co-funded or of a third party."""

    ref: str | None = attribute(required=True)
    type: str | None = attribute(required=True)


@shaped(sealed=True)
@dataclass(frozen=True, kw_only=True, slots=True)
class LegacyData(Element):
    """A value of an older system as it stood there."""

    name: str | None = attribute(required=True)
    value: str | None = attribute(required=True)
    iati_equivalent: str | None = attribute(kind="token")


@shaped(sealed=True)
@dataclass(frozen=True, kw_only=True, slots=True)
class Condition(Element):
    """One condition tied to the money."""

    type: str | None = attribute(required=True)
    narrative: tuple[Narrative, ...] = children(required=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions(Element):
    """Whether conditions are tied to the money, and which."""

    attached: bool | None = attribute(required=True)
    condition: tuple[Condition, ...] = children()


@dataclass(frozen=True, kw_only=True, slots=True)
class Activity(Element):
    """One activity as one organisation reports it.

    ``hierarchy`` 1 is the whole, 2 a part of it. A share left out means *not stated*.
    """

    last_updated_datetime: datetime | None = attribute()
    lang: str | None = attribute(kind="language")
    default_currency: str | None = attribute()
    humanitarian: bool | None = attribute()
    hierarchy: int | None = attribute()
    linked_data_uri: str | None = attribute(kind="uri")
    budget_not_provided: str | None = attribute()
    iati_identifier: Line | None = child(required=True)
    reporting_org: ReportingOrg | None = child(required=True)
    title: Texts | None = child(required=True)
    description: tuple[Description, ...] = children(required=True)
    participating_org: tuple[ParticipatingOrg, ...] = children(required=True)
    other_identifier: tuple[OtherIdentifier, ...] = children()
    activity_status: Code | None = child(required=True)
    activity_date: tuple[ActivityDate, ...] = children(required=True)
    contact_info: tuple[ContactInfo, ...] = children()
    activity_scope: Code | None = child()
    recipient_country: tuple[RecipientCountry, ...] = children()
    recipient_region: tuple[RecipientRegion, ...] = children()
    location: tuple[Location, ...] = children()
    sector: tuple[Sector, ...] = children()
    tag: tuple[Tag, ...] = children()
    country_budget_items: CountryBudgetItems | None = child()
    humanitarian_scope: tuple[HumanitarianScope, ...] = children()
    policy_marker: tuple[PolicyMarker, ...] = children()
    collaboration_type: Code | None = child()
    default_flow_type: Code | None = child()
    default_finance_type: Code | None = child()
    default_aid_type: tuple[AidType, ...] = children()
    default_tied_status: Code | None = child()
    budget: tuple[Budget, ...] = children()
    planned_disbursement: tuple[PlannedDisbursement, ...] = children()
    capital_spend: CapitalSpend | None = child()
    transaction: tuple[Transaction, ...] = children()
    document_link: tuple[DocumentLink, ...] = children()
    related_activity: tuple[RelatedActivity, ...] = children()
    legacy_data: tuple[LegacyData, ...] = children()
    conditions: Conditions | None = child()
    result: tuple[Result, ...] = children()
    crs_add: CrsAdd | None = child()
    fss: Fss | None = child()


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityFile(Element):
    """A file of activities; ``iati-activities`` in the standard."""

    version: str | None = attribute(required=True)
    generated_datetime: datetime | None = attribute()
    linked_data_default: str | None = attribute(kind="uri")
    iati_activity: tuple[Activity, ...] = children(required=True)
