"""The codelists readmission uses."""

from collections.abc import Callable
from datetime import date

from korpu.foundations.codelists.api import is_valid
from korpu.foundations.codelists.models import CodeList

EVIDENCE = "evidence-of-nationality"
COUNTRY = "countries"
CIVIL_STATUS = "marital-status"
CROSSING_POINTS = "border-crossing-points"
RETURN_DOCUMENTS = "return-documents"
REFUSAL_GROUNDS = "readmission-refusal-grounds"
TRANSIT_REFUSAL_GROUNDS = "transit-refusal-grounds"


def confidence_of(codelist: str) -> str:
    """How far a list was checked against the law; the worst when nothing is known of it."""
    found = CodeList.objects.filter(name=codelist).values_list("confidence", flat=True).first()
    return found or "unverified"


def code_checker(on: date) -> Callable[[str, str], bool]:
    """A function that tells whether (codelist, code) is valid on a day."""
    return lambda codelist, code: is_valid(codelist, code, on=on)
