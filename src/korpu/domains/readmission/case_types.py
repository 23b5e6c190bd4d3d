"""What readmission adds to the declared procedures."""

from collections.abc import Callable, Mapping

from korpu.domains.readmission import act_forms, further_forms, interview_forms, procedures
from korpu.domains.readmission.enums import APPLICATION_TRACKS, OWN_NATIONAL_TRACKS, Track
from korpu.domains.readmission.facts import facts_of, gate_of
from korpu.domains.readmission.panels import PANELS, PANELS_OF
from korpu.domains.readmission.services import (
    arrivals,
    errors,
    examination,
    findings,
    intake,
    interviews,
    outgoing,
    quarantine,
    replies,
    supplements,
    travel,
)
from korpu.domains.readmission.supplement_form import SupplementForm
from korpu.foundations.casework.api import ActDone, ActForm, CaseType, register_case_type

Effects = Mapping[str, Callable[[ActDone], None]]

ACT_FORMS: Mapping[str, type[ActForm]] = {
    procedures.SUPPLEMENT: SupplementForm,
    procedures.CONFIRM_IDENTITY: act_forms.ConfirmIdentityForm,
    procedures.REQUEST_INTERVIEW: interview_forms.RequestInterviewForm,
    procedures.RESCHEDULE_INTERVIEW: interview_forms.RescheduleInterviewForm,
    procedures.RECORD_INTERVIEW: act_forms.RecordInterviewForm,
    procedures.REFUSE: act_forms.RefuseForm,
    procedures.ISSUE_TRAVEL_DOCUMENT: act_forms.TravelDocumentForm,
    procedures.REISSUE_TRAVEL_DOCUMENT: act_forms.TravelDocumentForm,
    procedures.ANNOUNCE_TRANSFER: act_forms.AnnounceTransferForm,
    procedures.CONFIRM_ARRIVAL: act_forms.ConfirmArrivalForm,
}
EFFECTS: Effects = {
    procedures.SUBMIT: intake.write_application,
    procedures.SUPPLEMENT: supplements.write_supplement,
    procedures.QUARANTINE: quarantine.open_to_protection,
    procedures.CONFIRM_IDENTITY: examination.write_identity_confirmation,
    procedures.REQUEST_INTERVIEW: interviews.write_interview_request,
    procedures.RESCHEDULE_INTERVIEW: interviews.write_another_slot,
    procedures.RECORD_INTERVIEW: interviews.write_interview_record,
    procedures.AGREE: replies.write_agreement,
    procedures.REFUSE: replies.write_refusal,
    procedures.RECORD_DEEMED_AGREEMENT: replies.write_deemed_agreement,
    procedures.ISSUE_TRAVEL_DOCUMENT: travel.write_travel_document,
    procedures.REISSUE_TRAVEL_DOCUMENT: travel.write_travel_document,
    procedures.ANNOUNCE_TRANSFER: travel.write_transfer_notice,
    procedures.CONFIRM_ARRIVAL: arrivals.write_arrival,
    procedures.REPORT_NO_ARRIVAL: travel.end_notice,
    procedures.CANCEL_TRANSFER: travel.withdraw_notice,
    procedures.APPROVE_SENDING: outgoing.approve_letters,
    procedures.RELEASE_LETTERS: outgoing.release_letters,
}


THIRD_COUNTRY_FORMS: Mapping[str, type[ActForm]] = {
    **ACT_FORMS,
    procedures.ESTABLISH_DUTY: further_forms.EstablishDutyForm,
    procedures.RECORD_ONWARD_JOURNEY: further_forms.OnwardJourneyForm,
}
THIRD_COUNTRY_EFFECTS: Effects = {
    **EFFECTS,
    procedures.ESTABLISH_DUTY: findings.write_duty,
    procedures.RECORD_ONWARD_JOURNEY: findings.write_onward_journey,
}
DOCUMENTED_FORMS: Mapping[str, type[ActForm]] = {
    procedures.CHANGE_ANNOUNCEMENT: act_forms.AnnounceTransferForm,
    procedures.CONFIRM_ARRIVAL: act_forms.ConfirmArrivalForm,
}
DOCUMENTED_EFFECTS: Effects = {
    procedures.ANNOUNCE_RETURN: travel.write_announced_return,
    procedures.CHANGE_ANNOUNCEMENT: travel.write_transfer_notice,
    procedures.WITHDRAW_ANNOUNCEMENT: travel.withdraw_notice,
    procedures.QUARANTINE: quarantine.open_to_protection,
    procedures.CONFIRM_ARRIVAL: arrivals.write_arrival,
}
TRANSIT_FORMS: Mapping[str, type[ActForm]] = {
    procedures.CHECK_GROUNDS: further_forms.CheckGroundsForm,
    procedures.REFUSE_TRANSIT: further_forms.RefuseTransitForm,
    procedures.ANNOUNCE_PASSAGE: further_forms.AnnouncePassageForm,
}
TRANSIT_EFFECTS: Effects = {
    procedures.APPROVE_SENDING: outgoing.approve_letters,
    procedures.RELEASE_LETTERS: outgoing.release_letters,
    procedures.REQUEST_TRANSIT: intake.write_application,
    procedures.CHECK_GROUNDS: findings.write_grounds_check,
    procedures.AGREE_TRANSIT: replies.write_transit_agreement,
    procedures.REFUSE_TRANSIT: replies.write_refusal,
    procedures.ANNOUNCE_PASSAGE: travel.write_transfer_notice,
    procedures.RECORD_EXIT: travel.end_notice,
    procedures.STOP_PASSAGE: quarantine.open_to_protection,
    procedures.WITHDRAW_REQUEST: travel.withdraw_notice,
    procedures.QUARANTINE: quarantine.open_to_protection,
}
ERROR_FORMS: Mapping[str, type[ActForm]] = {
    procedures.ACCEPT_TAKING_BACK: further_forms.TakeBackForm,
}
ERROR_EFFECTS: Effects = {
    procedures.APPROVE_SENDING: outgoing.approve_letters,
    procedures.RELEASE_LETTERS: outgoing.release_letters,
    procedures.RECORD_ERROR: errors.write_error,
    procedures.NOTIFY_ERROR: errors.tell_of_error,
    procedures.ACCEPT_TAKING_BACK: errors.write_taking_back,
    procedures.CONFIRM_TAKEN_BACK: travel.end_notice,
    procedures.SETTLE_STAY: travel.withdraw_notice,
    procedures.QUARANTINE: quarantine.open_to_protection,
}


def register() -> None:
    """Make cases of every readmission procedure possible."""
    for track in OWN_NATIONAL_TRACKS:
        _register(track, "RDM", ACT_FORMS, EFFECTS)
    _register(Track.THIRD_COUNTRY, "RDM", THIRD_COUNTRY_FORMS, THIRD_COUNTRY_EFFECTS)
    _register(Track.DOCUMENTED, "RDN", DOCUMENTED_FORMS, DOCUMENTED_EFFECTS)
    _register(Track.TRANSIT, "RDT", TRANSIT_FORMS, TRANSIT_EFFECTS)
    _register(Track.ERROR, "RDE", ERROR_FORMS, ERROR_EFFECTS)


def _register(
    track: Track, prefix: str, act_forms: Mapping[str, type[ActForm]], effects: Effects
) -> None:
    register_case_type(
        CaseType(
            procedure=procedures.PROCEDURES[track],
            business=procedures.BUSINESS,
            number_prefix=prefix,
            facts=facts_of if track in APPLICATION_TRACKS else gate_of,
            act_forms=act_forms,
            effects=effects,
            panels=PANELS_OF.get(track, PANELS),
            counterpart_acts=procedures.COUNTERPART_ACTS_OF.get(track, procedures.COUNTERPART_ACTS),
        )
    )
