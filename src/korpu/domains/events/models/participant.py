from django.conf import settings
from django.db import models

from korpu.domains.events.enums import (
    AttendanceMethod,
    AttendanceStatus,
    InvitationStatus,
    ParticipantOrigin,
    ParticipantStatus,
    Sex,
)
from korpu.kernel.ids import new_id
from korpu.kernel.texts import LANGUAGES

LANGUAGE_CHOICES = [(code, code) for code in LANGUAGES]


class Invitation(models.Model):
    """A number of places offered to an institution, which names the people."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="invitations")
    institution = models.CharField(max_length=300)
    country = models.CharField(max_length=3, help_text="ISO 3166-1 alpha-3.")
    email = models.EmailField(help_text="Where the invitation goes.")
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    quota = models.PositiveSmallIntegerField(help_text="Places, not counting deputies.")
    answer_until = models.DateField(help_text="Last day for naming people, inclusive.")
    status = models.CharField(
        max_length=20, choices=InvitationStatus, default=InvitationStatus.SENT
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("institution", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(quota__gte=1), name="events_invitation_has_a_place"
            ),
        )

    def __str__(self) -> str:
        return self.institution


class Participant(models.Model):
    """Somebody registered for an event, by whatever way.

    After the term of the event's personal data everything that names the person is emptied; what
    is counted (sex, institution, country, attendance) stays.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="participants")
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, null=True, blank=True, related_name="participants"
    )
    batch = models.ForeignKey(
        "events.Batch", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    family_name = models.CharField(max_length=120, blank=True)
    given_names = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    email_key = models.CharField(
        max_length=254, blank=True, help_text="The address in small letters; empty: none."
    )
    institution = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3.")
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    position = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    needs = models.CharField(max_length=500, blank=True, help_text="What the person asks for.")
    status = models.CharField(max_length=20, choices=ParticipantStatus)
    origin = models.CharField(max_length=20, choices=ParticipantOrigin)
    code = models.CharField(max_length=10, help_text="What the person types at the door.")
    consent_version = models.CharField(max_length=20, blank=True)
    consented_at = models.DateTimeField(null=True, blank=True)
    registered_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True, help_text="Last link sent.")
    has_evaluated = models.BooleanField(
        default=False, help_text="Has answered; the answers themselves name nobody."
    )

    class Meta:
        ordering = ("family_name", "given_names", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "email_key"),
                condition=~models.Q(email_key=""),
                name="events_participant_address_once",
            ),
            models.UniqueConstraint(fields=("event", "code"), name="events_participant_code_once"),
        )
        indexes = (models.Index(fields=("event", "status"), name="events_participant_status"),)

    def __str__(self) -> str:
        return self.name or str(self.code)

    @property
    def name(self) -> str:
        """As it is printed; empty once personal data was removed."""
        return f"{self.given_names} {self.family_name}".strip()


class Attendance(models.Model):
    """Whether somebody was there in one half-day."""

    half_day = models.ForeignKey(
        "events.HalfDay", on_delete=models.PROTECT, related_name="attendances"
    )
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="attendances"
    )
    status = models.CharField(max_length=20, choices=AttendanceStatus)
    reason = models.CharField(max_length=300, blank=True, help_text="Of an excuse.")
    method = models.CharField(max_length=20, choices=AttendanceMethod)
    marked_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("half_day", "participant"), name="events_attendance_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.half_day_id} {self.status}"
