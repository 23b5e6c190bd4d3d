"""What goes over the wire: the shapes of requests and answers, with their meaning."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field

from korpu.domains.readmission.rules import (
    LINE_LENGTH,
    NAME_LENGTH,
    REFERENCE_LENGTH,
    TEXT_LENGTH,
    text_fault,
)


def _plain(text: str) -> str:
    """Refuse what no text may carry: control characters, direction overrides, broken signs."""
    if text_fault(text) is not None:
        raise ValueError("The text holds hidden control characters.")
    return text


PlainText = Annotated[str, AfterValidator(_plain)]
Name = Annotated[PlainText, Field(max_length=NAME_LENGTH)]
Line = Annotated[PlainText, Field(max_length=LINE_LENGTH)]
LongText = Annotated[PlainText, Field(max_length=TEXT_LENGTH)]
Code = Annotated[PlainText, Field(max_length=60)]
PartialDate = Annotated[
    str,
    Field(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$",
        description="ISO 8601, as exact as known: 1990, 1990-04 or 1990-04-12.",
        examples=["1990-04-12"],
    ),
]
Status = Literal[
    "received",
    "incomplete",
    "under_examination",
    "agreed",
    "refused",
    "travel_document_issued",
    "transfer_announced",
    "arrived",
    "closed",
    "withdrawn",
    "returned_to_sender",
    "requested",
    "announced",
    "in_transit",
]
Track = Literal["normal", "accelerated", "third_country", "documented", "transit"]


class Strict(Schema):
    """A request body: a field nobody knows is a mistake, not a thing to ignore."""

    model_config = ConfigDict(extra="forbid")


class MemberIn(Strict):
    """A spouse or a minor child named in the application."""

    relation: Literal["spouse", "minor_child"]
    surname: Name = ""
    given_names: Name = ""
    sex: Literal["F", "M", "X"] = "X"
    birth_date: PartialDate | Literal[""] = ""


class EvidenceIn(Strict):
    """One entry of the list of evidence; its copy follows by the evidence operation."""

    kind: Annotated[Code, Field(description="Code of evidence-of-nationality.")]
    issued_on: date | None = None
    valid_until: Annotated[date | None, Field(description="Last day, inclusive.")] = None
    copy_enclosed: bool = False
    note: Line = ""


class EvidenceForm(Strict):
    """The fields that go with the copy of a piece of evidence."""

    kind: Annotated[Code, Field(description="Code of evidence-of-nationality.")]
    issued_on: date | None = None
    valid_until: Annotated[date | None, Field(description="Last day, inclusive.")] = None
    note: Line = ""


class NeedsIn(Strict):
    """Care, health and transport needs: only with the person's consent or for vital need."""

    basis: Literal["consent", "vital_need"]
    care: LongText = ""
    health: LongText = ""
    transport: LongText = ""


class ContactIn(Strict):
    """The officer in charge at the requesting authority."""

    name: Name
    email: Line
    phone: Name = ""


class PersonIn(Strict):
    """The person as the requesting authority knows them; names as written there."""

    surname: Name = ""
    given_names: Name = ""
    patronymic: Name = ""
    earlier_names: Line = ""
    aliases: Line = ""
    sex: Literal["F", "M", "X"]
    birth_date: PartialDate
    birth_place: Line = ""
    birth_country: Annotated[PlainText, Field(max_length=3, description="ISO 3166-1 alpha-3.")] = ""
    last_residence: Annotated[Line, Field(description="In the requested state.")] = ""
    civil_status: Annotated[
        PlainText, Field(max_length=30, description="Code of marital-status.")
    ] = ""
    holds_valid_travel_document: Annotated[
        bool, Field(description="True: no application is needed and none is accepted.")
    ] = False


class ApplicationIn(Strict):
    """An application for the readmission of one person."""

    authority_reference: Annotated[
        PlainText,
        Field(
            min_length=1,
            max_length=REFERENCE_LENGTH,
            description="Your own number of the case; it can be used once.",
        ),
    ]
    track: Literal["normal", "accelerated"] = "normal"
    irregular_stay_established_on: date
    apprehended_on: Annotated[
        date | None, Field(description="Accelerated only: apprehension in the border region.")
    ] = None
    contact: ContactIn
    person: PersonIn
    members: Annotated[list[MemberIn], Field(max_length=30)] = []
    evidence: Annotated[list[EvidenceIn], Field(max_length=30)] = []
    needs: NeedsIn | None = None
    protective_measures: LongText = ""
    remarks: LongText = ""


class SupplementIn(Strict):
    """What is corrected or added. A field that is left out stays as it was."""

    note: LongText = ""
    patronymic: Name | None = None
    earlier_names: Line | None = None
    aliases: Line | None = None
    surname: Name | None = None
    given_names: Name | None = None
    sex: Literal["F", "M", "X"] | None = None
    birth_date: PartialDate | None = None
    birth_place: Line | None = None
    birth_country: Annotated[PlainText | None, Field(max_length=3)] = None
    last_residence: Line | None = None
    civil_status: Annotated[PlainText | None, Field(max_length=30)] = None
    protective_measures: LongText | None = None
    remarks: LongText | None = None
    evidence: Annotated[list[EvidenceIn], Field(max_length=30)] = []


class TransferNoticeIn(Strict):
    """The announcement of a transfer."""

    transfer_on: date
    crossing_point: Annotated[Code, Field(description="Code of border-crossing-points.")]
    flight: Annotated[PlainText, Field(max_length=60)] = ""
    route: Line = ""
    escort_service: Annotated[Line, Field(description="Whose people the escorts are.")] = ""
    escorts_armed: Annotated[
        bool, Field(description="Refused where the agreement wants them unarmed.")
    ] = False
    escort_count: Annotated[int, Field(ge=0, le=50)] = 0
    escort_names: LongText = ""
    needs: Annotated[
        LongText, Field(description="On arrival; only with consent or for vital need.")
    ] = ""


class WithdrawalIn(Strict):
    """Why the application is withdrawn."""

    reason: Annotated[LongText, Field(min_length=1)]


class ApplicationOut(Schema):
    """Where an application stands, as far as it has been answered.

    ``status`` and ``reply`` tell what has been sent to you, not what is being prepared.
    """

    id: UUID
    case_number: str
    authority_reference: str
    track: Track
    received_on: date
    status: Status
    reply: Annotated[
        Literal["agreed", "refused", "deemed_agreed"] | None,
        Field(description="Null: no reply has been sent."),
    ]
    transfer_on: date | None
    arrived_on: date | None


class ApplicationPage(Schema):
    """Applications of your authority, newest first."""

    items: list[ApplicationOut]
    next: Annotated[UUID | None, Field(description="Give it as `after`; null: no more.")]


class EvidenceOut(Schema):
    """An entry of the list of evidence as it was received."""

    id: UUID
    kind: str
    file_sha256: Annotated[str | None, Field(description="Null: no copy came with it.")]
    recorded_at: datetime


class Problem(Schema):
    """What went wrong (RFC 9457), why, and what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    fields: Annotated[
        dict[str, str], Field(description="Field → what is wrong with it, in your language.")
    ] = {}
    link: Annotated[
        str | None, Field(description="The resource to look at instead, such as the first one.")
    ] = None
