"""Which office takes which part, as the jurisdiction's data name them."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from korpu.domains.readmission import sentences
from korpu.foundations.accounts.api import jurisdiction_folder
from korpu.foundations.accounts.models import Compartment
from korpu.foundations.organisations.enums import OrganisationKind
from korpu.kernel.errors import Unavailable
from korpu.kernel.texts import Message


@dataclass(frozen=True, slots=True)
class Offices:
    """The bodies of readmission in one jurisdiction.

    Attributes:
        receiving: office whose readmission compartment receives applications.
        protection: office that sees a quarantined application.
        crossing_points: code of the crossing point → border office that receives persons there.
        border_access_days: days after the transfer on which the border office still sees the case.
        quarantine_access_days: days for which the protection office sees a quarantined case.
        escorts: what the agreement says of escorts, with its source.
        evidence: what each weight of evidence commits the service to, with its source.
    """

    receiving: str
    protection: str
    crossing_points: dict[str, str]
    border_access_days: int
    quarantine_access_days: int
    escorts: dict[str, Any]
    evidence: dict[str, Any]


@cache
def offices() -> Offices:
    """The offices of the jurisdiction in use."""
    path = jurisdiction_folder() / "readmission.yaml"
    return Offices(**yaml.safe_load(path.read_text(encoding="utf-8")))


def receiving_compartment() -> Compartment:
    """The compartment in which applications become cases.

    Raises:
        Unavailable: the data of the jurisdiction are not loaded.
    """
    return _compartment(offices().receiving, "readmission", sentences.NO_RECEIVING_OFFICE)


def protection_compartment() -> Compartment:
    """The compartment that decides about quarantined applications.

    Raises:
        Unavailable: the data of the jurisdiction are not loaded.
    """
    return _compartment(offices().protection, "protection", sentences.NO_RECEIVING_OFFICE)


def border_compartment(crossing_point: str) -> Compartment:
    """The compartment that receives persons at a crossing point.

    Raises:
        Unavailable: no office is named for it, or the data are not loaded.
    """
    code = offices().crossing_points.get(crossing_point, "")
    return _compartment(code, "border", sentences.NO_BORDER_OFFICE)


def _compartment(office: str, business: str, sentence: Message) -> Compartment:
    found = Compartment.objects.filter(office__code=office, business=business).first()
    if found is None:
        raise Unavailable(
            sentence,
            sentences.NO_RECEIVING_OFFICE_DETAIL,
            facts={"office": office, "business": business},
        )
    return found


def requesting_authorities() -> list[tuple[str, str]]:
    """Key and name of every compartment from which applications come, by name."""
    found = Compartment.objects.filter(
        business="readmission",
        office__organisation__kind=OrganisationKind.REQUESTING_AUTHORITY,
    ).select_related("office__organisation")
    named = [(str(place.pk), str(place.office.organisation)) for place in found]
    return sorted(named, key=lambda pair: pair[1].casefold())
