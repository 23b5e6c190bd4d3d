"""The declared procedures readmission runs, and the names of their acts it speaks of."""

from korpu.domains.readmission.enums import Track

BUSINESS = "readmission"
PROCEDURES = {
    Track.NORMAL: "az/readmission-own-national",
    Track.ACCELERATED: "az/readmission-own-national-accelerated",
    Track.THIRD_COUNTRY: "az/readmission-third-country-national",
    Track.DOCUMENTED: "az/readmission-own-national-documented",
    Track.TRANSIT: "az/readmission-transit",
    Track.ERROR: "az/readmission-in-error",
}

SUBMIT = "submit_application"
RETURN_AS_INCOMPLETE = "return_as_incomplete"
SUPPLEMENT = "supplement_application"
CONFIRM_IDENTITY = "confirm_identity"
QUARANTINE = "quarantine_application"
REQUEST_INTERVIEW = "request_interview"
RESCHEDULE_INTERVIEW = "reschedule_interview"
RECORD_INTERVIEW = "record_interview"
AGREE = "agree"
REFUSE = "refuse"
RECORD_DEEMED_AGREEMENT = "record_deemed_agreement"
ISSUE_TRAVEL_DOCUMENT = "issue_travel_document"
REISSUE_TRAVEL_DOCUMENT = "reissue_travel_document"
ANNOUNCE_TRANSFER = "announce_transfer"
CANCEL_TRANSFER = "cancel_transfer"
CONFIRM_ARRIVAL = "confirm_arrival"
REPORT_NO_ARRIVAL = "report_no_arrival"
WITHDRAW = "withdraw_application"
APPROVE_SENDING = "approve_sending"
RELEASE_LETTERS = "release_letters"
RETURN_TO_SENDER = "return_to_sender"

ESTABLISH_DUTY = "establish_link"
RECORD_ONWARD_JOURNEY = "record_onward_journey"
ANNOUNCE_RETURN = "announce_return"
CHANGE_ANNOUNCEMENT = "change_announcement"
WITHDRAW_ANNOUNCEMENT = "withdraw_announcement"
REQUEST_TRANSIT = "submit_transit_request"
CHECK_GROUNDS = "check_grounds"
AGREE_TRANSIT = "agree_transit"
REFUSE_TRANSIT = "refuse_transit"
ANNOUNCE_PASSAGE = "announce_passage"
RECORD_EXIT = "record_exit"
STOP_PASSAGE = "stop_passage"
WITHDRAW_REQUEST = "withdraw_request"
RECORD_ERROR = "record_error"
NOTIFY_ERROR = "notify_error"
ACCEPT_TAKING_BACK = "accept_taking_back"
CONFIRM_TAKEN_BACK = "confirm_taken_back"
SETTLE_STAY = "settle_stay"

OPENING = {
    Track.DOCUMENTED: ANNOUNCE_RETURN,
    Track.TRANSIT: REQUEST_TRANSIT,
    Track.ERROR: RECORD_ERROR,
}
"""The act that opens a case; ``SUBMIT`` for every application."""
WITHDRAWING = {Track.DOCUMENTED: WITHDRAW_ANNOUNCEMENT, Track.TRANSIT: WITHDRAW_REQUEST}
"""The act by which the sender takes it back; ``WITHDRAW`` for every application."""
ANNOUNCING = {Track.DOCUMENTED: CHANGE_ANNOUNCEMENT, Track.TRANSIT: ANNOUNCE_PASSAGE}
"""The act that announces the journey; ``ANNOUNCE_TRANSFER`` for every application."""

REPLY_LETTER = "readmission_reply"
"""Name of the template of the reply among the letters of the jurisdiction."""

ERROR_LETTER = "readmission_error"
"""The same of the notice of a readmission in error."""

INVITATION_LETTER = "readmission_invitation"
"""The same of the invitation to an interview."""

COUNTERPART_ACTS = frozenset(
    {
        SUBMIT,
        RETURN_AS_INCOMPLETE,
        "begin_examination",
        SUPPLEMENT,
        ISSUE_TRAVEL_DOCUMENT,
        REISSUE_TRAVEL_DOCUMENT,
        ANNOUNCE_TRANSFER,
        CANCEL_TRANSFER,
        CONFIRM_ARRIVAL,
        REPORT_NO_ARRIVAL,
        WITHDRAW,
        "close_returned",
        "close_not_transferred",
    }
)
"""Acts the requesting authority sees. A reply is not among them: it learns of it from the letter,
which leaves through the gate. Neither is anything that hints at quarantine."""
COUNTERPART_ACTS_OF = {
    Track.DOCUMENTED: frozenset(
        {
            ANNOUNCE_RETURN,
            CHANGE_ANNOUNCEMENT,
            CONFIRM_ARRIVAL,
            WITHDRAW_ANNOUNCEMENT,
            "close_returned",
        }
    ),
    Track.TRANSIT: frozenset(
        {
            REQUEST_TRANSIT,
            ANNOUNCE_PASSAGE,
            "record_entry",
            RECORD_EXIT,
            WITHDRAW_REQUEST,
            "close_stopped",
        }
    ),
    Track.ERROR: frozenset(
        {
            NOTIFY_ERROR,
            ACCEPT_TAKING_BACK,
            "dispute_error",
            CONFIRM_TAKEN_BACK,
            "close_taken_back",
            "close_staying",
            "find_no_error",
        }
    ),
}
"""The same for the procedures that are no application."""
