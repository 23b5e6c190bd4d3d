from django.conf import settings
from django.db import models

from korpu.domains.information.enums import RecommendationStatus
from korpu.domains.information.models.base import text_of
from korpu.domains.information.models.publication import Publication
from korpu.kernel.ids import new_id
from korpu.kernel.texts import Text


class Recommendation(models.Model):
    """One recommendation of a publication, followed to its result.

    The columns from ``status`` on repeat the last step.
    """

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="recommendations"
    )
    number = models.CharField(max_length=20, help_text="As numbered in the publication.")
    text_az = models.TextField(max_length=2000, blank=True)
    text_en = models.TextField(max_length=2000, blank=True)
    text_ru = models.TextField(max_length=2000, blank=True)
    owner = models.CharField(
        max_length=200, blank=True, help_text="Body or unit that answers for it; empty: nobody yet."
    )
    due_on = models.DateField(null=True, blank=True, help_text="Empty: no term set.")
    status = models.CharField(
        max_length=20, choices=RecommendationStatus, default=RecommendationStatus.OPEN
    )
    ended_on = models.DateField(null=True, blank=True, help_text="Day of the last word on it.")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("publication", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("publication", "number"), name="information_recommendation_once"
            ),
        )

    def __str__(self) -> str:
        return self.number

    @property
    def text(self) -> Text:
        return text_of(self, "text")


class RecommendationStep(models.Model):
    """What was done about a recommendation, one row per report; never changed."""

    uuid = models.UUIDField(default=new_id, unique=True, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="steps"
    )
    status = models.CharField(max_length=20, choices=RecommendationStatus)
    owner = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField()
    result_az = models.TextField(max_length=2000, blank=True)
    result_en = models.TextField(max_length=2000, blank=True)
    result_ru = models.TextField(max_length=2000, blank=True)
    evidence_url = models.URLField(max_length=500, blank=True)
    evidence_file = models.ForeignKey(
        "files.StoredFile", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.recommendation_id}: {self.status}"

    @property
    def result(self) -> Text:
        return text_of(self, "result")
