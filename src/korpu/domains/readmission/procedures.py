"""The declared procedures readmission runs, and the names of their acts it speaks of."""

from korpu.domains.readmission.enums import Track

BUSINESS = "readmission"
PROCEDURES = {
    Track.NORMAL: "az/readmission-own-national",
    Track.ACCELERATED: "az/readmission-own-national-accelerated",
}

SUBMIT = "submit_application"
RETURN_AS_INCOMPLETE = "return_as_incomplete"
SUPPLEMENT = "supplement_application"
CONFIRM_IDENTITY = "confirm_identity"
QUARANTINE = "quarantine_application"
REQUEST_INTERVIEW = "request_interview"
RECORD_INTERVIEW = "record_interview"
AGREE = "agree"
REFUSE = "refuse"
RECORD_DEEMED_AGREEMENT = "record_deemed_agreement"
ISSUE_TRAVEL_DOCUMENT = "issue_travel_document"
REISSUE_TRAVEL_DOCUMENT = "reissue_travel_document"
ANNOUNCE_TRANSFER = "announce_transfer"
CONFIRM_ARRIVAL = "confirm_arrival"
REPORT_NO_ARRIVAL = "report_no_arrival"
WITHDRAW = "withdraw_application"
RETURN_TO_SENDER = "return_to_sender"

REPLY_LETTER = "readmission_reply"
"""Name of the template of the reply among the letters of the jurisdiction."""

COUNTERPART_ACTS = frozenset(
    {
        SUBMIT,
        RETURN_AS_INCOMPLETE,
        "begin_examination",
        SUPPLEMENT,
        ISSUE_TRAVEL_DOCUMENT,
        REISSUE_TRAVEL_DOCUMENT,
        ANNOUNCE_TRANSFER,
        CONFIRM_ARRIVAL,
        REPORT_NO_ARRIVAL,
        WITHDRAW,
        "close_returned",
        "close_not_transferred",
    }
)
"""Acts the requesting authority sees. A reply is not among them: it learns of it from the letter,
which leaves through the gate. Neither is anything that hints at quarantine."""
