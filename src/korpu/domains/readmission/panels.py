"""What readmission shows on the page of a case."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from korpu.domains.readmission.enums import Track
from korpu.domains.readmission.permissions import (
    CHECK_IDENTITY,
    READ_APPLICATION,
    READ_JOURNEY,
    READ_NEEDS,
)
from korpu.domains.readmission.selectors import case_file
from korpu.domains.readmission.selectors.applications import find_application
from korpu.domains.readmission.selectors.errors import error_found
from korpu.domains.readmission.selectors.statements import current_statement
from korpu.domains.readmission.selectors.weights import sources_confidence, weighed_evidence
from korpu.domains.readmission.sheets import sheet_of
from korpu.domains.readmission.summary import summary_of
from korpu.foundations.accounts.api import Actor
from korpu.foundations.casework.api import Case, Panel
from korpu.foundations.codelists.api import titles


def _application(case: Case, actor: Actor) -> Mapping[str, object]:
    application = find_application(case_uuid=case.uuid, for_actor=actor)
    if application is None:
        found = error_found(case, for_actor=actor)
        return {"application": None, "case": case, "error_sections": found}
    may_read_needs = actor.may(READ_NEEDS)
    return {
        "application": application,
        "case": case,
        "may_read_needs": may_read_needs,
        "summary_sections": summary_of(current_statement(application), with_needs=may_read_needs),
        "evidence_files": case_file.evidence_files_of(application),
        "kinds": titles(sheet_of(application.track).evidence_list),
        "supplements": case_file.supplements_of(application),
        "may_check_identity": case_file.may_check_identity(case, actor),
    }


def _evidence(case: Case, actor: Actor) -> Mapping[str, object]:
    application = find_application(case_uuid=case.uuid, for_actor=actor)
    if application is None or not actor.may(CHECK_IDENTITY, compartment_id=case.compartment_id):
        return {"weighed": ()}
    return {
        "weighed": weighed_evidence(application),
        "confidence": sources_confidence(application),
        "may_weigh": case_file.may_check_identity(case, actor),
    }


def _examination(case: Case, actor: Actor) -> Mapping[str, object]:
    return {"case": case, **case_file.examination_of(case, for_actor=actor)}


def _journey(case: Case, actor: Actor) -> Mapping[str, object]:
    return {"case": case, **case_file.journey_of(case, for_actor=actor)}


PANELS = (
    Panel(
        "readmission-application",
        _("Application"),
        READ_APPLICATION,
        "readmission/panels/application.html",
        _application,
    ),
    Panel(
        "readmission-evidence",
        _("Evidence and its weight"),
        CHECK_IDENTITY,
        "readmission/panels/evidence.html",
        _evidence,
    ),
    Panel(
        "readmission-examination",
        _("Examination"),
        CHECK_IDENTITY,
        "readmission/panels/examination.html",
        _examination,
    ),
    Panel(
        "readmission-journey",
        _("Travel and transfer"),
        READ_JOURNEY,
        "readmission/panels/journey.html",
        _journey,
    ),
)
WITHOUT_EVIDENCE = tuple(panel for panel in PANELS if panel.id != "readmission-evidence")
PANELS_OF = dict.fromkeys((Track.DOCUMENTED, Track.TRANSIT, Track.ERROR), WITHOUT_EVIDENCE)
"""Where no list of evidence is weighed."""
