from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from korpu.domains.events.enums import (
    EventKind,
    EventMode,
    EventStatus,
    Precision,
    SideRole,
)
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Event(models.Model):
    """Something people are invited to: a training, a meeting, a visit.

    Shipped history may know of an event no more than its title and a year: every date may be
    empty, and ``precision`` says how exactly the dates are known.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    slug = models.SlugField(max_length=120, unique=True, help_text="Name in the public address.")
    declared_key = models.CharField(
        max_length=120,
        unique=True,
        null=True,
        blank=True,
        help_text="Names the declaration it was loaded from; empty: entered by people.",
    )
    kind = models.CharField(max_length=20, choices=EventKind)
    mode = models.CharField(max_length=20, choices=EventMode)
    status = models.CharField(max_length=20, choices=EventStatus, default=EventStatus.DRAFT)
    is_public = models.BooleanField(
        default=True, help_text="Shown on public pages once it is announced."
    )
    is_fictional = models.BooleanField(default=False, help_text="Made up for demonstration.")
    title_az = models.CharField(max_length=300)
    title_en = models.CharField(max_length=300)
    title_ru = models.CharField(max_length=300)
    summary_az = models.TextField(blank=True)
    summary_en = models.TextField(blank=True)
    summary_ru = models.TextField(blank=True)
    project = models.ForeignKey(
        "programmes.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The project that pays for it; empty: none, or not stated.",
    )
    activity_uuid = models.UUIDField(null=True, blank=True, help_text="Activity of the project.")
    starts_on = models.DateField(null=True, blank=True, help_text="First day, or first possible.")
    ends_on = models.DateField(null=True, blank=True, help_text="Last day, inclusive.")
    precision = models.CharField(max_length=20, choices=Precision, default=Precision.DAY)
    languages = ArrayField(
        models.CharField(max_length=3), default=list, blank=True, help_text="ISO 639-1."
    )
    capacity = models.PositiveIntegerField(
        null=True, blank=True, help_text="Most participants; empty: no limit."
    )
    registration_until = models.DateTimeField(
        null=True, blank=True, help_text="Last moment of public registration; empty: none."
    )
    online_address = models.URLField(
        max_length=500, blank=True, help_text="Where to join; told to registered people only."
    )
    official_title = models.CharField(
        max_length=300, blank=True, help_text="As printed by the source; empty: only described."
    )
    is_series = models.BooleanField(
        default=False, help_text="Stands for several events whose number may not be stated."
    )
    stated_count = models.PositiveIntegerField(
        null=True, blank=True, help_text="How many events of a series; empty: not stated."
    )
    note_az = models.TextField(blank=True, help_text="A doubt about the reading, and the like.")
    note_en = models.TextField(blank=True)
    note_ru = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True, help_text="Where the fact was read.")
    statements = ArrayField(
        models.CharField(max_length=10), default=list, blank=True, help_text="Ids such as C31."
    )
    version = models.PositiveIntegerField(default=1, help_text="Grows with every change.")
    sequence = models.PositiveIntegerField(
        default=0, help_text="SEQUENCE of its calendar messages (RFC 5545)."
    )
    cancelled_reason = models.CharField(max_length=500, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    announced_at = models.DateTimeField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True, help_text="When it was said to be over.")
    reminded_at = models.DateTimeField(
        null=True, blank=True, help_text="When people with a place were reminded; empty: not yet."
    )
    cancelled_at = models.DateTimeField(null=True, blank=True)
    purged_at = models.DateTimeField(
        null=True, blank=True, help_text="When personal data of participants was removed."
    )

    class Meta:
        ordering = ("-starts_on", "pk")
        indexes = (
            models.Index(fields=("status", "starts_on"), name="events_event_by_day"),
            models.Index(fields=("compartment", "-starts_on"), name="events_event_of_office"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on"))
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__isnull=True),
                name="events_event_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(precision=Precision.DAY)
                | models.Q(starts_on__isnull=False, ends_on__isnull=False),
                name="events_event_day_needs_dates",
            ),
        )

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title(self) -> Text:
        return Text(az=self.title_az, en=self.title_en, ru=self.title_ru)

    @property
    def note(self) -> Text:
        return Text(az=self.note_az, en=self.note_en, ru=self.note_ru)

    @property
    def summary(self) -> Text:
        return Text(az=self.summary_az, en=self.summary_en, ru=self.summary_ru)


class Venue(models.Model):
    """A place of an event; a study visit has several, in several countries."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="venues")
    country = models.CharField(max_length=3, help_text="ISO 3166-1 alpha-3.")
    city_az = models.CharField(max_length=120, blank=True)
    city_en = models.CharField(max_length=120, blank=True, help_text="Empty: as in Azerbaijani.")
    city_ru = models.CharField(max_length=120, blank=True, help_text="Empty: as in Azerbaijani.")
    name = models.CharField(max_length=200, blank=True, help_text="Building, room.")
    address = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, str(self.city)) if part)

    @property
    def city(self) -> Text:
        en, ru = self.city_en or self.city_az, self.city_ru or self.city_az
        return Text(az=self.city_az, en=en, ru=ru)


class Side(models.Model):
    """A body taking part in the event in a role: who invites, who is invited."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sides")
    role = models.CharField(max_length=20, choices=SideRole)
    name_az = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300)
    name_ru = models.CharField(max_length=300)
    country = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3.")

    class Meta:
        ordering = ("role", "pk")

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> Text:
        return Text(az=self.name_az, en=self.name_en, ru=self.name_ru)
