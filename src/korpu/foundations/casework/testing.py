"""Cases for tests of every room, made through the services.

>>> case = make_case()          # under the procedure of this module, received by its office
>>> act(case, "examine", make_actor("readmission_officer"))
"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from korpu.engines.procedure.api import FactValue
from korpu.foundations.accounts.api import Actor
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.accounts.testing import make_actor, make_compartment, make_office
from korpu.foundations.casework.models import Act, Case
from korpu.foundations.casework.registry import CaseType, case_type, register_case_type
from korpu.foundations.casework.services.acts import perform_act
from korpu.foundations.casework.services.cases import open_case
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.foundations.persons.models import Person
from korpu.kernel.errors import NotFound

READMISSION = "az/readmission-own-national"
EVERYTHING_CLEAR: Mapping[str, FactValue] = {
    "gate_clear": True,
    "person_linked": True,
    "has_proof_of_nationality": True,
    "application_complete": True,
    "valid_travel_document": False,
}


def readmission_type(**changes: object) -> CaseType:
    """The readmission procedure with every fact as an officer hopes, for rooms without a domain."""
    given: dict[str, object] = {
        "procedure": READMISSION,
        "business": "readmission",
        "number_prefix": "TST",
        "facts": lambda _case, _on: EVERYTHING_CLEAR,
        "counterpart_acts": frozenset(
            {"submit_application", "return_as_incomplete", "supplement_application", "agree"}
            | {"refuse", "announce_transfer", "withdraw_application"}
        ),
        "office_acts": frozenset({"quarantine_application", "release_from_quarantine"}),
    }
    return CaseType(**(given | changes))  # type: ignore[arg-type]  # the test says what it changes


def ensure_case_type(kind: CaseType) -> None:
    """Register ``kind`` unless its domain has."""
    try:
        case_type(kind.procedure)
    except NotFound:
        register_case_type(kind)


def make_counterpart(country: str = "DEU") -> Compartment:
    """The compartment of a requesting state's authority."""
    office = make_office(
        f"{country.lower()}-authority", kind=OrganisationKind.REQUESTING_AUTHORITY, country=country
    )
    return make_compartment("readmission", office=office)


def make_case(
    *,
    actor: Actor | None = None,
    compartment: Compartment | None = None,
    counterpart: Compartment | None = None,
    subject: Person | None = None,
    at: datetime | None = None,
    effective_on: date | None = None,
    facts: Mapping[str, FactValue] | None = None,
    client_key: UUID | None = None,
) -> Case:
    """A case just received by ``compartment``; call it inside ``acting(actor)``."""
    at = at or timezone.now()
    return open_case(
        procedure=READMISSION,
        compartment=compartment or make_compartment("readmission"),
        counterpart=counterpart,
        subject=subject,
        act="submit_application",
        facts=facts or {},
        actor=actor or make_actor("readmission_officer"),
        at=at,
        effective_on=effective_on or timezone.localdate(at),
        client_key=client_key,
    )


def act(  # noqa: PLR0913  everything a test may want to vary
    case: Case,
    name: str,
    actor: Actor,
    *,
    at: datetime | None = None,
    effective_on: date | None = None,
    facts: Mapping[str, FactValue] | None = None,
    note: str = "Because.",
    expected_act_count: int | None = None,
    client_key: UUID | None = None,
) -> Act:
    """Perform an act on the case as it stands now; call it inside ``acting(actor)``."""
    at = at or timezone.now()
    case.refresh_from_db()
    return perform_act(
        case=case,
        act=name,
        actor=actor,
        at=at,
        effective_on=effective_on or timezone.localdate(at),
        facts=facts or {},
        note=note,
        expected_act_count=case.act_count if expected_act_count is None else expected_act_count,
        client_key=client_key,
    )
