"""The codelists readmission uses."""

from collections.abc import Callable
from datetime import date

from korpu.foundations.codelists.api import is_valid

EVIDENCE = "evidence-of-nationality"
COUNTRY = "countries"
CIVIL_STATUS = "marital-status"
CROSSING_POINTS = "border-crossing-points"
RETURN_DOCUMENTS = "return-documents"
REFUSAL_GROUNDS = "readmission-refusal-grounds"


def code_checker(on: date) -> Callable[[str, str], bool]:
    """A function that tells whether (codelist, code) is valid on a day."""
    return lambda codelist, code: is_valid(codelist, code, on=on)
