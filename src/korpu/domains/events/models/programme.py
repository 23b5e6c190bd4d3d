from django.db import models

from korpu.domains.events.enums import Audience, DayPart
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class HalfDay(models.Model):
    """The part of a day attendance is taken for."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="half_days")
    held_on = models.DateField()
    part = models.CharField(max_length=20, choices=DayPart)
    version = models.PositiveIntegerField(default=0, help_text="Grows with each marking.")

    class Meta:
        ordering = ("held_on", "part")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "held_on", "part"), name="events_half_day_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.held_on} {self.get_part_display()}"


class Session(models.Model):
    """One item of the programme, in local time of its place."""

    half_day = models.ForeignKey(HalfDay, on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    title_az = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300, blank=True)
    title_ru = models.CharField(max_length=300, blank=True)
    venue = models.ForeignKey(
        "events.Venue", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    is_break = models.BooleanField(default=False, help_text="Does not count as hours.")

    class Meta:
        ordering = ("starts_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="events_session_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        en, ru = self.title_en or self.title_az, self.title_ru or self.title_az
        return Text(az=self.title_az, en=en, ru=ru)

    @property
    def minutes(self) -> int:
        """Its length; a break counts nothing."""
        if self.is_break:
            return 0
        start, end = self.starts_at, self.ends_at
        return (end.hour - start.hour) * 60 + end.minute - start.minute


class Facilitator(models.Model):
    """Somebody who leads a session, and for which body."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="facilitators")
    name = models.CharField(max_length=200)
    institution = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.name} ({self.institution})" if self.institution else self.name


class Material(models.Model):
    """A file of the event: agenda, slides, a hand-out."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=3, blank=True)
    audience = models.CharField(max_length=20, choices=Audience, default=Audience.PARTICIPANTS)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title
