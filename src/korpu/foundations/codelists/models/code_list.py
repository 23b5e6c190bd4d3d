from django.db import models

from korpu.foundations.ui.models import TitledModel


class Confidence(models.TextChoices):
    """How surely the source was read; the law's reference files use the same words."""

    SEEN = "seen"
    SEEN_IN_PART = "seen_in_part"
    WEAK = "weak"
    UNVERIFIED = "unverified"


class CodeList(TitledModel):
    """A named list of codes with its source. One row per list."""

    name = models.SlugField(primary_key=True, help_text="Such as 'countries'.")
    source = models.CharField(max_length=300, help_text="Standard or instrument it is taken from.")
    version = models.CharField(max_length=40, help_text="Of the source, as the source counts.")
    confidence = models.CharField(
        max_length=20,
        choices=[(value, value) for value in Confidence.values],
        help_text="How surely the source was read.",
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of what was loaded last.")
    loaded_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)
