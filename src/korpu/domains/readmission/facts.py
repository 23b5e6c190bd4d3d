"""What the conditions of the procedure are judged by, read anew before each act."""

from collections.abc import Mapping
from datetime import date

from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.models import Application
from korpu.domains.readmission.procedures import PROCEDURES
from korpu.domains.readmission.rules import missing_particulars
from korpu.domains.readmission.selectors.outgoing import waiting_facts
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.selectors.weights import has_proof
from korpu.engines.procedure.api import FactValue
from korpu.foundations.casework.api import Case
from korpu.foundations.persons.api import gate


def facts_of(case: Case, on: date) -> Mapping[str, FactValue]:  # noqa: ARG001  the shape of CaseType.facts
    """The computed facts of a case.

    What the reader may not see is unknown, and an unknown fact satisfies no condition. The gate is
    shut while nobody is linked: nobody knows then whether the person is protected.
    """
    application = Application.objects.filter(case=case).first()
    third_country = case.procedure == PROCEDURES[Track.THIRD_COUNTRY]
    proof = "has_proof_of_stay" if third_country else "has_proof_of_nationality"
    return {
        "gate_clear": is_clear(case),
        "person_linked": case.subject_id is not None,
        proof: _has_proof(application),
        "application_complete": _complete(application),
        **waiting_facts(case),
    }


def gate_of(case: Case, on: date) -> Mapping[str, FactValue]:  # noqa: ARG001  the shape of CaseType.facts
    """All that is computed for a notice, a transit and an error: what may leave, what waits to."""
    return {"gate_clear": is_clear(case), **waiting_facts(case)}


def is_clear(case: Case) -> bool:
    """Whether anything about the person, or anybody in the same file, may leave the house now."""
    return gate([case.subject_id]) == "clear"


def _has_proof(application: Application | None) -> bool | None:
    return None if application is None else has_proof(application)


def _complete(application: Application | None) -> bool | None:
    return None if application is None else not missing_particulars(current_statement(application))
