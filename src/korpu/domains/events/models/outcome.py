from uuid import uuid4

from django.conf import settings
from django.db import models

from korpu.kernel.ids import new_id


class Evaluation(models.Model):
    """The answers of one participant, who cannot be found from them.

    The key is random and the row has no moment: neither tells in which order people answered. The
    group says only which answers are counted together.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="evaluations")
    questionnaire = models.CharField(max_length=20, help_text="Version of the questions.")
    answers = models.JSONField(help_text="By question id: a number, a code or a text.")
    group = models.PositiveIntegerField(help_text="Counted from 0; shown once it is full.")

    def __str__(self) -> str:
        return str(self.uuid)


class Minutes(models.Model):
    """What was said and decided at an event."""

    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="minutes")
    text = models.TextField(blank=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.event_id}"


class Decision(models.Model):
    """Something decided at an event, and the task that follows from it.

    A decision without owner and term is only a statement.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=1000)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    evidence = models.CharField(max_length=1000, blank=True, help_text="What shows it is done.")

    class Meta:
        ordering = ("event", "number")
        constraints = (
            models.UniqueConstraint(fields=("event", "number"), name="events_decision_number"),
            models.CheckConstraint(
                condition=models.Q(owner__isnull=True, due_on__isnull=True)
                | models.Q(owner__isnull=False, due_on__isnull=False),
                name="events_decision_owner_and_term",
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True) | ~models.Q(evidence=""),
                name="events_decision_done_with_evidence",
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Certificate(models.Model):
    """A certificate of attendance; what is printed on it is kept as it was printed."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    number = models.CharField(max_length=40, unique=True)
    event = models.ForeignKey("events.Event", on_delete=models.PROTECT, related_name="certificates")
    participant = models.ForeignKey(
        "events.Participant", on_delete=models.PROTECT, related_name="certificates"
    )
    holder = models.CharField(max_length=250)
    language = models.CharField(max_length=2)
    hours = models.DecimalField(max_digits=6, decimal_places=1, help_text="Attended.")
    attended_share = models.DecimalField(max_digits=4, decimal_places=3, help_text="0 to 1.")
    rule_version = models.CharField(max_length=20)
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    revoked_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=("participant",),
                condition=models.Q(revoked_at__isnull=True),
                name="events_certificate_one_valid",
            ),
        )

    def __str__(self) -> str:
        return self.number
