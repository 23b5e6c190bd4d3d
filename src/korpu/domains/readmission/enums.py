"""The closed words of readmission; lists that law or practice may change are codelists."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Track(models.TextChoices):
    """Which procedure a case follows."""

    NORMAL = "normal", _("Normal procedure")
    ACCELERATED = "accelerated", _("Accelerated procedure (apprehended in the border region)")
    THIRD_COUNTRY = "third_country", _("Third-country national or stateless person")
    DOCUMENTED = "documented", _("National with a valid travel document")
    TRANSIT = "transit", _("Transit")
    ERROR = "error", _("Readmission in error")


OWN_NATIONAL_TRACKS = (Track.NORMAL, Track.ACCELERATED)
"""Applications for own nationals; the sender chooses between the two."""
APPLICATION_TRACKS = (*OWN_NATIONAL_TRACKS, Track.THIRD_COUNTRY)
"""Applications for readmission: irregular stay was established, a reply is owed."""
FILED_TRACKS = tuple(track for track in Track if track is not Track.ERROR)
"""What a requesting authority files; a readmission in error the service itself finds."""


class FindingKind(models.TextChoices):
    """The question an officer's finding answers."""

    EVIDENCE_WEIGHT = "evidence_weight", _("Weight of a piece of evidence")
    DUTY_TO_READMIT = "duty_to_readmit", _("Duty to readmit")
    ONWARD_JOURNEY = "onward_journey", _("Journey onwards")
    GROUNDS_CHECK = "grounds_check", _("Grounds for refusing transit")


class Sex(models.TextChoices):
    """Sex as ICAO 9303 writes it."""

    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    UNSPECIFIED = "X", _("Unspecified")


class Relation(models.TextChoices):
    """How a family member named in the application is related to the person."""

    SPOUSE = "spouse", _("Spouse")
    MINOR_CHILD = "minor_child", _("Minor child")


class NeedsBasis(models.TextChoices):
    """Why health data may be passed on: one of the two is needed, or the fields stay empty."""

    NONE = "", _("No care, health or transport needs are stated")
    CONSENT = "consent", _("The person consents to passing these data on")
    VITAL_NEED = "vital_need", _("Vital need: the person cannot give consent")


class ReplyKind(models.TextChoices):
    """What the requested state answered."""

    AGREED = "agreed", _("Readmission agreed")
    REFUSED = "refused", _("Readmission refused")
    DEEMED_AGREED = "deemed_agreed", _("Deemed agreed: the reply limit passed in silence")


class Outcome(models.TextChoices):
    """The answer to an application, as statistics counts it."""

    PENDING = "pending", _("Pending")
    AGREED = "agreed", _("Agreed")
    DEEMED_AGREED = "deemed_agreed", _("Deemed agreed")
    REFUSED = "refused", _("Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    RETURNED_TO_SENDER = "returned_to_sender", _("Returned to sender")


class IdentityGround(models.TextChoices):
    """What convinced the officer that the person is who the application says."""

    VALID_DOCUMENT = "valid_document", _("Valid document of the person")
    EXPIRED_DOCUMENT = "expired_document", _("Expired document of the person")
    REGISTER = "register", _("Entry in a state register")
    BIOMETRICS = "biometrics", _("Biometric comparison")
    INTERVIEW = "interview", _("Interview by the mission")
    PRIMA_FACIE = "prima_facie", _("Prima facie evidence, not rebutted")


class EvidenceWeight(models.TextChoices):
    """What a kind of evidence amounts to, as the list of evidence says."""

    PROOF = "proof", _("Proof")
    PRIMA_FACIE = "prima_facie", _("Prima facie evidence")
    NONE = "none", _("Neither proof nor prima facie evidence")


class InterviewOutcome(models.TextChoices):
    """What the mission's interview showed about nationality."""

    CONFIRMED = "confirmed", _("Nationality confirmed")
    NOT_CONFIRMED = "not_confirmed", _("Nationality not confirmed")
    NOT_HELD = "not_held", _("The person did not appear or refused the interview")


class OnwardJourney(models.TextChoices):
    """Where a readmitted foreigner goes next."""

    STAYS = "stays", _("Stays in Azerbaijan")
    COUNTRY_OF_ORIGIN = "country_of_origin", _("To the country of origin")
    THIRD_STATE = "third_state", _("To another state")


class GroundsCheck(models.TextChoices):
    """What the check of the grounds for refusing a transit showed."""

    NONE_FOUND = "none_found", _("No, none was found")
    FOUND = "found", _("Yes, the transit has to be refused")


class Channel(models.TextChoices):
    """How something reached a body of another state."""

    LETTER = "letter", _("Letter sent")
    PAGE = "page", _("Page shown")
    DOWNLOAD = "download", _("File downloaded")
    MACHINE = "machine", _("Answer to a system")


class StatementReader(models.TextChoices):
    """To whom the statement of what was sent is handed."""

    PERSON = "person", _("The person")
    REPRESENTATIVE = "representative", _("Legal representative")
    LAWYER = "lawyer", _("Lawyer with a power of attorney")


class CaseOutcome(models.TextChoices):
    """How a case of any readmission procedure ended or stands, as statistics counts it.

    The answers of ``Outcome`` count too.
    """

    WITHDRAWN = "withdrawn", _("Withdrawn")
    RETURNED_TO_SENDER = "returned_to_sender", _("Returned to sender")
    CARRIED_OUT = "carried_out", _("Returned on a valid document")
    TAKEN_BACK = "taken_back", _("Taken back by the other state")
    STAYING = "staying", _("Stays after an error")
    NO_ERROR = "no_error", _("No error found")
    STOPPED = "stopped", _("Transit stopped")


class InTerm(models.TextChoices):
    """Whether a reply came within its term."""

    IN_TERM = "in_term", _("Within the term")
    LATE = "late", _("After the term")
    PENDING = "pending", _("Not answered yet")
    NO_TERM = "no_term", _("No term for a reply")
