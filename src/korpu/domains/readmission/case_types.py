"""What readmission adds to the declared procedures."""

from collections.abc import Mapping

from korpu.domains.readmission import act_forms, procedures
from korpu.domains.readmission.facts import facts_of
from korpu.domains.readmission.panels import PANELS
from korpu.domains.readmission.services import (
    examination,
    intake,
    quarantine,
    replies,
    supplements,
    travel,
)
from korpu.domains.readmission.supplement_form import SupplementForm
from korpu.foundations.casework.api import ActForm, CaseType, register_case_type

ACT_FORMS: Mapping[str, type[ActForm]] = {
    procedures.SUPPLEMENT: SupplementForm,
    procedures.CONFIRM_IDENTITY: act_forms.ConfirmIdentityForm,
    procedures.REQUEST_INTERVIEW: act_forms.RequestInterviewForm,
    procedures.RECORD_INTERVIEW: act_forms.RecordInterviewForm,
    procedures.REFUSE: act_forms.RefuseForm,
    procedures.ISSUE_TRAVEL_DOCUMENT: act_forms.TravelDocumentForm,
    procedures.REISSUE_TRAVEL_DOCUMENT: act_forms.TravelDocumentForm,
    procedures.ANNOUNCE_TRANSFER: act_forms.AnnounceTransferForm,
    procedures.CONFIRM_ARRIVAL: act_forms.ConfirmArrivalForm,
}
EFFECTS = {
    procedures.SUBMIT: intake.write_application,
    procedures.SUPPLEMENT: supplements.write_supplement,
    procedures.QUARANTINE: quarantine.open_to_protection,
    procedures.CONFIRM_IDENTITY: examination.write_identity_confirmation,
    procedures.REQUEST_INTERVIEW: examination.write_interview_request,
    procedures.RECORD_INTERVIEW: examination.write_interview_record,
    procedures.AGREE: replies.write_agreement,
    procedures.REFUSE: replies.write_refusal,
    procedures.RECORD_DEEMED_AGREEMENT: replies.write_deemed_agreement,
    procedures.ISSUE_TRAVEL_DOCUMENT: travel.write_travel_document,
    procedures.REISSUE_TRAVEL_DOCUMENT: travel.write_travel_document,
    procedures.ANNOUNCE_TRANSFER: travel.write_transfer_notice,
    procedures.CONFIRM_ARRIVAL: travel.write_arrival,
    procedures.REPORT_NO_ARRIVAL: travel.end_notice,
}


def register() -> None:
    """Make cases of both readmission procedures possible."""
    for procedure in procedures.PROCEDURES.values():
        register_case_type(
            CaseType(
                procedure=procedure,
                business=procedures.BUSINESS,
                number_prefix="RDM",
                facts=facts_of,
                act_forms=ACT_FORMS,
                effects=EFFECTS,
                panels=PANELS,
                counterpart_acts=procedures.COUNTERPART_ACTS,
            )
        )
