"""The procedures beside the application for an own national, for tests of every room.

>>> transit = a_case_of(house, a_transit_request())    # submitted by the German liaison
"""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from korpu.domains.readmission.models import Application
from korpu.domains.readmission.services.errors import record_error
from korpu.domains.readmission.statement import EvidenceStatement, Statement
from korpu.domains.readmission.testing import House, a_statement, an_application
from korpu.foundations.accounts.api import acting
from korpu.foundations.casework.api import Case


def a_third_country_statement(**particulars: Any) -> Statement:
    """A complete application for a national of another country, with proof of the stay."""
    stated: dict[str, Any] = {
        "stateless": False,
        "nationality": "GEO",
        "duty_ground": "residence_permit",
        "permit_number": "AZ-1234",
        "entry_route": "Baku to Frankfurt by air",
        "airside_transit_only": False,
        "permit_of_requesting_state": False,
    }
    return a_statement(
        track="third_country",
        surname="Beridze",
        given_names="Nino",
        sex="F",
        birth_country="GEO",
        last_residence="",
        evidence=(EvidenceStatement("valid_permit", copy_enclosed=True),),
        particulars=stated | particulars,
    )


def a_return_notice(on: date | None = None, **particulars: Any) -> Statement:
    """The announcement of a national who travels on a passport, by default for today."""
    day = on or timezone.localdate()
    stated: dict[str, Any] = {
        "document_kind": "passport",
        "document_number": "C01234567",
        "document_valid_until": day + timedelta(days=400),
        "transfer_on": day,
        "crossing_point": "baku-airport",
        "flight": "J2 054",
        "escort_count": 2,
        "escort_service": "Federal Police",
    }
    return a_statement(
        track="documented",
        irregular_stay_established_on=None,
        holds_valid_travel_document=True,
        last_residence="",
        civil_status="",
        evidence=(),
        particulars=stated | particulars,
    )


def a_transit_request(on: date | None = None, **particulars: Any) -> Statement:
    """A request to bring a person through Baku, by default today, with every assurance."""
    day = on or timezone.localdate()
    stated: dict[str, Any] = {
        "stateless": False,
        "nationality": "KGZ",
        "travel_document": "Passport AN1234567",
        "no_direct_route": True,
        "destination": "KGZ",
        "destination_accepts": True,
        "transport": "air",
        "route": "Berlin–Baku–Bishkek",
        "entry_on": day,
        "exit_on": day + timedelta(days=1),
        "escort_count": 2,
    }
    return a_statement(
        track="transit",
        irregular_stay_established_on=None,
        surname="Asanov",
        given_names="Bakyt",
        birth_country="KGZ",
        last_residence="",
        civil_status="",
        evidence=(),
        particulars=stated | particulars,
    )


def a_case_of(house: House, statement: Statement) -> Application:
    """What the liaison submits just now."""
    return an_application(house, statement)


def an_error_statement(original: Case, **particulars: Any) -> Statement:
    """The finding that the person of an earlier case was received in error today."""
    today = timezone.localdate()
    stated: dict[str, Any] = {
        "original_case": original.number,
        "readmitted_as": "national",
        "transferred_on": today,
        "found_on": today,
        "error_kind": "not_a_national",
        "explanation": "The register of Georgia shows another person.",
        "data_to_correct": "Nationality: GEO",
    }
    return Statement(
        track="error",
        evidence=(EvidenceStatement("reply_of_third_state"),),
        particulars=stated | particulars,
    )


def an_error(house: House, original: Case, **particulars: Any) -> Case:
    """A case of readmission in error about the person of an earlier case."""
    with acting(house.officer) as officer:
        return record_error(
            statement=an_error_statement(original, **particulars),
            files=[None],
            actor=officer,
            at=timezone.now(),
        )
