from django.conf import settings
from django.db import models

from korpu.domains.statistics.enums import OPEN_RELEASES, ReleaseStatus
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Release(models.Model):
    """A run's table on its way to the public: draft, approved by somebody else, published."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    compartment = models.ForeignKey(
        "accounts.Compartment", on_delete=models.PROTECT, related_name="+"
    )
    run = models.ForeignKey("statistics.Run", on_delete=models.PROTECT, related_name="releases")
    measure = models.SlugField(max_length=80)
    period = models.CharField(max_length=10, help_text="SDMX name, such as 2026-Q3.")
    status = models.CharField(
        max_length=12, choices=ReleaseStatus.choices, default=ReleaseStatus.DRAFT
    )
    is_provisional = models.BooleanField(help_text="The figures may still be revised.")
    due_on = models.DateField(help_text="Announced day of release; not published before.")
    supersedes = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        help_text="The release it revises; empty: the first of its measure and period.",
    )
    note_az = models.CharField(max_length=500, blank=True, help_text="Why revised, Azerbaijani.")
    note_en = models.CharField(max_length=500, blank=True, help_text="Why revised, English.")
    note_ru = models.CharField(max_length=500, blank=True, help_text="Why revised, Russian.")
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    prepared_at = models.DateTimeField()
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("compartment", "measure", "period"),
                condition=models.Q(status__in=sorted(OPEN_RELEASES)),
                name="statistics_release_one_open",
            ),
            models.UniqueConstraint(
                fields=("compartment", "measure", "period"),
                condition=models.Q(status=ReleaseStatus.PUBLISHED),
                name="statistics_release_one_published",
            ),
            models.CheckConstraint(
                condition=models.Q(approved_by__isnull=True)
                | ~models.Q(approved_by=models.F("prepared_by")),
                name="statistics_release_four_eyes",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=("published", "superseded"))
                | models.Q(approved_by__isnull=False, published_at__isnull=False),
                name="statistics_release_public_is_approved",
            ),
        )
        indexes = (
            models.Index(fields=("status", "-published_at"), name="statistics_release_list"),
        )

    def __str__(self) -> str:
        return f"{self.measure} {self.period}"

    @property
    def note(self) -> Text:
        """Why the figures were revised; empty for a first release."""
        return Text(az=self.note_az, en=self.note_en, ru=self.note_ru)
