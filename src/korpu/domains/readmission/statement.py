"""What the requesting authority states about the person: the content of an application.

The list of particulars follows the common form of comparable agreements (header, person, family,
evidence, needs, protective measures, remarks); the form of the EU-Azerbaijan agreement itself
(expected: Annex 5) was not seen.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

Particular = str | int | bool | date | None
"""The value of one item; None: not stated."""


@dataclass(frozen=True, slots=True)
class MemberStatement:
    """A spouse or a minor child named in the application.

    Attributes:
        relation: a code of :class:`~korpu.domains.readmission.enums.Relation`.
        birth_date: ISO 8601, as exact as known (``1990``, ``1990-04``, ``1990-04-12``) or empty.
        sex: ICAO 9303, ``X`` when not stated.
    """

    relation: str
    surname: str
    given_names: str
    birth_date: str = ""
    sex: str = "X"


@dataclass(frozen=True, slots=True)
class EvidenceStatement:
    """One entry of the list of evidence, with or without its copy.

    Attributes:
        kind: a code of the codelist ``evidence-of-nationality``.
        valid_until: last day of validity, inclusive; ``None``: unknown or unlimited.
        copy_enclosed: the sender says a copy is enclosed, whether or not it has arrived.
    """

    kind: str
    issued_on: date | None = None
    valid_until: date | None = None
    copy_enclosed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """The particulars of one application, as the requesting authority gives them.

    Empty text and ``None`` mean *not stated*, never *no*. Names stand as written by the sender.

    Attributes:
        authority_reference: the sender's own number of the case.
        track: a code of :class:`~korpu.domains.readmission.enums.Track`.
        irregular_stay_established_on: the day the sender found the stay to be irregular.
        apprehended_on: the day of apprehension in the border region (accelerated track only).
        birth_date: ISO 8601, as exact as known.
        birth_country: ISO 3166-1 alpha-3.
        civil_status: a code of the codelist ``marital-status``.
        needs_basis: why care, health and transport needs may be passed on; empty: none stated.
        holds_valid_travel_document: then no application is needed at all.
        particulars: what only the declared form of this track asks for, by item; an item left out
            is not stated.
    """

    authority_reference: str = ""
    track: str = "normal"
    irregular_stay_established_on: date | None = None
    apprehended_on: date | None = None
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    surname: str = ""
    given_names: str = ""
    patronymic: str = ""
    earlier_names: str = ""
    aliases: str = ""
    sex: str = ""
    birth_date: str = ""
    birth_place: str = ""
    birth_country: str = ""
    last_residence: str = ""
    civil_status: str = ""
    holds_valid_travel_document: bool = False
    needs_basis: str = ""
    care_needs: str = ""
    health_needs: str = ""
    transport_needs: str = ""
    protective_measures: str = ""
    remarks: str = ""
    members: tuple[MemberStatement, ...] = field(default=())
    evidence: tuple[EvidenceStatement, ...] = field(default=())
    particulars: Mapping[str, Particular] = field(default_factory=dict)

    def overlaid(self, changes: Mapping[str, object]) -> "Statement":
        """The statement after a correction: the given particulars replaced, the rest as it was."""
        common = {name: value for name, value in changes.items() if name in STATED_FIELDS}
        own = {name: value for name, value in changes.items() if name not in STATED_FIELDS}
        return dataclasses.replace(
            self,
            **common,  # type: ignore[arg-type]  # names checked by the caller
            particulars={**self.particulars, **own},  # type: ignore[dict-item]  # likewise
        )

    def says(self, name: str) -> Particular:
        """One particular by its name, common or of this form alone; None: not stated."""
        value = getattr(self, name) if name in STATED_FIELDS else self.particulars.get(name)
        return None if value == "" else value


@dataclass(frozen=True, slots=True)
class Notice:
    """The announcement of a transfer.

    Attributes:
        crossing_point: a code of the codelist ``border-crossing-points``.
        route: where the journey goes, as far as it is more than the flight.
        escort_service: whose people the escorts are.
        escort_names: one escort per line.
        needs: on arrival; only with the person's consent or for vital need.
    """

    transfer_on: date
    crossing_point: str
    flight: str = ""
    route: str = ""
    escort_service: str = ""
    escorts_armed: bool = False
    escort_count: int = 0
    escort_names: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """The appointment of an interview.

    Attributes:
        starts_at: aware; the form reads it in the service's own time.
        interpreter: empty: none is needed.
        attends: one person per line.
    """

    starts_at: datetime
    mission: str
    place: str
    language: str
    interpreter: str = ""
    attends: str = ""


STATED_FIELDS: tuple[str, ...] = tuple(
    f.name
    for f in dataclasses.fields(Statement)
    if f.name not in {"members", "evidence", "particulars"}
)
"""The particulars that are single values: everything but the family and the evidence list."""

NEEDS_FIELDS: tuple[str, ...] = ("care_needs", "health_needs", "transport_needs")
"""Restricted: shown only to those who may read health and care needs."""
