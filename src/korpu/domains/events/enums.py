"""Choices of the events room, and the sets of statuses its rules speak of."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class EventKind(TextChoices):
    TRAINING = "training", _("Training")
    SEMINAR = "seminar", _("Seminar")
    STUDY_VISIT = "study_visit", _("Study visit")
    MEETING = "meeting", _("Meeting")
    CONFERENCE = "conference", _("Conference")
    SUMMER_SCHOOL = "summer_school", _("Summer school")
    DELEGATION = "delegation", _("Delegation to an event")
    OFFICIAL_VISIT = "official_visit", _("Official visit")


class EventMode(TextChoices):
    IN_PERSON = "in_person", _("In person")
    HYBRID = "hybrid", _("In person and online")
    ONLINE = "online", _("Online")
    NOT_STATED = "not_stated", _("Not stated by the source")


class EventStatus(TextChoices):
    DRAFT = "draft", _("Being prepared")
    ANNOUNCED = "announced", _("Announced")
    HELD = "held", _("Took place")
    CANCELLED = "cancelled", _("Called off")


class Precision(TextChoices):
    """How exactly the days of an event are known."""

    DAY = "day", _("To the day")
    MONTH = "month", _("To the month")
    YEAR = "year", _("To the year")
    PERIOD = "period", _("Some time in this period")
    NOT_STATED = "not_stated", _("Not stated by the source")


class SideRole(TextChoices):
    ORGANISER = "organiser", _("Organiser")
    INVITER = "inviter", _("Inviting side")
    INVITED = "invited", _("Invited side")
    PARTNER = "partner", _("Partner")


class DayPart(TextChoices):
    MORNING = "1_morning", _("Morning")
    AFTERNOON = "2_afternoon", _("Afternoon")
    EVENING = "3_evening", _("Evening")


class InvitationStatus(TextChoices):
    SENT = "sent", _("Sent")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class ParticipantStatus(TextChoices):
    UNCONFIRMED = "unconfirmed", _("Address not confirmed")
    REGISTERED = "registered", _("Registered")
    WAITING = "waiting", _("On the waiting list")
    DEPUTY = "deputy", _("Deputy")
    CANCELLED = "cancelled", _("Cancelled")


class ParticipantOrigin(TextChoices):
    PUBLIC = "public", _("Registered on the public page")
    NOMINATED = "nominated", _("Named by an invited institution")
    IMPORTED = "imported", _("Imported from a list")
    ENTERED = "entered", _("Entered by the organiser")


class Sex(TextChoices):
    FEMALE = "F", _("Female")
    MALE = "M", _("Male")
    NOT_STATED = "", _("Not stated")


class AttendanceStatus(TextChoices):
    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    EXCUSED = "excused", _("Excused")


class AttendanceMethod(TextChoices):
    LIST = "list", _("Marked on the list")
    ROOM_CODE = "room_code", _("By the code shown in the room")
    BADGE = "badge", _("By the participant's own code")


class Audience(TextChoices):
    PUBLIC = "public", _("Everybody")
    PARTICIPANTS = "participants", _("Participants")
    STAFF = "staff", _("Organisers only")


class BatchKind(TextChoices):
    IMPORT = "import", _("Import of participants")
    CERTIFICATES = "certificates", _("Issue of certificates")


class BatchStatus(TextChoices):
    QUEUED = "queued", _("Waiting for its turn")
    RUNNING = "running", _("Under way")
    FINISHED = "finished", _("Finished")
    FAILED = "failed", _("Failed")
    UNDONE = "undone", _("Undone")


class RowOutcome(TextChoices):
    PENDING = "pending", _("Not yet looked at")
    ADDED = "added", _("Added")
    SKIPPED = "skipped", _("Left out")
    REFUSED = "refused", _("Refused")
    UNDONE = "undone", _("Taken back")


VISIBLE_STATUSES = frozenset({EventStatus.ANNOUNCED, EventStatus.HELD, EventStatus.CANCELLED})
TAKING_PLACE = frozenset({ParticipantStatus.REGISTERED})
LIVE_PARTICIPANTS = frozenset(
    {ParticipantStatus.REGISTERED, ParticipantStatus.WAITING, ParticipantStatus.DEPUTY}
)
PENDING_BATCHES = frozenset({BatchStatus.QUEUED, BatchStatus.RUNNING})
